package plimsoll.delivery.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plimsoll.delivery.source.Payloads.corpus;
import static plimsoll.delivery.source.Payloads.sent;

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

class OpsgenieSourceTest {
  private final OpsgenieSource opsgenie = new OpsgenieSource();

  /** 2015-01-05T10:03:11.104Z in milliseconds, and 10:06:14.669001603 in nanoseconds. */
  @Test
  void creationIsToldInMillisecondsAndClosingInNanoseconds() {
    var close = only(read(corpus("incident-webhooks/zulip-opsgenie/close.json")));
    assertEquals("052652ac-5d1c-464a-812a-7dd18bbfba8c", close.id());
    assertEquals(Instant.parse("2015-01-05T10:03:11.104Z"), close.startedAt());
    assertEquals(Instant.parse("2015-01-05T10:06:14.669001Z"), close.resolvedAt());
    var acknowledged = only(read(corpus("incident-webhooks/zulip-opsgenie/acknowledge.json")));
    assertEquals(close.id(), acknowledged.id());
    assertNull(acknowledged.resolvedAt());
    assertEquals(
        close.resolvedAt(), ((IncidentFact) Fact.of(List.of(close, acknowledged))).resolvedAt());
  }

  @Test
  void alertWithoutAMomentIsIgnoredWithAWord() {
    var batch = read(corpus("incident-webhooks/zulip-opsgenie/escalate.json"));
    assertEquals("It does not say when the alert was created.", batch.notes().get(0).message());
  }

  @Test
  void serviceStandsInADetailATagOrTheEntity() {
    assertEquals(
        "checkout", only(read(alert("\"details\": {\"Service\": \"checkout\"}"))).service());
    assertEquals("cart", only(read(alert("\"tags\": [\"vip\", \"app:cart\"]"))).service());
    assertEquals("web", only(read(alert("\"entity\": \"web\""))).service());
    var none = read(alert("\"entity\": \"\""));
    assertNull(only(none).service());
    assertTrue(none.problems().get(0).message().contains("no service"));
  }

  @Test
  void settingsNameTeamsAndPriorities() {
    var body =
        alert(
            "\"priority\": 3, \"entity\": \"web\", \"teams\": [\"c025\"], \"responders\": ["
                + "{\"type\": \"team\", \"name\": \"payments\"}, {\"type\": \"user\", \"name\": \"ada\"}]");
    assertEquals(1, opsgenie.read(sent(body, Map.of(), Map.of("priorities", "P1, P2"))).ignored());
    var rules = Map.of("priorities", "P3", "names", "c025 = operations");
    assertEquals(
        List.of("operations", "payments"),
        only(opsgenie.read(sent(body, Map.of(), rules))).responders());
  }

  /** DevLake's tables: resolution date and lead time in whole minutes. */
  @Test
  void factsAgreeWithDevLake() throws IOException {
    var tables = "incident-webhooks/devlake-opsgenie/";
    var expected = new TreeMap<String, String>();
    for (var row : rows(corpus(tables + "snapshot_tables__issues.csv"))) {
      expected.put(row.get("issue_key"), row.get("lead_time_minutes"));
    }
    var found = new TreeMap<String, String>();
    for (var row : rows(corpus(tables + "raw_tables___raw_opsgenie_incidents.csv"))) {
      var fact = only(read(row.get("data")));
      assertEquals("695bce3d-4621-4630-8ae1-24eb89c22d6e", fact.service());
      found.put(
          fact.id(),
          fact.resolvedAt() == null
              ? ""
              : "" + Duration.between(fact.startedAt(), fact.resolvedAt()).toMinutes());
    }
    assertEquals(expected, found);
    assertEquals(2, found.size());
  }

  private static List<Map<String, String>> rows(String csv) throws IOException {
    var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var records = format.parse(new StringReader(csv))) {
      return records.stream().map(one -> one.toMap()).toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> everyPayloadGoesThrough() {
    return Payloads.goThrough(opsgenie, "incident-webhooks");
  }

  private static String alert(String fields) {
    return "{\"action\": \"Create\", \"alert\": {\"alertId\": \"a\", \"createdAt\": 1767225600000, "
        + fields
        + "}}";
  }

  private Batch read(String body) {
    return opsgenie.read(sent(body));
  }

  private static IncidentFact only(Batch batch) {
    assertEquals(1, batch.facts().size(), () -> batch.problems() + " " + batch.notes());
    return (IncidentFact) batch.facts().get(0);
  }
}
