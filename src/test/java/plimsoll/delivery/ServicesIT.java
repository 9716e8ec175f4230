package plimsoll.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plimsoll.Api.json;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plimsoll.Api;
import plimsoll.OnTheServer;

@ExtendWith(OnTheServer.class)
class ServicesIT {
  private static final String OWN = "/api/v1/deliveries/plimsoll";

  private final Api api = Api.asAdministrator();

  @BeforeEach
  void haveTeams() {
    catalog("kiosk-a", "kiosk-b");
  }

  @Test
  void unknownServiceIsShownWithWhatWasSeenOfItAndGivenToATeam() {
    deploy("kiosk-seen", "2026-01-10", "2026-02-10");
    incident("kiosk-seen", "2026-02-11");
    var page = api.get("/delivery/services/kiosk-seen").body();
    assertTrue(
        page.contains("2 deployments and 1 incident, from 2026-01-10 to 2026-02-11, by plimsoll"),
        page);
    assertTrue(page.contains("To no team."));
    assertEquals(204, give("kiosk-seen", "kiosk-a", "2026-02-01").statusCode());
    page = api.get("/delivery/services/kiosk-seen").body();
    assertTrue(page.contains("from 2026-02-01"), page);
    assertEquals("[plimsoll kiosk-seen-2026-02-10]", frequency("kiosk-a", "kiosk-seen", "2026-02"));
    assertEquals("[]", frequency("kiosk-a", "kiosk-seen", "2026-01"), "it moves no past");
  }

  @Test
  void changeOfOwnershipMovesNoPast() {
    deploy("kiosk-moved", "2026-01-10", "2026-02-10", "2026-03-10");
    give("kiosk-moved", "kiosk-a", null);
    give("kiosk-moved", "kiosk-b", "2026-02-01");
    give("kiosk-moved", "kiosk-a", "2026-03-01");
    assertEquals(
        "[plimsoll kiosk-moved-2026-01-10]", frequency("kiosk-a", "kiosk-moved", "2026-01"));
    assertEquals(
        "[plimsoll kiosk-moved-2026-02-10]", frequency("kiosk-b", "kiosk-moved", "2026-02"));
    assertEquals(
        "[plimsoll kiosk-moved-2026-03-10]", frequency("kiosk-a", "kiosk-moved", "2026-03"));
  }

  @Test
  void importDoesNotUndoWhatWasSaidHere() {
    deploy("kiosk-kept", "2026-01-10");
    give("kiosk-kept", "kiosk-a", null);
    api.putJson("/api/v1/services/kiosk-kept/name", "{\"name\":\"The <b>kept</b> one\"}");
    var outcome =
        api.post(
            "/api/v1/catalog/imports?source=kiosks",
            "text/csv",
            "team,person,email,service\nkiosk-b,Bo,bo@kiosk.example,kiosk-kept\n");
    assertEquals(200, outcome.statusCode(), outcome.body());
    assertTrue(outcome.body().contains("was given to another team here"), outcome.body());
    assertEquals("[plimsoll kiosk-kept-2026-01-10]", frequency("kiosk-a", "kiosk-kept", "2026-01"));
    var page = api.get("/delivery/services/kiosk-kept").body();
    assertTrue(page.contains("The &lt;b&gt;kept&lt;/b&gt; one"), page);
    assertEquals(204, api.delete("/api/v1/services/kiosk-kept/owner").statusCode());
  }

  @Test
  void oldNameCountsForTheNewOneUntilThatIsUndone() {
    deploy("kiosk-old", "2026-01-10");
    deploy("kiosk-new", "2026-01-20");
    give("kiosk-new", "kiosk-a", null);
    assertEquals(204, same("kiosk-old", "kiosk-new").statusCode());
    deploy("kiosk-old", "2026-01-30");
    assertEquals(
        "[plimsoll kiosk-new-2026-01-20, plimsoll kiosk-old-2026-01-10, plimsoll kiosk-old-2026-01-30]",
        frequency("kiosk-a", "kiosk-", "2026-01", "kiosk-old", "kiosk-new"));
    assertEquals(204, api.delete("/api/v1/services/kiosk-old/sameness").statusCode());
    assertEquals(
        "[plimsoll kiosk-new-2026-01-20]",
        frequency("kiosk-a", "kiosk-", "2026-01", "kiosk-old", "kiosk-new"));
    give("kiosk-old", "kiosk-b", null);
    assertEquals(
        "[plimsoll kiosk-old-2026-01-10, plimsoll kiosk-old-2026-01-30]",
        frequency("kiosk-b", "kiosk-old", "2026-01"));
  }

