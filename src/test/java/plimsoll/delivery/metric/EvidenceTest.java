package plimsoll.delivery.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import plimsoll.delivery.metric.Deployment.Kind;
import plimsoll.delivery.metric.Deployment.Outcome;
import plimsoll.delivery.metric.Deployment.Trigger;

/** Which records stand behind a figure, and why each counts or does not. */
class EvidenceTest {
  private static final Slice EXAMPLE = slice(Stream93.events());
  private static final Slice HANDED = slice(handed());

  @Test
  void everyDeploymentToProductionCountsOnceInTheOrderOfTime() {
    var found = evidence(Measure.DEPLOYMENT_FREQUENCY, EXAMPLE);
    assertEquals(List.of("d1", "d2", "d3", "d4", "d5", "d7", "d8"), ids(found));
    assertTrue(found.stream().allMatch(one -> one.counts() && one.service().equals("checkout")));
    assertEquals("reached production", found.get(0).because());
    assertEquals(Instant.parse("2026-03-23T09:00:00Z"), found.get(0).at());
  }

  @Test
  void eachCommitIsTimedOnceAtItsFirstArrival() {
    var found = evidence(Measure.LEAD_TIME, EXAMPLE);
    assertEquals(
        List.of(24.0, 3.0, 24.0, 12.0, 1.5, 24.0, 2.0, 72.0),
        found.stream().map(one -> one.value() / 3600).toList());
    assertEquals("commit c1, by its own time 2026-03-22T09:00:00Z", found.get(0).because());
    assertTrue(found.stream().allMatch(Evidence::counts));
  }

  @Test
  void aLeadTimeBelowZeroIsShownAndLeftOut() {
    var odd =
        Stream93.deployed(
            "odd",
            "2026-03-24T09:00:00Z",
            Stream93.commit("late", "2026-03-24T09:00:00Z", -2),
            Stream93.commit("good", "2026-03-24T09:00:00Z", 2));
    var found = evidence(Measure.LEAD_TIME, slice(List.of(odd), List.of(), List.of()));
    assertEquals(List.of(false, true), found.stream().map(Evidence::counts).toList());
    assertTrue(found.get(0).because().endsWith("; left out, the times contradict"));
  }

  @Test
  void whatFailedSaysByWhichIncidentAndHowLong() {
    var rate = evidence(Measure.CHANGE_FAIL_RATE, EXAMPLE);
    assertEquals("d3 d8", counting(rate));
    assertEquals("no record says that it failed", rate.get(0).because());
    var recovery = evidence(Measure.RECOVERY_TIME, EXAMPLE);
    assertEquals(List.of("d3", "d8"), ids(recovery));
    assertEquals(List.of(50.0, 300.0), recovery.stream().map(one -> one.value() / 60).toList());
    assertTrue(recovery.get(1).because().contains("i2"), recovery.get(1).because());
    assertTrue(recovery.get(1).because().contains("; "), recovery.get(1).because());
  }

  @Test
  void anIncidentWithoutEndIsStillOpen() {
    var open = Stream93.incident("i9", "2026-03-24T09:30:00Z", null, Incident.Cause.CHANGE, "d9");
    var failed = Stream93.deployed("d9", "2026-03-24T09:00:00Z");
    var found =
        evidence(Measure.RECOVERY_TIME, slice(List.of(failed), List.of(open), List.of())).get(0);
    assertEquals(null, found.value());
    assertTrue(found.counts());
    assertTrue(found.because().startsWith("still open; "), found.because());
  }

  @Test
  void whatMendsSaysWhat() {
    var found = evidence(Measure.REWORK_RATE, EXAMPLE);
    assertEquals("d4 d5", counting(found));
    assertEquals("mends nothing", found.get(0).because());
    assertEquals("mends i1", found.get(3).because());
  }

