package plimsoll.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plimsoll.Api.json;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plimsoll.Api;
import plimsoll.OnTheServer;

@ExtendWith(OnTheServer.class)
class ForgesIT {
  private static final String SECRET = "a-secret-for-the-forges-alone";
  private static final String CDEVENTS = "/api/v1/deliveries/cdevents";
  private static final String STRUCTURED = "application/cloudevents+json; charset=utf-8";
  private static final String EVENT =
      "{\"context\":{\"specversion\":\"0.5.1\",\"id\":\"it-1\",\"source\":\"/it\","
          + "\"type\":\"dev.cdevents.service.deployed.0.3.0\","
          + "\"timestamp\":\"2026-03-23T09:00:00Z\"},"
          + "\"subject\":{\"id\":\"forges-it\",\"content\":{\"environment\":{\"id\":\"production\"},"
          + "\"artifactId\":\"pkg:oci/forges-it@1\"}}}";
  private static final String ENVELOPE =
      "{\"specversion\":\"1.0\",\"id\":\"it-1\",\"source\":\"/it\","
          + "\"type\":\"dev.cdevents.service.deployed.0.3.0\",\"data\":"
          + EVENT
          + "}";

  private final Api api = Api.asAdministrator();

  @Test
  void eachForgeCanBeTried() {
    for (var source : List.of("cdevents", "github", "gitlab", "gitea", "bitbucket")) {
      setSecret(source);
      var answer = api.postJson("/api/v1/sources/" + source + "/trials", "{}");
      assertEquals(200, answer.statusCode(), source + answer.body());
      assertTrue(json(answer).get("signed").booleanValue(), source);
      assertFalse(json(answer).get("states").isEmpty(), source + answer.body());
    }
  }

  @Test
  void eventsAreTakenInEveryModeOfTheirEnvelopes() {
    setSecret("cdevents");
    assertEquals(202, send(STRUCTURED, ENVELOPE));
    assertEquals(202, send("application/cloudevents-batch+json", "[" + ENVELOPE + "]"));
    assertEquals(202, send("application/json", EVENT));
    assertEquals(
        202,
        send(
            "application/json; charset=utf-8",
            EVENT,
            "ce-specversion",
            "1.0",
            "ce-id",
            "it-1",
            "ce-source",
            "/it",
            "ce-type",
            "dev.cdevents.service.deployed.0.3.0"));
  }

  @Test
  void brokenEventsAreRefusedAndNeverAFault() {
    setSecret("cdevents");
    for (var body : List.of("", "{", "{\"context\":{}\n\"subject\":{}}", "[[[[", "\u0000")) {
      assertEquals(400, send(STRUCTURED, body), body);
    }
    assertEquals(400, send("application/cloudevents-batch+json", "{}"));
    assertEquals(415, send("application/xml", "<event/>"));
    assertEquals(202, send(STRUCTURED, "[]"));
    assertEquals(202, send(STRUCTURED, "7"));
  }

  private static int send(String type, String body, String... headers) {
    var all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Authorization", "Bearer " + SECRET));
    return Api.asNobody().post(CDEVENTS, type, body, all.toArray(String[]::new)).statusCode();
  }

  private void setSecret(String source) {
    var path = "/api/v1/deliveries/" + source + "/secret";
    assertEquals(204, api.putJson(path, "{\"secret\":\"" + SECRET + "\"}").statusCode());
  }
}
