package plimsoll.delivery.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plimsoll.delivery.source.Payloads.corpus;
import static plimsoll.delivery.source.Payloads.sent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import plimsoll.delivery.fact.Batch;
import plimsoll.delivery.fact.Fact;
import plimsoll.delivery.fact.IncidentFact;
import plimsoll.json.Json;

class PagerdutySourceTest {
  private static final Instant BEGUN = Instant.parse("2026-03-23T09:00:00Z");
  private static final Instant ENDED = Instant.parse("2026-03-23T09:30:00Z");
  private static final Instant AGAIN = Instant.parse("2026-03-23T11:00:00Z");
  private static final Instant OVER = Instant.parse("2026-03-23T11:10:00Z");

  private final PagerdutySource pagerduty = new PagerdutySource();

  @Test
  void anyOfSeveralSignaturesFits() {
    var body = "{\"event\":{}}";
    var right = "v1=" + Proof.sign(body.getBytes(), "the newer secret");
    var both = "v1=" + "0".repeat(64) + "," + right;
    assertTrue(signed(body, both, "the newer secret"));
    assertFalse(signed(body, both, "an older secret"));
    assertFalse(signed(body + " ", both, "the newer secret"));
    assertFalse(signed(body, "v1=", "the newer secret"));
    assertFalse(pagerduty.signed(sent(body), "the newer secret"));
  }

  private boolean signed(String body, String signature, String secret) {
    return pagerduty.signed(
        sent(body, Map.of("X-PagerDuty-Signature", signature), Map.of()), secret);
  }

  @Test
  void incidentBeginsWhenItWasCreatedAndEndsWhenItWasResolved() {
    var fact = together("incident.triggered@" + BEGUN, "incident.resolved@" + ENDED).get(0);
    assertEquals("P1", fact.id());
    assertEquals("checkout", fact.service());
    assertEquals(BEGUN, fact.startedAt());
    assertEquals(ENDED, fact.resolvedAt());
    assertEquals(List.of("payments"), fact.responders());
  }

  @Test
  void reopenedIncidentIsASecondOutageInWhateverOrderItIsTold() {
    var told =
        List.of(
            "incident.triggered@" + BEGUN,
            "incident.resolved@" + ENDED,
            "incident.reopened@" + AGAIN,
            "incident.acknowledged@" + AGAIN.plusSeconds(60),
            "incident.resolved@" + OVER);
    var other = List.of(told.get(4), told.get(2), told.get(0), told.get(3), told.get(1));
    for (var order : List.of(told, other)) {
      var outages = together(order.toArray(String[]::new));
      assertEquals(List.of("P1", "P1#2"), outages.stream().map(IncidentFact::id).toList());
      assertEquals(List.of(BEGUN, AGAIN), outages.stream().map(IncidentFact::startedAt).toList());
      assertEquals(List.of(ENDED, OVER), outages.stream().map(IncidentFact::resolvedAt).toList());
    }
  }

  @Test
  void reopenedIncidentIsOpen() {
    var outages =
        together(
            "incident.triggered@" + BEGUN,
            "incident.resolved@" + ENDED,
            "incident.reopened@" + AGAIN);
    assertEquals(2, outages.size());
    assertNull(outages.get(1).resolvedAt());
  }

  @Test
  void incidentThatIsReopenedWhileNobodySaidThatItEndedEndedThen() {
    var outages = together("incident.triggered@" + BEGUN, "incident.reopened@" + AGAIN);
    assertEquals(AGAIN.minusNanos(1000), outages.get(0).resolvedAt());
    assertEquals(AGAIN, outages.get(1).startedAt());
  }

  /** The samples of 2021 do not say when the incident was created. */
  @Test
  void triggerBeginsAnIncidentThatDoesNotSayWhenItWasCreated() {
    var triggered = read(corpus("incident-webhooks/zulip-pagerduty/triggered_v3.json"));
    assertEquals(Instant.parse("2021-06-04T13:35:29.781Z"), only(triggered).startedAt());
    assertEquals("pig208", only(triggered).service());
    var resolved = read(corpus("incident-webhooks/zulip-pagerduty/resolved_v3.json"));
    assertEquals(Instant.parse("2021-06-04T13:16:53.816Z"), only(resolved).resolvedAt());
    assertTrue(only(resolved).outages().isEmpty(), "nobody said when it began");
    var acknowledged = read(corpus("incident-webhooks/zulip-pagerduty/acknowledged_v3.json"));
    assertEquals(1, acknowledged.ignored());
  }

