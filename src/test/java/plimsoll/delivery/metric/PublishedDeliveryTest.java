package plimsoll.delivery.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import plimsoll.statistics.Moments;
import plimsoll.statistics.Oracle;
import plimsoll.statistics.Oracles;
import plimsoll.statistics.Oracles.Room;

/** The stream of events of section 9.3 against the file of oracles. */
class PublishedDeliveryTest {
  private static final double HOUR = 3600;

  @TestFactory
  Stream<DynamicTest> whatWasWorkedOutByHandIsFoundHere() {
    return Oracles.of(Room.DELIVERY, Map.of("delivery", PublishedDeliveryTest::stream));
  }

  private static void stream(Oracle o) {
    var ledger = Ledger.of(Stream93.events(), Stream93.OWNERSHIP);
    var team = DeliveryReport.of(ledger, "payments", Stream93.WINDOW);
    var utc = new Window(Stream93.FROM, Stream93.TO, ZoneOffset.UTC);
    assertEquals(o.number("deploys"), team.deployments());
    assertEquals(o.number("deploy_days_berlin"), team.deployDays());
    var days = DeliveryReport.of(ledger, "payments", utc).deployDays();
    assertEquals(o.number("deploy_days_utc"), days);
    leadTimes(o, ledger);
    var metrics = team.metrics();
    assertEquals(o.number("p50") * HOUR, metrics.leadTime().value(), 1e-6);
    share(o.numbers("cfr"), metrics.changeFailRate());
    share(o.numbers("rework"), metrics.reworkRate());
    List<Double> seconds =
        Arrays.stream(o.numbers("fdrt_minutes")).mapToObj(minutes -> minutes * 60).toList();
    assertEquals(seconds, metrics.recoveryTime().listed());
  }

  private static void leadTimes(Oracle o, Ledger ledger) {
    double[] hours =
        ledger.slice("payments", Stream93.WINDOW).deployments().stream()
            .flatMap(one -> one.leadTimes().stream())
            .mapToDouble(lead -> lead.seconds() / HOUR)
            .sorted()
            .toArray();
    assertArrayEquals(Arrays.stream(o.numbers("lead_hours")).sorted().toArray(), hours);
    assertEquals(o.number("p50"), Moments.median(hours), 1e-12);
    assertEquals(o.number("p90_R7"), Moments.percentile(hours, 0.9), 1e-12);
    assertEquals(o.number("p90_R7"), Quantiles.of(hours, 90), 1e-12);
    assertEquals(o.number("p90_commons_LEGACY"), new Percentile().evaluate(hours, 90), 1e-12);
  }

  private static void share(double[] expected, Metric found) {
    assertEquals(expected[0], found.hits().doubleValue());
    assertEquals(expected[1], found.n());
  }
}
