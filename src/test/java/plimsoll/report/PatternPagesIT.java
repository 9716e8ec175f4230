package plimsoll.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plimsoll.Api;
import plimsoll.OnTheServer;
import plimsoll.Wave;

/** The pages of patterns as a browser gets them. */
@ExtendWith(OnTheServer.class)
class PatternPagesIT {

  @Test
  void aReadingWithoutFilesSaysWhatToSend() {
    // Nothing was known of any service so long ago.
    var path = "/readings/" + taken("2019-01-01T00:00:00Z", "2019-03-31T00:00:00Z") + "/patterns";
    var page = Api.asAdministrator().get(path);
    assertEquals(200, page.statusCode(), page.body());
    assertTrue(page.body().contains("no files of any service were read"), page.body());
    assertTrue(page.body().contains("/api/v1/workloads/"), page.body());
  }

  @Test
  void theFirstPageOfPatternsIsThere() {
    var page = Api.asAdministrator().get("/patterns");
    assertEquals(200, page.statusCode(), page.body());
    assertTrue(page.body().contains("<h1>Patterns</h1>"), page.body());
    assertEquals(303, Api.asNobody().get("/patterns").statusCode());
  }

  @Test
  void thereAreNoPatternsOfNoReading() {
    var none = "/readings/00000000-0000-4000-8000-000000000000/patterns";
    assertEquals(404, Api.asAdministrator().get(none).statusCode());
    assertEquals(404, Api.asAdministrator().get("/readings/x/patterns").statusCode());
    for (var page : new String[] {"/services", "/copies", "/copies/0"}) {
      assertEquals(404, Api.asAdministrator().get(none + page).statusCode(), page);
      assertEquals(303, Api.asNobody().get(none + page).statusCode(), page);
    }
  }

  @Test
  void theyComeInEveryKindOfFile() {
    var reading = taken("2019-01-01T00:00:00Z", "2019-04-30T00:00:00Z");
    var path = "/api/v1/readings/" + reading + "/reports/patterns.";
    for (var kind : new String[] {"html", "md", "json"}) {
      var answer = Api.asAdministrator().get(path + kind);
      assertEquals(200, answer.statusCode(), kind);
      assertTrue(answer.body().contains("no files of any service were read"), answer.body());
    }
    assertTrue(Api.asAdministrator().get(path + "pdf").body().startsWith("%PDF-"));
  }

  @Test
  void theApiTellsWhatIsKnownAndRefusesInWords() {
    var reading = taken("2019-01-01T00:00:00Z", "2019-05-31T00:00:00Z");
    var told = Api.json(Api.asAdministrator().get("/api/v1/readings/" + reading + "/patterns"));
    assertTrue(told.path("divergence").isNull() && told.path("landscape").isNull(), "" + told);
    assertEquals(0, told.path("services").size());
    assertEquals(404, Api.asAdministrator().get("/api/v1/readings/x/patterns").statusCode());
    assertEquals(401, Api.asNobody().get("/api/v1/readings/latest/patterns").statusCode());
  }

  private static String taken(String from, String to) {
    var wish = "{\"from\":\"%s\",\"to\":\"%s\"}".formatted(from, to);
    var asked = Api.asAdministrator().postJson("/api/v1/readings", wish);
    assertEquals(202, asked.statusCode(), asked.body());
    var id = Api.json(asked).get("id").asText();
    Wave.await("the reading", () -> over(id));
    return id;
  }

  private static boolean over(String id) {
    var state = Api.json(Api.asAdministrator().get("/api/v1/readings/" + id)).get("state");
    return !state.asText().equals("queued") && !state.asText().equals("running");
  }
}
