package plimsoll.delivery.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plimsoll.delivery.metric.Stream93.commit;
import static plimsoll.delivery.metric.Stream93.deployed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import plimsoll.delivery.metric.Metric.State;
import plimsoll.readiness.Criterion;

/** What was asked of others, and what waiting for it may have cost; worked out by hand. */
class RequestsTest {

  /** Commits of 24, 3, 24, 12, 1.5, 24, 2 and 72 hours; tickets lie over 30 hours of 162.5. */
  @Test
  void leadTimeIsDividedByWhetherATicketWasOpen() {
    var tickets =
        List.of(
            ticket("in-c1", "2026-03-22T09:00:00Z", "2026-03-22T15:00:00Z"),
            ticket("beside-it", "2026-03-22T12:00:00Z", "2026-03-22T21:00:00Z"),
            ticket("long-before", "2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z"),
            ticket("in-c8", "2026-04-02T00:00:00Z", "2026-04-02T08:00:00Z"),
            ticket("into-c8", "2026-03-30T00:00:00Z", "2026-03-30T20:00:00Z"));
    var share = metrics(Stream93.deployments(), tickets, List.of()).infrastructureWait();
    assertEquals((12 + 8 + 10) / 162.5, share.value(), 1e-9);
    assertEquals(6, share.n(), "deployments with a lead time");
    assertTrue(share.low() < share.value() && share.value() < share.high());
    var evidence =
        Evidence.of(
            Measure.INFRASTRUCTURE_WAIT,
            ledger(Stream93.deployments(), tickets, List.of()).slice("payments", Stream93.WINDOW),
            Stream93.AS_OF);
    assertEquals("12.0 of 24.0 hours of lead time with a ticket open", evidence.get(0).because());
    assertEquals(0.5, evidence.get(0).value(), 1e-12);
  }

  /** 30 of 162.5 hours, over the six deployments that have lead times. */
  @Test
  void waitingIsEvidenceThatInfrastructureIsABottleneck() {
    var tickets =
        List.of(
            ticket("in-c1", "2026-03-22T09:00:00Z", "2026-03-22T21:00:00Z"),
            ticket("in-c8", "2026-04-02T00:00:00Z", "2026-04-02T08:00:00Z"),
            ticket("into-c8", "2026-03-30T00:00:00Z", "2026-03-30T20:00:00Z"));
    var figures =
        DeliveryReport.of(
            new Events(
                Stream93.deployments(), List.of(), tickets, List.of(), List.of(), Stream93.AS_OF),
            Stream93.OWNERSHIP,
            List.of(Stream93.WINDOW));
    var recorded =
        figures.recorded().stream().filter(one -> one.criterion() == Criterion.P2).toList();
    assertEquals(1, recorded.size(), figures.recorded()::toString);
    assertEquals("payments", recorded.get(0).team());
    assertEquals(6, recorded.get(0).trials());
    assertEquals(30 / 162.5 * 6, recorded.get(0).hits(), 1e-9);
    assertTrue(figures.connected().contains(Criterion.P2));
    var none =
        DeliveryReport.of(
            ledger(Stream93.deployments(), List.of(), List.of()),
            Stream93.OWNERSHIP,
            List.of(Stream93.WINDOW));
    assertFalse(none.connected().contains(Criterion.P2));
  }

  @Test
  void anOpenTicketLastsUntilTheDataCutAndOneOfAnotherTeamDoesNotCount() {
    var open = ticket("t", "2026-03-20T00:00:00Z", null);
    var all = metrics(Stream93.deployments(), List.of(open), List.of()).infrastructureWait();
    assertEquals(1, all.value(), 1e-12);
    var other =
        new Ticket(
            "plimsoll", "t", "search", "ops", Ticket.Kind.ACCESS, Stream93.FROM, Stream93.TO);
    var none = metrics(Stream93.deployments(), List.of(other), List.of()).infrastructureWait();
    assertEquals(0, none.value(), 1e-12);
    var own =
        new Ticket(
            "plimsoll", "t", "payments", "payments", Ticket.Kind.ACCESS, Stream93.FROM, null);
    assertEquals(
        State.UNKNOWN,
        metrics(Stream93.deployments(), List.of(own), List.of()).infrastructureWait().state(),
        "a ticket to oneself asks nobody");
  }

