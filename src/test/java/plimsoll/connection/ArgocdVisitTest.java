package plimsoll.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plimsoll.Corpora;
import plimsoll.connection.LocalServer.Answer;
import plimsoll.delivery.pull.Halt;
import plimsoll.json.Json;

class ArgocdVisitTest {
  private static final String APPLICATIONS = "/api/v1/applications";
  private static final String APPLICATION =
      """
      {"metadata":{"name":"shop","namespace":"argocd","managedFields":[{"manager":"x"}]},
       "spec":{"project":"default","sources":[{"repoURL":"https://git.example.org/shop"}]},
       "status":{"sync":{"status":"OutOfSync"},"health":{"status":"Degraded"}}}
      """;

  private final LocalServer server = new LocalServer();
  private final Rehearsed rehearsed =
      new Rehearsed(Kind.ARGOCD, server.address(), Rehearsed.settings());

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void applicationsAreSeenAsAClusterWouldTellThem() throws Exception {
    server.give(APPLICATIONS, 200, "{\"metadata\":{},\"items\":[" + APPLICATION + "]}");
    server.give("/api/v1/applicationsets", 200, "{\"items\":null}");
    server.give("/api/v1/projects", 200, "{\"items\":[{\"metadata\":{\"name\":\"default\"}}]}");
    visit();
    var seen = rehearsed.await(one -> one.kinds().contains("argoproj.io/v1alpha1/Application"));
    assertEquals("argocd:test", seen.origin());
    assertTrue(seen.whole());
    var json = seen.objects().get(0).json();
    assertTrue(json.contains("\"kind\":\"Application\""), json);
    assertTrue(json.contains("\"apiVersion\":\"argoproj.io/v1alpha1\""), json);
    assertFalse(json.contains("managedFields"), json);
    var sets = rehearsed.await(one -> one.kinds().contains("argoproj.io/v1alpha1/ApplicationSet"));
    assertTrue(sets.whole() && sets.objects().isEmpty());
    rehearsed.await(one -> one.kinds().contains("argoproj.io/v1alpha1/AppProject"));
    assertEquals("Bearer secret-token", server.tokens.get(0));
  }

  @Test
  void olderOneWithoutSetsIsReadAsFarAsItGoes() throws Exception {
    server.give(APPLICATIONS, 200, "{\"items\":[" + APPLICATION + "]}");
    server.give("/api/v1/projects", 403, "{\"error\":\"permission denied\"}");
    visit();
    assertEquals(2, rehearsed.connection.memory().passedOver().size());
    assertEquals("", rehearsed.connection.failure());
  }

  @Test
  void recordedApplicationsAreHandedOnAsTheyAre() throws Exception {
    var recorded = Files.readString(Corpora.file("argocd/api/janus-applications.json"));
    var all = new StringJoiner(",", "{\"items\":[", "]}");
    Json.read(recorded, JsonNode.class).forEach(one -> all.add(one.toString()));
    server.give(APPLICATIONS, 200, all.toString());
    server.give("/api/v1/projects", 200, "{\"items\":null}");
    visit();
    var seen = rehearsed.await(one -> one.kinds().contains("argoproj.io/v1alpha1/Application"));
    assertEquals(3, seen.objects().size());
    var health =
        seen.objects().stream()
            .map(one -> Json.read(one.json(), JsonNode.class))
            .map(one -> one.at("/status/health/status").asText())
            .toList();
    assertEquals(List.of("Healthy", "Degraded", "Missing"), health);
  }

  @Test
  void otherServersAndWrongTokensAreNamed() {
    server.give(APPLICATIONS, 200, "<html>Sign in</html>");
    assertTrue(halted().getMessage().contains("no JSON"));
    server.give(APPLICATIONS, 200, "[]");
    assertTrue(halted().getMessage().contains("not Argo CD's"));
    server.give(APPLICATIONS, 401, "{\"error\":\"invalid session\"}");
    assertEquals(Halt.Kind.FAILED, halted().kind());
    server.give(APPLICATIONS, 503, "");
    assertEquals(Halt.Kind.TROUBLED, halted().kind());
    var secrets = "http://169.254.169.254/latest/meta-data/";
    server.give(APPLICATIONS, asked -> new Answer(302, "", null, Map.of("Location", secrets)));
    assertTrue(halted().getMessage().contains("sends us to another server"));
    assertTrue(rehearsed.observed.isEmpty());
  }

  private Halt halted() {
    return assertThrows(Halt.class, this::visit);
  }

  private void visit() throws InterruptedException {
    new ArgocdVisit(rehearsed.visit(), Rehearsed.server(server.address(), ArgocdVisit.WORDS))
        .perform();
  }
}