  @Test
  void whatIsLeftOutCountsForNobodyUntilItIsTakenInAgain() {
    deploy("kiosk-sand", "2026-01-10");
    give("kiosk-sand", "kiosk-a", null);
    assertEquals(204, api.putJson("/api/v1/services/kiosk-sand/absence", "{}").statusCode());
    deploy("kiosk-sand", "2026-01-11");
    assertEquals("[]", frequency("kiosk-a", "kiosk-sand", "2026-01"));
    assertEquals("[]", frequency("organisation", "kiosk-sand", "2026-01"));
    assertTrue(api.get("/delivery/services").body().contains("is left out"));
    assertEquals(204, api.delete("/api/v1/services/kiosk-sand/absence").statusCode());
    assertEquals(
        "[plimsoll kiosk-sand-2026-01-10, plimsoll kiosk-sand-2026-01-11]",
        frequency("kiosk-a", "kiosk-sand", "2026-01"));
  }

  @Test
  void foldersAreSaidAndTakenBack() {
    deploy("kiosk-part", "2026-01-10");
    var said = "{\"parts\":[{\"repository\":\"Acme/Shop\",\"folder\":\"/services/pay/\"}]}";
    assertEquals(204, api.putJson("/api/v1/services/kiosk-part/parts", said).statusCode());
    var parts = json(api.get("/api/v1/services/kiosk-part")).path("parts");
    assertEquals("acme/shop", parts.path(0).path("repository").asText());
    assertEquals("services/pay", parts.path(0).path("prefix").asText());
    assertTrue(api.get("/delivery/services/kiosk-part").body().contains("acme/shop services/pay"));
    var saved =
        api.form("/delivery/services/kiosk-part/parts", "parts=acme%2Fx+a%2Fb%0Aacme%2Fy+c");
    assertTrue(saved.statusCode() < 400, saved.body());
    assertEquals(2, json(api.get("/api/v1/services/kiosk-part")).path("parts").size());
    api.putJson("/api/v1/services/kiosk-part/parts", "{\"parts\":[]}");
    assertEquals(0, json(api.get("/api/v1/services/kiosk-part")).path("parts").size());
  }

  @Test
  void whatMakesNoSenseIsRefusedInWords() {
    deploy("kiosk-bad", "2026-01-10");
    deploy("kiosk-bad-2", "2026-01-10");
    assertEquals(404, give("kiosk-nowhere", "kiosk-a", null).statusCode());
    assertEquals(422, give("kiosk-bad", "no-such-team", null).statusCode());
    assertEquals(422, give("kiosk-bad", "kiosk-a", "2999-01-01").statusCode());
    assertEquals(422, give("kiosk-bad", "kiosk-a", "soon").statusCode());
    assertEquals(422, same("kiosk-bad", "kiosk-bad").statusCode());
    assertEquals(404, same("kiosk-bad", "kiosk-nowhere").statusCode());
    assertEquals(204, same("kiosk-bad", "kiosk-bad-2").statusCode());
    assertEquals(422, same("kiosk-bad-2", "kiosk-bad").statusCode(), "a ring");
    var path = "/api/v1/services/kiosk-bad-2/";
    assertEquals(422, api.putJson(path + "parts", "{\"parts\":[null]}").statusCode());
    for (var folder : List.of("..", "a/../b", "", "/", "a\\u0000")) {
      var part = "{\"parts\":[{\"repository\":\"a/b\",\"folder\":\"" + folder + "\"}]}";
      assertEquals(422, api.putJson(path + "parts", part).statusCode(), folder);
    }
    assertEquals(
        422, api.putJson(path + "name", "{\"name\":\"" + "x".repeat(301) + "\"}").statusCode());
    for (var action : List.of("owner", "sameness", "name", "parts")) {
      var answer = api.putJson(path + action, "[]");
      assertTrue(answer.statusCode() >= 400 && answer.statusCode() < 500, answer.body());
    }
  }

