package plimsoll.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
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

  /** The same for a name that nobody has, so that nobody learns which names there are. */
  @Test
  void afterSomeWrongPasswordsANameWaits() {
    for (int i = 0; i < 5; i++) {
      assertEquals(401, signIn("nobody-at-all").statusCode());
    }
    var answer = signIn("nobody-at-all");
    assertEquals(429, answer.statusCode());
    assertTrue(answer.headers().firstValueAsLong("Retry-After").orElse(0) > 0);
    assertEquals(401, signIn("another-nobody").statusCode());
  }

  private static HttpResponse<String> signIn(String name) {
    var page = Api.asNobody().get("/sign-in");
    var cookie = page.headers().firstValue("Set-Cookie").orElse("").split(";")[0];
    return Api.asNobody()
        .post(
            "/sign-in",
            "application/x-www-form-urlencoded",
            "name=" + name + "&password=wrong&formToken=" + cookie.split("=", 2)[1],
            "Cookie",
            cookie);
  }
}
