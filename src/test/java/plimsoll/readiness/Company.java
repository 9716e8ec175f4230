package plimsoll.readiness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import plimsoll.statistics.Chance;
import plimsoll.survey.Keying;
import plimsoll.survey.Keying.Construct;
import plimsoll.survey.Keying.Keyed;
import plimsoll.survey.Sheet;

/**
 * An organisation that lives on: departments of teams of 3 to 12 people, who join, leave, change
 * teams, and are reorganised. Each has one opinion, and says so in every wave, or nearly so.
 */
final class Company {
  static final String ASKED = "D2";
  private static final Keying KEYING =
      new Keying(List.of(new Construct(ASKED, List.of(new Keyed("D2a", false, 1, 5)), true)));
  private static final double TEAMS_DIFFER = 0.48;
  private static final double PEOPLE_DIFFER = 0.72;

  private final Chance chance;
  private final Nature nature;
  private final Map<String, String> departments = new TreeMap<>();
  private final Map<String, Double> moods = new HashMap<>();
  private final Map<String, String> teams = new TreeMap<>();
  private final Map<String, Double> opinions = new HashMap<>();
  private final Map<String, Integer> answers = new HashMap<>();
  private int people;
  private int waves;
  private int named;

  /**
   * How people behave.
   *
   * @param answering share who answer in each wave, 0 to 1
   * @param wavering share whose answer is another one than last time, by a point
   * @param leaving share who leave between two waves; as many join, and two in five of them change
   *     teams
   */
  record Nature(double answering, double wavering, double leaving) {
    /** All answer, and the same each time: whoever subtracts loses nothing. */
    static final Nature STUBBORN = new Nature(1, 0, 0.05);

    /** All answer, and one in five moves by a point. */
    static final Nature STEADY = new Nature(1, 0.2, 0.05);

    /** Four of five answer, and one in five moves by a point. */
    static final Nature USUAL = new Nature(0.8, 0.2, 0.05);

    /** The same, and fewer come and go. */
    static final Nature CALM = new Nature(0.8, 0.2, 0.02);
  }

  /**
   * One wave.
   *
   * @param teams by person, of all who were asked
   * @param answers by person, 1 to 5, of all who answered
   */
  record Year(Case given, Map<String, String> teams, Map<String, Integer> answers) {}

  Company(Chance chance, Nature nature, int size) {
    this.chance = chance;
    this.nature = nature;
    int each = 0;
    String team = null;
    for (int i = 0; i < size; i++) {
      if (each == 0) {
        team = team("d" + departments.size() / 7);
        each = 3 + chance.below(10);
      }
      each--;
      join(team);
    }
  }

  /** What is asked and answered now; afterwards people come and go. */
  Year wave(Set<Set<String>> published, Readiness before) {
    if (waves > 0) change();
    waves++;
    var said = new TreeMap<String, Integer>();
    for (String person : teams.keySet()) {
      answers.merge(person, 0, (last, none) -> again(last));
      if (chance.uniform() < nature.answering) said.put(person, answers.get(person));
    }
    return new Year(given(said, published, before), Map.copyOf(teams), said);
  }

  private void change() {
    for (String person : List.copyOf(teams.keySet())) {
      double fate = chance.uniform();
      if (fate < nature.leaving) teams.remove(person);
      else if (fate < 1.4 * nature.leaving) teams.put(person, any());
    }
    int joining = (int) Math.round(people * nature.leaving * (0.7 + 0.6 * chance.uniform()));
    for (int i = 0; i < joining && teams.size() < people; i++) join(any());
    if (waves % 3 == 0) reorganise();
  }

  /** Two teams become one, one is split, and one goes to another department. */
  private void reorganise() {
    String one = any();
    String other = any();
    teams.replaceAll((person, team) -> team.equals(other) ? one : team);
    String half = any();
    String fresh = team(departments.get(half));
    teams.replaceAll((person, team) -> team.equals(half) && chance.below(2) == 0 ? fresh : team);
    departments.put(any(), departments.get(any()));
  }

  private String any() {
    var all = teams.values().stream().distinct().sorted().toList();
    return all.get(chance.below(all.size()));
  }

  private String team(String department) {
    String team = "t" + named++;
    departments.put(team, department);
    moods.put(team, TEAMS_DIFFER * chance.normal());
    return team;
  }

  private void join(String team) {
    String person = "p" + opinions.size();
    people = Math.max(people, teams.size() + 1);
    teams.put(person, team);
    opinions.put(person, 3 + moods.get(team) + PEOPLE_DIFFER * chance.normal());
    answers.put(person, inside(opinions.get(person)));
  }

  private int again(int last) {
    if (chance.uniform() >= nature.wavering) return last;
    return inside(last + (chance.below(2) == 0 ? 1 : -1));
  }

  private static int inside(double answer) {
    return (int) Math.max(1, Math.min(5, Math.rint(answer)));
  }

  private Case given(Map<String, Integer> said, Set<Set<String>> published, Readiness before) {
    var cases = new Cases();
    cases.keying = KEYING;
    departments.values().stream()
        .distinct()
        .sorted()
        .forEach(key -> cases.groups.add(new Case.Group(key, key, null)));
    for (String team : teams.values().stream().distinct().sorted().toList()) {
      var members = new HashSet<String>();
      var sheets = new ArrayList<Sheet>();
      teams.forEach(
          (person, in) -> {
            if (!in.equals(team)) return;
            members.add(person);
            if (said.containsKey(person)) {
              sheets.add(new Sheet(Map.of("D2a", said.get(person)), Set.of()));
            }
          });
      cases.teams.add(
          new Case.Team(team, team, departments.get(team), members.size(), members, sheets));
    }
    cases.earlier.addAll(published);
    cases.previous = before;
    return cases.build();
  }
}
