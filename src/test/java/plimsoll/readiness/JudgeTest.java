package plimsoll.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plimsoll.disclosure.Withholding;
import plimsoll.platform.Evidence;
import plimsoll.readiness.Verdict.Kind;

class JudgeTest {

  @Test
  void steadyPatternsThatDriftApartUnderNeedCallForAPlatformTeam() {
    var verdict = Cases.five(2, 4).assess().verdict();
    assertEquals(Kind.BUILD_PLATFORM_TEAM, verdict.kind());
    assertEquals(5, verdict.row());
    assertTrue(verdict.probability() > 0.95);
  }

  @Test
  void missingPracticeComesFirst() {
    var verdict = Cases.five(4, 4).assess().verdict();
    assertEquals(Kind.START_WITH_DEVOPS, verdict.kind());
    assertEquals(2, verdict.row());
  }

  @Test
  void driftWithoutNeedIsWatched() {
    var verdict = Cases.five(2, 2).assess().verdict();
    assertEquals(Kind.STANDARDISE, verdict.kind());
    assertEquals(6, verdict.row());
  }

  @Test
  void withoutManifestsTheVerdictIsUnclearAndAsksForThem() {
    var cases = Cases.five(2, 4);
    cases.patterns = null;
    var readiness = cases.assess();
    assertEquals(Kind.UNCLEAR, readiness.verdict().kind());
    assertEquals(0, readiness.verdict().row());
    assertNull(readiness.patterns());
    assertTrue(readiness.verdict().gather().get(0).contains("manifests"));
    assertFalse(readiness.verdict().because().isEmpty());
  }

  @Test
  void theSameCaseGivesTheSameReading() {
    assertEquals(Cases.five(2.5, 3.2).assess(), Cases.five(2.5, 3.2).assess());
  }

  @Test
  void aTeamWithALeaverIsWithheldAndTheOrganisationIsNot() {
    var cases = Cases.five(2, 4);
    var people = new HashSet<>(cases.teams.get(0).people());
    people.add("who left");
    cases.earlier.add(people);
    cases.earlier.add(cases.teams.get(1).people());
    var readiness = cases.assess();
    var first = readiness.teams().get(0);
    assertEquals(Withholding.ROSTER_CHANGED, first.load().withheld());
    assertEquals(Withholding.ROSTER_CHANGED, first.axes().platformNeed().withheld());
    assertEquals(Kind.UNCLEAR, first.verdict().kind());
    assertTrue(readiness.teams().get(1).load().shown());
    assertTrue(readiness.load().shown());
  }

  @Test
  void aSmallOrganisationWithALeaverIsRoundedToFive() {
    var cases = Cases.five(2, 3.3);
    var now = cases.assess().load();
    var everybody = new HashSet<String>();
    cases.teams.forEach(team -> everybody.addAll(team.people()));
    everybody.add("who left");
    cases.earlier.add(everybody);
    var coarse = cases.assess().load();
    assertEquals(0, coarse.value() % 5);
    assertTrue(coarse.low() <= now.low() && coarse.high() >= now.high());
  }

  @Test
  void frustrationIsShownFromEightPeopleOnAndItsItemsApart() {
    var readiness = new Cases().team("a", 7, 3, 3).team("b", 9, 3, 3).team("c", 9, 3, 3).assess();
    var small = readiness.teams().get(0).constructs();
    var scores = new HashMap<String, Boolean>();
    small.forEach(c -> scores.put(c.construct(), c.score().shown()));
    assertEquals(false, scores.get("L10"));
    assertEquals(false, scores.get("L11"));
    assertEquals(true, scores.get("FLOW"));
    assertFalse(scores.containsKey("OVR"));
  }

  @Test
  void itemsAreNeverShownForATeam() {
    var readiness = Cases.five(3, 3).assess();
    readiness.teams().forEach(t -> t.constructs().forEach(c -> assertTrue(c.items().isEmpty())));
    assertEquals(2, readiness.constructs().get(0).items().size());
    var small = new Cases().team("a", 7, 3, 3).team("b", 7, 3, 3).assess();
    assertTrue(small.constructs().get(0).items().isEmpty());
  }

