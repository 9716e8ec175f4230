package plimsoll.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plimsoll.Api.json;

import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plimsoll.Api;
import plimsoll.OnTheServer;

@ExtendWith(OnTheServer.class)
class SourcesIT {
  private static final String SECRET = "a-secret-for-the-tests-alone";

  private final Api api = Api.asAdministrator();

  @Test
  void everySourceHasAPageThatSaysHowToConnectIt() {
    var list = api.get("/delivery/sources").body();
    for (var source : json(api.get("/api/v1/deliveries"))) {
      var key = source.get("source").asText();
      assertTrue(list.contains("/delivery/sources/" + key), key);
      var page = api.get("/delivery/sources/" + key);
      assertEquals(200, page.statusCode(), key + page.body());
      assertTrue(page.body().contains("/api/v1/deliveries/" + key), key);
      assertEquals(200, api.get("/api/v1/sources/" + key).statusCode(), key);
    }
    assertTrue(api.get("/delivery/sources/plimsoll").body().contains("curl"));
    assertEquals(404, api.get("/delivery/sources/nowhere").statusCode());
    assertEquals(404, api.get("/api/v1/sources/nowhere").statusCode());
    assertFalse(api.get("/delivery/sources/argocd").body().contains("ADDRESS"));
  }

  @Test
  void trialIsProvedAndReadAndLeavesNothing() {
    for (var source :
        List.of(
            "argocd",
            "alertmanager",
            "grafana",
            "jira",
            "opsgenie",
            "pagerduty",
            "servicenow",
            "statuspage")) {
      setSecret(source);
      var before = receipts(source);
      var answer = api.postJson("/api/v1/sources/" + source + "/trials", "{}");
      assertEquals(200, answer.statusCode(), source + answer.body());
      assertTrue(json(answer).get("signed").booleanValue(), source);
      assertEquals(1, json(answer).get("states").size(), source + answer.body());
      assertEquals(before, receipts(source), source);
      assertFalse(answer.body().contains(SECRET), source);
    }
  }

  @Test
  void whatIsSaidOfASourceHoldsForItsTrial() {
    setSecret("jira");
    assertEquals(204, say("jira", "{\"incidents\":\"Nothing\",\"tickets\":\"OPS = sea\"}"));
    var trial = api.postJson("/api/v1/sources/jira/trials", "{}");
    assertEquals("A ticket to sea, open.", json(trial).get("states").get(0).asText());
    assertTrue(api.get("/delivery/sources/jira").body().contains("OPS = sea"));
    assertEquals(422, say("jira", "{\"colour\":\"red\"}"));
    assertEquals(204, say("jira", "{}"));
  }

  @Test
  void formsOfThePageSetTrySayAndShow() {
    var path = "/delivery/sources/opsgenie";
    assertEquals(303, api.form(path + "/secret", "secret=" + SECRET).statusCode());
    assertEquals(303, api.form(path + "/settings", "names=a+%3D+sea%0D%0Ab+%3D+sky").statusCode());
    assertTrue(api.get(path).body().contains("a = sea\nb = sky"));
    var tried = api.form(path + "/trial", "");
    assertEquals(200, tried.statusCode(), tried.body());
    assertTrue(tried.body().contains("An incident of checkout, open."), tried.body());
    assertEquals(303, api.form(path + "/settings", "names=").statusCode());
    assertEquals(
        403,
        Api.withScopes("a product manager", "product")
            .form(path + "/settings", "names=")
            .statusCode());
  }

  private int say(String source, String settings) {
    return api.putJson("/api/v1/sources/" + source + "/settings", settings).statusCode();
  }

  @Test
  void toolThatCanSendNoHeaderProvesItselfByItsAddress() {
    setSecret("statuspage");
    var body =
        "{\"incident\":{\"id\":\"trial\",\"created_at\":\"2026-03-02T09:00:00Z\","
            + "\"components\":[{\"id\":\"c\",\"name\":\"page-trial\"}]}}";
    var address = "/api/v1/deliveries/statuspage";
    assertEquals(401, send(address, body, ""));
    assertEquals(401, send(address + "/another-secret", body, ""));
    assertEquals(202, send(address + "/" + SECRET, body, ""));
    assertEquals(404, send("/api/v1/deliveries/pagerduty/" + SECRET, body, ""));
  }

