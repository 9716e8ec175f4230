package plimsoll.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plimsoll.json.Json;
import plimsoll.workload.Observed;

/** What comes of a cluster, told by the mock server of Kubernetes' client over real HTTP. */
class ClusterVisitTest {
  private static final String DEPLOYMENT = "apps/v1/Deployment";

  private final MockCluster cluster = new MockCluster();
  private final Rehearsed rehearsed =
      new Rehearsed(Kind.KUBERNETES, cluster.address(), Rehearsed.settings());
  private Thread visiting;

  @AfterEach
  void close() throws InterruptedException {
    if (visiting != null) {
      visiting.interrupt();
      visiting.join(Duration.ofSeconds(10).toMillis());
    }
    cluster.close();
  }

  @Test
  void objectsAppearChangeAndGo() throws Exception {
    cluster.deploy("pay", "ledger", 1);
    visit();
    var whole = rehearsed.await(one -> one.whole() && one.kinds().contains(DEPLOYMENT));
    assertEquals("cluster:test", whole.origin());
    assertEquals(List.of("ledger:1:false"), words(whole));
    cluster.deploy("pay", "invoice", 2);
    rehearsed.await(one -> !one.whole() && words(one).contains("invoice:2:false"));
    cluster.scale("pay", "invoice", 5);
    rehearsed.await(one -> !one.whole() && words(one).contains("invoice:5:false"));
    cluster.delete("pay", "invoice");
    rehearsed.await(one -> !one.whole() && words(one).contains("invoice:5:true"));
  }

  @Test
  void whatManagersNoteIsLeftOut() throws Exception {
    cluster.deploy("pay", "ledger", 1);
    visit();
    var whole = rehearsed.await(one -> one.whole() && one.kinds().contains(DEPLOYMENT));
    var json = whole.objects().get(0).json();
    assertFalse(json.contains("managedFields"), json);
    assertFalse(json.contains("last-applied"), json);
    assertTrue(json.contains("\"image\":\"a:1\""), json);
  }

  private void visit() {
    var visit = rehearsed.visit();
    visiting = new Thread(() -> perform(visit));
    visiting.start();
  }

  private static void perform(Visit visit) {
    try {
      new ClusterVisit(visit, Path.of("/nowhere"), Duration.ofSeconds(5)).perform();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** As name, replicas, and whether it is gone. */
  private static List<String> words(Observed observed) {
    return observed.objects().stream().map(ClusterVisitTest::words).toList();
  }

  private static String words(Observed.Seen seen) {
    var json = Json.read(seen.json(), JsonNode.class);
    return json.path("metadata").path("name").asText()
        + ":"
        + json.path("spec").path("replicas").asInt()
        + ":"
        + seen.gone();
  }
}
