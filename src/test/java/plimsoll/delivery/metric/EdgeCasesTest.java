package plimsoll.delivery.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plimsoll.delivery.metric.Stream93.AS_OF;
import static plimsoll.delivery.metric.Stream93.OWNERSHIP;
import static plimsoll.delivery.metric.Stream93.WINDOW;
import static plimsoll.delivery.metric.Stream93.commit;
import static plimsoll.delivery.metric.Stream93.deployed;
import static plimsoll.delivery.metric.Stream93.incident;
import static plimsoll.delivery.metric.Stream93.run;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plimsoll.delivery.metric.Deployment.Commit;
import plimsoll.delivery.metric.Deployment.Kind;
import plimsoll.delivery.metric.Deployment.Outcome;
import plimsoll.delivery.metric.Deployment.Trigger;
import plimsoll.delivery.metric.Incident.Cause;
import plimsoll.delivery.metric.Metric.State;
import plimsoll.readiness.Criterion;
import plimsoll.readiness.Recorded;

class EdgeCasesTest {
  private static final String AT = "2026-03-25T12:00:00Z";

  @Test
  void noFailureOfTwentyLeavesSixteenPercentOpen() {
    var metrics = metrics(many(20), List.of(external()));
    assertEquals(0, metrics.changeFailRate().value());
    assertEquals(0.161125, metrics.changeFailRate().high(), 1e-6);
    assertEquals(State.NONE, metrics.recoveryTime().state());
    assertNull(metrics.recoveryTime().value(), "none is never 0");
  }

  @Test
  void withoutASourceOfIncidentsNothingIsKnownOfFailures() {
    var metrics = metrics(many(20), List.of());
    assertEquals(State.UNKNOWN, metrics.changeFailRate().state());
    assertEquals(State.UNKNOWN, metrics.recoveryTime().state());
    assertEquals(State.UNKNOWN, metrics.reworkRate().state());
  }

  @Test
  void incidentWithoutALinkIsLaidOnTheLastDeploymentOfTheDay() {
    var near = incident("i", "2026-03-26T11:00:00Z", "2026-03-26T12:00:00Z", Cause.UNKNOWN, null);
    var rate = metrics(List.of(deployed("d", AT)), List.of(near)).changeFailRate();
    assertEquals(1, rate.hits());
    assertEquals(1, rate.provenance().inferred());
    assertEquals(0, rate.alternatives().get(0).value());
  }

  @Test
  void incidentLongAfterIsLaidOnNobody() {
    var late = incident("i", "2026-03-26T13:00:00Z", "2026-03-26T14:00:00Z", Cause.UNKNOWN, null);
    assertEquals(0, metrics(List.of(deployed("d", AT)), List.of(late)).changeFailRate().hits());
  }

  @Test
  void rollbackMarksTheOneBeforeAsFailed() {
    var back = run("back", "2026-03-25T13:00:00Z", Outcome.SUCCEEDED, Kind.ROLLBACK, null);
    var all = List.of(deployed("a", "2026-03-25T11:00:00Z"), deployed("b", AT), back);
    var ledger = ledger(all, List.of(), List.of());
    assertEquals(List.of("b"), failed(ledger));
  }

  @Test
  void mendNamesADeployment() {
    var fix = run("fix", "2026-03-25T13:00:00Z", Outcome.SUCCEEDED, Kind.HOTFIX, "a");
    var all = List.of(deployed("a", "2026-03-25T11:00:00Z"), deployed("b", AT), fix);
    var ledger = ledger(all, List.of(), List.of());
    assertEquals(List.of("a"), failed(ledger));
    var metrics = DeliveryReport.of(ledger, "payments", WINDOW).metrics();
    assertEquals(List.of(7200.0), metrics.recoveryTime().listed());
    assertEquals(1, metrics.reworkRate().hits());
  }

  @Test
  void rolledBackReachedProductionAndFailed() {
    var metrics = metrics(List.of(run("d", AT, Outcome.ROLLED_BACK, Kind.CHANGE, null)), List.of());
    assertEquals(1, metrics.changeFailRate().hits());
    assertEquals(1, metrics.changeFailRate().n());
  }

