package plimsoll.delivery.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plimsoll.delivery.metric.Stream93.AS_OF;
import static plimsoll.delivery.metric.Stream93.FROM;
import static plimsoll.delivery.metric.Stream93.OWNERSHIP;
import static plimsoll.delivery.metric.Stream93.TO;
import static plimsoll.delivery.metric.Stream93.WINDOW;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.junit.jupiter.api.Test;
import plimsoll.delivery.metric.DeliveryFigures.Figures;
import plimsoll.delivery.metric.Metric.State;

/** The numbers are those of the measurement model, section 9.3. */
class WorkedExampleTest {
  private static final double HOUR = 3600;

  private final Ledger ledger = Ledger.of(Stream93.events(), OWNERSHIP);
  private final Figures team = DeliveryReport.of(ledger, "payments", WINDOW);
  private final Metrics metrics = team.metrics();

  @Test
  void sevenDeploymentsReachProductionHalfOneADay() {
    assertEquals(7, team.deployments());
    assertEquals(0.5, metrics.deploymentFrequency().value(), 1e-9);
    assertEquals(1, team.pipelineFailures());
  }

  @Test
  void deployDaysFollowTheLocalCalendar() {
    assertEquals(5, team.deployDays());
    var utc = DeliveryReport.of(ledger, "payments", new Window(FROM, TO, ZoneOffset.UTC));
    assertEquals(6, utc.deployDays());
  }

  @Test
  void eachCommitHasOneLeadTime() {
    assertEquals(
        List.of(1.5, 2.0, 3.0, 12.0, 24.0, 24.0, 24.0, 72.0),
        leadSeconds().stream().map(seconds -> seconds / HOUR).sorted().toList());
  }

  @Test
  void medianLeadTimeIsEighteenHours() {
    assertEquals(18 * HOUR, metrics.leadTime().value(), 1e-6);
    assertEquals(8, metrics.leadTime().n());
    assertNull(metrics.leadTime().p90(), "eight commits are too few for a ninth tenth");
  }

  @Test
  void ninetiethPercentileInterpolatesAsTypeSeven() {
    var sorted = Quantiles.sorted(leadSeconds());
    assertEquals(38.4 * HOUR, Quantiles.of(sorted, 90), 1e-6);
    assertEquals(72 * HOUR, new Percentile().evaluate(sorted, 90), 1e-6, "the library's default");
  }

  @Test
  void oldestCommitPerDeploymentIsTheOtherRule() {
    var other = metrics.leadTime().alternatives().get(0);
    assertEquals(24 * HOUR, other.value(), 1e-6);
    assertEquals(6, other.n());
  }

  @Test
  void twoOfSevenFailed() {
    var rate = metrics.changeFailRate();
    assertEquals(2, rate.hits());
    assertEquals(7, rate.n());
    assertEquals(0.082219, rate.low(), 1e-6);
    assertEquals(0.641066, rate.high(), 1e-6);
    assertEquals(0, rate.provenance().inferred());
  }

  @Test
  void rollbackAndHotfixAreRework() {
    assertEquals(2, metrics.reworkRate().hits());
    assertEquals(7, metrics.reworkRate().n());
  }

  @Test
  void fewRecoveriesAreListedAndNotSummedUp() {
    var recovery = metrics.recoveryTime();
    assertEquals(State.LISTED, recovery.state());
    assertEquals(List.of(50 * 60.0, 300 * 60.0), recovery.listed());
  }

  @Test
  void overlappingIncidentsAreDownOnce() {
    var ofD8 = Stream93.incidents().stream().filter(one -> "d8".equals(one.causedBy())).toList();
    assertEquals(270 * 60.0, Ledger.downtimeSeconds(ofD8, AS_OF), 1e-6);
  }

  @Test
  void teamWithoutAnEventIsUnknown() {
    var search = DeliveryReport.of(ledger, "search", WINDOW).metrics();
    assertEquals(State.UNKNOWN, search.deploymentFrequency().state());
    assertEquals(State.NOT_APPLICABLE, search.leadTime().state());
    assertEquals(State.NOT_APPLICABLE, search.changeFailRate().state());
  }

  @Test
  void emptyPeriodHasFrequencyZeroAndNothingElse() {
    var later = new Window(TO, AS_OF, ZoneOffset.UTC);
    var empty = DeliveryReport.of(ledger, "payments", later).metrics();
    assertEquals(0, empty.deploymentFrequency().value());
    assertTrue(empty.deploymentFrequency().high() > 0);
    assertEquals(State.NOT_APPLICABLE, empty.changeFailRate().state());
    assertEquals(State.NOT_APPLICABLE, empty.recoveryTime().state());
  }

  private List<Double> leadSeconds() {
    return ledger.slice("payments", WINDOW).deployments().stream()
        .flatMap(one -> one.leadTimes().stream())
        .map(LeadTime::seconds)
        .toList();
  }

  @Test
  void neitherOrderNorRepetitionNorZoneOfTheMachineChangesIt() {
    var random = new Random(93);
    var here = TimeZone.getDefault();
    try {
      for (var zone : List.of("Pacific/Kiritimati", "America/St_Johns", "Europe/Berlin", "UTC")) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        var deployments = new ArrayList<>(Stream93.deployments());
        deployments.addAll(Stream93.deployments());
        var incidents = new ArrayList<>(Stream93.incidents());
        incidents.addAll(Stream93.incidents());
        Collections.shuffle(deployments, random);
        Collections.shuffle(incidents, random);
        var again = new Events(deployments, incidents, List.of(), List.of(), AS_OF);
        assertEquals(team, DeliveryReport.of(Ledger.of(again, OWNERSHIP), "payments", WINDOW));
      }
    } finally {
      TimeZone.setDefault(here);
    }
  }

  /** The week of 23 March is full in UTC; in Berlin the window starts an hour into it. */
  @Test
  void deployDaysAWeekAreCountedInFullWeeksOfTheZone() {
    assertEquals(2, team.deployDaysPerWeek());
    assertEquals(3, utc().deployDaysPerWeek(), "four days in one week and two in the other");
    assertEquals(2.5, team.daysBetweenDeployDays(), "of 2, 4, 3 and 1");
  }

  /** The rollback brings none, and the hotfix one: its other commit had arrived before. */
  @Test
  void aDeploymentBringsOneCommitInTheMedian() {
    assertEquals(1, team.commitsPerDeployment());
    assertNull(DeliveryReport.of(ledger, "search", WINDOW).commitsPerDeployment());
  }

  private Figures utc() {
    return DeliveryReport.of(ledger, "payments", new Window(FROM, TO, ZoneOffset.UTC));
  }

  /** Weeks until leukaemia came back with 6-MP; the interval is that of log-log (SAS's default). */
  @Test
  void medianOfWhatIsOpenIsKaplanAndMeiers() {
    int[] weeks = {6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35};
    var open = Set.of(3, 5, 7, 8, 11, 12, 13, 16, 17, 18, 19, 20);
    var observations = new ArrayList<Observation>();
    for (int i = 0; i < weeks.length; i++) {
      observations.add(new Observation(weeks[i], open.contains(i)));
    }
    var metric = new Drawn(Measure.RECOVERY_TIME).median(observations);
    assertEquals(23, metric.value());
    assertEquals(13, metric.low());
    assertNull(metric.high(), "beyond what was seen");
    assertEquals(List.of("12 of 21 still open."), metric.provenance().notes());
  }
}
