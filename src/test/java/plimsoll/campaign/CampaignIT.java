package plimsoll.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plimsoll.Api;
import plimsoll.OnTheServer;
import plimsoll.Wave;

@ExtendWith(OnTheServer.class)
class CampaignIT {
  @Test
  void theSurveysAreListedWithTheirItemsAndLanguages() {
    var all = Api.json(Api.asAdministrator().get("/api/v1/surveys"));
    assertTrue(all.path("items").findValuesAsText("name").contains("quarterly-2026.1"));
    assertEquals(0, all.path("faults").size());
    var one = Api.json(Api.asAdministrator().get("/api/v1/surveys/quarterly"));
    assertEquals("Never", one.at("/blocks/0/items/0/points/0/label/en").asText());
    assertEquals("en", one.at("/edition/languages/0").asText());
    assertEquals(404, Api.asAdministrator().get("/api/v1/surveys/none").statusCode());
    assertEquals(401, Api.asNobody().get("/api/v1/surveys").statusCode());
  }

  @Test
  void invitingTwiceInvitesNobodyTwice() {
    var campaign = Wave.notInvited(Wave.newTeam(6));
    assertEquals(
        "{\"invited\":6,\"alreadyInvited\":0,\"undeliverable\":0}", campaign.invite().body());
    assertEquals(
        "{\"invited\":0,\"alreadyInvited\":6,\"undeliverable\":0}", campaign.invite().body());
  }

  @Test
  void whoeverJoinsTheTeamCanBeInvitedLater() {
    var campaign = Wave.of(6);
    Wave.importTeam(campaign.team(), 7);
    assertEquals(
        "{\"invited\":1,\"alreadyInvited\":6,\"undeliverable\":0}", campaign.invite().body());
  }

  @Test
  void theListOfLinksIsTheSameEachTimeAndEachLinkIsItsOwn() {
    var campaign = Wave.of(6);
    var list = campaign.links().body();
    assertEquals(list, campaign.links().body());
    Set<String> links =
        list.lines().skip(1).map(line -> line.replaceAll(".*,", "")).collect(Collectors.toSet());
    assertEquals(6, links.size());
    links.forEach(link -> assertTrue(link.matches("http.*/s/[A-Za-z0-9_-]{22}"), link));
  }

  @Test
  void onlyAdministratorsGetTheLinks() {
    var campaign = Wave.of(5);
    var path = "/api/v1/campaigns/" + campaign.id() + "/links.csv";
    assertEquals(401, Api.asNobody().get(path).statusCode());
  }

  @Test
  void ofATeamOnlyTheRangeIsTold() {
    var progress = Wave.of(6).progress();
    assertTrue(progress.at("/teams/0").has("rate"));
    assertFalse(progress.at("/teams/0").has("answered"));
    assertTrue(progress.path("answered").isNull());
  }

  @Test
  void fewerPeopleThanTheMinimumGroupAreNotAsked() {
    importPeople("four-people", 4);
    var answer = Api.asAdministrator().postJson("/api/v1/campaigns", plan("four-people"));
    assertEquals(422, answer.statusCode());
    assertEquals(
        "These teams have 4 people in all; a campaign needs 5 or more, its minimum group.",
        Api.json(answer).at("/errors/0/message").asText());
  }

  @Test
  void nobodyIsInvitedWhenTooManyHaveLeftSince() {
    importPeople("leavers", 6);
    var made = Api.asAdministrator().postJson("/api/v1/campaigns", plan("leavers"));
    var path = "/api/v1/campaigns/" + Api.json(made).path("id").asText();
    importPeople("leavers", 4);
    assertEquals(422, Api.asAdministrator().postJson(path + "/invitations", "").statusCode());
    assertEquals(0, Api.json(Api.asAdministrator().get(path)).path("invited").asInt());
  }

  private static String plan(String team) {
    return "{\"survey\":\"quarterly\",\"teams\":[\"%s\"],\"closesAt\":\"%s\"}"
        .formatted(team, Instant.now().plus(Duration.ofDays(7)));
  }

