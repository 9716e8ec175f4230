package plimsoll.questionnaire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plimsoll.Api;
import plimsoll.OnTheServer;
import plimsoll.Wave;

@ExtendWith(OnTheServer.class)
class ManuscriptIT {
  private static final Api API = Api.asAdministrator();
  private final String key = "s" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void aDraftIsWrittenChangedAndPublishedAndThenNeverChanges() {
    var begun = put("1", text("1", "Did you?"));
    assertEquals(201, begun.statusCode(), begun.body());
    assertEquals("draft", Api.json(begun).path("state").asText());
    assertEquals("\"1\"", etag(begun));
    assertEquals(404, API.get("/api/v1/surveys/" + key).statusCode());
    var changed = put("1", text("1", "Did they?"), "If-Match", "\"1\"");
    assertEquals(200, changed.statusCode(), changed.body());
    assertEquals("\"2\"", etag(changed));
    assertEquals(200, publish("1").statusCode());
    assertEquals("published", item("1").path("state").asText());
    var again = put("1", text("1", "Did we?"), "If-Match", "\"2\"");
    assertEquals(409, again.statusCode());
    assertTrue(Api.json(again).path("detail").asText().contains("Make a new edition"));
    assertEquals(409, API.delete(path("1")).statusCode());
    assertEquals(409, publish("1").statusCode());
    assertTrue(read("1").body().contains("Did they?"));
    assertEquals(
        "Did they?",
        Api.json(API.get("/api/v1/surveys/" + key)).at("/blocks/0/items/0/wording/en").asText());
  }

  @Test
  void ofTwoEditorsTheSecondIsToldAndNothingIsLost() {
    put("1", text("1", "Did you?"));
    assertEquals(200, put("1", text("1", "Did Ada?"), "If-Match", "\"1\"").statusCode());
    var late = put("1", text("1", "Did Bob?"), "If-Match", "\"1\"");
    assertEquals(412, late.statusCode());
    assertTrue(Api.json(late).path("detail").asText().contains("Nothing was overwritten"));
    assertEquals(409, put("1", text("1", "Did Bob?")).statusCode());
    assertTrue(read("1").body().contains("Did Ada?"));
    assertEquals(412, delete("1", "\"1\"").statusCode());
    assertEquals(204, delete("1", "\"2\"").statusCode());
    assertEquals(404, read("1").statusCode());
  }

  @Test
  void everyFaultIsNamedWithItsLineFieldAndMend() {
    var answer =
        put("1", text("1", "Did you?").replace("yes-no", "yesno").replace("month", "year"));
    assertEquals(422, answer.statusCode());
    var errors = Api.json(answer).path("errors");
    assertEquals(2, errors.size(), answer.body());
    assertEquals("/window", errors.at("/0/pointer").asText());
    assertEquals("line 6: must be one of quarter, month", errors.at("/0/message").asText());
    assertEquals("/blocks/0/items/0/kind", errors.at("/1/pointer").asText());
    assertEquals(422, put("2", text("1", "Did you?")).statusCode());
    assertEquals(404, read("1").statusCode());
  }

  @Test
  void anItemWithOtherWordsIsRefusedUnderItsOldIdAndTakenUnderANewOne() {
    put("1", text("1", "Did you?"));
    assertEquals(200, publish("1").statusCode());
    assertEquals(201, put("2", text("2", "Did they?")).statusCode());
    var refused = publish("2");
    assertEquals(422, refused.statusCode());
    var error = Api.json(refused).at("/errors/0");
    assertEquals("/blocks/0/items/0", error.path("pointer").asText());
    assertTrue(error.path("message").asText().startsWith("line 13: (Y1) reads otherwise than in "));
    assertTrue(error.path("message").asText().endsWith("give it a new id and replaces: Y1"));
    var mended = text("2", "Did they?").replace("id: Y1", "id: Y2, replaces: Y1");
    assertEquals(200, put("2", mended, "If-Match", "\"1\"").statusCode());
    assertEquals(200, publish("2").statusCode());
    assertEquals(
        "Y1",
        Api.json(API.get("/api/v1/surveys/" + key)).at("/blocks/0/items/0/replaces").asText());
  }

  @Test
  void whatWasPublishedHereCanBeAsked() {
    put("1", text("1", "Did you?"));
    var team = Wave.newTeam(6);
    var now = Instant.now();
    var plan =
        "{\"survey\":\"%s\",\"teams\":[\"%s\"],\"opensAt\":\""
            + now
            + "\",\"closesAt\":\""
            + now.plus(Duration.ofDays(9))
            + "\"}";
    assertEquals(422, API.postJson("/api/v1/campaigns", plan.formatted(key, team)).statusCode());
    publish("1");
    var made = API.postJson("/api/v1/campaigns", plan.formatted(key, team));
    assertEquals(201, made.statusCode(), made.body());
    assertTrue(item("1").path("asked").asBoolean());
  }

