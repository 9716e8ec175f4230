package plimsoll.delivery.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plimsoll.delivery.metric.Stream93.AS_OF;
import static plimsoll.delivery.metric.Stream93.FROM;
import static plimsoll.delivery.metric.Stream93.OWNERSHIP;
import static plimsoll.delivery.metric.Stream93.TO;
import static plimsoll.delivery.metric.Stream93.WINDOW;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import plimsoll.delivery.metric.Deployment.Kind;
import plimsoll.delivery.metric.Deployment.Outcome;
import plimsoll.delivery.metric.Incident.Cause;

/** What holds for every stream of events: section 9.10 of the measurement model. */
class DeliveryPropertiesTest {

  @Property
  void orderAndRepetitionChangeNothing(@ForAll long seed) {
    var random = new Random(seed);
    var stream = stream(random);
    assertEquals(figures(stream), figures(shuffledTwice(stream, random)));
  }

  @Property
  void timeZoneOfTheMachineChangesNothing(@ForAll long seed) {
    var stream = stream(new Random(seed));
    var here = TimeZone.getDefault();
    var before = figures(stream);
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertEquals(before, figures(stream));
    } finally {
      TimeZone.setDefault(here);
    }
  }

  @Property
  void splittingAWindowAddsCounts(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 335) int hour) {
    var ledger = Ledger.of(stream(new Random(seed)), OWNERSHIP);
    var middle = FROM.plusSeconds(hour * 3600L);
    var first = ledger.slice("payments", new Window(FROM, middle, Stream93.BERLIN));
    var second = ledger.slice("payments", new Window(middle, TO, Stream93.BERLIN));
    var whole = ledger.slice("payments", WINDOW);
    assertEquals(
        whole.deployments().size(), first.deployments().size() + second.deployments().size());
    assertEquals(failed(whole), failed(first) + failed(second));
    assertEquals(rework(whole), rework(first) + rework(second));
    assertEquals(whole.incidents().size(), first.incidents().size() + second.incidents().size());
    assertEquals(whole.pipelineFailures(), first.pipelineFailures() + second.pipelineFailures());
    assertEquals(commits(whole), commits(first) + commits(second));
  }

  @Property
  void noMoreFailThanWereDeployed(@ForAll long seed) {
    var rate = metrics(stream(new Random(seed))).changeFailRate();
    assertTrue(rate.value() == null || rate.value() <= 1);
  }

  @Property
  void externalIncidentLeavesTheFailRate(@ForAll long seed) {
    var random = new Random(seed);
    var stream = stream(random);
    var incidents = new ArrayList<>(stream.incidents());
    incidents.add(incident("external", at(random), Cause.EXTERNAL, null));
    var more = new Events(stream.deployments(), incidents, List.of(), List.of(), AS_OF);
    assertEquals(metrics(stream).changeFailRate().hits(), metrics(more).changeFailRate().hits());
    assertEquals(metrics(stream).recoveryTime().listed(), metrics(more).recoveryTime().listed());
  }

  /** A cut made again, when more has happened, gives what it gave then. */
  @Property
  void whatHappensLaterChangesNoFigureOfACut(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 13) int day) {
    var all = stream(new Random(seed));
    var asOf = FROM.plus(Duration.ofDays(day));
    var deployments =
        all.deployments().stream().filter(one -> !one.finishedAt().isAfter(asOf)).toList();
    var incidents = all.incidents().stream().filter(one -> !one.startedAt().isAfter(asOf)).toList();
    assertEquals(
        figures(new Events(deployments, incidents, List.of(), List.of(), asOf)),
        figures(new Events(all.deployments(), all.incidents(), List.of(), List.of(), asOf)));
  }

  /** All belong to one team here, so its figures are the organisation's. */
  @Property
  void figuresOfTheOnlyTeamAreThoseOfAll(@ForAll long seed) {
    var figures = figures(stream(new Random(seed)));
    assertEquals(
        figures.organisation().whole().metrics(),
        figures.organisation().whole().deployments() == 0
            ? figures.organisation().whole().metrics()
            : figures.team("payments").orElseThrow().whole().metrics());
  }

  @Property
  void everyIntervalHoldsItsValue(@ForAll long seed) {
    for (var metric : metrics(stream(new Random(seed))).all()) {
      if (metric.value() == null) continue;
      assertTrue(metric.low() == null || metric.low() <= metric.value() + 1e-9, metric::toString);
      assertTrue(metric.high() == null || metric.high() >= metric.value() - 1e-9, metric::toString);
    }
  }

  @Property
  void recordsForTheVerdictAreCountsOfTheirTrials(@ForAll long seed) {
    for (var recorded : figures(stream(new Random(seed))).recorded()) {
      assertTrue(recorded.hits() >= 0 && recorded.hits() <= recorded.trials());
    }
  }

  private static DeliveryFigures figures(Events events) {
    return DeliveryReport.of(events, OWNERSHIP, List.of(WINDOW));
  }

  private static Metrics metrics(Events events) {
    return DeliveryReport.of(Ledger.of(events, OWNERSHIP), "payments", WINDOW).metrics();
  }

  private static long failed(Slice slice) {
    return slice.deployments().stream().filter(Judged::failed).count();
  }

  private static long rework(Slice slice) {
    return slice.deployments().stream().filter(Judged::rework).count();
  }

  private static long commits(Slice slice) {
    return slice.deployments().stream().mapToLong(one -> one.leadTimes().size()).sum();
  }

  private static Events shuffledTwice(Events events, Random random) {
    return new Events(
        twice(events.deployments(), random),
        twice(events.incidents(), random),
        List.of(),
        List.of(),
        AS_OF);
  }

  private static <T> List<T> twice(List<T> all, Random random) {
    var twice = new ArrayList<>(all);
    twice.addAll(all);
    Collections.shuffle(twice, random);
    return twice;
  }

  private static Events stream(Random random) {
    var deployments = new ArrayList<Deployment>();
    int count = random.nextInt(20);
    for (int i = 0; i < count; i++) {
      var kind = random.nextInt(6) == 0 ? Kind.ROLLBACK : Kind.CHANGE;
      var outcome = Outcome.values()[random.nextInt(8) == 0 ? random.nextInt(3) : 0];
      var mends = random.nextInt(6) == 0 ? "i" + random.nextInt(5) : null;
      var at = at(random).toString();
      var commit = Stream93.commit("c" + random.nextInt(30), at, random.nextInt(50));
      deployments.add(Stream93.run("d" + i, at, outcome, kind, mends, commit));
    }
    var incidents = new ArrayList<Incident>();
    for (int i = 0; i < 5; i++) {
      var cause = Cause.values()[random.nextInt(4)];
      var causedBy = random.nextBoolean() ? "d" + random.nextInt(20) : null;
      incidents.add(incident("i" + i, at(random), cause, causedBy));
    }
    return new Events(deployments, incidents, List.of(), List.of(), AS_OF);
  }

  private static Incident incident(String id, Instant from, Cause cause, String causedBy) {
    return Stream93.incident(
        id, from.toString(), from.plusSeconds(7200).toString(), cause, causedBy);
  }

  private static Instant at(Random random) {
    return FROM.plusSeconds(random.nextInt(14 * 24 * 3600));
  }
}
