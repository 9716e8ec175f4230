package plimsoll.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plimsoll.disclosure.Published;
import plimsoll.disclosure.Withholding;
import plimsoll.readiness.Readiness.ConstructResult;
import plimsoll.readiness.Readiness.CriterionResult;
import plimsoll.readiness.Readiness.GroupResult;
import plimsoll.survey.Sheet;

/** Groups between the organisation and its teams. */
class GroupsTest {
  private static final Part D2 = Part.of(Cases.KEYING, 5).get(1);

  /** Two answers of each person give need 25 × (D2a − 1) when both say the same. */
  private static List<Sheet> d2(int... answers) {
    return Arrays.stream(answers)
        .mapToObj(a -> new Sheet(Map.of("D2a", a, "D2b", 6 - a), Set.of()))
        .toList();
  }

  private static GroupResult group(Readiness readiness, String key) {
    return readiness.groups().stream().filter(g -> g.group().equals(key)).findFirst().orElseThrow();
  }

  private static CriterionResult criterion(GroupResult group, Criterion criterion) {
    return group.criteria().stream().filter(c -> c.criterion() == criterion).findFirst().get();
  }

  /** Two groups of two teams each, of nine people. */
  private static Cases four() {
    return new Cases()
        .team("a", 9, 2, 4)
        .team("b", 9, 2, 4)
        .team("c", 9, 3, 3)
        .team("d", 9, 3, 3)
        .group("x", null, "a", "b")
        .group("y", null, "c", "d");
  }

  /** By hand: rosters of 8, 6 and 10, so weights of 1/3, 1/4 and 5/12 of means 50, 40 and 75. */
  @Test
  void aGroupsScoreIsTheMeanOfItsTeamsByTheirRosters() {
    var teams =
        List.of(
            new Case.Team("a", "A", "g", 8, Set.of(), d2(3, 3, 3, 3, 3, 3)),
            new Case.Team("b", "B", "g", 6, Set.of(), d2(2, 2, 3, 3, 3)),
            new Case.Team("c", "C", "g", 10, Set.of(), d2(4, 4, 4, 4, 4, 4, 4)),
            new Case.Team("d", "D", null, 6, Set.of(), d2(1, 1, 1, 1, 5)));
    var scores = new Scores(D2, teams);
    var group = scores.group(List.of(0, 1, 2));
    assertEquals(50 / 3.0 + 40 / 4.0 + 75 * 5 / 12.0, group.estimate().value(), 1e-9);
    // Squares: b (25−40)²·2 + (50−40)²·3 = 750; d (0−20)²·4 + (100−20)² = 8000; 8750 over 19.
    double pooled = 8750 / 19.0;
    double squares = 1 / 9.0 / 6 + 1 / 16.0 / 5 + 25 / 144.0 / 7;
    assertEquals(19, group.estimate().degreesOfFreedom());
    assertEquals(Math.sqrt(pooled * squares), group.estimate().standardError(), 1e-9);
    assertEquals(1, group.coverage());
  }

  @Test
  void itIsShownToFiveWithABandOfPeople() {
    var cases = new Cases();
    cases.add("a", 8, d2(3, 3, 3, 3, 3, 3)).add("b", 6, d2(2, 2, 3, 3, 3));
    cases.add("c", 10, d2(4, 4, 4, 4, 4, 4, 4)).add("d", 6, d2(1, 1, 1, 1, 5));
    cases.group("g", null, "a", "b", "c");
    var said = criterion(group(cases.assess(), "g"), Criterion.D2).said();
    // 57.9167 with a standard error of 4.714 and t(19) = 2.0930: 48.05 to 67.78, outward to 5.
    assertEquals(new Published(60.0, 45.0, 70.0, "13+", null), said);
  }

  @Test
  void manyPeopleInAGroupAreToldOfAsATeamStill() {
    var cases = new Cases();
    for (int j = 0; j < 6; j++) cases.team("t" + j, 20, 3, 3.3);
    cases.group("g", null, "t0", "t1", "t2", "t3");
    var load = group(cases.assess(), "g").load();
    assertEquals("13+", load.people());
    assertEquals(0, load.value() % 5);
  }

  @Test
  void withoutGroupsNothingIsToldOfAny() {
    assertEquals(List.of(), Cases.five(2, 4).assess().groups());
  }

