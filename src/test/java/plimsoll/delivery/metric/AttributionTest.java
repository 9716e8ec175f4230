package plimsoll.delivery.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plimsoll.delivery.metric.Stream93.commit;
import static plimsoll.delivery.metric.Stream93.deployed;
import static plimsoll.delivery.metric.Stream93.incident;
import static plimsoll.delivery.metric.Stream93.run;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import plimsoll.delivery.metric.Deployment.Commit;
import plimsoll.delivery.metric.Deployment.Kind;
import plimsoll.delivery.metric.Deployment.Outcome;
import plimsoll.delivery.metric.Incident.Cause;
import plimsoll.delivery.metric.Metric.Alternative;

/** By which rule a deployment failed, and what the figures would be under the others. */
class AttributionTest {
  private static final Deployment A = deployed("a", "2026-03-24T08:00:00Z");
  private static final Deployment B = deployed("b", "2026-03-25T08:00:00Z");

  @Test
  void anIncidentLongAfterIsLaidOnTheLastDeploymentByOtherToolsOnly() {
    var late = incident("i", "2026-03-26T09:00:00Z", "2026-03-26T10:00:00Z", Cause.UNKNOWN, null);
    var all = List.of(A, B);
    assertEquals("", failed(AttributionRule.HEADLINE, all, late));
    assertEquals("", failed(AttributionRule.ONLY_WITHIN_24_HOURS, all, late));
    assertEquals("b", failed(AttributionRule.ONLY_LAST_DEPLOYMENT, all, late));
    assertEquals("b", failed(AttributionRule.WIDEST, all, late));
    var rate = metrics(all, late).changeFailRate();
    assertEquals(0, rate.hits());
    assertEquals(1, under(rate, "only-last-deployment").hits());
    assertEquals(0.0945312, under(rate, "only-last-deployment").low(), 1e-6, "Wilson's, 1 of 2");
  }

  @Test
  void aStatedLinkIsBelievedBeforeAnyTime() {
    var named = incident("i", "2026-03-25T09:00:00Z", "2026-03-25T10:00:00Z", Cause.CHANGE, "a");
    var all = List.of(A, B);
    assertEquals("a", failed(AttributionRule.HEADLINE, all, named));
    assertEquals("a", failed(AttributionRule.STATED, all, named));
    assertEquals("a", failed(AttributionRule.WIDEST, all, named));
    assertEquals("b", failed(AttributionRule.ONLY_WITHIN_24_HOURS, all, named));
    assertEquals("b", failed(AttributionRule.ONLY_LAST_DEPLOYMENT, all, named));
    assertEquals("", failed(AttributionRule.ONLY_ROLLBACK, all, named));
  }

  @Test
  void aLinkToADeploymentThatNobodyKnowsBlamesNoOtherOne() {
    var named = incident("i", "2026-03-25T09:00:00Z", "2026-03-25T10:00:00Z", Cause.CHANGE, "z");
    assertEquals("", failed(AttributionRule.HEADLINE, List.of(A, B), named));
    assertEquals("b", failed(AttributionRule.ONLY_WITHIN_24_HOURS, List.of(A, B), named));
  }

  @Test
  void eachFailureSaysByWhichRule() {
    var named = incident("i", "2026-03-24T09:00:00Z", "2026-03-24T10:00:00Z", Cause.CHANGE, "a");
    var near = incident("j", "2026-03-25T09:00:00Z", "2026-03-25T10:00:00Z", Cause.CHANGE, null);
    var back = run("c", "2026-03-25T11:00:00Z", Outcome.SUCCEEDED, Kind.ROLLBACK, null);
    var judged = ledger(List.of(A, B, back), named, near).production();
    assertEquals(List.of(Attribution.EXPLICIT), by(judged.get(0)));
    assertEquals(List.of(Attribution.WITHIN_24_HOURS, Attribution.ROLLBACK), by(judged.get(1)));
    assertEquals("stated", evidence(judged).get(0).rule());
    assertEquals(
        "last deployment of the 24 hours before; rolled back", evidence(judged).get(1).rule());
  }

