package plimsoll.delivery.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plimsoll.delivery.source.Payloads.corpus;
import static plimsoll.delivery.source.Payloads.sent;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import plimsoll.delivery.fact.Batch;
import plimsoll.delivery.fact.IncidentFact;

class StatuspageSourceTest {
  private final StatuspageSource statuspage = new StatuspageSource();

  @Test
  void secretStandsInTheAddress() {
    assertTrue(signed("a1b2c3d4e5f6"));
    assertFalse(signed("a1b2c3d4e5f7"));
    assertFalse(statuspage.signed(sent("{}"), "a1b2c3d4e5f6"));
  }

  private boolean signed(String given) {
    return statuspage.signed(
        sent("{}", Map.of(Delivery.IN_ADDRESS, given), Map.of()), "a1b2c3d4e5f6");
  }

  /** Upstream: "Database query delays", State: resolved. */
  @Test
  void incidentLastsFromItsCreationToItsResolution() {
    var batch = read(corpus("incident-webhooks/zulip-statuspage/incident_update.json"));
    var fact = (IncidentFact) batch.facts().get(0);
    assertEquals("z3lct0r596n4/zvdm6f7gf76j", fact.id());
    assertEquals("Management Portal (example)", fact.service());
    assertEquals(Instant.parse("2017-12-26T07:32:00.507Z"), fact.startedAt());
    assertEquals(Instant.parse("2017-12-26T07:37:20.785Z"), fact.resolvedAt());
    assertEquals(1, fact.outages().size());
  }

  @Test
  void eachComponentHasItsIncident() {
    var rules = Map.of("components", "API = api-gateway\nPortal = portal");
    var body =
        incident(
            "\"components\": [{\"id\": \"c1\", \"name\": \"API\"}, {\"id\": \"c2\", \"name\": \"Web\"}]");
    var facts = statuspage.read(sent(body, Map.of(), rules)).facts();
    assertEquals(
        List.of("api-gateway", "Web"),
        facts.stream().map(one -> ((IncidentFact) one).service()).toList());
    assertEquals(1, read(incident("\"components\": []")).problems().size());
  }

  @Test
  void incidentThatIsTakenUpAgainIsASecondOutageThoughUpdatesComeNewestFirst() {
    var batch =
        read(
            incident(
                """
                "components": [{"id": "c1", "name": "API"}], "incident_updates": [
                  {"status": "investigating", "created_at": "2026-03-23T12:00:00Z"},
                  {"status": "resolved", "created_at": "2026-03-23T10:00:00Z"},
                  {"status": "identified", "created_at": "2026-03-23T09:10:00Z"},
                  {"status": "investigating", "created_at": "2026-03-23T09:00:00Z"}]
                """));
    var outages = ((IncidentFact) batch.facts().get(0)).outages();
    assertEquals(2, outages.size());
    assertEquals(Instant.parse("2026-03-23T10:00:00Z"), outages.get(0).resolvedAt());
    assertEquals(Instant.parse("2026-03-23T12:00:00Z"), outages.get(1).startedAt());
  }

  @Test
  void whatIsAnnouncedAndWhatIsAComponentAloneIsIgnored() {
    assertEquals(1, read("{\"component_update\": {\"new_status\": \"x\"}}").ignored());
    assertEquals(1, read("{\"maintenance\": {}}").ignored());
    assertEquals(1, read(incident("\"scheduled_for\": \"2026-03-24T00:00:00Z\"")).ignored());
    var body = incident("\"impact\": \"none\"");
    assertEquals(
        1, statuspage.read(sent(body, Map.of(), Map.of("impacts", "major, critical"))).ignored());
  }

  @TestFactory
  Stream<DynamicTest> everyPayloadGoesThrough() {
    return Payloads.goThrough(statuspage, "incident-webhooks");
  }

  private static String incident(String fields) {
    return "{\"incident\": {\"id\": \"i\", \"created_at\": \"2026-03-23T09:00:00Z\", "
        + fields
        + "}}";
  }

  private Batch read(String body) {
    return statuspage.read(sent(body));
  }
}