  @Test
  void groupsChangeNothingOfTheOrganisation() {
    var grouped = Cases.five(2, 4).group("x", null, "a", "b").group("y", null, "c", "d", "e");
    var plain = Cases.five(2, 4).assess();
    assertEquals(plain.verdict(), grouped.assess().verdict());
    assertEquals(plain.load(), grouped.assess().load());
    assertEquals(plain.teams(), grouped.assess().teams());
  }

  @Test
  void aGroupKnowsItsParentAndAllTeamsBelow() {
    var cases = four().group("top", null);
    cases.groups.removeIf(group -> group.key().equals("x"));
    cases.group("x", "top", "a", "b");
    var readiness = cases.assess();
    assertEquals("top", group(readiness, "x").parent());
    assertEquals(List.of("a", "b"), group(readiness, "top").teams());
    assertEquals(group(readiness, "x").load(), group(readiness, "top").load());
    assertEquals(
        List.of("Group top", "Group x", "Group y"),
        readiness.groups().stream().map(GroupResult::name).toList());
  }

  @Test
  void aGroupOfOneTeamSaysWhatTheTeamSays() {
    var readiness = four().team("e", 9, 2, 4).group("alone", null, "e").assess();
    var team = readiness.teams().get(4);
    assertEquals(team.load(), group(readiness, "alone").load());
    var scores = team.constructs().stream().map(ConstructResult::score).toList();
    assertEquals(
        scores,
        group(readiness, "alone").constructs().stream().map(ConstructResult::score).toList());
  }

  @Test
  void aSmallTeamTakesTheSmallestOfItsGroupWithIt() {
    var cases = four().team("e", 4, 3, 3);
    cases.group("z", null, "e");
    cases.teams.removeIf(team -> team.key().equals("a"));
    cases.team("a", 8, 2, 4).group("x2", null, "a", "e");
    var readiness = cases.assess();
    assertEquals(Withholding.TOO_FEW, load(readiness, "e").withheld());
    assertEquals(Withholding.WOULD_REVEAL_ANOTHER, load(readiness, "a").withheld());
    assertTrue(group(readiness, "x2").load().shown());
    assertTrue(load(readiness, "b").shown());
  }

  private static Published load(Readiness readiness, String team) {
    return readiness.teams().stream()
        .filter(t -> t.team().equals(team))
        .findFirst()
        .orElseThrow()
        .load();
  }

  @Test
  void aGroupIsWithheldWhenOneOfItsPeopleLeft() {
    var cases = four();
    cases.earlier.add(with(people(cases, "a", "b"), "who left"));
    var readiness = cases.assess();
    assertEquals(Withholding.ROSTER_CHANGED, group(readiness, "x").load().withheld());
    assertTrue(load(readiness, "a").shown());
    assertEquals(Withholding.WOULD_REVEAL_ANOTHER, load(readiness, "b").withheld());
    assertTrue(group(readiness, "y").load().shown());
    assertTrue(readiness.unknown().stream().anyMatch(u -> u.what().contains("1 of 2 groups")));
  }

  @Test
  void whatIsLeftOfAGroupMayNotBeATeamWithALeaver() {
    var cases = four().team("e", 10, 2, 4).group("x2", null, "a", "b", "e");
    cases.earlier.add(with(people(cases, "a"), "who left"));
    var readiness = cases.assess();
    assertTrue(group(readiness, "x2").load().shown());
    assertEquals(Withholding.ROSTER_CHANGED, load(readiness, "a").withheld());
    assertEquals(Withholding.WOULD_REVEAL_ANOTHER, load(readiness, "b").withheld());
    assertTrue(load(readiness, "e").shown());
  }

  @Test
  void aTeamOfWhichNobodyAnsweredIsNobodyWhoJoined() {
    var cases = four().add("e", 2, List.of()).group("x2", null, "a", "b", "e");
    cases.earlier.add(people(cases, "a", "b"));
    assertTrue(group(cases.assess(), "x2").load().shown());
  }

  @Test
  void theGroupWithheldBeforeIsWithheldFirst() {
    var cases = new Cases();
    for (String key : List.of("a", "b", "c")) cases.team(key, 9, 2, 4);
    cases.team("e", 4, 2, 4).group("x", null, "a").group("y", null, "b").group("z", null, "c");
    var first = cases.assess();
    assertFalse(group(first, "x").load().shown());
    var second = new Cases();
    second.teams.addAll(cases.teams);
    second.groups.addAll(cases.groups);
    second.teams.removeIf(team -> team.key().equals("a"));
    second.team("a", 10, 2, 4).group("x2", null).group("x3", null);
    second.teams.replaceAll(
        t ->
            new Case.Team(
                t.key(),
                t.name(),
                t.key().equals("a") ? "x" : t.group(),
                t.roster(),
                t.people(),
                t.sheets()));
    assertTrue(group(second.assess(), "x").load().shown());
    second.previous = first;
    assertFalse(group(second.assess(), "x").load().shown());
  }

