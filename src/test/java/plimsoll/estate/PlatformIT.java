package plimsoll.estate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plimsoll.Api;
import plimsoll.OnTheServer;

@ExtendWith(OnTheServer.class)
class PlatformIT {
  private static final String OBJECTS = "/api/v1/platform/objects/estate-it";

  private static final String CLAIM =
      """
      apiVersion: estate-it.example/v1
      kind: Queue
      metadata:
        name: orders
        namespace: estate-it
        uid: 6f1d0d0e-0000-4000-8000-000000000001
        creationTimestamp: "2026-03-23T09:00:00Z"
      status:
        conditions:
        - {type: Ready, status: "True", lastTransitionTime: "2026-03-23T09:04:00Z"}
      """;
  private static final String DEFINITION =
      """
      apiVersion: apiextensions.crossplane.io/v1
      kind: CompositeResourceDefinition
      metadata: {name: xqueues.estate-it.example}
      spec:
        group: estate-it.example
        names: {kind: XQueue, plural: xqueues}
        claimNames: {kind: Queue, plural: queues}
        versions: [{name: v1, served: true}]
      """;

  @Test
  void aDefinitionMakesAClaimOfWhatStandsBeforeItInTheSameSending() {
    var sent = CLAIM + "---\n" + DEFINITION + "---\nkind: ConfigMap\n---\n{{ template }}\n";
    var answer = Api.withScopes("estate", "sender").post(OBJECTS, "application/yaml", sent);
    assertEquals(202, answer.statusCode(), answer.body());
    var taken = Api.json(answer);
    assertEquals(2, taken.path("accepted").asInt(), answer.body());
    assertEquals(2, taken.path("problems").size(), answer.body());
  }

  @Test
  void whatIsNoObjectIsRefusedOrNamedAndNeverAFault() {
    var api = Api.asAdministrator();
    assertEquals(400, api.postJson(OBJECTS, "{\"kind\":").statusCode());
    assertEquals(400, api.postJson(OBJECTS, "[".repeat(5000)).statusCode());
    assertEquals(422, api.postJson(OBJECTS.replace("estate-it", "a%20b"), "{}").statusCode());
    for (var body :
        new String[] {
          "[]", "[null, 3, \"x\"]", "{\"items\": [{\"kind\": 3}]}", "{\"kind\": \"List\"}"
        }) {
      var answer = api.postJson(OBJECTS, body);
      assertEquals(202, answer.statusCode(), answer.body());
      assertEquals(0, Api.json(answer).path("accepted").asInt());
    }
    assertTrue(api.post(OBJECTS, "text/yaml", "a: [").body().contains("readable as YAML"));
    assertEquals(401, Api.asNobody().postJson(OBJECTS, "{}").statusCode());
  }

  @Test
  void whatWasSentIsCountedOnThePageAndByTheApi() {
    var api = Api.asAdministrator();
    var asked = Instant.now().minus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS);
    var claim =
        CLAIM
            .replace("orders", "counted")
            .replace("000000000001", "000000000002")
            .replace("2026-03-23T09:00:00Z", asked.toString())
            .replace("2026-03-23T09:04:00Z", asked.plusSeconds(240).toString());
    var application =
        """
        ---
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: estate-it, namespace: argocd, uid: 6f1d0d0e-0000-4000-8000-000000000003}
        spec: {project: estate-it, source: {repoURL: https://example.org/a.git}}
        status: {sync: {status: Synced}, health: {status: Healthy}}
        """;
    var definition = DEFINITION.replace("Queue", "Topic").replace("queues", "topics");
    var sent = definition + "---\n" + claim.replace("Queue", "Topic") + application;
    assertEquals(202, api.post(OBJECTS, "application/yaml", sent).statusCode());
    assertEquals(202, api.post(OBJECTS, "application/yaml", sent).statusCode());

    var platform = Api.json(api.get("/api/v1/platform"));
    var topics = new ArrayList<JsonNode>();
    platform
        .path("capabilities")
        .forEach(
            one -> {
              if (one.path("capability").asText().equals("Topic")) topics.add(one);
            });
    assertEquals(1, topics.size(), platform::toString);
    assertEquals(1, topics.get(0).path("waits").path("n").asInt(), "sent twice, counted once");
    assertEquals(240 / 86400.0, topics.get(0).at("/waits/listedDays/0").asDouble(), 1e-9);
    assertTrue(platform.path("sync").path("applications").asInt() > 0);
    var listed = api.get("/api/v1/platform/requests");
    assertEquals(200, listed.statusCode(), listed.body());
    assertTrue(listed.body().contains("\"capability\":\"Topic\""), listed.body());
    var template = "kind: Template\nmetadata: {name: estate-it}\n";
    assertEquals(
        200,
        api.post("/api/v1/catalog/imports?source=estate-it", "application/yaml", template)
            .statusCode());
    var deployment =
        "{\"type\":\"deployment\",\"id\":\"estate-it-1\",\"service\":\"estate-it\","
            + "\"finishedAt\":\""
            + asked
            + "\",\"outcome\":\"succeeded\"}";
    assertEquals(202, api.postJson("/api/v1/deliveries/plimsoll", deployment).statusCode());
    var page = api.get("/platform");
    assertEquals(200, page.statusCode(), page.body());
    for (var word : List.of("Topic", "4 min", "estate-it", "Software templates", "All four")) {
      assertTrue(page.body().contains(word), () -> word + " in " + page.body());
    }
    assertEquals(200, api.get("/platform/requests").statusCode());
  }

  /** Nobody is shown a way that is closed to him. */
  @Test
  void noPageLeadsAnEngineerOrALeaderToWhereHeMayNotGo() {
    var file = "apiVersion: v1\nkind: Service\nmetadata: {name: estate-ways}\n";
    var sent =
        Api.asAdministrator().post("/api/v1/workloads/estate-ways", "application/yaml", file);
    assertEquals(202, sent.statusCode(), sent.body());
    for (var role : List.of("engineer", "leader", "product")) {
      var somebody = Api.withScopes("estate-" + role, role);
      var pages = List.of("/", "/patterns", "/platform", "/workloads/estate-ways", "/delivery");
      for (var page : pages) {
        var answer = somebody.get(page);
        assertEquals(200, answer.statusCode(), page + " for " + role);
        ways(answer.body())
            .forEach(
                way ->
                    assertNotEquals(
                        403,
                        somebody.get(way).statusCode(),
                        page + " leads to " + way + " " + role));
      }
    }
    assertEquals(403, Api.withScopes("estate-engineer", "engineer").get("/workloads").statusCode());
  }

  /** Some of each page: those of a list are all alike. */
  private static Stream<String> ways(String page) {
    return Pattern.compile("href=\"(/[^\"#]*)")
        .matcher(page)
        .results()
        .map(one -> one.group(1).replace("&amp;", "&"))
        .filter(way -> !way.startsWith("/assets"))
        .distinct()
        .limit(40);
  }
}
