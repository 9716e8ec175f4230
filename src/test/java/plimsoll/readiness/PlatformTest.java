package plimsoll.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plimsoll.disclosure.Published;
import plimsoll.disclosure.Withholding;
import plimsoll.platform.ClaimShares;
import plimsoll.platform.Evidence;
import plimsoll.platform.Facet;
import plimsoll.platform.Part;
import plimsoll.platform.Practice;
import plimsoll.platform.Product;
import plimsoll.platform.Substate;
import plimsoll.readiness.Verdict.Kind;
import plimsoll.statistics.Proportion;
import plimsoll.survey.Keying;
import plimsoll.survey.Sheet;

/** What a reading says of a platform, from its users' answers through the gate and from records. */
class PlatformTest {
  private static final Evidence CLAIMS =
      new Evidence(
          new ClaimShares(
              new Proportion(10, 100), new Proportion(10, 100), new Proportion(90, 100), 0),
          new Proportion(80, 100),
          Practice.unknown(),
          null);

  private final Cases cases = new Cases();

  PlatformTest() {
    var constructs = new ArrayList<>(Cases.KEYING.constructs());
    constructs.add(Cases.construct("USE", "K1-", "K2-"));
    constructs.add(Cases.construct("K3", "K3-"));
    constructs.add(Cases.construct("K4", "K4-"));
    constructs.add(Cases.construct("K5", "K5+"));
    constructs.add(Cases.construct("K6", "K6-"));
    cases.keying = new Keying(constructs);
    cases.platform = PlatformFacts.named("Harbour");
    cases.patterns = Cases.patterns(0.25, 0.1, 0.1, 0.12);
  }

  @Test
  void threeOfSevenPartsComeFromItsUsersAndTheRestSaysWhatIsMissing() {
    for (var key : List.of("a", "b", "c")) team(key, 12, 12);
    var product = product();
    assertEquals(3, product.known());
    // K4 and K6 are answered with 4, K5 with 2: 75, 75 and 25.
    assertEquals(75, part(product, Facet.VOICE).value());
    assertEquals(75, part(product, Facet.EXIT).value());
    assertEquals(25, part(product, Facet.WAIT).value());
    assertEquals("36 people", part(product, Facet.WAIT).of());
    assertNull(product.index());
    assertNull(product.substate());
    assertFalse(part(product, Facet.STALLED).weighs());
    assertEquals(
        "Whether it helps teams or holds them up can't be told yet: 3 of 7 parts of the index are"
            + " known, 5 are needed.",
        cases.assess().verdict().because().get(1));
  }

  @Test
  void higherIsBetterInWhatUsersSay() {
    for (var key : List.of("a", "b", "c")) team(key, 12, 12);
    var voices = product().voices();
    // K1 and K2 are answered with 3 and 5, K3 with 5.
    assertEquals(75, voices.useful().value());
    assertEquals(100, voices.working().value());
    // K7 by turns 5, 4 and 2: a mean of 11/3, two of three satisfied.
    assertEquals(67, voices.satisfied().value());
    assertEquals(67, voices.satisfiedShare().value());
    // Wilson's interval of 24 of 36 is 50.33 to 79.79 %.
    assertEquals(50, voices.satisfiedShare().low());
    assertEquals(80, voices.satisfiedShare().high());
    // K8 by turns 10, 8 and 0: as many promoters as detractors.
    assertEquals(0, voices.balance().value());
    assertEquals(36, voices.balance().people());
    // 100 · √((12.75 + 12.75) / 39 / 39) = 12.948, times 1.96 is 25.4.
    assertEquals(-26, voices.balance().low());
    assertEquals(26, voices.balance().high());
    assertEquals(Withholding.NO_EVIDENCE, voices.mandated().withheld());
  }

  @Test
  void ofFewUsersOnlyTheMeanIsToldAndCoarsely() {
    for (var key : List.of("a", "b", "c")) team(key, 12, 6);
    var product = product();
    assertEquals("13+ people", part(product, Facet.VOICE).of());
    assertEquals(0, product.voices().satisfied().value() % 5);
    assertEquals("13+", product.voices().satisfied().people());
    assertEquals(Withholding.TOO_FEW, product.voices().satisfiedShare().withheld());
    assertEquals(Withholding.TOO_FEW, product.voices().balance().withheld());
  }

  @Test
  void fourUsersAreWithheldThoughTheirTeamsAnswered() {
    team("a", 12, 2);
    team("b", 12, 2);
    team("c", 12, 0);
    var product = product();
    assertEquals(0, product.known());
    for (var facet : List.of(Facet.VOICE, Facet.EXIT, Facet.WAIT)) {
      assertEquals("Withheld: too few of its users answered.", part(product, facet).missing());
    }
    for (var score : List.of(product.voices().satisfied(), product.voices().useful())) {
      assertEquals(Withholding.TOO_FEW, score.withheld());
    }
  }