  @Test
  void peopleAndRecordsOfItsTeamsAreJoined() {
    var cases = four();
    cases.records.add(Recorded.of("a", Criterion.D2, 30, 40));
    cases.records.add(Recorded.of("b", Criterion.D2, 10, 40));
    cases.records.add(Recorded.of("c", Criterion.D2, 40, 40));
    var d2 = criterion(group(cases.assess(), "x"), Criterion.D2);
    // By roster 9 and 9: (75 + 25) / 2.
    assertEquals(50, d2.recorded().value());
    assertNull(d2.recorded().people());
    assertEquals(Math.rint((d2.said().value() + 50) / 2 / 5) * 5, d2.joined().value());
    assertEquals("13+", d2.joined().people());
    assertTrue(d2.probabilityMet() > 0 && d2.probabilityMet() < 1);
  }

  @Test
  void rescuesByOneOrTwoPeopleAreInNoGroupsRecord() {
    var cases = four().add("e", 2, List.of()).group("x2", null, "a", "e");
    cases.records.add(Recorded.of("a", Criterion.D3, 10, 40));
    cases.records.add(Recorded.of("e", Criterion.D3, 40, 40));
    cases.records.add(Recorded.of("e", Criterion.D2, 40, 40));
    var group = group(cases.assess(), "x2");
    assertEquals(25, criterion(group, Criterion.D3).recorded().value());
    assertEquals(100, criterion(group, Criterion.D2).recorded().value());
  }

  @Test
  void teamsThatKeptSilentLeaveAGroupUncovered() {
    var cases = four().add("e", 20, List.of()).group("x2", null, "a", "b", "e");
    var d2 = criterion(group(cases.assess(), "x2"), Criterion.D2);
    assertTrue(d2.said().shown());
    assertEquals(Withholding.NO_EVIDENCE, d2.joined().withheld());
    assertNull(d2.probabilityMet());
    assertTrue(d2.fact().contains("80 %"), d2.fact());
  }

  @Test
  void smallTeamsThatAnsweredTogetherCoverAGroup() {
    var cases = new Cases().team("z", 30, 3, 3);
    for (String key : List.of("a", "b", "c", "d")) cases.team(key, 4, 3, 3);
    cases.group("g", null, "a", "b", "c", "d");
    var d2 = criterion(group(cases.assess(), "g"), Criterion.D2);
    assertTrue(d2.joined().shown());
    assertNull(d2.fact());
  }

  @Test
  void whetherNobodyOrAFewAnsweredInATeamIsNotToldByItsGroupsResponse() {
    for (int answers = 0; answers < 5; answers++) {
      assertNull(group(silent(answers).assess(), "x2").response());
    }
    assertEquals("50–79 %", group(silent(6).assess(), "x2").response());
  }

  @Test
  void whetherNobodyAnsweredInOneOfSeveralWithheldTeamsIsNotTold() {
    var said = new HashSet<String>();
    for (int answers = 0; answers < 5; answers++) {
      var cases = four().team("e", 20, answers, 3, 3).team("f", 20, 4, 3, 3);
      cases.team("h", 20, 4, 3, 3).group("x2", null, "a", "e", "f", "h");
      said.add(criterion(group(cases.assess(), "x2"), Criterion.D2).fact());
    }
    assertEquals(1, said.size(), said::toString);
  }

  private static Cases silent(int answers) {
    return four().team("e", 20, answers, 3, 3).group("x2", null, "a", "b", "e");
  }

  @Test
  void theResponseOfAGroupIsABand() {
    var cases = new Cases().team("a", 10, 6, 3, 3).team("b", 10, 7, 3, 3).team("c", 9, 3, 3);
    assertEquals("50–79 %", group(cases.group("x", null, "a", "b").assess(), "x").response());
  }