  private static void importPeople(String team, int people) {
    var csv = new StringBuilder("team,person,email,service\n");
    for (int i = 0; i < people; i++) {
      var person = team + "-" + i;
      csv.append("%s,%s,%s@example.org,%s-api\n".formatted(team, person, person, team));
    }
    var path = "/api/v1/catalog/imports?complete=true&source=" + team;
    assertEquals(200, Api.asAdministrator().post(path, "text/csv", csv.toString()).statusCode());
  }

  @Test
  void noticesGoOnlyToHostsThatAnAdministratorNamed() {
    var plan = "{\"survey\":\"pulse\",\"closesAt\":\"2099-01-01T00:00:00Z\",\"channel\":\"%s\"}";
    for (var inside :
        List.of(
            "http://169.254.169.254/latest",
            "http://localhost:8080/",
            "https://hooks.slack.com@10.0.0.1/")) {
      var answer = Api.asAdministrator().postJson("/api/v1/campaigns", plan.formatted(inside));
      assertEquals(422, answer.statusCode(), inside);
      assertTrue(answer.body().contains("must be at hooks.slack.com"), answer.body());
    }
    var known = plan.formatted("https://hooks.slack.com/services/T/B/x");
    var body = Api.asAdministrator().postJson("/api/v1/campaigns", known).body();
    assertFalse(body.contains("/channel"), body);
  }

  @Test
  void aCampaignClosesOnceAndItsLinksAreDestroyed() {
    var campaign = Wave.of(6);
    assertEquals("closed", Api.json(campaign.close()).path("state").asText());
    assertEquals(409, campaign.close().statusCode());
    assertEquals(410, campaign.links().statusCode());
    assertEquals(410, campaign.invite().statusCode());
  }

  @Test
  void everyFaultOfAPlanIsNamed() {
    var answer =
        Api.asAdministrator()
            .postJson(
                "/api/v1/campaigns",
                "{\"survey\":\"none\",\"closesAt\":\"2020-01-01T00:00:00Z\",\"minimumGroup\":3,"
                    + "\"teams\":[\"nobody-knows\"],\"repeats\":{}}");
    assertEquals(422, answer.statusCode());
    var pointers = Set.copyOf(Api.json(answer).path("errors").findValuesAsText("pointer"));
    assertEquals(
        Set.of(
            "/survey",
            "/closesAt",
            "/minimumGroup",
            "/teams/0",
            "/repeats/everyWeeks",
            "/repeats/weekday",
            "/repeats/at",
            "/repeats/zone",
            "/repeats/openDays"),
        pointers);
  }

  @Test
  void aCampaignThatIsNotThereIsNotFound() {
    for (var id : List.of("none", "00000000-0000-0000-0000-000000000000")) {
      assertEquals(404, Api.asAdministrator().get("/api/v1/campaigns/" + id).statusCode());
      assertEquals(
          404,
          Api.asAdministrator().postJson("/api/v1/campaigns/" + id + "/closure", "").statusCode());
    }
  }

  @Test
  void thePagesShowTheCampaign() {
    var campaign = Wave.of(6);
    var list = Api.asAdministrator().get("/campaigns");
    assertEquals(200, list.statusCode());
    assertEquals(200, Api.asAdministrator().get("/campaigns/series").statusCode());
    assertTrue(list.body().contains("/campaigns/" + campaign.id()));
    var page = Api.asAdministrator().get("/campaigns/" + campaign.id());
    assertTrue(
        page.body().contains("6 people are asked; how many have answered is withheld until 5 have"),
        page.body());
  }

  @Test
  void aFormWithoutItsTokenIsRefused() {
    var path = "/campaigns/" + Wave.of(5).id() + "/closure";
    var answer = Api.asAdministrator().post(path, "application/x-www-form-urlencoded", "sure=yes");
    assertEquals(403, answer.statusCode());
  }
}
