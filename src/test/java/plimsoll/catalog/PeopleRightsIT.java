package plimsoll.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plimsoll.Api;
import plimsoll.OnTheServer;
import plimsoll.Wave;

@ExtendWith(OnTheServer.class)
class PeopleRightsIT {
  private final Api api = Api.asAdministrator();

  @Test
  void aPersonsDataIsGivenAndWhatCannotBeIsSaid() {
    var wave = Wave.of(6);
    var person = person(wave.team(), 2);
    var data = Api.json(api.get(path(person) + "/data"));
    assertEquals(person.path("key"), data.at("/person/key"));
    assertEquals(person.path("email"), data.at("/person/email"));
    assertEquals(wave.team(), data.at("/memberships/0/team").asText());
    assertTrue(data.at("/memberships/0/until").isNull());
    assertEquals(wave.id(), data.at("/invitations/0/campaign").asText());
    var untold = "not told before the campaign closes";
    assertEquals(untold, data.at("/invitations/0/answered").asText());
    assertTrue(data.at("/notGiven/answers").asText().contains("Article 11"));
    wave.answered(link -> "{\"D1a\":3}");
    data = Api.json(api.get(path(person) + "/data"));
    assertEquals(untold, data.at("/invitations/0/answered").asText());
    wave.close();
    data = Api.json(api.get(path(person) + "/data"));
    assertEquals("yes", data.at("/invitations/0/answered").asText());
    assertFalse(data.toString().contains("D1a"));
  }

  @Test
  void theAccountUnderAPersonsAddressIsGivenAndErasedWithHer() {
    var team = Wave.newTeam(5);
    var person = person(team, 1);
    var name = person.path("email").asText();
    var roles = "&password=a-password-of-her-own&roles=engineer";
    assertEquals(303, api.form("/access/accounts", "name=" + name + roles).statusCode());
    var data = Api.json(api.get(path(person) + "/data"));
    assertEquals(name, data.at("/account/name").asText());
    assertTrue(data.path("audit").isArray());
    assertTrue(api.get("/access").body().contains(name));
    assertEquals(200, api.delete(path(person)).statusCode());
    assertFalse(api.get("/access").body().contains(name));
  }

  @Test
  void erasingTakesNameAddressAndOpenInvitation() {
    var wave = Wave.of(7);
    var team = wave.team();
    var person = person(team, 3);
    var links = wave.links().body();
    var mine = links.lines().filter(line -> line.contains(team + "-3@")).findFirst().orElseThrow();
    var link = mine.replaceAll(".*/s/", "");
    assertEquals(200, Api.asNobody().get("/s/" + link).statusCode());

    var erased = api.delete(path(person));
    assertEquals(200, erased.statusCode(), erased.body());
    assertTrue(Api.json(erased).path("stays").size() > 3);
    assertEquals(404, Api.asNobody().get("/s/" + link).statusCode());
    assertEquals(6, wave.progress().path("invited").asInt());
    assertFalse(wave.links().body().contains(team + "-3@"));
    for (var gone : List.of("", "/data")) {
      var answer = gone.isEmpty() ? api.delete(path(person)) : api.get(path(person) + gone);
      assertEquals(404, answer.statusCode());
    }
    assertEquals(404, api.get("/people/" + person.path("id").asText()).statusCode());
    assertFalse(api.get("/people?with=" + team).body().contains(team + "-3@"));
    assertFalse(api.get("/audit").body().contains(team + " person 3"));
  }

  @Test
  void anImportDoesNotBringAnErasedPersonBackUntilSomebodyLetsIt() {
    var team = Wave.newTeam(6);
    var person = person(team, 4);
    assertEquals(200, api.delete(path(person)).statusCode());
    var again = api.post("/api/v1/catalog/imports", "text/csv", Wave.catalog(6, team));
    assertEquals(200, again.statusCode());
    assertTrue(again.body().contains("1 left out, because they were erased here"), again.body());
    assertEquals(5, people(team));

    var key = person.path("key").asText();
    assertEquals(404, readmit(person, "somebody else"));
    assertEquals(204, readmit(person, key));
    assertEquals(404, readmit(person, key));
    Wave.importTeam(team, 6);
    assertEquals(person.path("id"), person(team, 4).path("id"));
    assertEquals(6, people(team));
  }