  @Test
  void eachTicketIsNamedWithItsTeamOrSaidToBeMissing() {
    var found = evidence(Measure.TICKET_SHARE, HANDED);
    assertEquals("h2 h3", counting(found));
    assertEquals(
        List.of(
            "no ticket",
            "ticket T-1 to operations",
            "ticket T-9 was never sent",
            "does not say what set it off; left out",
            "no ticket",
            "no ticket",
            "ticket T-2 to payments",
            "ticket T-8 was never sent"),
        found.stream().map(Evidence::because).toList());
  }

  @Test
  void theWaitIsThatOfTheTicket() {
    var found = evidence(Measure.TICKET_WAIT, HANDED);
    assertEquals(1, found.size());
    assertEquals(4 * 3600.0, found.get(0).value());
    assertEquals("to operations", found.get(0).because());
    assertEquals("", found.get(0).service());
    assertTrue(found.get(0).counts());
  }

  @Test
  void whoeverDidItByHandSaysInHowManySteps() {
    var found = evidence(Measure.MANUAL_SHARE, HANDED);
    assertEquals("h5 h6", counting(found));
    assertEquals(
        List.of(
            "0 steps by hand",
            "0 steps by hand",
            "0 steps by hand",
            "does not say how it was done; left out",
            "3 steps by hand",
            "started by hand",
            "automatic",
            "does not say how it was done; left out"),
        found.stream().map(Evidence::because).toList());
  }

  @Test
  void whoHelpedIsNamed() {
    var found = evidence(Measure.OWNER_PARTICIPATION, HANDED);
    assertEquals("p1", counting(found));
    assertEquals(
        List.of(
            "responders: payments, operations", "responders: operations", "names nobody; left out"),
        found.stream().map(Evidence::because).toList());
  }

  @Test
  void theFiguresOfTheSameRecords() {
    var ledger = Ledger.of(handed(), Stream93.OWNERSHIP);
    var metrics = DeliveryReport.of(ledger, "payments", Stream93.WINDOW).metrics();
    var share = metrics.ticketShare();
    assertEquals("2 of 7", share.hits() + " of " + share.n());
    assertEquals(7 / 8.0, share.coverage());
    assertEquals(1, share.provenance().inferred());
    assertTrue(
        share.provenance().notes().contains("7 of 8 deployments say what set them off."),
        share.provenance().notes().toString());
    var wait = metrics.ticketWait();
    assertEquals(List.of(4 * 3600.0), wait.listed());
    assertEquals(0.5, wait.coverage());
    var manual = metrics.manualShare();
    assertEquals("2 of 6", manual.hits() + " of " + manual.n());
    assertEquals(6 / 8.0, manual.coverage());
    var helped = metrics.ownerParticipation();
    assertEquals("1 of 2", helped.hits() + " of " + helped.n());
    assertEquals(2 / 3.0, helped.coverage());
  }

  @Test
  void servicesThatNobodyOwnsAreNamed() {
    var stray = with("s1", "2026-03-24T10:00:00Z", "stray", null, null, null);
    var later = with("s2", "2026-05-24T10:00:00Z", "later", null, null, null);
    var lost =
        new Incident(
            "plimsoll",
            "x1",
            "lost",
            Instant.parse("2026-03-25T10:00:00Z"),
            null,
            Incident.Cause.UNKNOWN,
            null,
            List.of());
    var events =
        new Events(
            List.of(stray, later, Stream93.deployed("d1", "2026-03-23T09:00:00Z")),
            List.of(lost),
            List.of(),
            List.of(),
            Instant.parse("2026-06-01T00:00:00Z"));
    var figures = DeliveryReport.of(events, Stream93.OWNERSHIP, List.of(Stream93.WINDOW));
    assertEquals(List.of("lost", "stray"), figures.unassigned());
    assertEquals("payments", figures.team("payments").orElseThrow().team());
    assertTrue(figures.team("nobody").isEmpty());
  }