  /** The delivery came before anybody said which label names the service. */
  @Test
  void keptDeliveryIsShownWithoutPeopleAndReadAgainByNewerRules() throws Exception {
    setSecret("grafana");
    var body =
        "{\"alerts\":[{\"status\":\"firing\",\"fingerprint\":\"again\",\"labels\":{\"shop\":\"again\"},"
            + "\"username\":\"ada\",\"startsAt\":\"2026-03-02T09:00:00Z\"}]}";
    assertEquals(202, send("/api/v1/deliveries/grafana", body, "Bearer " + SECRET));
    var page = api.get("/delivery/sources/grafana").body();
    var link = page.substring(page.indexOf("/delivery/sources/grafana/deliveries/"));
    link = link.substring(0, link.indexOf('"'));
    var sent = api.get(link);
    assertEquals(200, sent.statusCode(), sent.body());
    assertTrue(sent.body().contains("fingerprint"));
    assertFalse(sent.body().contains("ada"));
    var json = api.get(link.replace("/delivery/", "/api/v1/"));
    assertEquals("again", json(json).at("/alerts/0/fingerprint").asText());
    assertEquals(
        404, api.get(link.replaceFirst("[0-9a-f-]{36}", UUID.randomUUID() + "")).statusCode());
    assertEquals(204, say("grafana", "{\"service-labels\":\"shop\"}"));
    assertEquals(303, api.form("/delivery/sources/grafana/rereading", "").statusCode());
    for (int i = 0; i < 100 && !reread().contains("kept deliveries were read again: "); i++) {
      Thread.sleep(200);
    }
    assertTrue(reread().contains("kept deliveries were read again: "), reread());
    assertEquals(204, say("grafana", "{}"));
  }

  private String reread() {
    return api.get("/delivery/sources/grafana").body();
  }

  @Test
  void stateWithoutATimeIsTakenEachTime() {
    setSecret("grafana");
    var ok = "{\"ruleId\":4711,\"state\":\"ok\",\"tags\":{\"service\":\"legacy-trial\"}}";
    for (int i = 0; i < 2; i++) {
      var answer =
          Api.asNobody()
              .post(
                  "/api/v1/deliveries/grafana",
                  "application/json",
                  ok,
                  "Authorization",
                  "Bearer " + SECRET);
      assertEquals(1, json(answer).get("accepted").intValue(), answer.body());
    }
  }

  @Test
  void bearerTokenAndPasswordProveATool() {
    setSecret("alertmanager");
    var body =
        "{\"alerts\":[{\"status\":\"firing\",\"fingerprint\":\"f\",\"labels\":"
            + "{\"service\":\"alert-trial\"},\"startsAt\":\"2026-03-02T09:00:00Z\"}]}";
    var basic = Base64.getEncoder().encodeToString(("plimsoll:" + SECRET).getBytes());
    var address = "/api/v1/deliveries/alertmanager";
    assertEquals(202, send(address, body, "Bearer " + SECRET));
    assertEquals(202, send(address, body, "Basic " + basic));
    assertEquals(401, send(address, body, "Bearer " + SECRET + "!"));
    assertEquals(400, send(address, "{", "Bearer " + SECRET));
  }

  private static int send(String address, String body, String authorization) {
    return Api.asNobody()
        .post(address, "application/json", body, "Authorization", authorization)
        .statusCode();
  }

  private void setSecret(String source) {
    var path = "/api/v1/deliveries/" + source + "/secret";
    assertEquals(204, api.putJson(path, "{\"secret\":\"" + SECRET + "\"}").statusCode());
  }

  private int receipts(String key) {
    for (var source : json(api.get("/api/v1/deliveries"))) {
      if (source.get("source").asText().equals(key)) return source.get("latest").size();
    }
    return -1;
  }
}
