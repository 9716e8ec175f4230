package plimsoll.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import plimsoll.disclosure.Published;
import plimsoll.readiness.Readiness.ConstructResult;
import plimsoll.readiness.Readiness.TeamResult;
import plimsoll.statistics.Chance;
import plimsoll.survey.Sheet;

/** What one person in a withheld team answers moves nothing but what is shown with her in it. */
class WithheldPropertiesTest {

  @Property(tries = 40)
  void whatIsWithheldDependsOnNobodysAnswers(@ForAll long seed) {
    var first = company(seed, 0, seed);
    var other = company(seed, 0, seed + 1);
    assertEquals(withheld(first.assess()), withheld(other.assess()));
  }

  @Property(tries = 40)
  void aVerdictTellsNothingOfAWithheldTeam(@ForAll long seed) {
    var before = company(seed, 0, seed).assess();
    var after = company(seed, 1, seed).assess();
    assertEquals(withheld(before), withheld(after));
    var hidden = team(before, "a");
    if (hidden.constructs().stream().anyMatch(each -> each.score().shown())) return;
    assertEquals(hidden, team(after, "a"));
    for (var team : before.teams()) {
      var now = team(after, team.team());
      assertEquals(values(team.constructs()), values(now.constructs()));
      if (scores(before).equals(scores(after))) assertEquals(team, now);
    }
    for (int g = 0; g < before.groups().size(); g++) {
      var group = before.groups().get(g);
      var now = after.groups().get(g);
      if (!group.teams().contains("a")) {
        assertEquals(values(group.constructs()), values(now.constructs()));
      }
      if (group.constructs().equals(now.constructs())) assertEquals(group, now);
    }
    if (fewer(before) && organisation(before).equals(organisation(after))) {
      assertEquals(before.verdict(), after.verdict());
      assertEquals(before.criteria(), after.criteria());
      assertEquals(before.trace(), after.trace());
    }
  }

  /** Of so few that the organisation is told of as a team is. */
  private static boolean fewer(Readiness readiness) {
    return readiness.constructs().stream()
        .map(each -> each.score().people())
        .allMatch(people -> people == null || people.matches("5–7|8–12|13\\+"));
  }

  private static List<Object> organisation(Readiness readiness) {
    var all = new ArrayList<Object>();
    readiness.constructs().forEach(each -> all.add(each.score()));
    return all;
  }

  private static Map<String, Object> scores(Readiness readiness) {
    var all = new TreeMap<String, Object>();
    readiness.teams().forEach(team -> all.put(team.team(), team.constructs()));
    return all;
  }

  private static List<Double> values(List<ConstructResult> constructs) {
    var values = new ArrayList<Double>();
    constructs.forEach(each -> values.add(each.score().value()));
    return values;
  }

  private static TeamResult team(Readiness readiness, String key) {
    return readiness.teams().stream().filter(t -> t.team().equals(key)).findFirst().orElseThrow();
  }

  private static Map<String, List<Object>> withheld(Readiness readiness) {
    var withheld = new TreeMap<String, List<Object>>();
    withheld.put("", reasons(readiness.constructs()));
    readiness.teams().forEach(t -> withheld.put("team " + t.team(), reasons(t.constructs())));
    readiness.groups().forEach(g -> withheld.put("group " + g.group(), reasons(g.constructs())));
    return withheld;
  }

  private static List<Object> reasons(List<ConstructResult> constructs) {
    var reasons = new ArrayList<Object>();
    constructs.stream().map(ConstructResult::score).map(Published::withheld).forEach(reasons::add);
    return reasons;
  }

  /**
   * Two groups of two or three teams, of which one lost a person since it was shown.
   *
   * @param moved by how many points the first person of the first team answers otherwise
   * @param answers what decides what is answered
   */
  private static Cases company(long seed, int moved, long answers) {
    var chance = Chance.of(seed, "withheld");
    var opinions = Chance.of(answers, "opinions");
    var cases = new Cases();
    int teams = 4 + chance.below(3);
    for (int j = 0; j < teams; j++) {
      String key = "" + (char) ('a' + j);
      var sheets = new ArrayList<Sheet>();
      int people = (j == 0 ? 3 : 4) + chance.below(6);
      for (int i = 0; i < people; i++) {
        var sheet =
            Cases.sheet(1 + 4 * opinions.uniform(), 1 + 4 * opinions.uniform(), opinions.below(3));
        sheets.add(j == 0 && i == 0 ? moved(sheet, moved) : sheet);
      }
      cases.add(key, people + chance.below(3), sheets);
    }
    var left = new HashSet<>(cases.teams.get(chance.below(2)).people());
    left.add("who left");
    cases.earlier.add(left);
    cases.group("x", null, "a", "b").group("y", null, "c", "d");
    return cases;
  }

  private static Sheet moved(Sheet sheet, int by) {
    var points = new HashMap<String, Integer>();
    sheet.points().forEach((item, point) -> points.put(item, point < 5 ? point + by : point - by));
    return new Sheet(points, Set.of());
  }
}
