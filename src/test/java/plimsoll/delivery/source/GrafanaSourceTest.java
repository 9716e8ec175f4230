package plimsoll.delivery.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plimsoll.delivery.source.Payloads.corpus;
import static plimsoll.delivery.source.Payloads.sent;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import plimsoll.delivery.fact.Fact;
import plimsoll.delivery.fact.IncidentFact;

class GrafanaSourceTest {
  private final GrafanaSource grafana = new GrafanaSource();

  @Test
  void secretSignsOrIsAToken() {
    var signature = Proof.sign("{}".getBytes(StandardCharsets.UTF_8), "a long secret");
    assertTrue(signed("X-Grafana-Alerting-Signature", signature));
    assertTrue(signed("Authorization", "Bearer a long secret"));
    assertFalse(signed("X-Grafana-Alerting-Signature", "0" + signature.substring(1)));
  }

  /** Grafana's documentation: HMAC(timestamp + ":" + body), where a header of the time is set. */
  @Test
  void timeIsSignedWithTheBodyWhereItIsSent() {
    var signature = Proof.sign("1774263600:{}".getBytes(StandardCharsets.UTF_8), "a long secret");
    var headers =
        Map.of(
            "X-Grafana-Alerting-Signature",
            signature,
            "X-Grafana-Alerting-Timestamp",
            "1774263600");
    assertTrue(grafana.signed(sent("{}", headers, Map.of()), "a long secret"));
    assertFalse(signed("X-Grafana-Alerting-Signature", signature));
  }

  private boolean signed(String header, String value) {
    return grafana.signed(sent("{}", Map.of(header, value), Map.of()), "a long secret");
  }

  /** Upstream: RESOLVED, fired at 05:54:04.5, resolved at 10:30:00.5. */
  @Test
  void unifiedAlertHasItsTimes() {
    var batch = grafana.read(sent(corpus("incident-webhooks/zulip-grafana/alert_v8.json")));
    var fact = (IncidentFact) batch.facts().get(0);
    assertEquals(Instant.parse("2022-08-31T05:54:04.522893Z"), fact.startedAt());
    assertEquals(Instant.parse("2022-08-31T10:30:00.522884Z"), fact.resolvedAt());
    var two = grafana.read(sent(corpus("incident-webhooks/zulip-grafana/alert_multiple_v8.json")));
    assertEquals(2, two.facts().size());
    assertEquals(List.of("blue"), ((IncidentFact) two.facts().get(0)).responders());
  }

  @Test
  void legacyAlertIsOpenFromItsFirstWordToItsOk() {
    var told =
        List.of(
            told("alerting", "2026-03-23T09:00:00Z"),
            told("alerting", "2026-03-23T10:00:00Z"),
            told("ok", "2026-03-23T10:30:00Z"),
            told("alerting", "2026-03-23T12:00:00Z"),
            told("ok", "2026-03-23T12:05:00Z"));
    for (int seed = 0; seed < 20; seed++) {
      var order = new ArrayList<Fact>(told);
      Collections.shuffle(order, new Random(seed));
      var outages = ((IncidentFact) Fact.of(order)).outages();
      assertEquals(2, outages.size(), "a reminder is no second outage");
      assertEquals(Instant.parse("2026-03-23T09:00:00Z"), outages.get(0).startedAt());
      assertEquals(Instant.parse("2026-03-23T10:30:00Z"), outages.get(0).resolvedAt());
      assertEquals(Instant.parse("2026-03-23T12:00:00Z"), outages.get(1).startedAt());
      assertEquals(Instant.parse("2026-03-23T12:05:00Z"), outages.get(1).resolvedAt());
    }
  }

  private Fact told(String state, String at) {
    var body =
        "{\"ruleId\": 7, \"orgId\": 1, \"state\": \"%s\", \"tags\": {\"service\": \"checkout\"}}";
    var delivery =
        new Delivery(
            body.formatted(state).getBytes(StandardCharsets.UTF_8),
            Map.of(),
            Rules.none(),
            Instant.parse(at));
    return grafana.read(delivery).facts().get(0);
  }

  @Test
  void pendingIsNoOutage() {
    var batch = grafana.read(sent(corpus("incident-webhooks/zulip-grafana/alert_pending_v7.json")));
    assertEquals("Nothing is counted from the state pending.", batch.notes().get(0).message());
  }

  @TestFactory
  Stream<DynamicTest> everyPayloadGoesThrough() {
    return Payloads.goThrough(grafana, "incident-webhooks");
  }
}