  /** The way back that must be taken back again needed mending itself. */
  @Test
  void aRollbackOfARollbackMarksTheFirstOneToo() {
    var back = run("r1", "2026-03-25T09:00:00Z", Outcome.SUCCEEDED, Kind.ROLLBACK, null);
    var again = run("r2", "2026-03-25T10:00:00Z", Outcome.SUCCEEDED, Kind.ROLLBACK, null);
    assertEquals("b r1", failed(AttributionRule.HEADLINE, List.of(A, B, back, again)));
  }

  @Test
  void aRollbackThatIsRunTwiceShowsOneFailure() {
    var back = to("r1", "2026-03-25T09:00:00Z", "v1");
    var again = to("r2", "2026-03-25T10:00:00Z", "v1");
    var further = to("r3", "2026-03-25T11:00:00Z", "v0");
    assertEquals("b", failed(AttributionRule.HEADLINE, List.of(A, B, back, again)));
    assertEquals("b r2", failed(AttributionRule.HEADLINE, List.of(A, B, back, again, further)));
  }

  /** The incident was there before b, so going back from b says nothing of b. */
  @Test
  void aRollbackThatSaysWhatItMendsMarksNothingElse() {
    var before = incident("i", "2026-03-24T20:00:00Z", "2026-03-25T10:00:00Z", Cause.CHANGE, null);
    var back = run("r", "2026-03-25T09:00:00Z", Outcome.SUCCEEDED, Kind.ROLLBACK, "i");
    assertEquals("a", failed(AttributionRule.HEADLINE, List.of(A, B, back), before));
    assertEquals("b", failed(AttributionRule.STATED_AND_ROLLBACK, List.of(A, B, back), before));
    assertEquals("b", failed(AttributionRule.ONLY_ROLLBACK, List.of(A, B, back), before));
    var external = incident("i", "2026-03-25T08:30:00Z", null, Cause.EXTERNAL, null);
    assertEquals("", failed(AttributionRule.HEADLINE, List.of(A, B, back), external));
  }

  @Test
  void aRollbackThatMendsWhatNobodyKnowsMarksWhatItReplaced() {
    var back = run("r", "2026-03-25T09:00:00Z", Outcome.SUCCEEDED, Kind.ROLLBACK, "nobody-knows");
    assertEquals("b", failed(AttributionRule.HEADLINE, List.of(A, B, back)));
  }

  @Test
  void aRevertOfARevertBringsTheChangeAgainAndMarksNothing() {
    var first = brings("a", "2026-03-24T08:00:00Z", "c", null);
    var revert = brings("b", "2026-03-24T09:00:00Z", "r", "c");
    var again = brings("d", "2026-03-24T10:00:00Z", "rr", "r");
    var away = brings("e", "2026-03-24T11:00:00Z", "rrr", "rr");
    assertEquals("a", failed(AttributionRule.HEADLINE, List.of(first, revert)));
    assertEquals("a", failed(AttributionRule.HEADLINE, List.of(first, revert, again)));
    assertEquals("a d", failed(AttributionRule.HEADLINE, List.of(first, revert, again, away)));
    assertEquals("a d", failed(AttributionRule.ONLY_REVERT, List.of(first, revert, again, away)));
  }

  @Test
  void aRevertThatIsTakenBackInTheSameDeploymentReachedNobody() {
    var first = brings("a", "2026-03-24T08:00:00Z", "c", null);
    var r = new Commit("r", Instant.parse("2026-03-24T08:10:00Z"), "c");
    var rr = new Commit("rr", Instant.parse("2026-03-24T08:20:00Z"), "r");
    var rrr = new Commit("rrr", Instant.parse("2026-03-24T08:30:00Z"), "rr");
    var none = deployed("b", "2026-03-24T09:00:00Z", r, rr);
    assertEquals("", failed(AttributionRule.HEADLINE, List.of(first, none)));
    var taken = deployed("b", "2026-03-24T09:00:00Z", r, rr, rrr);
    assertEquals("a", failed(AttributionRule.HEADLINE, List.of(first, taken)));
  }

  @Test
  void revertsInARingEnd() {
    var one = brings("a", "2026-03-24T08:00:00Z", "c", "d");
    var other = brings("b", "2026-03-24T09:00:00Z", "d", "c");
    assertEquals("", failed(AttributionRule.HEADLINE, List.of(one, other)));
  }

