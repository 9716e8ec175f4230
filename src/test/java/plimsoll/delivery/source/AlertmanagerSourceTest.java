package plimsoll.delivery.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plimsoll.delivery.source.Payloads.corpus;
import static plimsoll.delivery.source.Payloads.sent;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import plimsoll.delivery.fact.Batch;
import plimsoll.delivery.fact.Fact;
import plimsoll.delivery.fact.IncidentFact;

class AlertmanagerSourceTest {
  private final AlertmanagerSource alertmanager = new AlertmanagerSource();

  @Test
  void secretIsABearerTokenOrAPassword() {
    var basic = Base64.getEncoder().encodeToString("plimsoll:a long secret".getBytes());
    assertTrue(signed("Bearer a long secret"));
    assertTrue(signed("Basic " + basic));
    assertFalse(signed("Bearer another"));
    assertFalse(signed("Bearer"));
    assertFalse(signed("Basic ???"));
  }

  private boolean signed(String authorization) {
    return alertmanager.signed(
        sent("{}", Map.of("Authorization", authorization), Map.of()), "a long secret");
  }

  @Test
  void eachAlertHasItsOwnState() {
    var batch =
        read(
            """
            {"version": "4", "status": "firing", "commonLabels": {"service": "checkout"}, "alerts": [
              {"status": "firing", "fingerprint": "aa", "labels": {"severity": "critical"},
               "startsAt": "2026-03-23T09:00:00.123456789Z", "endsAt": "0001-01-01T00:00:00Z"},
              {"status": "resolved", "fingerprint": "bb", "labels": {"severity": "page", "app": "cart"},
               "startsAt": "2026-03-23T08:00:00-01:00", "endsAt": "2026-03-23T09:05:00Z"},
              {"status": "firing", "fingerprint": "cc", "labels": {"severity": "warning"},
               "startsAt": "2026-03-23T09:00:00Z", "endsAt": "2026-03-23T09:04:00Z"}]}
            """);
    var open = (IncidentFact) batch.facts().get(0);
    assertEquals("checkout", open.service());
    assertEquals(Instant.parse("2026-03-23T09:00:00.123456Z"), open.startedAt());
    assertNull(open.resolvedAt());
    var over = (IncidentFact) batch.facts().get(1);
    assertEquals("cart", over.service(), "its own labels come before those of all");
    assertEquals(Instant.parse("2026-03-23T09:05:00Z"), over.resolvedAt());
    assertEquals(2, batch.facts().size());
    assertEquals(
        "Its severity is warning, which is no incident here.", batch.notes().get(0).message());
  }

  /** Alertmanager tells of a firing alert when it would be given up. */
  @Test
  void firingAlertIsOpenWhateverItsEnd() {
    var fact = only(read(alert("firing", "2026-03-23T09:00:00Z", "2026-03-23T09:04:00Z")));
    assertNull(fact.resolvedAt());
  }

  @Test
  void alertThatFiresAgainIsAnotherIncident() {
    var first = only(read(alert("firing", "2026-03-23T09:00:00Z", "0001-01-01T00:00:00Z")));
    var same = only(read(alert("resolved", "2026-03-23T09:00:00Z", "2026-03-23T09:10:00Z")));
    var again = only(read(alert("firing", "2026-03-23T12:00:00Z", "0001-01-01T00:00:00Z")));
    assertEquals(first.id(), same.id());
    assertNotEquals(first.id(), again.id());
    var together = (IncidentFact) Fact.of(List.of(same, first));
    assertEquals(Instant.parse("2026-03-23T09:10:00Z"), together.resolvedAt());
  }

  @Test
  void labelsStandForAFingerprintThatWasNotSent() {
    var one =
        "{\"alerts\":[{\"labels\":{\"a\":\"%s\",\"b\":\"2\"},\"startsAt\":\"2026-03-23T09:00:00Z\"}]}";
    assertEquals(only(read(one.formatted("1"))).id(), only(read(one.formatted("1"))).id());
    assertNotEquals(only(read(one.formatted("1"))).id(), only(read(one.formatted("3"))).id());
  }

  @Test
  void settingsSayWhichLabelsCount() {
    var body =
        """
        {"alerts": [{"status": "firing", "startsAt": "2026-03-23T09:00:00Z", "fingerprint": "aa",
          "labels": {"namespace": "shop", "level": "warning", "owner_team": "payments"}}]}
        """;
    var rules =
        Map.of(
            "service-labels", "job, namespace",
            "severity-labels", "level",
            "severities", "*",
            "team-labels", "owner_team");
    var fact = only(alertmanager.read(sent(body, Map.of(), rules)));
    assertEquals("shop", fact.service());
    assertEquals(List.of("payments"), fact.responders());
    var none = alertmanager.read(sent(body));
    assertNull(only(none).service());
    assertTrue(none.problems().get(0).message().contains("which label names it"));
  }

  @Test
  void alertThatNeitherFiresNorIsResolvedIsIgnoredWithAWord() {
    for (var status : List.of("silenced", "suppressed", "pending")) {
      var batch = read(alert(status, "2026-03-23T09:00:00Z", "0001-01-01T00:00:00Z"));
      assertEquals(List.of(), batch.facts(), status);
      assertEquals(List.of(), batch.problems(), status);
      assertEquals(1, batch.ignored());
      assertTrue(batch.notes().get(0).message().contains(status), batch.notes()::toString);
    }
    assertNull(only(read(alert("Firing", "2026-03-23T09:00:00Z", ""))).resolvedAt());
  }

  @Test
  void alertWithoutATimeIsAProblemAndTheOthersCount() {
    var batch = read(corpus("incident-webhooks/alertmanager/goalert-minimal.json"));
    assertEquals("startsAt is missing.", batch.problems().get(0).message());
    var older = read(corpus("incident-webhooks/alerta/prometheus_v4_alert.json"));
    assertEquals(Instant.parse("2017-08-03T19:17:37.804Z"), only(older).startedAt());
    assertNull(only(older).resolvedAt());
  }

  /** Upstream: one topic, two alerts, both FIRING. */
  @Test
  void severalAlertsOfOneDeliveryAreSeveralIncidents() {
    var batch = read(corpus("incident-webhooks/zulip-alertmanager/alert.json"));
    assertEquals(2, batch.facts().size());
    assertNotEquals(batch.facts().get(0).id(), batch.facts().get(1).id());
  }

  @TestFactory
  Stream<DynamicTest> everyPayloadGoesThrough() {
    return Payloads.goThrough(alertmanager, "incident-webhooks");
  }

  private static String alert(String status, String startsAt, String endsAt) {
    return """
        {"alerts": [{"status": "%s", "startsAt": "%s", "endsAt": "%s", "fingerprint": "aa",
          "labels": {"service": "checkout"}}]}
        """
        .formatted(status, startsAt, endsAt);
  }

  private Batch read(String body) {
    return alertmanager.read(sent(body));
  }

  private static IncidentFact only(Batch batch) {
    assertEquals(1, batch.facts().size(), () -> batch.problems() + " " + batch.notes());
    return (IncidentFact) batch.facts().get(0);
  }
}
