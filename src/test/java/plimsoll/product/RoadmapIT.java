package plimsoll.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plimsoll.Api;
import plimsoll.OnTheServer;

@ExtendWith(OnTheServer.class)
class RoadmapIT {
  private final Api administrator = Api.asAdministrator();

  @Test
  void aReadingThatDoesNotExistHasNoRoadmap() {
    var answer = administrator.get("/api/v1/readings/00000000-0000-0000-0000-000000000001/roadmap");
    assertEquals(404, answer.statusCode(), answer.body());
    assertEquals(404, administrator.get("/api/v1/readings/%3Cscript%3E/roadmap").statusCode());
  }

  @Test
  void nobodyDecidesWithoutBeingKnown() {
    var answer = Api.asNobody().putJson("/api/v1/roadmap/d2-deploy-without-ticket", "{}");
    assertEquals(401, answer.statusCode());
  }

  @Test
  void anInitiativeThatNobodyProposedIsNotFound() {
    var answer = administrator.putJson("/api/v1/roadmap/nowhere", "{\"state\":\"accepted\"}");
    assertEquals(404, answer.statusCode(), answer.body());
  }

  @Test
  void everyFaultOfADecisionIsNamed() {
    var answer =
        administrator.putJson(
            "/api/v1/roadmap/nowhere",
            "{\"state\":\"refused\",\"owner\":\"" + "x".repeat(300) + "\",\"quarter\":\"soon\"}");
    assertEquals(422, answer.statusCode(), answer.body());
    var pointers = Api.json(answer).findValuesAsText("pointer");
    assertEquals(List.of("/reason", "/owner", "/quarter"), pointers);
  }

  @Test
  void aStateThatDoesNotExistIsRefused() {
    var answer = administrator.putJson("/api/v1/roadmap/nowhere", "{\"state\":\"maybe\"}");
    assertEquals(422, answer.statusCode(), answer.body());
    assertEquals("/state", Api.json(answer).findValue("pointer").asText());
    assertEquals(400, administrator.putJson("/api/v1/roadmap/nowhere", "").statusCode());
    assertEquals(400, administrator.putJson("/api/v1/roadmap/nowhere", "{").statusCode());
  }

  @Test
  void theRoadmapIsAPage() {
    var answer = administrator.get("/roadmap");
    assertEquals(200, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("<h1>Roadmap</h1>"), answer.body());
  }
}