  @Test
  void recordsStandBesidePeopleAndContradictThem() {
    var cases = Cases.five(4, 3);
    for (var team : cases.teams) cases.records.add(Recorded.of(team.key(), Criterion.D2, 4, 80));
    var result = cases.assess().criteria().get(Criterion.D2.ordinal());
    assertEquals(5, result.recorded().value());
    assertEquals(75, result.said().value());
    assertEquals(40, result.joined().value());
    assertTrue(result.disagrees());
    assertTrue(result.probabilityMet() >= 0.2);
    assertTrue(cases.assess().verdict().probability() <= 0.8);
  }

  @Test
  void nineEventsHaveNoWeightForATeam() {
    var cases = Cases.five(2, 2);
    cases.records.add(Recorded.of("a", Criterion.D2, 9, 9));
    var result = cases.assess().teams().get(0).criteria().get(1);
    assertFalse(result.recorded().shown());
    assertEquals("Only 9 events recorded; ten count.", result.fact());
  }

  @Test
  void aPlatformIsRunAsAProduct() {
    var cases = Cases.five(2, 4);
    cases.platform = new PlatformFacts(true, "Harbour", Evidence.none(), Set.of("a"));
    var readiness = cases.assess();
    assertEquals(Kind.RUN_PLATFORM_AS_PRODUCT, readiness.verdict().kind());
    assertEquals(
        List.of(
            "There is a platform: Harbour.",
            "Whether it helps teams or holds them up can't be told yet: 0 of 7 parts of the index"
                + " are known, 5 are needed."),
        readiness.verdict().because().subList(0, 2));
    assertEquals(Kind.PLATFORM_USER, readiness.teams().get(0).verdict().kind());
    assertEquals(Kind.PLATFORM_CUSTOMER, readiness.teams().get(1).verdict().kind());
  }

  @Test
  void twoTeamsAreTooFew() {
    var cases = Cases.five(2, 4);
    cases.owning = 2;
    assertEquals(3, cases.assess().verdict().row());
  }

  @Test
  void agreeingPatternsAreKept() {
    var cases = Cases.five(2, 4);
    cases.patterns = Cases.patterns(0.02, 0.1, 0.1, 0.1);
    var verdict = cases.assess().verdict();
    assertEquals(Kind.STANDARDISE, verdict.kind());
    assertEquals(7, verdict.row());
    assertTrue(verdict.because().get(0).contains("still agree"));
  }

  @Test
  void listedFlipsOfFactsFlip() {
    var verdict = Cases.five(2, 4).assess().verdict();
    for (var flip : verdict.flips()) {
      var cases = Cases.five(2, 4);
      if (flip.input().equals("P1")) cases.owning = (int) flip.to();
      else if (flip.input().equals("R2"))
        cases.patterns = Cases.patterns(flip.to(), 0.1, 0.1, 0.12, 0.2, 0.4);
      else continue;
      assertEquals(flip.becomes(), cases.assess().verdict().kind(), flip::toString);
    }
  }

  @Test
  void whatIsNotKnownIsToldWithAStep() {
    var unknown = Cases.five(2, 4).assess().unknown();
    assertTrue(unknown.stream().anyMatch(u -> u.how().startsWith("Send: Incidents")));
    assertTrue(unknown.stream().anyMatch(u -> u.what().contains("not validated")));
    unknown.forEach(u -> assertFalse(u.how().isBlank()));
  }

  @Test
  void theSilentBoundTheScore() {
    var cases = new Cases().team("a", 16, 12, 3, 3).team("b", 16, 12, 3, 3).team("c", 16, 12, 3, 3);
    var exi = cases.assess().constructs().get(6);
    assertEquals("EXI", exi.construct());
    assertEquals(25, exi.possible().high() - exi.possible().low(), 1.01);
  }
}
