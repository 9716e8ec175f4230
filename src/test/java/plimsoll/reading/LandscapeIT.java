package plimsoll.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plimsoll.Api;
import plimsoll.OnTheServer;
import plimsoll.Wave;

/** A reading tells what the files of services say together. */
@ExtendWith(OnTheServer.class)
class LandscapeIT {
  private static final Api API = Api.asAdministrator();

  private String reading;

  private static final String PIPELINE =
      """
      name: build
      on: {push: {branches: [main]}}
      jobs:
        build:
          runs-on: ubuntu-latest
          steps:
            - uses: actions/checkout@v4
            - uses: actions/setup-java@v4
              with: {distribution: temurin, java-version: 17, cache: maven}
            - run: mvn -B verify
            - run: docker build -t $IMAGE .
            - run: docker push $IMAGE
            - run: helm lint chart
            - run: helm upgrade --install app chart --namespace production
            - run: kubectl rollout status deployment/app --timeout 120s
            - run: ./smoke-test.sh
      """;

  @Test
  void theSamePipelineInThreeTeamsIsAGroupOfCopies() {
    var services =
        IntStream.range(0, 3)
            .mapToObj(
                team -> {
                  var service = Wave.newTeam(2) + "-api";
                  var sent =
                      API.post(
                          "/api/v1/workloads/" + service + "?path=.github/workflows/build.yml",
                          "application/yaml",
                          PIPELINE);
                  assertEquals(202, sent.statusCode(), sent.body());
                  return service;
                })
            .collect(Collectors.toCollection(TreeSet::new));
    var landscape = patterns().path("landscape");
    assertTrue(landscape.path("services").asInt() >= 3, landscape.toString());
    assertTrue(groups(landscape).stream().anyMatch(group -> group.containsAll(services)));
    var readiness = Api.json(API.get("/api/v1/readings/" + reading + "/readiness"));
    assertTrue(readiness.path("criteria").findValuesAsText("criterion").contains("P3"));
  }

  private JsonNode patterns() {
    var now = Instant.now();
    var asked =
        Api.json(
            API.postJson(
                "/api/v1/readings",
                "{\"from\":\"%s\",\"to\":\"%s\"}".formatted(now.minus(Duration.ofDays(30)), now)));
    reading = asked.path("id").asText();
    Wave.await("the reading " + asked, () -> !waits());
    assertEquals("done", state());
    return Api.json(API.get("/api/v1/readings/" + reading + "/patterns"));
  }

  private boolean waits() {
    return List.of("queued", "running").contains(state());
  }

  private String state() {
    return Api.json(API.get("/api/v1/readings/" + reading)).path("state").asText();
  }

  /** The services of each group of pipelines. */
  private static Set<Set<String>> groups(JsonNode landscape) {
    var groups = new HashSet<Set<String>>();
    for (var group : landscape.at("/copies/groups")) {
      if (!group.path("part").asText().equals("pipeline")) continue;
      groups.add(new HashSet<>(group.path("files").findValuesAsText("service")));
    }
    return groups;
  }
}