  @Test
  void theResponseOfOneInATeamApartIsNotLeftOver() {
    var cases = new Cases().team("a", 20, 16, 3, 3).team("e", 1, 0, 3, 3).team("c", 9, 3, 3);
    assertNull(group(cases.group("x", null, "a", "e").assess(), "x").response());
  }

  @Test
  void threeWhoAllAnsweredAreNotLeftOver() {
    var cases = new Cases().team("a", 7, 3, 3).team("b", 6, 3, 3).team("c", 8, 3, 3);
    cases.team("d", 3, 3, 3).add("z", 0, List.of()).group("top", null);
    cases.group("x", "top", "a", "b").group("y", "top", "c", "d");
    var readiness = cases.assess();
    assertEquals("8–12", group(readiness, "y").load().people());
    assertNull(group(readiness, "y").response());
    assertNull(group(readiness, "top").response());
    assertEquals("≥ 80 %", group(readiness, "x").response());
  }

  @Test
  void teamsWithTooFewEachAreToldOfTogether() {
    var cases = new Cases().team("a", 4, 4, 3, 3).team("b", 4, 3, 3, 3).team("c", 30, 3, 3);
    var group = group(cases.group("x", null, "a", "b").assess(), "x");
    assertEquals("≥ 80 %", group.response());
    assertEquals("5–7", group.load().people());
  }

  @Test
  void ofAGroupThatWasNotAskedNothingIsKnown() {
    var cases = four().add("z", 0, List.of()).group("g", null, "z").group("empty", null);
    var group = group(cases.assess(), "g");
    assertEquals("nobody asked", group.response());
    assertEquals(Withholding.NO_EVIDENCE, group.load().withheld());
    assertEquals(List.of(), group(cases.assess(), "empty").teams());
  }

  @Test
  void anOldReadingWithoutGroupsHasNone() {
    var readiness = Cases.five(2, 4).assess();
    var old =
        new Readiness(
            readiness.methodEdition(),
            readiness.verdict(),
            readiness.axes(),
            readiness.load(),
            readiness.criteria(),
            readiness.constructs(),
            readiness.teams(),
            null,
            readiness.patterns(),
            readiness.unknown(),
            readiness.invited(),
            readiness.answered(),
            readiness.response(),
            readiness.trace(),
            readiness.platform());
    assertEquals(readiness, old);
  }

  @Test
  void whatIsNoTreeIsRefused() {
    assertThrows(BadCase.class, () -> four().group("r", "s").group("s", "r").build());
    assertThrows(BadCase.class, () -> four().group("r", "r").build());
    assertThrows(BadCase.class, () -> four().group("r", "missing").build());
    assertThrows(BadCase.class, () -> four().group("x", null).build());
    var stray = four();
    stray.groups.clear();
    assertThrows(BadCase.class, stray::build);
  }

  @Test
  void aGroupMayHaveTheKeyOfATeam() {
    assertEquals(2, group(four().group("a", "x", "a", "c").assess(), "a").teams().size());
  }

  @Test
  void aThousandTeamsInFiveLevelsAreQuick() {
    var cases = new Cases();
    cases.keying = new plimsoll.survey.Keying(List.of(Cases.construct("EXI", "L3+", "L4+", "L5+")));
    IntStream.range(0, 1000).forEach(j -> cases.team("t" + j, 3 + j % 9, 3, 3));
    for (int level = 0, size = 200; size > 0; level++, size /= 6) {
      for (int i = 0; i < size; i++) {
        String parent = size / 6 == 0 ? null : "g" + (level + 1) + "-" + i % (size / 6);
        cases.groups.add(new Case.Group("g" + level + "-" + i, "G", parent));
      }
    }
    var teams = new ArrayList<Case.Team>();
    for (var team : cases.teams) {
      teams.add(
          new Case.Team(
              team.key(),
              team.name(),
              "g0-" + teams.size() % 200,
              team.roster(),
              team.people(),
              team.sheets()));
    }
    cases.teams = teams;
    for (var team : teams) cases.earlier.add(with(team.people(), "who left"));
    assertTimeout(Duration.ofSeconds(30), () -> assertEquals(238, cases.assess().groups().size()));
  }

  private static Set<String> people(Cases cases, String... teams) {
    var people = new HashSet<String>();
    for (var team : cases.teams) {
      if (List.of(teams).contains(team.key())) people.addAll(team.people());
    }
    return people;
  }

  private static Set<String> with(Set<String> people, String other) {
    var more = new HashSet<>(people);
    more.add(other);
    return more;
  }
}
