package plimsoll.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plimsoll.Api;
import plimsoll.OnTheServer;

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
}