  /**
   * Cochran's ratio: 1 of 2, 1 of 2, 0 of 2, 2 of 2, 0 of 2 is 0.4 with a standard error of 0.187.
   */
  @Test
  void aRatioHasTheIntervalOfASumByASum() {
    var metric =
        new Drawn(Measure.INFRASTRUCTURE_WAIT)
            .ratio(List.of(1.0, 1.0, 0.0, 2.0, 0.0), List.of(2.0, 2.0, 2.0, 2.0, 2.0));
    assertEquals(0.4, metric.value(), 1e-12);
    assertEquals(0, metric.low(), 1e-12);
    assertEquals(0.4 + 2.776445 * Math.sqrt(0.175 / 5), metric.high(), 1e-6);
  }

  @Test
  void fewDeploymentsAreListed() {
    var few =
        List.of(deployed("d", "2026-03-25T12:00:00Z", commit("c", "2026-03-25T12:00:00Z", 4)));
    var ticket = ticket("t", "2026-03-25T08:00:00Z", "2026-03-25T09:00:00Z");
    var share = metrics(few, List.of(ticket), List.of()).infrastructureWait();
    assertEquals(List.of(0.25), share.listed());
  }

  @Test
  void whatATeamHadWithoutAHandIsSelfService() {
    var claims =
        List.of(
            claim("1", Claim.Channel.SELF, Claim.Outcome.READY),
            claim("2", Claim.Channel.SELF, null),
            claim("3", Claim.Channel.SELF, Claim.Outcome.FAILED),
            claim("4", Claim.Channel.TICKET, Claim.Outcome.READY));
    var tickets =
        List.of(
            ticket("5", "2026-03-25T08:00:00Z", null),
            ticket("4", "2026-03-25T08:00:00Z", null),
            ticket("6", "2026-05-25T08:00:00Z", null));
    var share = metrics(Stream93.deployments(), tickets, claims).selfServiceShare();
    assertEquals(2, share.hits());
    assertEquals(5, share.n(), "ticket 4 is told of as a claim, 6 came later");
  }

  @Test
  void withoutAClaimNothingIsKnown() {
    var tickets = List.of(ticket("5", "2026-03-25T08:00:00Z", null));
    var share = metrics(Stream93.deployments(), tickets, List.of()).selfServiceShare();
    assertEquals(State.UNKNOWN, share.state());
    assertEquals(List.of("No claim was ever sent."), share.provenance().notes());
  }

  /** 36 values: the ninth tenth has an upper end from there on. By hand from R's pbinom. */
  @Test
  void tailsHaveIntervalsByOrderStatistics() {
    var values = new ArrayList<Double>();
    for (int i = 1; i <= 36; i++) values.add((double) i);
    var metric = new Drawn(Measure.LEAD_TIME).median(values);
    assertEquals(32.5, metric.p90().value(), 1e-9);
    assertEquals(29, metric.p90().low());
    assertEquals(36, metric.p90().high());
    var fewer = new Drawn(Measure.LEAD_TIME).median(values.subList(0, 35));
    assertEquals(null, fewer.p90().high(), "0.9 to the power of 35 is more than 0.025");
  }

  private static Metrics metrics(
      List<Deployment> deployments, List<Ticket> tickets, List<Claim> claims) {
    return DeliveryReport.of(ledger(deployments, tickets, claims), "payments", Stream93.WINDOW)
        .metrics();
  }

  private static Ledger ledger(
      List<Deployment> deployments, List<Ticket> tickets, List<Claim> claims) {
    var events = new Events(deployments, List.of(), tickets, List.of(), claims, Stream93.AS_OF);
    return Ledger.of(events, Stream93.OWNERSHIP);
  }

  private static Claim claim(String id, Claim.Channel channel, Claim.Outcome outcome) {
    var at = Instant.parse("2026-03-26T08:00:00Z");
    return new Claim("plimsoll", id, "payments", "database", at, at, channel, outcome);
  }

  private static Ticket ticket(String id, String from, String until) {
    return new Ticket(
        "plimsoll",
        id,
        "payments",
        "operations",
        Ticket.Kind.INFRASTRUCTURE,
        Instant.parse(from),
        until == null ? null : Instant.parse(until));
  }
}
