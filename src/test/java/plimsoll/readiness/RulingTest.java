package plimsoll.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plimsoll.readiness.Verdict.Kind;

class RulingTest {
  private static final Kind BUILD = Kind.BUILD_PLATFORM_TEAM;
  private static final Kind START = Kind.START_WITH_DEVOPS;
  private static final Kind STANDARDISE = Kind.STANDARDISE;

  private static Verdict before(Kind kind, Kind leaning, double probability) {
    return new Verdict(
        kind, leaning, probability, Map.of(), 0, List.of(), List.of(), 1, List.of(), null);
  }

  @Test
  void buildingNeedsFourFifths() {
    assertEquals(BUILD, Ruling.of(Map.of(BUILD, 1600, STANDARDISE, 400), false, null).kind());
    var leaning = Ruling.of(Map.of(BUILD, 1599, STANDARDISE, 401), false, null);
    assertEquals(STANDARDISE, leaning.kind());
    assertEquals(BUILD, leaning.leaning());
  }

  @Test
  void otherVerdictsNeedThreeFifths() {
    assertEquals(START, Ruling.of(Map.of(START, 1200, STANDARDISE, 800), false, null).kind());
    var unclear = Ruling.of(Map.of(START, 1199, STANDARDISE, 801), false, null);
    assertEquals(Kind.UNCLEAR, unclear.kind());
    assertEquals(START, unclear.leaning());
  }

  @Test
  void disagreementCapsWhatIsClaimed() {
    var ruling = Ruling.of(Map.of(START, 2000), true, null);
    assertEquals(0.8, ruling.probability());
    assertEquals(0.2, ruling.probabilities().get(Kind.UNCLEAR), 1e-12);
    assertEquals(START, ruling.kind());
  }

  @Test
  void aVerdictStandsUntilAnotherIsShownWell() {
    var started = before(START, null, 0.9);
    assertEquals(START, Ruling.of(Map.of(STANDARDISE, 1500, START, 500), false, started).kind());
    assertEquals(
        STANDARDISE, Ruling.of(Map.of(STANDARDISE, 1600, START, 400), false, started).kind());
    var shaken = before(START, STANDARDISE, 0.7);
    assertEquals(
        STANDARDISE, Ruling.of(Map.of(STANDARDISE, 1300, START, 700), false, shaken).kind());
  }

  @Test
  void buildingIsNotReachedByPatience() {
    var shaken = before(STANDARDISE, BUILD, 0.7);
    var ruling = Ruling.of(Map.of(BUILD, 1400, STANDARDISE, 600), false, shaken);
    assertEquals(STANDARDISE, ruling.kind());
    assertEquals(BUILD, ruling.leaning());
  }

  @Test
  void aPlatformCountsAtOnceAndMissingEvidenceToo() {
    var started = before(START, null, 0.9);
    var platform = Ruling.of(Map.of(Kind.RUN_PLATFORM_AS_PRODUCT, 2000), false, started);
    assertEquals(Kind.RUN_PLATFORM_AS_PRODUCT, platform.kind());
    assertEquals(
        Kind.UNCLEAR, Ruling.of(Map.of(Kind.UNCLEAR, 1500, START, 500), false, started).kind());
  }

  @Test
  void anUnclearPastProtectsNothing() {
    var unclear = before(Kind.UNCLEAR, START, 0.5);
    var ruling = Ruling.of(Map.of(STANDARDISE, 1300, START, 700), false, unclear);
    assertEquals(STANDARDISE, ruling.kind());
    assertFalse(ruling.kept());
    assertNull(ruling.leaning());
  }

  @Test
  void consistencyAndDivergenceLetGoLate() {
    var cases = new Cases();
    cases.patterns = Cases.patterns(0.09, 0.27, 0.27, 0.2);
    var fresh = Patterns.of(cases.build());
    assertEquals(1, fresh.consistent(Patterns.ALL_FEATURES));
    assertFalse(fresh.diverging());
    cases = Cases.five(2, 4);
    cases.patterns = Cases.patterns(0.10, 0.1, 0.1, 0.2);
    var next = new Cases();
    next.previous = cases.assess();
    next.patterns = Cases.patterns(0.09, 0.27, 0.27, 0.2);
    var kept = Patterns.of(next.build());
    assertEquals(3, kept.consistent(Patterns.ALL_FEATURES));
    assertTrue(kept.diverging());
  }

  @Test
  void aClearFallOfDivergenceEndsIt() {
    var cases = Cases.five(2, 4);
    var next = new Cases();
    next.previous = cases.assess();
    next.patterns = Cases.patterns(0.21, 0.1, 0.1, 0.2);
    assertFalse(Patterns.of(next.build()).diverging());
    next.patterns = Cases.patterns(0.23, 0.1, 0.1, 0.2);
    assertTrue(Patterns.of(next.build()).diverging());
  }
}
