package plimsoll.delivery.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plimsoll.delivery.metric.Stream93.AS_OF;
import static plimsoll.delivery.metric.Stream93.OWNERSHIP;
import static plimsoll.delivery.metric.Stream93.WINDOW;
import static plimsoll.delivery.metric.Stream93.commit;
import static plimsoll.delivery.metric.Stream93.deployed;
import static plimsoll.delivery.metric.Stream93.incident;
import static plimsoll.delivery.metric.Stream93.run;

import java.time.Duration;
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
        new Change(
            "shop/cart", "head", "squash", Instant.parse("2026-03-24T08:00:00Z"), null, null);
    var changes = List.of(squashed, change("squash", "2026-03-24T08:00:00Z"));
    var first = deployed("a", "2026-03-24T09:00:00Z", new Commit("head", null, null));
    var second = deployed("b", AT, new Commit("squash", null, null));
    var ledger = ledger(List.of(first, second), List.of(), changes);
    assertEquals(3600, ledger.production().get(0).leadTimes().get(0).seconds());
    assertTrue(ledger.production().get(1).leadTimes().isEmpty());
  }

  /** The artifact was made an hour after the change arrived, and deployed an hour later. */
  @Test
  void artifactBringsTheChangeThatItWasMadeOf() {
    var artifact =
        new Change("ci", "pkg:oci/cart@1", "s1", Instant.parse("2026-03-24T08:00:00Z"), null, null);
    var changes = List.of(artifact, change("s1", "2026-03-24T07:00:00Z"));
    var all = List.of(revision("a", "2026-03-24T09:00:00Z", "pkg:oci/cart@1"));
    var ledger = ledger(all, List.of(), changes);
    assertEquals(7200, ledger.production().get(0).leadTimes().get(0).seconds());
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

  @Test
  void rollbackBringsNoCommit() {
    var back = run("back", AT, Outcome.SUCCEEDED, Kind.ROLLBACK, "a", commit("never seen", AT, 1));
    var ledger = ledger(List.of(deployed("a", "2026-03-25T11:00:00Z"), back), List.of(), List.of());
    assertEquals(List.of(), commits(ledger.production().get(1)));
    assertEquals(1, DeliveryReport.of(ledger, "payments", WINDOW).metrics().reworkRate().hits());
  }

  @Test
  void hotfixBringsItsOwnCommits() {
    var fix = run("fix", AT, Outcome.SUCCEEDED, Kind.HOTFIX, "a", commit("c", AT, 1));
    var metrics = metrics(List.of(deployed("a", "2026-03-25T11:00:00Z"), fix), List.of());
    assertEquals(List.of(3600.0), metrics.leadTime().listed());
    assertEquals(2, metrics.reworkRate().n());
  }

  @Test
  void revertAfterADayMarksNothing() {
    var bad = deployed("bad", "2026-03-24T11:59:59Z", commit("c", "2026-03-24T11:00:00Z", 1));
    var revert = new Commit("r", Instant.parse("2026-03-25T11:30:00Z"), "c");
    assertEquals(
        List.of(), failed(ledger(List.of(bad, deployed("d", AT, revert)), List.of(), List.of())));
    var same = deployed("same", AT, commit("c", AT, 2), revert);
    assertEquals(List.of(), failed(ledger(List.of(same), List.of(), List.of())), "in one go");
  }

  @Test
  void revertOnTheDayMarksItAndIsAChangeItself() {
    var bad = deployed("bad", "2026-03-24T12:00:00Z", commit("c", "2026-03-24T11:00:00Z", 1));
    var revert = new Commit("r", Instant.parse("2026-03-25T11:30:00Z"), "c");
    var ledger = ledger(List.of(bad, deployed("d", AT, revert)), List.of(), List.of());
    assertEquals(List.of("bad"), failed(ledger));
    assertEquals(List.of("r"), commits(ledger.production().get(1)));
  }

  @Test
  void commitCountsOncePerService() {
    var here = deployed("here", AT, commit("c", AT, 1));
    var there = of(here, "there", "catalogue");
    var again =
        of(deployed("again", "2026-03-26T12:00:00Z", commit("c", AT, 1)), "again", "checkout");
    var ledger = ledger(List.of(here, there, again), List.of(), List.of());
    var lead = DeliveryReport.of(ledger, null, WINDOW).metrics().leadTime();
    assertEquals(List.of(3600.0, 3600.0), lead.listed());
  }

  @Test
  void figuresOfATeamArePooledAndEachServiceIsShown() {
    var here = deployed("here", AT, commit("c", AT, 1));
    var there = of(deployed("there", AT, commit("d", AT, 3)), "there", "catalogue");
    var down = incident("i", AT, "2026-03-25T13:00:00Z", Cause.CHANGE, "here");
    var figures =
        DeliveryReport.of(ledger(List.of(here, there), List.of(down), List.of()), null, WINDOW);
    assertEquals(1, figures.metrics().changeFailRate().hits());
    assertEquals(2, figures.metrics().changeFailRate().n());
    assertEquals(
        List.of("catalogue", "checkout"),
        figures.services().stream().map(DeliveryFigures.ServiceFigures::service).toList());
    assertEquals(0, figures.services().get(0).metrics().get(2).hits());
    assertEquals(1, figures.services().get(1).metrics().get(2).hits());
  }

  @Test
  void incidentResolvedBeforeItBeganIsLeftOutOfRecoveryAndCounted() {
    var odd = incident("i", "2026-03-25T13:00:00Z", "2026-03-25T12:30:00Z", Cause.CHANGE, "d");
    var metrics = metrics(List.of(deployed("d", AT)), List.of(odd));
    assertEquals(1, metrics.changeFailRate().hits(), "it failed all the same");
    assertEquals(State.BLOCKED, metrics.recoveryTime().state());
    assertEquals(1, metrics.recoveryTime().provenance().excluded());
  }

  @Test
  void incidentResolvedBeforeTheDeploymentEndedIsLeftOutToo() {
    var before = incident("i", "2026-03-25T10:00:00Z", "2026-03-25T11:00:00Z", Cause.CHANGE, "d");
    var recovery = metrics(List.of(deployed("d", AT)), List.of(before)).recoveryTime();
    assertEquals(1, recovery.provenance().excluded());
  }

  @Test
  void lastOfOverlappingIncidentsEndsTheFailure() {
    var first = incident("i", "2026-03-25T12:10:00Z", "2026-03-25T14:00:00Z", Cause.CHANGE, "d");
    var second = incident("j", "2026-03-25T12:20:00Z", "2026-03-25T13:00:00Z", Cause.CHANGE, "d");
    var recovery = metrics(List.of(deployed("d", AT)), List.of(first, second)).recoveryTime();
    assertEquals(List.of(7200.0), recovery.listed());
  }

  @Test
  void neitherCapacityNorOthersAreChangesOfOurs() {
    for (var cause : List.of(Cause.CAPACITY, Cause.EXTERNAL)) {
      var incident = incident("i", AT, "2026-03-25T13:00:00Z", cause, "d");
      var metrics = metrics(List.of(deployed("d", AT)), List.of(incident));
      assertEquals(0, metrics.changeFailRate().hits());
      assertEquals(State.NONE, metrics.recoveryTime().state());
    }
  }

  @Test
  void configurationIsDeployedButBringsNoChange() {
    var config = run("config", AT, Outcome.SUCCEEDED, Kind.CONFIG, null);
    var rebuild = run("rebuild", AT, Outcome.SUCCEEDED, Kind.REBUILD, null);
    var code = deployed("code", AT, commit("c", AT, 1));
    var metrics = metrics(List.of(config, rebuild, code), List.of());
    assertEquals(3, metrics.deploymentFrequency().n());
    assertTrue(
        metrics
            .deploymentFrequency()
            .provenance()
            .notes()
            .contains("2 of them brought configuration or a rebuild."));
    assertEquals(1, metrics.leadTime().coverage());
    assertEquals(1, metrics.leadTime().n());
  }

  @Test
  void whatWasSentLateCountsAndIsSaid() {
    var at = Instant.parse(AT);
    var week = received(deployed("week", AT), at.plus(Duration.ofDays(7)));
    var late = received(deployed("late", AT), at.plus(Duration.ofDays(7)).plusMillis(1));
    var frequency = metrics(List.of(week, late), List.of()).deploymentFrequency();
    assertEquals(2, frequency.n());
    assertTrue(
        frequency
            .provenance()
            .notes()
            .contains("1 were sent more than 7 days after they happened."));
  }

  @Test
  void aPeriodIsProvisionalForAWeek() {
    var ledger = ledger(many(1), List.of(), List.of());
    var ends = Stream93.AS_OF.minus(Duration.ofDays(7));
    var week = new Window(Stream93.FROM, ends, Stream93.BERLIN);
    assertFalse(DeliveryReport.of(ledger, "payments", week).provisional());
    var later = new Window(Stream93.FROM, ends.plusNanos(1), Stream93.BERLIN);
    assertTrue(DeliveryReport.of(ledger, "payments", later).provisional());
  }

  /** On 29 March 23 hours pass in Berlin, on 25 October 25. */
  @Test
  void longAndShortDaysAreOneDayEach() {
    for (var day : List.of("2026-03-29", "2026-10-25")) {
      var date = LocalDate.parse(day);
      var from = date.atStartOfDay(Stream93.BERLIN).toInstant();
      var to = date.plusDays(1).atStartOfDay(Stream93.BERLIN).toInstant();
      var all =
          List.of(deployed("a", from.toString()), deployed("b", to.minusSeconds(1).toString()));
      var asOf = to.plus(Duration.ofDays(30));
      var events = new Events(all, List.of(), List.of(), List.of(), asOf);
      var window = new Window(from, to, Stream93.BERLIN);
      var figures = DeliveryReport.of(Ledger.of(events, OWNERSHIP), "payments", window);
      assertEquals(2, figures.deployments());
      assertEquals(1, figures.deployDays());
      assertEquals(date, figures.from());
      assertEquals(date.plusDays(1), figures.until());
    }
  }

  @Test
  void whatHappensAfterTheCutIsLeftOut() {
    var after = AS_OF.plusNanos(1);
    var events =
        new Events(
            List.of(deployed("on", AS_OF.toString()), deployed("after", after.toString())),
            List.of(incident("i", after.toString(), null, Cause.CHANGE, "on")),
            List.of(ticket("t", "operations", after.toString(), after.toString())),
            List.of(change("s", after.toString())),
            AS_OF);
    assertEquals(List.of("on"), events.deployments().stream().map(Deployment::id).toList());
    assertEquals(List.of(), events.incidents());
    assertEquals(List.of(), events.tickets());
    assertEquals(List.of(), events.changes());
  }

  @Test
  void whatEndsAfterTheCutIsOpen() {
    var after = AS_OF.plusSeconds(1).toString();
    var events =
        new Events(
            List.of(),
            List.of(
                incident("open", AT, after, Cause.CHANGE, "d"),
                incident("over", AT, AS_OF.toString(), Cause.CHANGE, "d")),
            List.of(
                ticket("open", "operations", AT, after),
                ticket("over", "operations", AT, AS_OF.toString())),
            List.of(),
            AS_OF);
    assertNull(events.incidents().get(0).resolvedAt());
    assertEquals(AS_OF, events.incidents().get(1).resolvedAt());
    assertNull(events.tickets().get(0).closedAt());
    assertEquals(AS_OF, events.tickets().get(1).closedAt());
  }

  /** A clock that stands at its beginning: the median holds, and other periods know nothing. */
  @Test
  void commitsAndDeploymentsOf1970AreTakenAtTheirWord() {
    var deployments = new ArrayList<>(many(8));
    var old = new Commit("old", Instant.EPOCH, null);
    deployments.add(deployed("odd", AT, old));
    deployments.add(deployed("epoch", "1970-01-01T00:00:00Z"));
    var metrics = metrics(deployments, List.of());
    assertEquals(3600, metrics.leadTime().value());
    assertEquals(9, metrics.deploymentFrequency().n());
  }

  @Test
  void anyTwoMomentsHaveADistance() {
    assertTrue(Timeline.seconds(Instant.MIN, Instant.MAX) > 6e16);
    assertEquals(-1.5, Timeline.seconds(Instant.EPOCH, Instant.ofEpochMilli(-1500)));
    assertEquals(.000001, Timeline.seconds(Instant.EPOCH, Instant.EPOCH.plusNanos(1000)), 1e-12);
  }

  @Test
  void recordsWithoutATimeAreRefused() {
    assertThrows(NullPointerException.class, () -> new Change("r", "s", "s", null, null, null));
    assertThrows(
        NullPointerException.class,
        () -> new Incident("p", "i", "s", null, null, Cause.CHANGE, null, List.of()));
    assertThrows(
        NullPointerException.class,
        () -> new Ticket("p", "t", "a", "b", Ticket.Kind.OTHER, null, null));
  }

  @Test
  void anEmptyWindowIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Window(Stream93.FROM, Stream93.FROM, Stream93.BERLIN));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Window(Stream93.TO, Stream93.FROM, Stream93.BERLIN));
  }

  @Test
  void aPeriodThatHasNotBegunHasNoFrequency() {
    var window = new Window(AS_OF, AS_OF.plusSeconds(3600), Stream93.BERLIN);
    var ledger = ledger(many(3), List.of(), List.of());
    var frequency = DeliveryReport.of(ledger, "payments", window).metrics().deploymentFrequency();
    assertEquals(State.NOT_APPLICABLE, frequency.state());
    assertEquals(List.of("This period has not begun."), frequency.provenance().notes());
  }

  @Test
  void withoutAnyRecordNothingIsKnownAndNothingFails() {
    var figures = DeliveryReport.of(Events.none(AS_OF), OWNERSHIP, List.of(WINDOW));
    assertEquals(List.of(), figures.recorded());
    assertEquals(List.of(), figures.unassigned());
    assertTrue(figures.connected().isEmpty());
    assertEquals(2, figures.teams().size());
    assertEquals(
        State.UNKNOWN, figures.organisation().whole().metrics().deploymentFrequency().state());
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
    return new Change("shop/cart", sha, sha, Instant.parse(at), null, null);
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
    return copy(
        one, one.id(), one.service(), repository, revision, trigger, ticket, one.receivedAt());
  }

  private static Deployment received(Deployment one, Instant at) {
    return copy(
        one,
        one.id(),
        one.service(),
        one.repository(),
        one.revision(),
        one.trigger(),
        one.ticket(),
        at);
  }

  private static Deployment of(Deployment one, String id, String service) {
    return copy(
        one,
        id,
        service,
        one.repository(),
        one.revision(),
        one.trigger(),
        one.ticket(),
        one.receivedAt());
  }

  private static Deployment copy(
      Deployment one,
      String id,
      String service,
      String repository,
      String revision,
      Trigger trigger,
      String ticket,
      Instant receivedAt) {
    return new Deployment(
        one.source(),
        id,
        service,
        repository,
        revision,
        true,
        one.startedAt(),
        one.finishedAt(),
        one.outcome(),
        one.kind(),
        trigger,
        one.via(),
        ticket,
        one.commits(),
        null,
        one.remediates(),
        receivedAt);
  }
}