  @Test
  void onlyWhoLooksAfterTheProductMaySayAnything() {
    deploy("kiosk-mine", "2026-01-10");
    var sender = Api.withScopes("kiosk-sender", "sender");
    assertEquals(403, sender.get("/api/v1/services/kiosk-mine").statusCode());
    assertEquals(
        403,
        sender.putJson("/api/v1/services/kiosk-mine/owner", "{\"team\":\"kiosk-a\"}").statusCode());
    assertEquals(403, sender.delete("/api/v1/services/kiosk-mine/owner").statusCode());
    assertEquals(401, Api.asNobody().get("/api/v1/services/kiosk-mine").statusCode());
    var last = json(api.get("/api/v1/audit/check")).path("last").asText();
    assertEquals(204, give("kiosk-mine", "kiosk-a", null).statusCode());
    var recorded = api.get("/api/v1/audit?after=" + last).body();
    assertTrue(recorded.contains("kiosk-mine to kiosk-a"), recorded);
  }

  @Test
  void nameWithAScriptIsShownAsText() {
    deploy("<script>alert(7)</script>", "2026-01-10");
    var page = api.get("/delivery/services").body();
    assertFalse(page.contains("<script>alert(7)"), "script");
  }

  private void catalog(String... teams) {
    var csv = new StringBuilder("team,person,email,service\n");
    for (var team : teams) {
      csv.append("%s,Ann of %s,%s@kiosk.example,%s-own\n".formatted(team, team, team, team));
    }
    var answer = api.post("/api/v1/catalog/imports?source=kiosk-teams", "text/csv", csv.toString());
    assertEquals(200, answer.statusCode(), answer.body());
  }

  private HttpResponse<String> give(String service, String team, String from) {
    var day = from == null ? "null" : "\"" + from + "\"";
    return api.putJson(
        "/api/v1/services/" + service + "/owner",
        "{\"team\":\"" + team + "\",\"from\":" + day + "}");
  }

  private HttpResponse<String> same(String service, String other) {
    return api.putJson(
        "/api/v1/services/" + service + "/sameness", "{\"service\":\"" + other + "\"}");
  }

  private void deploy(String service, String... days) {
    for (var day : days) {
      var answer =
          api.postJson(
              OWN,
              "{\"type\":\"deployment\",\"id\":\"%s-%s\",\"service\":\"%s\",\"environment\":\"production\",\"finishedAt\":\"%sT09:00:00Z\",\"outcome\":\"succeeded\"}"
                  .formatted(service, day, service, day));
      assertEquals(202, answer.statusCode(), answer.body());
    }
  }

  private void incident(String service, String day) {
    api.postJson(
        OWN,
        "{\"type\":\"incident\",\"id\":\"i-%s\",\"service\":\"%s\",\"startedAt\":\"%sT09:00:00Z\"}"
            .formatted(service, service, day));
  }

  /** The deployments of a month that the page of a figure lists, of services with such a name. */
  private String frequency(String team, String like, String month, String... names) {
    var page = api.get("/delivery/" + team + "/deployment-frequency?month=" + month);
    assertTrue(page.statusCode() == 200 || page.statusCode() == 404, page.body());
    var found = new ArrayList<String>();
    var wanted = names.length == 0 ? List.of(like) : List.of(names);
    for (var name : wanted) {
      for (int day = 1; day <= 31; day++) {
        var id = "%s-%s-%02d".formatted(name, month, day);
        if (page.body().contains(id)) found.add("plimsoll " + id);
      }
    }
    return found.stream().sorted().toList().toString();
  }
}
