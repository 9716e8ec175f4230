package plimsoll.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plimsoll.Api;
import plimsoll.OnTheServer;
import plimsoll.Wave;

/** Repeating campaigns on their page and for clients. */
@ExtendWith(OnTheServer.class)
class SeriesIT {
  private static final String PAGE = "/campaigns/series";
  private final Api product = Api.withScopes("series", "product");

  @Test
  void aSeriesIsSetUpOnThePageRestsGoesOnAndEnds() {
    var title = "Series " + UUID.randomUUID();
    var set = product.form(PAGE, fields(filled(title, Wave.newTeam(6))));
    assertEquals(303, set.statusCode(), set.body());
    var shown = section(title);
    assertTrue(shown.contains("(running)"), shown);
    assertTrue(
        shown.contains("Every 4 weeks on Wednesday at 09:30 (Europe/Berlin), open for 10 days"),
        shown);
    assertTrue(shown.contains("80 % of each team in turn, of 1 team"), shown);
    assertEquals(4, shown.split("<div>Wednesday, \\d+ \\w+ \\d{4}, 09:30</div>", -1).length - 1);

    var id = shown.replaceAll("(?s).*/campaigns/series/([0-9a-f-]{36})/.*", "$1");
    assertEquals(303, product.form(PAGE + "/" + id + "/pause", "").statusCode());
    assertTrue(section(title).contains("(paused)"));
    assertEquals(303, product.form(PAGE + "/" + id + "/continuation", "").statusCode());
    assertTrue(section(title).contains("(running)"));
    assertEquals(303, product.form(PAGE + "/" + id + "/end", "").statusCode());
    var ended = section(title);
    assertTrue(ended.contains("(ended)") && !ended.contains("Next waves"), ended);
    assertFalse(ended.contains("<button"), ended);
  }

  @Test
  void eachFaultIsNamedBesideItsFieldAndWhatWasTypedIsKept() {
    var fields = filled("Kept <title>", Wave.newTeam(6));
    fields.remove("teams");
    fields.putAll(
        Map.of(
            "everyWeeks", "99",
            "at", "half past nine",
            "zone", "Mars/Olympus",
            "notOn", "2026-12-25 Christmas",
            "until", "some day",
            "percent", "120",
            "minimumGroup", "4",
            "channel", "#general"));
    var answer = product.form(PAGE, fields(fields));
    assertEquals(422, answer.statusCode());
    var faults = answer.body().replaceAll("(?s).*role=\"alert\">(.*?)</ul>.*", "$1");
    for (var field :
        List.of(
            "everyWeeks",
            "at",
            "zone",
            "notOn",
            "until",
            "sample",
            "minimumGroup",
            "channel",
            "teams")) {
      assertTrue(faults.contains("href=\"#" + field + "\""), field + " in " + faults);
      assertTrue(answer.body().contains("id=\"" + field + "\""), field);
    }
    assertTrue(faults.contains("“Christmas” is no day"), faults);
    for (var kept : List.of("Kept &lt;title&gt;", "half past nine", "Mars/Olympus")) {
      assertTrue(answer.body().contains("value=\"" + kept + "\""), kept);
    }
    assertTrue(answer.body().contains(">2026-12-25 Christmas</textarea>"));
    assertFalse(product.get(PAGE).body().contains("Kept &lt;title&gt;"), "it was made");
  }

  @Test
  void withoutTheTokenOfTheFormOrTheRoleNothingIsMade() {
    var title = "Series " + UUID.randomUUID();
    var fields = fields(filled(title, Wave.newTeam(6)));
    var type = "application/x-www-form-urlencoded";
    assertEquals(403, product.post(PAGE, type, fields).statusCode());
    var leader = Api.withScopes("leader of series", "leader");
    assertEquals(403, leader.form(PAGE, fields).statusCode());
    assertFalse(leader.get(PAGE).body().contains(title));
    assertFalse(leader.get(PAGE).body().contains("Set up a series"));
  }

  @Test
  void clientsMakeReadAndEndASeries() {
    var made = product.postJson("/api/v1/campaigns", plan(Wave.newTeam(6), 26));
    assertEquals(201, made.statusCode(), made.body());
    var path = made.headers().firstValue("Location").orElseThrow().replaceAll(".*(/api/)", "$1");
    var read = Api.json(product.get(path));
    assertEquals("running", read.path("state").asText());
    assertEquals(4, read.path("next").size());
    assertTrue(read.at("/next/0/opens").asText().endsWith("T09:00:00Z"), read::toString);
    assertEquals("paused", state(product.postJson(path + "/pause", "{}")));
    assertEquals("running", state(product.postJson(path + "/continuation", "{}")));
    assertEquals("ended", state(product.delete(path)));
    assertEquals(0, Api.json(product.get(path)).path("next").size());
    assertEquals(404, product.get("/api/v1/series/" + new UUID(1, 2)).statusCode());
    assertEquals(404, product.delete("/api/v1/series/none").statusCode());
  }

  @Test
  void aSeriesWhoseWavesWouldOverlapIsRefused() {
    var refused = product.postJson("/api/v1/campaigns", plan(Wave.newTeam(6), 1));
    assertEquals(422, refused.statusCode(), refused.body());
    assertTrue(refused.body().contains("/repeats/openDays"), refused.body());
  }

  private static String plan(String team, int weeks) {
    return """
    {"survey":"quarterly","teams":["%s"],"repeats":{"everyWeeks":%d,"weekday":"monday",
    "at":"09:00","zone":"UTC","openDays":7}}
    """
        .formatted(team, weeks);
  }

  private static String state(HttpResponse<String> answer) {
    return Api.json(answer).path("state").asText();
  }

  /** What the page's form sends, the empty fields included. */
  private static Map<String, String> filled(String title, String team) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("survey", "quarterly");
    fields.put("title", title);
    fields.put("askedBy", "");
    fields.put("platform", "");
    fields.put("everyWeeks", "4");
    fields.put("weekday", "wednesday");
    fields.put("at", "09:30");
    fields.put("zone", "Europe/Berlin");
    fields.put("openDays", "10");
    fields.put("remindDaysBefore", "");
    fields.put("notOn", "");
    fields.put("until", "");
    fields.put("rule", "hand");
    fields.put("name", "");
    fields.put("teams", team);
    fields.put("percent", "80");
    fields.put("minimumGroup", "");
    fields.put("channel", "");
    return fields;
  }

  private static String fields(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** What the page says of one series. */
  private String section(String title) {
    var body = product.get(PAGE).body();
    int from = body.indexOf(title);
    assertTrue(from > 0, "the page shows no " + title);
    return body.substring(from, body.indexOf("</section>", from));
  }
}
