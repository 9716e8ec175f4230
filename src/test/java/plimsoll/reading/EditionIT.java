package plimsoll.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plimsoll.Api;
import plimsoll.OnTheServer;
import plimsoll.Wave;
import plimsoll.readiness.Edition;

/** A cut that was taken with an older edition of the method is taken again with the current one. */
@ExtendWith(OnTheServer.class)
class EditionIT {
  private static final String ANSWERS =
      "{\"D1a\":4,\"D1b\":2,\"D2a\":4,\"D2b\":3,\"D3a\":3,\"D3b\":3,\"D4a\":5,\"D4b\":2,"
          + "\"P2a\":4,\"P2b\":2,\"P3a\":2,\"P3b\":3,\"L3\":4,\"L4\":3,\"L5\":4}";
  private static final Api API = Api.asAdministrator();
  private static String large;
  private static String small;
  private static String first;
  private static String again;

  @BeforeAll
  static void takeTwice() {
    large = Wave.newTeam(9);
    small = Wave.newTeam(4);
    var wave = Wave.of(large, small).answered(link -> ANSWERS);
    var closing = one(wave.read());
    var wish =
        "{\"campaign\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",\"edition\":\"2026.1\"}"
            .formatted(
                closing.path("campaign").asText(),
                closing.path("from").asText(),
                closing.path("to").asText());
    first = done(Api.json(API.postJson("/api/v1/readings", wish)));
    again = done(Api.json(API.postJson("/api/v1/readings/" + first + "/retakes", "{}")));
  }

  @Test
  void bothNameTheirEditionAndTheSameInputs() {
    assertEquals("2026.1", one(first).path("edition").asText());
    assertEquals(Edition.CURRENT.name(), one(again).path("edition").asText());
    assertEquals(first, one(again).path("retakeOf").asText());
    assertEquals(one(first).path("digest"), one(again).path("digest"));
    assertEquals(
        readiness(first).at("/trace/seed").asLong(), readiness(again).at("/trace/seed").asLong());
    assertEquals("2026.1", readiness(first).path("methodEdition").asText());
    assertEquals(Edition.CURRENT.name(), readiness(again).path("methodEdition").asText());
  }

  @Test
  void whatIsShownOfPeopleIsTheSame() {
    var before = readiness(first);
    var after = readiness(again);
    assertEquals(before.path("constructs"), after.path("constructs"));
    assertEquals(said(before), said(after));
    assertTrue(said(after).stream().anyMatch(score -> !score.path("withheld").isNull()));
    assertTrue(said(after).stream().anyMatch(score -> score.path("withheld").isNull()));
  }

  @Test
  void theyStandBesideEachOtherWithWhatTheEditionsDoOtherwise() {
    var beside = Api.json(API.get("/api/v1/readings/" + again + "/beside/" + first));
    assertEquals("2026.1", beside.at("/first/edition").asText());
    assertEquals(first, beside.at("/first/reading").asText());
    assertTrue(beside.path("sameInputs").asBoolean());
    assertEquals("The method's own error", beside.at("/differences/0/what").asText());
    var teams = beside.path("teams").findValuesAsText("team");
    assertTrue(teams.containsAll(List.of(large, small)), teams.toString());
    var page = API.get("/readings/" + first + "/beside/" + again);
    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains("10 points in every organisation"), page.body());
  }

  @Test
  void thePageOfAReadingLeadsToTheOther() {
    var page = API.get("/readings/" + first).body();
    assertTrue(page.contains("/readings/" + first + "/beside/" + again), page);
    assertTrue(!page.contains("Take it again with edition"), page);
  }

  @Test
  void theSameEditionTwiceIsRefused() {
    var answer = API.postJson("/api/v1/readings/" + first + "/retakes", "{}");
    assertEquals(409, answer.statusCode());
    assertTrue(answer.body().contains("taken with edition " + Edition.CURRENT.name()));
    var older = API.postJson("/api/v1/readings/" + again + "/retakes", "{\"edition\":\"2026.1\"}");
    assertEquals(409, older.statusCode());
  }

  @Test
  void anEditionThatIsNotThereIsRefusedByNamingThoseThatAre() {
    var answer = API.postJson("/api/v1/readings/" + first + "/retakes", "{\"edition\":\"1999.1\"}");
    assertEquals(422, answer.statusCode());
    assertTrue(answer.body().contains("known are 2026.1 and 2026.2"), answer.body());
  }

  @Test
  void readingsOfDifferentCutsDoNotStandBesideEachOther() {
    var other =
        done(
            Api.json(
                API.postJson(
                    "/api/v1/readings",
                    "{\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2026-02-01T00:00:00Z\"}")));
    assertEquals(409, API.get("/api/v1/readings/" + first + "/beside/" + other).statusCode());
    assertNotEquals(other, Api.json(API.get("/api/v1/readings/latest")).path("id").asText());
  }

  @Test
  void whoMayOnlyLookMayNotTakeAgain() {
    assertEquals(
        401, Api.asNobody().postJson("/api/v1/readings/" + first + "/retakes", "{}").statusCode());
  }

  private static List<JsonNode> said(JsonNode readiness) {
    var all = new ArrayList<JsonNode>();
    readiness.path("criteria").forEach(each -> all.add(each.path("said")));
    readiness
        .path("teams")
        .forEach(team -> team.path("criteria").forEach(each -> all.add(each.path("said"))));
    return all;
  }

  private static JsonNode readiness(String id) {
    return Api.json(API.get("/api/v1/readings/" + id + "/readiness"));
  }

  private static JsonNode one(String id) {
    return Api.json(API.get("/api/v1/readings/" + id));
  }

  private static String done(JsonNode asked) {
    var id = asked.path("id").asText();
    Wave.await("the reading " + asked, () -> !waits(id));
    assertEquals("done", one(id).path("state").asText(), one(id).toString());
    return id;
  }

  private static boolean waits(String id) {
    return List.of("queued", "running").contains(one(id).path("state").asText());
  }
}
