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
import java.time.ZoneOffset;
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

  @Property
  void eachRuleIsUnmovedByOrderAndRepetition(@ForAll long seed) {
    var random = new Random(seed);
    var stream = stream(random);
    var again = shuffledTwice(stream, random);
    for (var rule : AttributionRule.values()) {
      assertEquals(failedUnder(rule, stream), failedUnder(rule, again));
    }
  }

  /** What laying incidents on any last deployment adds, and what going back and reverts add. */
  @Property
  void aWiderRuleNeverCountsFewerFailures(@ForAll long seed) {
    var stream = stream(new Random(seed));
    assertHolds(AttributionRule.WIDEST, AttributionRule.HEADLINE, stream);
    assertHolds(AttributionRule.ONLY_LAST_DEPLOYMENT, AttributionRule.ONLY_WITHIN_24_HOURS, stream);
    assertHolds(AttributionRule.STATED_AND_ROLLBACK, AttributionRule.STATED, stream);
    assertHolds(AttributionRule.WITHOUT_TIMES, AttributionRule.STATED_AND_ROLLBACK, stream);
  }

  private static void assertHolds(AttributionRule wide, AttributionRule narrow, Events stream) {
    assertTrue(failedUnder(wide, stream).containsAll(failedUnder(narrow, stream)));
  }

  private static List<String> failedUnder(AttributionRule rule, Events stream) {
    return Ledger.of(stream, OWNERSHIP).production().stream()
        .filter(one -> one.under(rule).failed())
        .map(one -> one.deployment().key())
        .toList();
  }

  @Property
  void oneMoreStatedFailureNeverLowersTheFailRate(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 19) int deployment) {
    var random = new Random(seed);
    var stream = stream(random);
    var incidents = new ArrayList<>(stream.incidents());
    incidents.add(incident("one-more", at(random), Cause.CHANGE, "d" + deployment));
    var more = new Events(stream.deployments(), incidents, List.of(), List.of(), AS_OF);
    for (var rule : List.of(AttributionRule.HEADLINE, AttributionRule.STATED)) {
      assertTrue(failedUnder(rule, more).containsAll(failedUnder(rule, stream)));
    }
  }

  @Property
  void everyShareLiesBetweenNoneAndAll(@ForAll long seed) {
    for (var metric : metrics(asked(stream(new Random(seed)), new Random(seed))).all()) {
      if (!metric.unit().equals("share")) continue;
      for (var value : new Double[] {metric.value(), metric.low(), metric.high()}) {
        assertTrue(value == null || value >= 0 && value <= 1, metric::toString);
      }
      assertTrue(metric.listed().stream().allMatch(one -> one >= 0 && one <= 1));
      assertTrue(metric.coverage() >= 0 && metric.coverage() <= 1);
    }
  }

  @Property
  void orderAndRepetitionOfWhatWasAskedChangeNothing(@ForAll long seed) {
    var random = new Random(seed);
    var stream = asked(stream(random), random);
    var again =
        new Events(
            twice(stream.deployments(), random),
            twice(stream.incidents(), random),
            twice(stream.tickets(), random),
            List.of(),
            twice(stream.claims(), random),
            AS_OF);
    assertEquals(figures(stream), figures(again));
  }

  /**
   * One more that the team served itself never lowers the share; one more ticket never raises it.
   */
  @Property
  void selfServiceMovesWithWhatIsServed(@ForAll long seed) {
    var random = new Random(seed);
    var stream = asked(stream(random), random);
    var claims = new ArrayList<>(stream.claims());
    claims.add(claim("more", at(random), Claim.Channel.SELF));
    var tickets = new ArrayList<>(stream.tickets());
    tickets.add(ticket("more", at(random), 3600));
    var before = selfService(stream, stream.tickets(), stream.claims());
    assertTrue(selfService(stream, stream.tickets(), claims) >= before);
    assertTrue(selfService(stream, tickets, stream.claims()) <= before);
  }

  private static double selfService(Events stream, List<Ticket> tickets, List<Claim> claims) {
    var events = new Events(stream.deployments(), List.of(), tickets, List.of(), claims, AS_OF);
    return metrics(events).selfServiceShare().value();
  }

  /** Days are cut otherwise, but nothing is lost or counted twice. */
  @Property
  void aZoneMovesDaysAndNoCounts(@ForAll long seed, @ForAll @IntRange(min = -12, max = 14) int at) {
    var ledger = Ledger.of(stream(new Random(seed)), OWNERSHIP);
    var moved = new Window(FROM, TO, ZoneOffset.ofHours(at));
    var here = DeliveryReport.of(ledger, "payments", WINDOW);
    var there = DeliveryReport.of(ledger, "payments", moved);
    assertEquals(here.deployments(), there.deployments());
    for (var measure : Measure.values()) {
      if (measure == Measure.DEPLOYMENT_FREQUENCY) continue; // Its coverage is told in days.
      assertEquals(here.metrics().of(measure), there.metrics().of(measure));
    }
    assertTrue(there.deployDays() <= there.deployments());
  }

  private static Events asked(Events stream, Random random) {
    var claims = new ArrayList<Claim>();
    var tickets = new ArrayList<Ticket>();
    for (int i = 0; i < 1 + random.nextInt(6); i++) {
      claims.add(claim("k" + i, at(random), Claim.Channel.values()[random.nextInt(2)]));
      tickets.add(
          ticket("k" + (i + random.nextInt(3)), at(random), random.nextInt(200_000) - 5000));
    }
    return new Events(stream.deployments(), stream.incidents(), tickets, List.of(), claims, AS_OF);
  }

  private static Claim claim(String id, Instant at, Claim.Channel channel) {
    return new Claim("plimsoll", id, "payments", "database", at, null, channel, null);
  }

  private static Ticket ticket(String id, Instant at, int seconds) {
    return new Ticket(
        "plimsoll",
        id,
        "Payments",
        "operations",
        Ticket.Kind.INFRASTRUCTURE,
        at,
        at.plusSeconds(seconds));
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