  @Test
  void reworkMayBeShownByGoingBackToo() {
    var back = run("r", "2026-03-25T09:00:00Z", Outcome.SUCCEEDED, Kind.ROLLBACK, null);
    var fix = run("f", "2026-03-25T10:00:00Z", Outcome.SUCCEEDED, Kind.HOTFIX, "b");
    var rework = metrics(List.of(A, B, back, fix)).reworkRate();
    assertEquals(1, rework.hits());
    assertEquals(2, under(rework, "stated-and-rollback").hits());
    assertEquals(1, under(rework, "only-rollback").hits());
    assertEquals(4, under(rework, "only-rollback").n());
    assertEquals(
        List.of("stated-and-rollback", "without-times", "only-rollback", "only-revert"),
        rework.alternatives().stream().map(Alternative::key).toList(),
        "what incidents' times show says nothing of what mends");
  }

  @Test
  void recoveryUnderAnotherRuleIsThatOfItsOwnFailures() {
    var late = incident("i", "2026-03-26T09:00:00Z", "2026-03-26T10:00:00Z", Cause.UNKNOWN, null);
    var recovery = metrics(List.of(A, B), late).recoveryTime();
    assertEquals(Metric.State.NONE, recovery.state());
    assertEquals(List.of(26 * 3600.0), under(recovery, "widest").listed());
    assertEquals(List.of(), under(recovery, "stated").listed());
  }

  @Test
  void theWorkedExampleMovesByTheRule() {
    var rate =
        DeliveryReport.of(
                Ledger.of(Stream93.events(), Stream93.OWNERSHIP), "payments", Stream93.WINDOW)
            .metrics()
            .changeFailRate();
    var hits =
        rate.alternatives().stream().collect(Collectors.toMap(Alternative::key, Alternative::hits));
    assertEquals(2, hits.get("stated"));
    assertEquals(2, hits.get("only-last-deployment"));
    assertEquals(1, hits.get("only-rollback"), "d4 came in place of d3");
    assertEquals(0, hits.get("only-revert"));
    assertTrue(rate.alternatives().stream().allMatch(one -> one.n() == 7));
  }

  @Test
  void onlyTheWholeSpanOfAReadingCarriesTheOtherRules() {
    var figures =
        DeliveryReport.of(Stream93.events(), Stream93.OWNERSHIP, List.of(Stream93.WINDOW));
    var team = figures.team("payments").orElseThrow();
    assertFalse(team.whole().metrics().changeFailRate().alternatives().isEmpty());
    assertTrue(team.periods().get(0).metrics().changeFailRate().alternatives().isEmpty());
  }

  private static Alternative under(Metric metric, String key) {
    return metric.alternatives().stream()
        .filter(one -> one.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static List<Attribution> by(Judged one) {
    return one.failures().stream().map(Failure::by).toList();
  }

  private static List<Evidence> evidence(List<Judged> judged) {
    var slice = new Slice(Stream93.WINDOW, judged, List.of(), 0, List.of(), List.of());
    return Evidence.of(Measure.CHANGE_FAIL_RATE, slice, Stream93.AS_OF);
  }

  private static Deployment brings(String id, String at, String commit, String reverts) {
    return deployed(id, at, new Commit(commit, commit(commit, at, 1).committedAt(), reverts));
  }

  private static Deployment to(String id, String at, String revision) {
    var one = run(id, at, Outcome.SUCCEEDED, Kind.ROLLBACK, null);
    return new Deployment(
        one.source(),
        id,
        one.service(),
        "shop/cart",
        revision,
        true,
        one.startedAt(),
        one.finishedAt(),
        one.outcome(),
        one.kind(),
        null,
        null,
        null,
        List.of(),
        null,
        null,
        one.receivedAt());
  }

  private static String failed(
      AttributionRule rule, List<Deployment> deployments, Incident... incidents) {
    return ledger(deployments, incidents).production().stream()
        .filter(one -> one.under(rule).failed())
        .map(one -> one.deployment().id())
        .collect(Collectors.joining(" "));
  }

  private static Metrics metrics(List<Deployment> deployments, Incident... incidents) {
    return DeliveryReport.of(ledger(deployments, incidents), "payments", Stream93.WINDOW).metrics();
  }

  private static Ledger ledger(List<Deployment> deployments, Incident... incidents) {
    var events = new Events(deployments, List.of(incidents), List.of(), List.of(), Stream93.AS_OF);
    return Ledger.of(events, Stream93.OWNERSHIP);
  }
}
