package plimsoll.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plimsoll.Api;
import plimsoll.OnTheServer;

@ExtendWith(OnTheServer.class)
class SignInIT {
  @Test
  void aPageAsksWhoIsThere() {
    var answer = Api.asNobody().get("/access");
    assertEquals(303, answer.statusCode(), answer.headers() + answer.body());
    assertTrue(
        answer
            .headers()
            .firstValue("Location")
            .orElse("")
            .matches(".*/sign-in.next=(/|%2F)access"));
  }

  @Test
  void aFormWithoutItsTokenIsRefused() {
    var answer =
        Api.asNobody()
            .post(
                "/sign-in",
                "application/x-www-form-urlencoded",
                "name=administrator&password=" + OnTheServer.PASSWORD);
    assertEquals(403, answer.statusCode());
  }
}
