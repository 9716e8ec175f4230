package plimsoll.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plimsoll.Api;
import plimsoll.OnTheServer;
import plimsoll.Wave;

/** From the departments of a Backstage catalog to what is told of them. */
@ExtendWith(OnTheServer.class)
class GroupsIT {
  private static final String[] TEAMS = {
    "groups-cart", "groups-search", "groups-ledger", "groups-risk"
  };
  private final Api api = Api.asAdministrator();

  @Test
  void departmentsAreToldOfAndOneWithALeaverIsNot() {
    // Another team, so that the company is not everybody.
    Wave.newTeam(5);
    bring(8);
    var first = Wave.of(TEAMS).answered(link -> worst()).read();
    var readiness = "/api/v1/readings/" + first + "/readiness";
    var groups = Api.json(api.get(readiness)).path("groups");

    var shop = group(groups, "groups-shop");
    assertEquals("Shop & Co", shop.path("name").asText());
    assertEquals("groups-company", shop.path("parent").asText());
    assertEquals("[\"groups-cart\",\"groups-search\"]", shop.path("teams").toString());
    assertEquals("≥ 80 %", shop.path("response").asText());
    assertEquals(90, shop.path("load").path("value").asInt());
    assertEquals("13+", shop.path("load").path("people").asText());

    // Three people in one of its teams: the other team is withheld with them, the group is not.
    var money = group(groups, "groups-money");
    assertEquals("8–12", money.path("load").path("people").asText());
    assertEquals("≥ 80 %", money.path("response").asText());
    assertEquals(4, group(groups, "groups-company").path("teams").size());
    assertTrue(money.path("verdict").isMissingNode());
    pages(first, shop);

    bring(7);
    var second = Wave.of(TEAMS).answered(link -> worst()).read();
    var later = Api.json(api.get("/api/v1/readings/" + second + "/readiness")).path("groups");
    assertEquals("ROSTER_CHANGED", withheld(later, "groups-money"));
    assertEquals("ROSTER_CHANGED", withheld(later, "groups-company"));
    assertEquals("null", withheld(later, "groups-shop"));
  }

  private void pages(String reading, JsonNode shop) {
    var path = "/api/v1/readings/" + reading;
    assertEquals(shop, Api.json(api.get(path + "/groups/groups-shop")));
    assertEquals(404, api.get(path + "/groups/groups-cart").statusCode());
    assertEquals(401, Api.asNobody().get(path + "/groups/groups-shop").statusCode());
    var page = api.get("/readings/" + reading + "/groups/groups-shop");
    assertEquals(200, page.statusCode(), page.body());
    assertTrue(page.body().contains("Shop &amp; Co"), page.body());
    assertTrue(page.body().contains("/teams/groups-cart"), page.body());
    assertFalse(page.body().contains("groups-ledger"), page.body());
    var whole = api.get("/readings/" + reading).body();
    assertTrue(whole.contains("/readings/" + reading + "/groups/groups-shop"), whole);
    assertEquals(404, api.get("/readings/" + reading + "/groups/nothing").statusCode());
    for (var file : List.of("readiness.html", "readiness.md", "readiness.json")) {
      var text = api.get(path + "/reports/" + file).body();
      assertTrue(text.contains("Groups of teams") && text.contains("Money"), file);
    }
    assertEquals(200, api.get(path + "/reports/readiness.pdf").statusCode());
  }

  /** The catalog as it stands, with so many people in one team. */
  private void bring(int ledger) {
    var text =
        Stream.of(
                Stream.of(
                    group("groups-company", "Company", "organization", null),
                    group("groups-shop", "Shop & Co", "department", "groups-company"),
                    group("groups-money", "Money", "department", "groups-company"),
                    group("groups-cart", "Cart", "team", "groups-shop"),
                    group("groups-search", "Search", "team", "groups-shop"),
                    group("groups-ledger", "Ledger", "team", "groups-money"),
                    group("groups-risk", "Risk", "team", "groups-money")),
                people("groups-cart", 7),
                people("groups-search", 6),
                people("groups-ledger", ledger),
                people("groups-risk", 3))
            .flatMap(documents -> documents)
            .collect(Collectors.joining("---\n"));
    var path = "/api/v1/catalog/imports?complete=true&source=groups-it";
    var answer = api.post(path, "application/yaml", text);
    assertEquals(200, answer.statusCode(), answer.body());
  }

  private static String group(String key, String name, String type, String parent) {
    return """
        apiVersion: backstage.io/v1alpha1
        kind: Group
        metadata: {name: %s}
        spec: {type: %s, profile: {displayName: "%s"}, children: []%s}
        """
        .formatted(key, type, name, parent == null ? "" : ", parent: " + parent);
  }

  private static Stream<String> people(String team, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                """
                apiVersion: backstage.io/v1alpha1
                kind: User
                metadata: {name: %1$s-%2$d}
                spec: {profile: {displayName: "%1$s %2$d", email: %1$s-%2$d@example.org}, memberOf: [%1$s]}
                """
                    .formatted(team, i));
  }

  private static String worst() {
    var answers = new TreeMap<String, Integer>();
    for (var item : List.of("D1a", "D2a", "D3b", "D4a", "P2a", "P3a", "L3", "L4", "L5")) {
      answers.put(item, 5);
    }
    for (var item : List.of("D1b", "D2b", "D3a", "D4b", "P2b", "P3b")) answers.put(item, 1);
    return answers.entrySet().stream()
        .map(GroupsIT::json)
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String json(Map.Entry<String, Integer> answer) {
    return "\"%s\":%d".formatted(answer.getKey(), answer.getValue());
  }

  private static String withheld(JsonNode groups, String key) {
    return group(groups, key).path("load").path("withheld").asText();
  }

  private static JsonNode group(JsonNode groups, String key) {
    for (var group : groups) {
      if (group.path("group").asText().equals(key)) {
        return group;
      }
    }
    throw new AssertionError("no group " + key + " in " + groups);
  }
}
