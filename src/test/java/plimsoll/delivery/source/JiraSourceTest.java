package plimsoll.delivery.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plimsoll.delivery.source.Payloads.corpus;
import static plimsoll.delivery.source.Payloads.sent;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import plimsoll.delivery.fact.Fact;
import plimsoll.delivery.fact.IncidentFact;
import plimsoll.delivery.fact.TicketFact;
import plimsoll.delivery.metric.Ticket.Kind;

class JiraSourceTest {
  private final JiraSource jira = new JiraSource();

  @Test
  void secretSignsTheBody() {
    var signature = "sha256=" + Proof.sign("{}".getBytes(StandardCharsets.UTF_8), "a long secret");
    assertTrue(signed("X-Hub-Signature", signature));
    assertTrue(signed("Authorization", "Bearer a long secret"));
    assertFalse(signed("X-Hub-Signature", signature.replace("sha256=", "sha1=")));
  }

  private boolean signed(String header, String value) {
    return jira.signed(sent("{}", Map.of(header, value), Map.of()), "a long secret");
  }

  @Test
  void lineOfTheSettingsMakesATicket() {
    var rules =
        Map.of(
            "tickets", "Access = security, access\nBUG = quality", "asking-field", "customfield_7");
    var body =
        corpus("other-forges/zulip-jira/created_v2.json")
            .replace("\"customfield_10000\": null", "\"customfield_7\": {\"value\": \"checkout\"}");
    var fact = (TicketFact) jira.read(sent(body, Map.of(), rules)).facts().get(0);
    assertEquals("BUG-15", fact.id());
    assertEquals("checkout", fact.fromTeam());
    assertEquals("quality", fact.toTeam());
    assertEquals(Kind.OTHER, fact.kind());
    assertEquals(Instant.parse("2013-03-27T16:53:58.301Z"), fact.openedAt());
  }

  @Test
  void firstLineThatFitsDecidesAndTheProjectIsTheTeamWhereNoneIsNamed() {
    var rules = Map.of("tickets", "Deploy me = deployment\nOPS = operations, infrastructure");
    var fact = ticket(issue("Task", "\"labels\": [\"deploy me\", \"from:cart\"]"), rules);
    assertEquals(Kind.DEPLOYMENT, fact.kind());
    assertEquals("Operations", fact.toTeam());
    assertEquals("cart", fact.fromTeam());
    var other = ticket(issue("Task", "\"labels\": []"), rules);
    assertEquals(Kind.INFRASTRUCTURE, other.kind());
    assertEquals("operations", other.toTeam());
  }

  @Test
  void ticketIsClosedByItsResolutionOrItsState() {
    var rules = Map.of("tickets", "OPS = operations");
    var resolved = "\"resolutiondate\": \"2026-03-24T10:00:00.000+0100\"";
    assertEquals(
        Instant.parse("2026-03-24T09:00:00Z"), ticket(issue("Task", resolved), rules).closedAt());
    var done =
        "\"status\": {\"statusCategory\": {\"key\": \"done\"}},"
            + "\"statuscategorychangedate\": \"2026-03-25T10:00:00.000+0100\"";
    assertEquals(
        Instant.parse("2026-03-25T09:00:00Z"), ticket(issue("Task", done), rules).closedAt());
  }

  @Test
  void whatNoLineNamesIsIgnoredWithAWord() {
    var batch = jira.read(sent(corpus("other-forges/zulip-jira/updated_priority_v2.json")));
    assertTrue(batch.notes().get(0).message().startsWith("No line of the settings"));
    var comment = jira.read(sent("{\"webhookEvent\": \"comment_deleted\"}"));
    assertEquals("Nothing is counted from comment_deleted.", comment.notes().get(0).message());
  }

  @Test
  void reopenedIncidentIsASecondOutage() {
    var open = issue("Incident", "\"labels\": []");
    var resolved = issue("Incident", "\"resolutiondate\": \"2026-03-23T09:30:00.000+0000\"");
    var again =
        open.replace(
            "{\"issue\"",
            "{\"timestamp\": 1774263600000, \"changelog\": {\"items\": [{\"field\": \"resolution\","
                + " \"from\": \"1\", \"to\": null}]}, \"issue\"");
    var facts =
        Stream.of(resolved, again, open)
            .flatMap(one -> jira.read(sent(one)).facts().stream())
            .toList();
    var outages = ((IncidentFact) Fact.of(facts)).outages();
    assertEquals("cart", outages.get(0).service());
    assertEquals(Instant.parse("2026-03-23T09:30:00Z"), outages.get(0).resolvedAt());
    assertEquals(Instant.ofEpochMilli(1774263600000L), outages.get(1).startedAt());
    assertEquals(2, outages.size());
  }

  @TestFactory
  Stream<DynamicTest> everyPayloadGoesThrough() {
    return Payloads.goThrough(jira, "other-forges");
  }

  private TicketFact ticket(String body, Map<String, String> rules) {
    return (TicketFact) jira.read(sent(body, Map.of(), rules)).facts().get(0);
  }

  private static String issue(String type, String fields) {
    return """
        {"issue": {"key": "OPS-1", "fields": {"created": "2026-03-23T09:00:00.000+0000",
          "updated": "2026-03-23T09:00:00.000+0000", "issuetype": {"name": "%s"},
          "project": {"key": "OPS", "name": "Operations"}, "components": [{"name": "cart"}], %s}}}
        """
        .formatted(type, fields);
  }
}