  @Test
  void theRestOfTheUsersIsNeverSmallerThanTheGroup() {
    team("a", 12, 9);
    team("b", 12, 2);
    team("c", 12, 0);
    var readiness = cases.assess();
    assertTrue(part(readiness.platform(), Facet.WAIT).weighs());
    for (var team : readiness.teams()) {
      assertFalse(score(team.constructs(), "K5").shown(), team.team());
      assertTrue(score(team.constructs(), "D1").shown(), team.team());
    }
  }

  @Test
  void whoKeepsSilentMayBeNoUser() {
    for (var key : List.of("a", "b", "c")) team(key, 12, 12);
    var constructs = cases.assess().constructs();
    var bounded =
        constructs.stream()
            .filter(each -> each.possible() != null)
            .map(Readiness.ConstructResult::construct)
            .toList();
    assertTrue(bounded.containsAll(List.of("D1", "EXI", "FLOW")), bounded.toString());
    for (var key : List.of("USE", "K3", "K4", "K5", "K6")) assertFalse(bounded.contains(key), key);
  }

  @Test
  void aTeamWhoseUsersAreShownUsesThePlatform() {
    team("a", 12, 9);
    team("b", 12, 9);
    team("c", 12, 0);
    var teams = cases.assess().teams();
    assertEquals(Kind.PLATFORM_USER, teams.get(0).verdict().kind());
    assertEquals(Kind.PLATFORM_USER, teams.get(1).verdict().kind());
    assertFalse(teams.get(2).verdict().kind() == Kind.PLATFORM_USER);
    cases.platform = PlatformFacts.none();
    assertFalse(cases.assess().teams().get(0).verdict().kind() == Kind.PLATFORM_USER);
  }

  @Test
  void withClaimsTheVerdictSaysThatItHoldsUp() {
    for (var key : List.of("a", "b", "c")) team(key, 12, 12);
    cases.platform = cases.platform.with(CLAIMS);
    var readiness = cases.assess();
    // (10 + 10 + 75 + 75) / 4 − (25 + 80 + 90) / 3
    assertEquals(42.5 - 65, readiness.platform().index().value(), 1e-9);
    assertEquals(Substate.NEEDS_PRODUCT_PRACTICE, readiness.platform().substate());
    assertEquals("It needs product practice.", readiness.verdict().because().get(1));
    assertEquals(1, readiness.verdict().row());
    assertTrue(readiness.unknown().stream().noneMatch(u -> u.what().contains("the platform")));
  }

  @Test
  void aGoodIndexWithoutPracticeIsNotCalledOnCourse() {
    for (var key : List.of("a", "b", "c")) team(key, 12, 12);
    var good =
        new ClaimShares(
            new Proportion(90, 100), new Proportion(90, 100), new Proportion(10, 100), 0);
    cases.platform =
        cases.platform.with(new Evidence(good, new Proportion(10, 100), Practice.unknown(), null));
    var readiness = cases.assess();
    assertNull(readiness.platform().substate());
    assertEquals(
        "It multiplies the force of teams; whether it is run as a product can't be told yet.",
        readiness.verdict().because().get(1));
    assertTrue(
        readiness.unknown().stream()
            .anyMatch(u -> u.what().equals("How well the platform is run as a product.")));
  }

  @Test
  void thoseWhoMustAndThoseWhoMayAreToldApart() {
    for (var key : List.of("a", "b", "c")) team(key, 12, 12);
    must("a");
    var voices = product().voices();
    assertEquals(65, voices.mandated().value());
    assertEquals("8–12", voices.mandated().people());
    // Of 12: 66.7 ± 25 · 2.200985 · √(1.69697 / 12) = 46.0 to 87.4.
    assertEquals(45, voices.mandated().low());
    assertEquals(90, voices.mandated().high());
    assertEquals("13+", voices.free().people());
    must("a", "b", "c");
    assertEquals(Withholding.TOO_FEW, product().voices().mandated().withheld());
    assertEquals(Withholding.TOO_FEW, product().voices().free().withheld());
  }

  @Test
  void fourWhoMustAreNotWorkedOutFromThoseWhoMay() {
    team("a", 12, 4);
    team("b", 12, 12);
    must("a");
    var voices = product().voices();
    assertTrue(voices.satisfied().shown());
    assertEquals(Withholding.TOO_FEW, voices.mandated().withheld());
    assertEquals(Withholding.TOO_FEW, voices.free().withheld());
    must("b");
    assertEquals(Withholding.TOO_FEW, product().voices().mandated().withheld());
  }

