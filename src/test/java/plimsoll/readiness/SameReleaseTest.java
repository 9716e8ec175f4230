package plimsoll.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SameReleaseTest {

  @Test
  void anotherEditionShowsTheSameOfPeople() {
    assertEquals(List.of(), SameRelease.beyond(taken("2026.1", 9), taken("2026.2", 9)));
  }

  @Test
  void aTeamThatWasWithheldMayNotBeShownAgain() {
    var beyond = SameRelease.beyond(withheld(), taken("2026.2", 9));
    assertFalse(beyond.isEmpty());
    assertTrue(beyond.stream().allMatch(what -> what.endsWith(" a") || what.endsWith("in a")));
  }

  @Test
  void lessMayBeShownThanFirst() {
    assertEquals(List.of(), SameRelease.beyond(taken("2026.1", 9), withheld()));
  }

  @Test
  void anotherScoreOfTheSamePeopleMayNotBeShown() {
    assertFalse(SameRelease.beyond(taken("2026.1", 9), taken("2026.2", 8)).isEmpty());
  }

  @Test
  void everythingThatTellsOfPeopleIsCompared() {
    var beyond = SameRelease.beyond(answered(9), answered(12));
    assertTrue(
        beyond.containsAll(
            List.of(
                "how many answered",
                "the share that answered",
                "the share that answered in a",
                "the share that answered in the group g",
                "D1 of the organisation",
                "D1 scored of the organisation",
                "D1 of a",
                "D1 scored of a",
                "D1 of the group g",
                "D1 scored of the group g")),
        beyond::toString);
    assertFalse(beyond.contains("D1 of b"));
  }

  /** Of twelve in each team nine answered, in team a so many and with more need. */
  private static Readiness answered(int inTeam) {
    var cases = new Cases();
    for (String key : List.of("a", "b", "c", "d", "e")) {
      int people = key.equals("a") ? inTeam : 9;
      cases.team(key, 12, people, people / 3.0, 3);
    }
    return cases.group("g", null, "a", "b").assess();
  }

  private static Readiness taken(String edition, int inNeed) {
    return cases(edition, inNeed).assess();
  }

  /** One person has joined team a since it was shown, so its scores are withheld. */
  private static Readiness withheld() {
    var cases = cases("2026.1", 9);
    cases.earlier.add(Set.of("a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7"));
    return cases.assess();
  }

  /** Five teams, so that withholding one of them withholds no other. */
  private static Cases cases(String edition, int inNeed) {
    var cases = new Cases();
    for (String key : List.of("a", "b", "c", "d", "e"))
      cases.team(key, 9, key.equals("a") ? inNeed / 3.0 : 3, 3);
    cases.edition = Edition.of(edition);
    return cases;
  }
}