  @Test
  void revertWithinADayMarksWhatItReverts() {
    var bad = deployed("bad", "2026-03-25T11:00:00Z", commit("c", "2026-03-25T11:00:00Z", 1));
    var revert = new Commit("r", Instant.parse("2026-03-25T11:30:00Z"), "c");
    var ledger = ledger(List.of(bad, deployed("d", AT, revert)), List.of(), List.of());
    assertEquals(List.of("bad"), failed(ledger));
    assertTrue(ledger.production().get(0).failedByInference());
  }

  @Test
  void openIncidentLastsUntilTheDataCut() {
    var deployments = many(8);
    var incidents = new ArrayList<Incident>();
    for (int i = 0; i < 5; i++) {
      var until = i == 0 ? null : "2026-03-2%dT12:%d0:00Z".formatted(i + 5, i);
      incidents.add(
          incident(
              "i" + i, "2026-03-2%dT12:00:00Z".formatted(i + 5), until, Cause.CHANGE, "d" + i));
    }
    var recovery = metrics(deployments, incidents).recoveryTime();
    assertEquals(State.MEASURED, recovery.state());
    assertEquals(5, recovery.n());
    assertTrue(recovery.provenance().notes().toString().contains("1 of 5"));
  }

  @Test
  void contradictoryTimesAreLeftOutAndBlockTheFigure() {
    var deployments = new ArrayList<>(many(10));
    deployments.add(deployed("odd", AT, commit("odd", AT, -1)));
    var lead = metrics(deployments, List.of()).leadTime();
    assertEquals(State.BLOCKED, lead.state());
    assertEquals(1, lead.provenance().excluded());
  }

  @Test
  void twentyThreeHourDayIsADay() {
    var march = Window.month(YearMonth.of(2026, 3), Stream93.BERLIN);
    assertEquals(31 - 1 / 24.0, march.days(), 1e-9);
    assertEquals(LocalDate.of(2026, 3, 2), march.fullWeeks().get(0));
    assertEquals(4, march.fullWeeks().size());
    var october = Window.month(YearMonth.of(2026, 10), Stream93.BERLIN);
    assertEquals(31 + 1 / 24.0, october.days(), 1e-9);
  }

  @Test
  void revisionBringsWhatArrivedSinceTheOneBefore() {
    var changes =
        List.of(
            change("s1", "2026-03-24T08:00:00Z"),
            change("s2", "2026-03-24T09:00:00Z"),
            change("s3", "2026-03-24T10:00:00Z"),
            change("s4", "2026-03-25T11:00:00Z"));
    var all = List.of(revision("a", "2026-03-24T09:30:00Z", "s2"), revision("b", AT, "s4"));
    var ledger = ledger(all, List.of(), changes);
    assertEquals(List.of("s2"), commits(ledger.production().get(0)));
    assertEquals(List.of("s3", "s4"), commits(ledger.production().get(1)));
  }

  @Test
  void squashedCommitArrivesOnce() {
    var squashed =
        new Change("shop/cart", "head", "squash", Instant.parse("2026-03-24T08:00:00Z"), null);
    var changes = List.of(squashed, change("squash", "2026-03-24T08:00:00Z"));
    var first = deployed("a", "2026-03-24T09:00:00Z", new Commit("head", null, null));
    var second = deployed("b", AT, new Commit("squash", null, null));
    var ledger = ledger(List.of(first, second), List.of(), changes);
    assertEquals(3600, ledger.production().get(0).leadTimes().get(0).seconds());
    assertTrue(ledger.production().get(1).leadTimes().isEmpty());
  }

  @Test
  void olderRevisionAgainIsTakenForARollback() {
    var changes =
        List.of(change("s1", "2026-03-24T08:00:00Z"), change("s2", "2026-03-24T09:00:00Z"));
    var all =
        List.of(
            revision("a", "2026-03-24T08:30:00Z", "s1"),
            revision("b", "2026-03-24T09:30:00Z", "s2"),
            revision("c", "2026-03-24T10:00:00Z", "s1"),
            revision("d", "2026-03-24T11:00:00Z", "s2"));
    var ledger = ledger(all, List.of(), changes);
    assertEquals(List.of("b"), failed(ledger));
    assertTrue(ledger.production().get(1).failedByInference());
  }