  @Test
  void fiveWhoMustAreAWholeGroup() {
    team("a", 12, 5);
    team("b", 12, 12);
    must("a");
    assertEquals("5–7", product().voices().mandated().people());
    assertTrue(product().voices().free().shown());
  }

  @Test
  void afterOneLeftNeitherBalanceNorGroupsAreTold() {
    for (var key : List.of("a", "b", "c")) team(key, 12, 12);
    must("a");
    var everybody = new HashSet<String>();
    cases.teams.forEach(team -> everybody.addAll(team.people()));
    everybody.add("who left");
    cases.earlier.add(everybody);
    var voices = product().voices();
    assertEquals(0, voices.satisfied().value() % 5);
    assertEquals(0, voices.satisfiedShare().value() % 5);
    assertEquals(Withholding.ROSTER_CHANGED, voices.balance().withheld());
    assertEquals(Withholding.ROSTER_CHANGED, voices.mandated().withheld());
    assertEquals(Withholding.ROSTER_CHANGED, voices.free().withheld());
  }

  @Test
  void anItemOfTheSameNameOnAnotherScaleIsLeftAlone() {
    for (var key : List.of("a", "b", "c")) team(key, 12, 12);
    var points = new HashMap<>(cases.teams.get(0).sheets().get(0).points());
    points.put("K7", 6);
    points.put("K8", 11);
    cases.add("d", 1, List.of(new Sheet(points, Set.of())));
    var voices = product().voices();
    assertEquals(Withholding.NO_EVIDENCE, voices.satisfied().withheld());
    assertEquals(Withholding.NO_EVIDENCE, voices.satisfiedShare().withheld());
    assertEquals(Withholding.NO_EVIDENCE, voices.balance().withheld());
  }

  @Test
  void aSurveyThatDidNotAskUsersSaysNothingOfThem() {
    for (var key : List.of("a", "b", "c")) team(key, 12, 12);
    cases.keying = Cases.KEYING;
    var product = product();
    assertEquals(0, product.known());
    assertEquals(Facet.VOICE.send(), part(product, Facet.VOICE).missing());
    assertEquals(Withholding.NO_EVIDENCE, product.voices().satisfied().withheld());
    assertEquals(Withholding.NO_EVIDENCE, product.voices().balance().withheld());
  }

  @Test
  void manyWithoutBasisAreShownAndDoNotWeigh() {
    for (var key : List.of("a", "b", "c")) team(key, 24, 12);
    for (var key : List.of("d", "e", "f")) {
      var sheets = new ArrayList<Sheet>();
      for (int i = 0; i < 9; i++) {
        var points = new HashMap<>(user(i).points());
        points.remove("K4");
        sheets.add(new Sheet(points, Set.of("K4")));
      }
      cases.add(key, 9, sheets);
    }
    var voice = part(product(), Facet.VOICE);
    assertEquals(75, voice.value());
    assertFalse(voice.weighs());
    assertTrue(part(product(), Facet.WAIT).weighs());
  }

  @Test
  void withoutAPlatformNothingIsSaidOfOne() {
    for (var key : List.of("a", "b", "c")) team(key, 12, 12);
    cases.platform = PlatformFacts.none();
    assertNull(product());
    assertTrue(cases.assess().unknown().stream().noneMatch(u -> u.what().contains("platform ")));
  }

  private void must(String... teams) {
    cases.platform =
        cases.platform.with(new Evidence(null, null, Practice.unknown(), Set.of(teams)));
  }

  private Product product() {
    return cases.assess().platform();
  }

  private static Part part(Product product, Facet facet) {
    return product.parts().get(facet.ordinal());
  }

  private static Published score(List<Readiness.ConstructResult> constructs, String key) {
    return constructs.stream()
        .filter(each -> each.construct().equals(key))
        .findFirst()
        .orElseThrow()
        .score();
  }

  /** All answer; so many of them as users. */
  private void team(String key, int people, int users) {
    var sheets = new ArrayList<Sheet>();
    for (int i = 0; i < people; i++) sheets.add(i < users ? user(i) : Cases.sheet(2, 2, i));
    cases.add(key, people, sheets);
  }

  private static Sheet user(int i) {
    var points = new HashMap<>(Cases.sheet(2, 2, i).points());
    points.putAll(Map.of("K1", 3, "K2", 5, "K3", 5, "K4", 4, "K5", 2, "K6", 4));
    points.put("K7", i % 3 == 0 ? 5 : i % 3 == 1 ? 4 : 2);
    points.put("K8", i % 3 == 0 ? 10 : i % 3 == 1 ? 8 : 0);
    return new Sheet(points, Set.of());
  }
}