  @Test
  void everyMeasureIsFoundByItsNameInAddressesAndSaysItsRule() {
    for (var measure : Measure.values()) {
      assertEquals(measure, Measure.of(measure.slug()).orElseThrow());
      assertTrue(measure.rule().endsWith("."), measure.rule());
      assertTrue(List.of("per day", "seconds", "share").contains(measure.unit()), measure.unit());
      assertTrue(Character.isUpperCase(measure.title().charAt(0)), measure.title());
    }
    assertTrue(Measure.of("nonsense").isEmpty());
  }

  private static Events handed() {
    var deployments =
        List.of(
            with("h1", "2026-03-24T10:00:00Z", "checkout", Trigger.AUTOMATIC, null, 0),
            with("h2", "2026-03-24T15:00:00Z", "checkout", Trigger.TICKET, "T-1", 0),
            with("h3", "2026-03-25T10:00:00Z", "checkout", Trigger.TICKET, "T-9", 0),
            with("h4", "2026-03-26T10:00:00Z", "checkout", null, null, null),
            with("h5", "2026-03-27T10:00:00Z", "checkout", Trigger.MANUAL, null, 3),
            with("h6", "2026-03-28T10:00:00Z", "checkout", Trigger.MANUAL, null, null),
            with("h7", "2026-03-30T10:00:00Z", "checkout", Trigger.AUTOMATIC, "T-2", null),
            with("h8", "2026-03-31T10:00:00Z", "checkout", null, "T-8", null));
    var tickets =
        List.of(
            ticket("T-1", "operations", "2026-03-24T10:00:00Z", "2026-03-24T14:00:00Z"),
            ticket("T-2", "payments", "2026-03-30T08:00:00Z", "2026-03-30T09:00:00Z"));
    var incidents =
        List.of(
            helped("p1", "2026-03-24T12:00:00Z", "payments", "operations"),
            helped("p2", "2026-03-25T12:00:00Z", "operations"),
            helped("p3", "2026-03-26T12:00:00Z"));
    return new Events(deployments, incidents, tickets, List.of(), Stream93.AS_OF);
  }

  private static Deployment with(
      String id, String at, String service, Trigger trigger, String ticket, Integer steps) {
    var end = Instant.parse(at);
    return new Deployment(
        "plimsoll",
        id,
        service,
        null,
        null,
        true,
        end.minusSeconds(60),
        end,
        Outcome.SUCCEEDED,
        Kind.CHANGE,
        trigger,
        null,
        ticket,
        List.of(),
        steps,
        null,
        end);
  }

  private static Ticket ticket(String id, String to, String opened, String closed) {
    return new Ticket(
        "plimsoll",
        id,
        "payments",
        to,
        Ticket.Kind.DEPLOYMENT,
        Instant.parse(opened),
        Instant.parse(closed));
  }

  private static Incident helped(String id, String at, String... responders) {
    var start = Instant.parse(at);
    return new Incident(
        "plimsoll",
        id,
        "checkout",
        start,
        start.plusSeconds(600),
        Incident.Cause.EXTERNAL,
        null,
        List.of(responders));
  }

  private static Slice slice(
      List<Deployment> deployments, List<Incident> incidents, List<Ticket> tickets) {
    return slice(new Events(deployments, incidents, tickets, List.of(), Stream93.AS_OF));
  }

  private static List<Evidence> evidence(Measure measure, Slice slice) {
    return Evidence.of(measure, slice, Stream93.AS_OF);
  }

  private static Slice slice(Events events) {
    return Ledger.of(events, Stream93.OWNERSHIP).slice("payments", Stream93.WINDOW);
  }

  private static List<String> ids(List<Evidence> found) {
    return found.stream().map(one -> one.event().replaceAll(".*/", "")).toList();
  }

  private static String counting(List<Evidence> found) {
    return found.stream()
        .filter(Evidence::counts)
        .map(one -> one.event().replaceAll(".*/", ""))
        .collect(Collectors.joining(" "));
  }
}
