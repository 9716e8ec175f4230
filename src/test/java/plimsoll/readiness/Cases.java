package plimsoll.readiness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plimsoll.survey.Keying;
import plimsoll.survey.Keying.Construct;
import plimsoll.survey.Keying.Keyed;
import plimsoll.survey.Sheet;

/** Makes cases for tests: teams whose people answer around a need, records, patterns. */
final class Cases {
  static final Keying KEYING =
      new Keying(
          List.of(
              construct("D1", "D1a+", "D1b-"),
              construct("D2", "D2a+", "D2b-"),
              construct("D3", "D3a-", "D3b+"),
              construct("D4", "D4a+", "D4b-"),
              construct("P2", "P2a+", "P2b-"),
              construct("P3", "P3a+", "P3b-"),
              construct("EXI", "L3+", "L4+", "L5+"),
              new Construct("OVR", List.of(keyed("L10+"), keyed("L11+")), false),
              construct("FLOW", "X2-")));

  private static final List<String> DEVOPS = List.of("D1", "D2", "D3", "D4");
  private static final List<String> NEED = List.of("P2", "P3", "EXI");

  Keying keying = KEYING;
  Edition edition = Edition.CURRENT;
  long seed = 7;
  int minimumGroup = 5;
  List<Case.Group> groups = new ArrayList<>();
  List<Case.Team> teams = new ArrayList<>();
  List<Recorded> records = new ArrayList<>();
  Set<Criterion> connected = Set.of();
  PatternEvidence patterns;
  Integer owning;
  PlatformFacts platform = PlatformFacts.none();
  Readiness previous;
  Set<Set<String>> earlier = new HashSet<>();

  Case build() {
    int owners = owning == null ? teams.size() : owning;
    return new Case(
        edition,
        seed,
        minimumGroup,
        keying,
        groups,
        teams,
        records,
        connected,
        patterns,
        owning != null && owning < 0 ? null : Integer.valueOf(owners),
        platform,
        previous,
        earlier);
  }

  Readiness assess() {
    return Judge.assess(build());
  }

  /** A team of which all answer, with a need in practice and one for a platform, 1 to 5. */
  Cases team(String key, int people, double practice, double need) {
    return team(key, people, people, practice, need);
  }

  Cases team(String key, int roster, int answers, double practice, double need) {
    var sheets = new ArrayList<Sheet>();
    for (int i = 0; i < answers; i++) sheets.add(sheet(practice, need, i));
    return add(key, roster, sheets);
  }

  Cases add(String key, int roster, List<Sheet> sheets) {
    var people = new HashSet<String>();
    for (int i = 0; i < roster; i++) people.add(key + i);
    teams.add(
        new Case.Team(
            key, "Team " + key.toUpperCase(java.util.Locale.ROOT), roster, people, sheets));
    return this;
  }

  /** A group under another, or under the organisation where that is null, with these teams. */
  Cases group(String key, String parent, String... members) {
    groups.add(new Case.Group(key, "Group " + key, parent));
    for (String member : members) {
      teams.replaceAll(
          team ->
              !team.key().equals(member)
                  ? team
                  : new Case.Team(
                      member, team.name(), key, team.roster(), team.people(), team.sheets()));
    }
    return this;
  }

  /** Around a middle, one point up and down by turns, so that people differ. */
  static Sheet sheet(double practice, double need, int turn) {
    var points = new HashMap<String, Integer>();
    for (Construct construct : KEYING.constructs()) {
      double middle =
          DEVOPS.contains(construct.key()) ? practice : NEED.contains(construct.key()) ? need : 3;
      for (Keyed item : construct.items()) points.put(item.item(), point(item, middle, turn));
    }
    return new Sheet(points, Set.of());
  }

  private static int point(Keyed item, double middle, int turn) {
    double wobble = turn % 3 == 0 ? 0.6 : turn % 3 == 1 ? -0.6 : 0;
    int up = (int) Math.max(1, Math.min(5, Math.round(middle + wobble)));
    return item.reversed() ? 6 - up : up;
  }

  static Construct construct(String key, String... items) {
    var keyed = new ArrayList<Keyed>();
    for (String item : items) keyed.add(keyed(item));
    return new Construct(key, keyed, true);
  }

  private static Keyed keyed(String item) {
    return new Keyed(item.substring(0, item.length() - 1), item.endsWith("-"), 1, 5);
  }

  /** Patterns with one distance within each team and one divergence, steady over the features. */
  static PatternEvidence patterns(double divergence, double... within) {
    var distances = new LinkedHashMap<String, Double>();
    var services = new HashMap<String, Integer>();
    for (int j = 0; j < within.length; j++) {
      distances.put("" + (char) ('a' + j), within[j]);
      services.put("" + (char) ('a' + j), 3);
    }
    var leftOut = new ArrayList<PatternEvidence.LeftOut>();
    for (int g = 0; g < 8; g++) {
      double off = (g - 3.5) / 350;
      leftOut.add(new PatternEvidence.LeftOut("group" + g, Map.of(), divergence + off));
    }
    return new PatternEvidence(distances, 0.15 + divergence, divergence, services, leftOut);
  }

  /** Five teams of nine with steady patterns that have drifted apart. */
  static Cases five(double practice, double need) {
    var cases = new Cases();
    for (String key : List.of("a", "b", "c", "d", "e")) cases.team(key, 9, practice, need);
    cases.patterns = patterns(0.25, 0.1, 0.1, 0.12, 0.2, 0.4);
    return cases;
  }
}