  @Test
  void aFileOfTheProjectIsNeitherChangedNorDeletedHere() throws Exception {
    var file = Files.readString(Path.of("surveys/pulse-2026.1.yaml"));
    var answer = send("/api/v1/surveys/pulse/2026.1", file);
    assertEquals(409, answer.statusCode(), answer.body());
    assertEquals(409, API.delete("/api/v1/surveys/pulse/2026.1").statusCode());
    assertEquals(file, API.get("/api/v1/surveys/pulse-2026.1.yaml").body());
  }

  @Test
  void everyKindIsTold() throws Exception {
    var text =
        Files.readString(Path.of("src/test/resources/surveys/everything-1.yaml"))
            .replace("key: everything", "key: " + key);
    assertEquals(201, put("1", text).statusCode());
    assertEquals(200, publish("1").statusCode());
    var survey = Api.json(API.get("/api/v1/surveys/" + key + "-1"));
    var first = survey.at("/blocks/0/items");
    assertEquals("Gar nicht", first.at("/0/points/0/label/de").asText().replace("1 – ", ""));
    assertEquals("all", first.at("/1/high/en").asText());
    assertEquals("small", first.at("/3/options/0/key").asText());
    assertEquals(2, first.at("/4/most").asInt());
    assertEquals("hours a week", first.at("/5/unit/en").asText());
    assertEquals(40, first.at("/5/highest").asInt());
    assertEquals("M2", survey.at("/blocks/1/items/0/rows/1/id").asText());
    assertEquals("random", survey.at("/blocks/1/order").asText());
    assertEquals(2, survey.at("/blocks/3/ask").asInt());
    assertEquals(900, survey.at("/blocks/3/items/3/longest").asInt());
    assertFalse(survey.at("/blocks/3/items/1/when").isMissingNode());
  }

  @Test
  void aQuestionnaireOfSurveyJsIsBroughtOverAndBack() {
    var body =
        "{\"title\":\"T\",\"elements\":[{\"type\":\"boolean\",\"name\":\"a\",\"title\":\"Did you?\"},"
            + "{\"type\":\"file\",\"name\":\"f\"}]}";
    var path = "/api/v1/surveys/imports/surveyjs?key=" + key;
    var taken = API.postJson(path, body);
    assertEquals(201, taken.statusCode(), taken.body());
    assertEquals("f", Api.json(taken).at("/problems/0/element").asText());
    assertEquals(key + "-1", Api.json(taken).at("/edition/name").asText());
    assertEquals(key + "-2", Api.json(API.postJson(path, body)).at("/edition/name").asText());
    assertTrue(read("1").body().startsWith("# Brought over from SurveyJS. Not as it was there:"));
    var out = Api.json(API.get("/api/v1/surveys/" + key + "-1/surveyjs"));
    assertEquals("Did you?", out.at("/pages/0/elements/0/title").asText());
    assertEquals(422, API.postJson(path, "[]").statusCode());
    assertEquals(400, API.postJson(path, "{").statusCode());
    assertEquals(404, API.get("/api/v1/surveys/none-1/surveyjs").statusCode());
  }

  @Test
  void whoMayNotWriteIsTurnedAway() {
    assertEquals(401, Api.asNobody().delete(path("1")).statusCode());
    var leader = Api.withScopes("reads surveys", "leader");
    assertEquals(200, leader.get("/api/v1/surveys/schema").statusCode());
    assertEquals(403, leader.delete(path("1")).statusCode());
  }

  @Test
  void whatIsTooLongOrNoTextIsRefused() {
    assertEquals(413, put("1", "x".repeat(4_194_400)).statusCode());
    assertEquals(422, put("1", "x".repeat(1_100_000)).statusCode());
    assertEquals(422, put("1", "a: &a [x]\nb: [*a, *a]\n").statusCode());
    assertEquals(404, read("1").statusCode());
  }

  private String text(String edition, String wording) {
    return """
    key: %s
    edition: "%s"
    title: {en: "Small, 小さい"}
    purpose: {en: To see}
    minutes: 1
    window: month
    scales: {}
    blocks:
      - key: one
        title: {en: One}
        intro: {en: Think}
        items:
          - {id: Y1, kind: yes-no, wording: {en: "%s"}}
    """
        .formatted(key, edition, wording);
  }

  private HttpResponse<String> put(String edition, String text, String... headers) {
    return send(path(edition), text, headers);
  }

  private static HttpResponse<String> send(String path, String text, String... headers) {
    return API.put(path, "application/yaml", text, headers);
  }

  private HttpResponse<String> publish(String edition) {
    return API.postJson(path(edition) + "/publication", "{}");
  }

  private HttpResponse<String> delete(String edition, String etag) {
    return API.delete(path(edition), "If-Match", etag);
  }

  private HttpResponse<String> read(String edition) {
    return API.get("/api/v1/surveys/" + key + "-" + edition + ".yaml");
  }

  private com.fasterxml.jackson.databind.JsonNode item(String edition) {
    for (var one : Api.json(API.get("/api/v1/surveys")).path("items")) {
      if (one.path("name").asText().equals(key + "-" + edition)) return one;
    }
    throw new AssertionError(edition + " is not listed");
  }

  private static String etag(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElse("none");
  }

  private String path(String edition) {
    return "/api/v1/surveys/" + key + "/" + edition;
  }
}
