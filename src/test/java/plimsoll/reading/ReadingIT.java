package plimsoll.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plimsoll.Api;
import plimsoll.OnTheServer;

/** The road from a catalog over answers to a reading. */
@ExtendWith(OnTheServer.class)
class ReadingIT {
  private static final List<String> REVERSED =
      List.of("D1b", "D2b", "D3a", "D4b", "P2b", "P3b", "L8", "L9", "X1", "X2");
  private static final List<String> ITEMS =
      List.of(
          "D1a", "D1b", "D2a", "D2b", "D3a", "D3b", "D4a", "D4b", "P2a", "P2b", "P3a", "P3b", "L1",
          "L2", "L3", "L4", "L5", "L6", "L7", "L8", "L9", "L10", "L11", "X1", "X2");
  private final Api api = Api.asAdministrator();

  @Test
  void aClosedCampaignIsReadAndSmallTeamsAreWithheld() {
    importTeam("reading-large", 7);
    importTeam("reading-middle", 6);
    importTeam("reading-small", 4);
    var campaign = campaign("\"reading-large\",\"reading-middle\",\"reading-small\"");
    api.postJson(campaign + "/invitations", "{}");
    for (var link : api.get(campaign + "/links.csv").body().lines().skip(1).toList()) {
      answer(link.substring(link.lastIndexOf("/s/") + 3).replaceAll("[\",].*", ""));
    }
    var closed = api.postJson(campaign + "/closure", "{}");
    assertTrue(closed.statusCode() < 300, closed.body());
    var id = campaign.substring(campaign.lastIndexOf('/') + 1);

    var reading = untilDone(id);
    var readiness = Api.json(api.get("/api/v1/readings/" + reading + "/readiness"));

    assertEquals(17, readiness.path("answered").asInt());
    assertEquals(100, team(readiness, "reading-large").path("load").path("high").asInt());
    // With both of the others shown, the small team's answers would be what is left.
    assertEquals(
        "WOULD_REVEAL_ANOTHER",
        team(readiness, "reading-middle").path("load").path("withheld").asText());
    assertTrue(team(readiness, "reading-small").path("load").path("value").isNull());
    assertEquals(
        "TOO_FEW", team(readiness, "reading-small").path("load").path("withheld").asText());
  }

  @Test
  void aReadingInTheFutureIsRefusedWithEveryFault() {
    var answer = api.postJson("/api/v1/readings", "{\"to\":\"2999-01-01T00:00:00Z\"}");
    assertEquals(422, answer.statusCode());
    assertEquals(2, Api.json(answer).path("errors").size());
  }

  @Test
  void nobodyReadsAReadingThatIsNotThere() {
    assertEquals(404, api.get("/api/v1/readings/nothing").statusCode());
    assertEquals(401, Api.asNobody().get("/api/v1/readings/latest").statusCode());
  }

  private void importTeam(String team, int people) {
    var rows =
        IntStream.range(0, people)
            .mapToObj(
                i ->
                    "%s,%s person %d,%s-%d@example.org,%s-api"
                        .formatted(team, team, i, team, i, team))
            .collect(Collectors.joining("\n"));
    var answer =
        api.post(
            "/api/v1/catalog/imports", "text/csv", "team,person,email,service\n" + rows + "\n");
    assertTrue(answer.statusCode() < 300, answer.body());
  }

  private String campaign(String teams) {
    var closes = Instant.now().plus(7, ChronoUnit.DAYS);
    var body =
        "{\"survey\":\"quarterly\",\"teams\":[%s],\"closesAt\":\"%s\"}".formatted(teams, closes);
    var answer = api.postJson("/api/v1/campaigns", body);
    assertEquals(201, answer.statusCode(), answer.body());
    return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");
  }

  /** Everybody says the worst of everything. */
  private void answer(String token) {
    var answers =
        ITEMS.stream()
            .map(item -> "\"%s\":%d".formatted(item, REVERSED.contains(item) ? 1 : 5))
            .collect(Collectors.joining(",", "{\"answers\":{", "}}"));
    var answer = Api.asNobody().postJson("/api/v1/invitations/" + token + "/submission", answers);
    assertEquals(201, answer.statusCode(), answer.body());
  }

  private String untilDone(String campaign) {
    for (int i = 0; i < 120; i++) {
      for (var reading : Api.json(api.get("/api/v1/readings"))) {
        if (reading.path("campaign").asText().equals(campaign)) {
          return reading.path("id").asText();
        }
      }
      pause();
    }
    throw new AssertionError("the reading was not done within a minute");
  }

  private static JsonNode team(JsonNode readiness, String key) {
    for (var team : readiness.path("teams")) {
      if (team.path("team").asText().equals(key)) {
        return team;
      }
    }
    throw new AssertionError("no team " + key + " in " + readiness);
  }

  private static void pause() {
    try {
      Thread.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
