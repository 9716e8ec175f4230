package plimsoll.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plimsoll.Api;
import plimsoll.OnTheServer;

@ExtendWith(OnTheServer.class)
class FaultsIT {
  @Test
  void anUnknownPathOfTheApiIsAProblem() {
    var answer = Api.asAdministrator().get("/api/v1/nothing");
    assertEquals(404, answer.statusCode());
    assertEquals(
        "application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
    assertEquals(404, Api.json(answer).path("status").asInt());
  }

  @Test
  void anUnknownPageSaysWhatToDo() {
    var answer = Api.asNobody().get("/nothing");
    assertEquals(404, answer.statusCode());
    assertTrue(answer.body().contains("Back to the start"));
  }

  @Test
  void theServiceDescribesItselfAndSaysThatItLives() {
    for (var path : new String[] {"/openapi", "/health/live", "/health/ready", "/metrics"}) {
      assertEquals(200, Api.asNobody().get(path).statusCode(), path);
    }
  }

  @Test
  void aContentTypeThatIsNoneIsRefusedInOurWords() {
    for (var type : new String[] {"garbage", "/", ";;"}) {
      var answer = Api.asAdministrator().post("/api/v1/deliveries/plimsoll", type, "{}");
      assertEquals(415, answer.statusCode(), type);
      assertEquals(415, Api.json(answer).path("status").asInt(), answer.body());
    }
  }

  @Test
  void theServersOwnPagesAreNeverShown() {
    for (var path : new String[] {"/WEB-INF/web.xml", "/META-INF/MANIFEST.MF", "/a%00b"}) {
      var answer = Api.asNobody().get(path);
      assertTrue(answer.statusCode() >= 400, path);
      assertTrue(!answer.body().contains("Payara"), path + answer.body());
    }
  }

  @Test
  void readyMeansThatTheMainPageAnswers() {
    var ready = Api.asNobody().get("/health/ready");
    assertEquals(200, ready.statusCode(), ready.body());
    var check = Api.json(ready).at("/checks/0/data");
    for (var part : new String[] {"started", "database", "page"}) {
      assertEquals("true", check.path(part).asText(), part);
    }
    assertEquals(200, Api.asNobody().get("/sign-in").statusCode());
  }

  @Test
  void theTokenOfFormsStandsInNoHeader() {
    var page = Api.asNobody().get("/sign-in");
    assertTrue(page.body().contains("formToken"), page.body());
    assertTrue(page.headers().firstValue("X-Form-Token").isEmpty());
  }
}
