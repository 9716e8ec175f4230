package plimsoll.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plimsoll.json.Json;
import plimsoll.workload.Observed;

/** What comes of a cluster, told by the mock server of Kubernetes' client over real HTTP. */
class ClusterVisitTest {
  private static final String DEPLOYMENT = "apps/v1/Deployment";

  private final MockCluster cluster = new MockCluster();
  private final BlockingQueue<Observed> observed = new LinkedBlockingQueue<>();
  private final Connection connection = connection(cluster.address());
  private Thread visiting;

  private static Connection connection(URI address) {
    var settings = new Settings(List.of(), "", false, "", 10);
    return new Connection(
        Kind.KUBERNETES, "test", address.toString(), settings, "me", Instant.now());
  }

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
    var whole = await(one -> one.whole() && one.kinds().contains(DEPLOYMENT));
    assertEquals("cluster:test", whole.origin());
    assertEquals(List.of("ledger:1:false"), words(whole));
    cluster.deploy("pay", "invoice", 2);
    await(one -> !one.whole() && words(one).contains("invoice:2:false"));
    cluster.scale("pay", "invoice", 5);
    await(one -> !one.whole() && words(one).contains("invoice:5:false"));
    cluster.delete("pay", "invoice");
    await(one -> !one.whole() && words(one).contains("invoice:5:true"));
  }

  @Test
  void whatManagersNoteIsLeftOut() throws Exception {
    cluster.deploy("pay", "ledger", 1);
    visit();
    var whole = await(one -> one.whole() && one.kinds().contains(DEPLOYMENT));
    var json = whole.objects().get(0).json();
    assertFalse(json.contains("managedFields"), json);
    assertFalse(json.contains("last-applied"), json);
    assertTrue(json.contains("\"image\":\"a:1\""), json);
  }

  private void visit() {
    var visit =
        new Visit(
            connection,
            Credential.token("secret"),
            Clock.systemUTC(),
            observed::add,
            change -> {
              synchronized (connection) {
                change.accept(connection);
                return connection.asked();
              }
            });
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

  private Observed await(Predicate<Observed> wanted) throws InterruptedException {
    var end = Instant.now().plusSeconds(30);
    while (Instant.now().isBefore(end)) {
      var one = observed.poll(1, TimeUnit.SECONDS);
      if (one != null && wanted.test(one)) return one;
    }
    throw new AssertionError("it was not observed");
  }

  /** As name, replicas, and whether it is gone. */
  private static List<String> words(Observed observed) {
    return observed.objects().stream().map(ClusterVisitTest::words).toList();
  }

  private static String words(Observed.Seen seen) {
    var json = Json.read(seen.json(), com.fasterxml.jackson.databind.JsonNode.class);
    return json.path("metadata").path("name").asText()
        + ":"
        + json.path("spec").path("replicas").asInt()
        + ":"
        + seen.gone();
  }
}
