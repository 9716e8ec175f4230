package plimsoll.delivery.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plimsoll.delivery.source.Payloads.corpus;
import static plimsoll.delivery.source.Payloads.sent;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import plimsoll.delivery.fact.Batch;
import plimsoll.delivery.fact.IncidentFact;
import plimsoll.delivery.fact.TicketFact;
import plimsoll.delivery.metric.Ticket.Kind;

class ServicenowSourceTest {
  private final ServicenowSource servicenow = new ServicenowSource();

  @Test
  void changeRequestIsATicketToItsGroup() {
    var rules =
        Map.of("zone", "Europe/Berlin", "groups", "8a50 = operations", "asking-field", "u_team");
    var body =
        record(
            "change_request",
            "\"assignment_group\": {\"link\": \"https://x\", \"value\": \"8a50\"},"
                + "\"u_team\": \"cart\", \"closed_at\": \"2026-04-02 10:00:00\"");
    var fact = (TicketFact) read(body, rules).facts().get(0);
    assertEquals("R1", fact.id());
    assertEquals(Kind.DEPLOYMENT, fact.kind());
    assertEquals("operations", fact.toTeam());
    assertEquals("cart", fact.fromTeam());
    assertEquals(Instant.parse("2026-03-23T08:00:00Z"), fact.openedAt(), "winter in Berlin");
    assertEquals(Instant.parse("2026-04-02T08:00:00Z"), fact.closedAt(), "summer in Berlin");
    assertNull(
        read(record("change_request", "\"closed_at\": \"\""), rules).problems().stream()
            .findFirst()
            .orElse(null));
  }

  @Test
  void incidentOfALowPriorityIsNoOutage() {
    var batch = read(corpus("incident-webhooks/servicenow-table/GET_200.json"), Map.of());
    assertEquals("Its priority is 5, which is no outage here.", batch.notes().get(0).message());
    var counted =
        read(corpus("incident-webhooks/servicenow-table/GET_200.json"), Map.of("priorities", "*"));
    var fact = (IncidentFact) counted.facts().get(0);
    assertEquals("INC0010003", fact.id());
    assertEquals(Instant.parse("2023-09-22T18:53:21Z"), fact.startedAt());
    assertNull(fact.resolvedAt());
    assertNull(fact.service());
    assertEquals(
        "It names no service, so it counts for none.", counted.problems().get(0).message());
  }

  @Test
  void reopenedIncidentIsASecondOutage() {
    var body =
        record(
            "incident",
            "\"priority\": \"1 - Critical\", \"business_service\": \"Email\","
                + "\"reopened_time\": \"2026-03-23 12:00:00\","
                + "\"resolved_at\": \"2026-03-23 12:30:00\"");
    var outages = ((IncidentFact) read(body, Map.of()).facts().get(0)).outages();
    assertEquals(2, outages.size());
    assertEquals("Email", outages.get(0).service());
    assertEquals(Instant.parse("2026-03-23T12:00:00Z"), outages.get(1).startedAt());
    assertEquals(Instant.parse("2026-03-23T12:30:00Z"), outages.get(1).resolvedAt());
  }

  @Test
  void whatIsNoLongerActiveIsClosed() {
    var body =
        record("sc_req_item", "\"active\": \"false\", \"sys_updated_on\": \"2026-03-24 09:00:00\"");
    var fact = (TicketFact) read(body, Map.of()).facts().get(0);
    assertEquals(Kind.OTHER, fact.kind());
    assertEquals(Instant.parse("2026-03-24T09:00:00Z"), fact.closedAt());
  }

  @Test
  void zoneThatIsNoneIsNamed() {
    var batch = read(record("change_request", "\"a\": 1"), Map.of("zone", "Berlin"));
    assertTrue(batch.problems().get(0).message().contains("Berlin"));
  }

  @Test
  void otherTablesAreIgnoredWithAWord() {
    var batch = read(record("problem", "\"a\": 1"), Map.of());
    assertTrue(batch.notes().get(0).message().startsWith("No line of the settings"));
    var lines = new HashMap<String, String>();
    lines.put("tickets", "problem = other");
    assertEquals(1, read(record("problem", "\"a\": 1"), lines).facts().size());
  }

  @TestFactory
  Stream<DynamicTest> everyPayloadGoesThrough() {
    return List.of("incident-webhooks", "other-forges").stream()
        .flatMap(folder -> Payloads.goThrough(servicenow, folder));
  }

  private Batch read(String body, Map<String, String> rules) {
    return servicenow.read(sent(body, Map.of(), rules));
  }

  private static String record(String table, String fields) {
    return """
        {"number": "R1", "sys_class_name": "%s", "opened_at": "2026-03-23 09:00:00", %s}
        """
        .formatted(table, fields);
  }
}
