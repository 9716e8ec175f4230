package plimsoll.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plimsoll.Api;
import plimsoll.OnTheServer;
import plimsoll.Wave;

/** The pages of patterns as a browser gets them. */
@ExtendWith(OnTheServer.class)
class PatternPagesIT {

  @Test
  void aReadingWithoutFilesSaysWhatToSend() {
    // Nothing was known of any service so long ago.
    var path = "/readings/" + taken("2019-01-01T00:00:00Z", "2019-03-31T00:00:00Z") + "/patterns";
    var page = Api.asAdministrator().get(path);
    assertEquals(200, page.statusCode(), page.body());
    assertTrue(page.body().contains("no files of any service were read"), page.body());
    assertTrue(page.body().contains("/api/v1/workloads/"), page.body());
  }

  @Test
  void theFirstPageOfPatternsIsThere() {
    var page = Api.asAdministrator().get("/patterns");
    assertEquals(200, page.statusCode(), page.body());
    assertTrue(page.body().contains("<h1>Patterns</h1>"), page.body());
    assertEquals(303, Api.asNobody().get("/patterns").statusCode());
  }

  @Test
  void thereAreNoPatternsOfNoReading() {
    var none = "/readings/00000000-0000-4000-8000-000000000000/patterns";
    assertEquals(404, Api.asAdministrator().get(none).statusCode());
    assertEquals(404, Api.asAdministrator().get("/readings/x/patterns").statusCode());
    for (var page : new String[] {"/services", "/copies", "/copies/0"}) {
      assertEquals(404, Api.asAdministrator().get(none + page).statusCode(), page);
      assertEquals(303, Api.asNobody().get(none + page).statusCode(), page);
    }
  }

  @Test
  void theyComeInEveryKindOfFile() {
    var reading = taken("2019-01-01T00:00:00Z", "2019-04-30T00:00:00Z");
    var path = "/api/v1/readings/" + reading + "/reports/patterns.";
    for (var kind : new String[] {"html", "md", "json"}) {
      var answer = Api.asAdministrator().get(path + kind);
      assertEquals(200, answer.statusCode(), kind);
      assertTrue(answer.body().contains("no files of any service were read"), answer.body());
    }
    assertTrue(Api.asAdministrator().get(path + "pdf").body().startsWith("%PDF-"));
  }

  @Test
  void theApiTellsWhatIsKnownAndRefusesInWords() {
    var reading = taken("2019-01-01T00:00:00Z", "2019-05-31T00:00:00Z");
    var told = Api.json(Api.asAdministrator().get("/api/v1/readings/" + reading + "/patterns"));
    assertTrue(told.path("divergence").isNull() && told.path("landscape").isNull(), "" + told);
    assertEquals(0, told.path("services").size());
    assertEquals(404, Api.asAdministrator().get("/api/v1/readings/x/patterns").statusCode());
    assertEquals(401, Api.asNobody().get("/api/v1/readings/latest/patterns").statusCode());
  }

  @Test
  void whatWasSentIsShownWithItsLineAndItsCopies() {
    var name = "pp" + System.nanoTime();
    var teams = List.of(name + "-a", name + "-b", name + "-c");
    for (var team : teams) {
      var row = "team,person,email,service\n%1$s,P %1$s,p@%1$s.example.org,%1$s-cart\n";
      Api.asAdministrator().post("/api/v1/catalog/imports", "text/csv", row.formatted(team));
      send(team + "-cart", ".github/workflows/ci.yml", pipeline());
      send(team + "-cart", "deploy/app.yaml", manifest(team));
    }
    var now = Instant.now().toString();
    var path = "/readings/" + taken("2026-01-01T00:00:00Z", now) + "/patterns";
    var page = Api.asAdministrator().get(path).body();
    assertTrue(page.contains("Near-copies across teams"), page);
    var matrix = Api.asAdministrator().get(path + "/services?team=" + teams.get(0)).body();
    assertTrue(matrix.contains("1 of ") && matrix.contains(teams.get(0) + "-cart"), matrix);
    assertTrue(matrix.contains("✗") && matrix.contains("unknown"), matrix);
    assertFalse(matrix.contains(teams.get(1) + "-cart"), matrix);
    var groups = Api.asAdministrator().get(path + "/copies?team=" + teams.get(1)).body();
    var link = Pattern.compile("patterns/copies/(\\d+)").matcher(groups);
    assertTrue(link.find(), groups);
    var pair = Api.asAdministrator().get(path + "/copies/" + link.group(1) + "?all=true").body();
    assertTrue(pair.contains("Line by line"), pair);
    assertTrue(pair.contains("&lt;script&gt;") && !pair.contains("<script>alert"), pair);
    assertTrue(pair.contains("決済"), pair);
    assertEquals(404, Api.asAdministrator().get(path + "/copies/9999").statusCode());
    var told = Api.json(Api.asAdministrator().get("/api/v1" + path + "?team=" + teams.get(2)));
    assertEquals(1, told.path("services").size(), "" + told);
    var service = told.path("services").get(0);
    assertEquals(
        ".github/workflows/ci.yml", service.at("/choices/CI_SYSTEM/evidence/path").asText());
    assertEquals("NO", service.at("/traits/READINESS/answer").asText());
  }

  private static void send(String service, String path, String text) {
    var to = "/api/v1/workloads/" + service + "?path=" + path;
    var answer = Api.asAdministrator().post(to, "application/yaml", text);
    assertEquals(202, answer.statusCode(), answer.body());
  }

  private static String pipeline() {
    return IntStream.range(0, 12)
        .mapToObj(
            i ->
                "      - name: \"<script>alert(%d)</script> 決済\"\n        run: make step%d\n"
                    .formatted(i, i))
        .collect(
            Collectors.joining(
                "", "on: push\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n", ""));
  }

  private static String manifest(String team) {
    return """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: %1$s
        spec:
          replicas: 1
          selector:
            matchLabels: {app: %1$s}
          template:
            metadata:
              labels: {app: %1$s}
            spec:
              containers:
                - name: app
                  image: registry.example.org/%1$s:1
        """
        .formatted(team);
  }

  private static String taken(String from, String to) {
    var wish = "{\"from\":\"%s\",\"to\":\"%s\"}".formatted(from, to);
    var asked = Api.asAdministrator().postJson("/api/v1/readings", wish);
    assertEquals(202, asked.statusCode(), asked.body());
    var id = Api.json(asked).get("id").asText();
    Wave.await("the reading", () -> over(id));
    return id;
  }

  private static boolean over(String id) {
    var state = Api.json(Api.asAdministrator().get("/api/v1/readings/" + id)).get("state");
    return !state.asText().equals("queued") && !state.asText().equals("running");
  }
}
