package plimsoll.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plimsoll.Api;
import plimsoll.OnTheServer;
import plimsoll.Wave;
import plimsoll.readiness.Edition;

@ExtendWith(OnTheServer.class)
class ReportsIT {
  private static final String NONE = "/api/v1/readings/00000000-0000-4000-8000-000000000000";

  @Test
  void theStartPageIsForThoseWhoSignedIn() {
    assertEquals(303, Api.asNobody().get("/").statusCode());
    var page = Api.asAdministrator().get("/");
    assertEquals(200, page.statusCode(), page.body());
    assertTrue(page.body().contains("<main id=\"content\""), page.body());
  }

  @Test
  void thereIsNoReportOfNoReading() {
    var answer = Api.asAdministrator().get(NONE + "/reports/readiness.pdf");
    assertEquals(404, answer.statusCode());
    assertEquals("There is no such reading.", Api.json(answer).get("detail").asText());
    assertEquals(401, Api.asNobody().get(NONE + "/reports/readiness.pdf").statusCode());
    assertEquals(404, Api.asAdministrator().get(NONE.substring(7)).statusCode());
  }

  @Test
  void theMethodIsForEverybody() {
    var page = Api.asNobody().get("/method");
    assertEquals(200, page.statusCode(), page.body());
    assertTrue(page.body().contains("<a id=\"organisation-score\">"), page.body());
    assertTrue(page.body().contains("<table>"), page.body());
  }

  @Test
  void assetsAreForEverybodyAndAreKept() {
    var style = Api.asNobody().get("/assets/plimsoll.css");
    assertEquals(200, style.statusCode());
    assertEquals(
        "text/css;charset=UTF-8", style.headers().firstValue("Content-Type").orElse("").strip());
    assertTrue(style.headers().firstValue("ETag").isPresent());
    assertEquals("max-age=3600", String.join(" | ", style.headers().allValues("Cache-Control")));
  }

  @Test
  void nothingBesideTheAssetsCanBeReached() {
    for (var path : new String[] {"%2e%2e/web.xml", "..%2fweb.xml", "web.xml", "plimsoll.css/x"}) {
      assertTrue(Api.asNobody().get("/assets/" + path).statusCode() >= 400, path);
    }
  }

  @Test
  void aReadingOfRecordsAloneIsReportedInEveryKindOfFile() {
    var path = "/api/v1/readings/" + taken();
    for (var file : new String[] {"readiness.html", "readiness.md", "roadmap.json"}) {
      var answer = Api.asAdministrator().get(path + "/reports/" + file);
      assertEquals(200, answer.statusCode(), file);
      assertTrue(
          answer.body().contains(Edition.CURRENT.name()), file + " says the edition of the method");
      assertEquals(answer.body(), Api.asAdministrator().get(path + "/reports/" + file).body());
    }
    var pdf = Api.asAdministrator().get(path + "/reports/readiness.pdf");
    assertEquals("application/pdf", pdf.headers().firstValue("Content-Type").orElse(""));
    assertTrue(pdf.body().startsWith("%PDF-"));
    assertEquals(406, Api.asAdministrator().get(path + "/reports/readiness.pptx").statusCode());
    assertEquals(404, Api.asAdministrator().get(path + "/reports/leadership.pdf").statusCode());
    var page = Api.asAdministrator().get(path.substring(7));
    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains("What we don&#39;t know"), page.body());
  }

  private static String taken() {
    var asked =
        Api.asAdministrator()
            .postJson(
                "/api/v1/readings",
                "{\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2026-03-31T00:00:00Z\"}");
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
