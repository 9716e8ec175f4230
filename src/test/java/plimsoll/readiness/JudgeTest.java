package plimsoll.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
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
}