  /** Upstream: "Incident 33 resolved by …", "Incident 1 resolved by …". */
  @Test
  void olderVersionsAreReadToo() {
    var two = only(read(corpus("incident-webhooks/zulip-pagerduty/resolve_v2.json")));
    assertEquals("PRORDTY", two.id());
    assertEquals("Production XDB Cluster", two.service());
    assertEquals(List.of("Engineering"), two.responders());
    assertTrue(two.resolvedAt() != null, "resolved");
    var one = only(read(corpus("incident-webhooks/zulip-pagerduty/resolved.json")));
    assertEquals(Instant.parse("2015-02-07T21:05:47Z"), one.startedAt());
    assertEquals(Instant.parse("2015-02-07T21:31:53Z"), one.resolvedAt());
    var open = only(read(corpus("incident-webhooks/zulip-pagerduty/trigger_v2.json")));
    assertNull(open.resolvedAt());
  }

  @Test
  void whatIsNotOfTheIncidentItselfIsIgnoredWithAWord() {
    for (var type : List.of("incident.annotated", "service.updated", "pagey.ping", "new.thing")) {
      var batch =
          read(
              "{\"event\":{\"event_type\":\"%s\",\"occurred_at\":\"%s\",\"data\":{\"type\":\"other\"}}}"
                  .formatted(type, BEGUN));
      assertEquals("Nothing is counted from " + type + ".", batch.notes().get(0).message());
    }
  }

  @Test
  void urgencyAndPriorityThatDoNotCountAreIgnored() {
    var body = event("incident.triggered", BEGUN);
    var rules = Map.of("urgencies", "low", "teams", "payments = team-p");
    assertEquals(1, pagerduty.read(sent(body, Map.of(), rules)).ignored());
    assertEquals(1, pagerduty.read(sent(body, Map.of(), Map.of("priorities", "P1"))).ignored());
    var kept = pagerduty.read(sent(body, Map.of(), Map.of("teams", "Payments = team-p")));
    assertEquals(List.of("team-p"), only(kept).responders());
  }

  /** DevLake's tables: lead time in whole minutes, from the same answers of the API. */
  @Test
  void factsAgreeWithDevLake() throws IOException {
    var expected = new TreeMap<String, String>();
    var tables = "incident-webhooks/devlake-pagerduty/";
    for (var row : rows(corpus(tables + "snapshot_tables__issues.csv"))) {
      expected.put(row.get("url").replaceFirst(".*/", ""), row.get("lead_time_minutes"));
    }
    var all = Json.MAPPER.createObjectNode();
    ArrayNode incidents = all.putArray("incidents");
    for (var row : rows(corpus(tables + "raw_tables___raw_pagerduty_incidents.csv"))) {
      incidents.add((ObjectNode) Json.MAPPER.readTree(row.get("data")));
    }
    var found = new TreeMap<String, String>();
    for (var fact : read(all.toString()).facts()) {
      var incident = (IncidentFact) fact;
      found.put(incident.id(), minutes(incident));
    }
    assertEquals(expected, found);
    assertEquals(3, found.size());
  }

  private static String minutes(IncidentFact incident) {
    return incident.resolvedAt() == null
        ? ""
        : "" + Duration.between(incident.startedAt(), incident.resolvedAt()).toMinutes();
  }

  private static List<Map<String, String>> rows(String csv) throws IOException {
    var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var records = format.parse(new StringReader(csv))) {
      return records.stream().map(one -> one.toMap()).toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> everyPayloadGoesThrough() {
    return Payloads.goThrough(pagerduty, "incident-webhooks");
  }

  /** What several deliveries, each "event@time", say together. */
  private List<IncidentFact> together(String... events) {
    var facts =
        Stream.of(events)
            .map(one -> one.split("@"))
            .flatMap(one -> read(event(one[0], Instant.parse(one[1]))).facts().stream())
            .toList();
    return ((IncidentFact) Fact.of(facts)).outages();
  }

  private static String event(String type, Instant at) {
    return """
        {"event": {"event_type": "%s", "resource_type": "incident", "occurred_at": "%s",
          "agent": {"summary": "Ada"},
          "data": {"id": "P1", "type": "incident", "status": "triggered", "created_at": "%s",
            "urgency": "high", "priority": null, "assignees": [],
            "service": {"id": "PS1", "summary": "checkout"},
            "teams": [{"id": "PT1", "summary": "payments"}]}}}
        """
        .formatted(type, at, BEGUN);
  }

  private Batch read(String body) {
    return pagerduty.read(sent(body));
  }

  private static IncidentFact only(Batch batch) {
    assertEquals(1, batch.facts().size(), () -> batch.problems() + " " + batch.notes());
    return (IncidentFact) batch.facts().get(0);
  }
}