  @Test
  void ticketOfAnotherTeamCountsAndItsWaitIsTimed() {
    var other = ticket("OPS-1", "operations", "2026-03-25T08:00:00Z", "2026-03-25T11:00:00Z");
    var own = ticket("PAY-1", "payments", "2026-03-25T08:00:00Z", "2026-03-25T11:00:00Z");
    var all = List.of(triggered("a", "OPS-1"), triggered("b", "PAY-1"), triggered("c", null));
    var events = new Events(all, List.of(), List.of(other, own), List.of(), AS_OF);
    var metrics = DeliveryReport.of(Ledger.of(events, OWNERSHIP), "payments", WINDOW).metrics();
    assertEquals(1, metrics.ticketShare().hits());
    assertEquals(3, metrics.ticketShare().n());
    assertEquals(List.of(3 * 3600.0), metrics.ticketWait().listed());
    assertEquals(0, metrics.manualShare().hits());
  }

  @Test
  void needIsCountedForTheVerdict() {
    var helped = responded("i1", List.of("Payments"));
    var left = responded("i2", List.of("operations"));
    var events =
        new Events(
            List.of(triggered("a", null)), List.of(helped, left), List.of(), List.of(), AS_OF);
    var figures = DeliveryReport.of(events, OWNERSHIP, List.of(WINDOW));
    assertTrue(figures.recorded().contains(Recorded.of("payments", Criterion.D3, 1, 2)));
    assertTrue(figures.recorded().contains(Recorded.of("payments", Criterion.D4, 0, 1)));
    assertTrue(figures.connected().contains(Criterion.D2));
  }

  @Test
  void fewUnitsDoNotWeigh() {
    assertFalse(metrics(many(9), List.of(external())).changeFailRate().weighs());
    assertTrue(metrics(many(10), List.of(external())).changeFailRate().weighs());
  }

  private static Metrics metrics(List<Deployment> deployments, List<Incident> incidents) {
    return DeliveryReport.of(ledger(deployments, incidents, List.of()), "payments", WINDOW)
        .metrics();
  }

  private static Ledger ledger(
      List<Deployment> deployments, List<Incident> incidents, List<Change> changes) {
    return Ledger.of(new Events(deployments, incidents, List.of(), changes, AS_OF), OWNERSHIP);
  }

  private static List<String> failed(Ledger ledger) {
    return ledger.production().stream()
        .filter(Judged::failed)
        .map(one -> one.deployment().id())
        .toList();
  }

  private static List<String> commits(Judged one) {
    return one.leadTimes().stream().map(LeadTime::commit).toList();
  }

  private static List<Deployment> many(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              var at = Instant.parse("2026-03-24T00:00:00Z").plusSeconds(i * 3600L).toString();
              return deployed("d" + i, at, commit("c" + i, at, 1));
            })
        .toList();
  }

  private static Incident external() {
    return incident("x", AT, "2026-03-25T13:00:00Z", Cause.EXTERNAL, null);
  }

  private static Incident responded(String id, List<String> responders) {
    var at = Instant.parse("2026-03-27T00:00:00Z");
    return new Incident("plimsoll", id, "checkout", at, at, Cause.EXTERNAL, null, responders);
  }

  private static Change change(String sha, String at) {
    return new Change("shop/cart", sha, sha, Instant.parse(at), null);
  }

  private static Ticket ticket(String id, String team, String from, String until) {
    return new Ticket(
        "plimsoll",
        id,
        "payments",
        team,
        Ticket.Kind.DEPLOYMENT,
        Instant.parse(from),
        Instant.parse(until));
  }

  private static Deployment revision(String id, String at, String sha) {
    return with(deployed(id, at), "shop/cart", sha, null, null);
  }

  private static Deployment triggered(String id, String ticket) {
    return with(deployed(id, AT), null, null, Trigger.AUTOMATIC, ticket);
  }

  private static Deployment with(
      Deployment one, String repository, String revision, Trigger trigger, String ticket) {
    return new Deployment(
        one.source(),
        one.id(),
        one.service(),
        repository,
        revision,
        true,
        one.startedAt(),
        one.finishedAt(),
        one.outcome(),
        one.kind(),
        trigger,
        ticket,
        one.commits(),
        null,
        one.remediates(),
        one.receivedAt());
  }
}
