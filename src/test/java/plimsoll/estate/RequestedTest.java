package plimsoll.estate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static plimsoll.estate.Objects.object;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plimsoll.catalog.TeamView;

class RequestedTest {
  private static final Instant READY = Instant.parse("2026-03-23T09:04:00Z");

  @Test
  void theFirstTimeItWasReadyHoldsWhateverComesAfter() {
    var first = requested("Ready", "True", "2026-03-23T09:04:00Z");
    var broken = requested("Ready", "False", "2026-04-01T00:00:00Z").over(first);
    var again = requested("Ready", "True", "2026-04-02T00:00:00Z").over(broken);
    assertEquals(READY, again.readyAt());
    assertEquals(READY, again.answeredAt());
    assertNull(requested("Ready", "False", "2026-03-23T09:04:00Z").readyAt());
  }

  @Test
  void whatFailedAndMendedFailsNoLonger() {
    var failing = requested("Synced", "False", "2026-03-23T09:01:00Z");
    assertEquals(Instant.parse("2026-03-23T09:01:00Z"), failing.failedAt());
    assertEquals("Why", failing.reason());
    var mended = requested("Synced", "True", "2026-03-23T10:00:00Z").over(failing);
    assertNull(mended.failedAt());
    assertEquals(Instant.parse("2026-03-23T09:01:00Z"), mended.answeredAt());
  }

  @Test
  void timesThatCannotBeTrueAreNone() {
    for (var time : List.of("1970-01-01T00:00:00Z", "2999-01-01T00:00:00Z", "soon", "12")) {
      assertNull(requested("Ready", "True", time).readyAt(), time);
    }
  }

  @Test
  void aCompositeResourceIsLabelledWithItselfAndItsPartsWithTheirs() {
    assertNull(labelled("crossplane.io/composite: orders").madeBy());
    assertEquals("shop", labelled("crossplane.io/composite: shop").madeBy());
    var claimed =
        labelled("{crossplane.io/claim-name: orders, crossplane.io/claim-namespace: pay}");
    assertEquals("pay/orders", claimed.claim());
  }

  @Test
  void itsTeamIsThatOfALabelOrElseOfItsServiceOrElseOfItsNamespace() {
    var whose =
        Whose.of(
            Map.of("Ledger", "ledger"),
            Map.of("ledger", "payments"),
            List.of(team("payments", "Payments"), team("shop", "The Shop"), team("pay", "Pay")));
    var both = labelled("{acme.example/team: group:default/shop, app: LEDGER}");
    assertEquals(new Whose.Owner("shop", "ledger"), whose.of(both, "pay"));
    var named = labelled("team: the shop");
    assertEquals(new Whose.Owner("shop", null), whose.of(named, "pay"));
    var serving = labelled("app.kubernetes.io/part-of: ledger");
    assertEquals(new Whose.Owner("payments", "ledger"), whose.of(serving, "pay"));
    assertEquals(new Whose.Owner("pay", null), whose.of(labelled("a: b"), "pay"));
    assertEquals(new Whose.Owner(null, null), whose.of(labelled("team: nobody"), "default"));
  }

  @Test
  void argoCdNamesTheServiceThatAnObjectBelongsTo() {
    var object =
        object(
            """
            apiVersion: a.example/v1
            kind: Queue
            metadata:
              name: orders
              annotations: {argocd.argoproj.io/tracking-id: "ledger:a.example/Queue:pay/orders"}
            """);
    assertEquals(List.of("ledger"), Requested.of(object).services());
  }

  private static TeamView team(String key, String name) {
    return new TeamView(key, name, null, "team", 5, List.of());
  }

  private static Requested labelled(String labels) {
    return Requested.of(
        object(
            "apiVersion: a.example/v1\nkind: Queue\nmetadata: {name: orders, labels: %s}"
                .formatted(labels.startsWith("{") ? labels : "{" + labels + "}")));
  }

  private static Requested requested(String type, String status, String since) {
    return Requested.of(
        object(
            """
            apiVersion: a.example/v1
            kind: Queue
            metadata: {name: orders}
            status:
              conditions:
              - {type: %s, status: "%s", reason: Why, lastTransitionTime: "%s"}
            """
                .formatted(type, status, since)));
  }
}