  @Test
  void theRosterRuleHoldsWhenSomebodyWasErasedAndCameBack() {
    var team = Wave.newTeam(7);
    assertEquals("null", withheld(team));
    var person = person(team, 5);
    assertEquals(200, api.delete(path(person)).statusCode());
    assertEquals("ROSTER_CHANGED", withheld(team));
    assertEquals(204, readmit(person, person.path("key").asText()));
    Wave.importTeam(team, 7);
    assertEquals("null", withheld(team), "the same people as at first");
  }

  @Test
  void thePageAsksForTheKeyBeforeItErases() {
    var team = Wave.newTeam(5);
    var person = person(team, 0);
    var page = "/people/" + person.path("id").asText();
    assertTrue(api.get("/people?with=" + team).body().contains(page));
    assertTrue(api.get(page).body().contains("What stays, and why"));
    assertEquals(422, api.form(page + "/erasure", "sure=yes").statusCode());
    assertEquals(200, api.get(page).statusCode());
    var key =
        java.net.URLEncoder.encode(
            person.path("key").asText(), java.nio.charset.StandardCharsets.UTF_8);
    assertEquals(200, api.form(page + "/erasure", "sure=" + key).statusCode());
    assertEquals(404, api.get(page).statusCode());
  }

  @Test
  void onlyAdministratorsDoIt() {
    var team = Wave.newTeam(5);
    var person = person(team, 0);
    for (var role : List.of("engineer", "product", "leader", "council", "sender")) {
      var other = Api.withScopes(role, role);
      var page = "/people/" + person.path("id").asText();
      assertEquals(403, other.get(path(person) + "/data").statusCode(), role);
      assertEquals(403, other.delete(path(person)).statusCode(), role);
      assertEquals(
          403, other.postJson(path(person) + "/readmission", "{\"key\":\"x\"}").statusCode());
      assertEquals(403, other.get("/people").statusCode(), role);
      assertEquals(403, other.get(page).statusCode(), role);
      assertEquals(403, other.form(page + "/erasure", "sure=x").statusCode(), role);
    }
    assertEquals(401, Api.asNobody().delete(path(person)).statusCode());
    assertEquals(404, api.delete("/api/v1/people/" + new UUID(3, 4)).statusCode());
    assertEquals(404, api.get("/api/v1/people/" + new UUID(3, 4) + "/data").statusCode());
  }

  /** Why the team's load is not shown in a wave that all answer; "null" when it is. */
  private static String withheld(String team) {
    var wave = Wave.of(team);
    var answers =
        List.of("L1", "L2", "L3", "L4", "L5", "L6", "L7", "L8", "L9", "L10", "L11").stream()
            .map(item -> "\"" + item + "\":3")
            .toList();
    var reading = wave.answered(link -> "{" + String.join(",", answers) + "}").read();
    var result = Api.asAdministrator().get("/api/v1/readings/" + reading + "/teams/" + team);
    return Api.json(result).at("/load/withheld").asText();
  }

  private int readmit(JsonNode person, String key) {
    return api.postJson(path(person) + "/readmission", "{\"key\":\"" + key + "\"}").statusCode();
  }

  private static String path(JsonNode person) {
    return "/api/v1/people/" + person.path("id").asText();
  }

  private static int people(String team) {
    return (int) all().filter(person -> in(person, team)).count();
  }

  private static JsonNode person(String team, int number) {
    return all()
        .filter(person -> in(person, team))
        .filter(
            person -> person.path("email").asText().equals(team + "-" + number + "@example.org"))
        .findFirst()
        .orElseThrow();
  }

  private static boolean in(JsonNode person, String team) {
    return person.path("teams").toString().contains("\"" + team + "\"");
  }

  private static java.util.stream.Stream<JsonNode> all() {
    var all = new java.util.ArrayList<JsonNode>();
    var next = "";
    do {
      var page = Api.json(Api.asAdministrator().get("/api/v1/people" + next));
      page.path("items").forEach(all::add);
      next = page.path("next").isNull() ? "" : "?after=" + encoded(page.path("next").asText());
    } while (!next.isEmpty());
    return all.stream();
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
  }
}
