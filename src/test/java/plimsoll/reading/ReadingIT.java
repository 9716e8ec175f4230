package plimsoll.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plimsoll.Api;
import plimsoll.OnTheServer;
import plimsoll.Wave;

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
    Wave.importTeam("reading-large", 7);
    Wave.importTeam("reading-middle", 6);
    Wave.importTeam("reading-small", 4);
    var wave = Wave.of("reading-large", "reading-middle", "reading-small");
    var reading = wave.answered(link -> worst()).read();
    var readiness = Api.json(api.get("/api/v1/readings/" + reading + "/readiness"));

    assertTrue(readiness.path("answered").isNull());
    assertEquals("≥ 80 %", readiness.path("response").asText());
    assertTrue(team(readiness, "reading-small").path("response").isNull());
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

  /** The worst of everything. */
  private static String worst() {
    return ITEMS.stream()
        .map(item -> "\"%s\":%d".formatted(item, REVERSED.contains(item) ? 1 : 5))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static JsonNode team(JsonNode readiness, String key) {
    for (var team : readiness.path("teams")) {
      if (team.path("team").asText().equals(key)) {
        return team;
      }
    }
    throw new AssertionError("no team " + key + " in " + readiness);
  }
}
