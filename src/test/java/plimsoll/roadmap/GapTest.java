package plimsoll.roadmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plimsoll.disclosure.Published;
import plimsoll.disclosure.Withholding;
import plimsoll.readiness.Criterion;
import plimsoll.readiness.Readiness.CriterionResult;

/** Which teams meet a criterion, how surely, and by what evidence. */
class GapTest {
  private static final Published NONE = Published.withheld(Withholding.NO_EVIDENCE);

  /** 60 with a standard deviation of 5 lies two above 50: 0.97725 of a normal does. */
  @Test
  void aProbabilityThatIsNotGivenComesFromTheInterval() {
    double reach = 5 * 1.959963984540054;
    assertEquals(
        0.9772498680518208,
        probability(new Published(60.0, 60 - reach, 60 + reach, "9", null)),
        1e-12);
  }

  @Test
  void withoutAnIntervalOrWithAnEmptyOneTheValueIsTakenAsItIs() {
    assertEquals(1, probability(new Published(60.0, null, 70.0, "9", null)));
    assertEquals(1, probability(new Published(60.0, 50.0, null, "9", null)));
    assertEquals(1, probability(new Published(60.0, 60.0, 60.0, "9", null)));
  }

  @Test
  void nobodyIsReachedInATeamOfNobody() {
    var readiness = new Readings().team("a", Map.of(Criterion.D2, 70.0)).readiness();
    assertTrue(Gap.of(Criterion.D2, readiness, Map.of("a", 0)).isEmpty());
    assertTrue(Gap.of(Criterion.D2, readiness, Map.of("a", 1)).isPresent());
  }

  @Test
  void aFactAloneIsNoSource() {
    var fact = new CriterionResult(Criterion.D2, NONE, NONE, Readings.score(70), 1.0, false, "so");
    assertFalse(gap(fact, null).oneSource());
    assertTrue(gap(Readings.said(Criterion.D2, 70), null).oneSource());
    assertTrue(gap(fact, Readings.said(Criterion.D2, 70)).oneSource());
    assertFalse(gap(fact, fact).oneSource());
    var recorded =
        new CriterionResult(
            Criterion.D2, NONE, Readings.score(70), Readings.score(70), 1.0, false, null);
    assertTrue(gap(recorded, null).oneSource());
  }

  private static double probability(Published score) {
    var result = new CriterionResult(Criterion.D2, score, NONE, score, null, false, null);
    var readiness = new Readings().team("a", List.of(result)).readiness();
    return Gap.of(Criterion.D2, readiness, Map.of("a", 8))
        .orElseThrow()
        .groups()
        .get(0)
        .probability();
  }

  private static Gap gap(CriterionResult team, CriterionResult organisation) {
    return new Gap(Criterion.D2, List.of(new Gap.Group("a", "A", 8, 1, team)), organisation);
  }
}
