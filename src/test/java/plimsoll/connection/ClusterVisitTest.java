package plimsoll.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plimsoll.json.Json;
import plimsoll.workload.Observed;

/** What comes of a cluster, told by the mock server of Kubernetes' client over real HTTP. */
class ClusterVisitTest {
  private static final String DEPLOYMENT = "apps/v1/Deployment";

  private static final String HELM = "v1/Secret";
  private static final String DEFINITIONS = "apiextensions.crossplane.io/";
  private static final String DEFINITION = "CompositeResourceDefinition";
  private static final String PLURAL = "compositeresourcedefinitions";
  private static final String OLD =
      """
      {"spec":{"group":"acme.example","names":{"kind":"XQueue","plural":"xqueues"},
       "claimNames":{"kind":"Queue","plural":"queues"},
       "versions":[{"name":"v1","served":true,"referenceable":true}]}}
      """;
  private static final String NEW =
      """
      {"spec":{"group":"new.example","scope":"Namespaced",
       "names":{"kind":"Bucket","plural":"buckets"},
       "versions":[{"name":"v1","served":true,"referenceable":true}]}}
      """;

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

  /** As a platform's own cluster holds: all kinds of work, both versions of Crossplane, Argo CD. */
  @Test
  void allKindsOfManyNamespacesAreSeenAndWhatIsDefinedIsAskedForToo() throws Exception {
    for (int i = 0; i < 30; i++) {
      cluster.deploy("team-" + i, "api", 2);
      cluster.add("batch/v1/CronJob", "cronjobs", "team-" + i, "nightly", "{\"spec\":{}}");
    }
    for (var kind : List.of("StatefulSet", "DaemonSet")) {
      cluster.add(
          "apps/v1/" + kind, kind.toLowerCase(Locale.ROOT) + "s", "data", "db", "{\"spec\":{}}");
    }
    var argo = "argoproj.io/v1alpha1/";
    cluster.add(argo + "Application", "applications", "argocd", "api", "{\"spec\":{}}");
    cluster.add(argo + "Rollout", "rollouts", "team-1", "web", "{\"spec\":{}}");
    cluster.add(DEFINITIONS + "v1/" + DEFINITION, PLURAL, "", "xqueues.acme.example", OLD);
    cluster.add("acme.example/v1/Queue", "queues", "team-1", "orders", "{\"spec\":{}}");
    cluster.add("acme.example/v1/XQueue", "xqueues", "", "orders-x7", "{\"spec\":{}}");
    cluster.add(DEFINITIONS + "v1/" + DEFINITION, PLURAL, "", "buckets.new.example", NEW);
    cluster.add("new.example/v1/Bucket", "buckets", "team-2", "files", "{\"spec\":{}}");
    visit();
    rehearsed.await(one -> one.whole() && one.kinds().contains("new.example/v1/Bucket"));
    var counts = ConnectionView.of(rehearsed.connection).counts();
    assertEquals(30, counts.get(DEPLOYMENT), counts::toString);
    assertEquals(30, counts.get("batch/v1/CronJob"));
    for (var one :
        List.of(
            "apps/v1/StatefulSet",
            "apps/v1/DaemonSet",
            "argoproj.io/v1alpha1/Application",
            "argoproj.io/v1alpha1/Rollout",
            "acme.example/v1/Queue",
            "acme.example/v1/XQueue")) {
      assertEquals(1, counts.get(one), one + counts);
    }
    cluster.add("new.example/v1/Bucket", "buckets", "team-3", "logs", "{\"spec\":{}}");
    rehearsed.await(one -> !one.whole() && one.kinds().contains("new.example/v1/Bucket"));
  }

  /** One kind is forbidden, one has no definition, one is broken; all others are read. */
  @Test
  void kindThatIsNotShownOrBrokenIsNamedAndOneThatIsNotThereIsNot() throws Exception {
    cluster.deploy("pay", "ledger", 1);
    cluster.answer("/apis/networking.k8s.io/v1/ingresses", 403, status(403));
    cluster.answer("/apis/keda.sh/v1alpha1/scaledobjects", 404, "404 page not found");
    cluster.answer("/apis/cert-manager.io/v1/certificates", 500, status(500));
    cluster.answer("/apis/argoproj.io/v1alpha1/applications", 200, "<html>sign in</html>");
    visit();
    rehearsed.await(one -> one.whole() && one.kinds().contains(HELM));
    var view = ConnectionView.of(rehearsed.connection);
    assertEquals(
        Map.of(
            "networking.k8s.io/v1/Ingress", "The credential may not read it.",
            "cert-manager.io/v1/Certificate", "The cluster answered 500.",
            "argoproj.io/v1alpha1/Application",
                "The answer is not Kubernetes'. Is this the address of its interface?"),
        view.passedOver());
    assertFalse(view.counts().containsKey("keda.sh/v1alpha1/ScaledObject"));
    assertEquals(1, view.counts().get(DEPLOYMENT));
    assertEquals("", view.failure());
  }

  private static String status(int code) {
    return "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"code\":"
        + code
        + "}";
  }

  /** What is larger than a cluster can keep is broken off, and all the rest is told on. */
  @Test
  void hugeObjectIsNotHeardAndHoldsUpNobody() throws Exception {
    cluster.deploy("pay", "ledger", 1);
    visit();
    rehearsed.await(one -> one.whole() && one.kinds().contains(DEPLOYMENT));
    awaitListening();
    var huge = "{\"data\":\"" + "x".repeat(Bounded.PIECE_MAX + 1_000_000) + "\"}";
    cluster.add("apps/v1/Deployment", "deployments", "pay", "huge", huge);
    cluster.add("apps/v1/StatefulSet", "statefulsets", "pay", "db", "{\"spec\":{}}");
    rehearsed.await(
        one -> {
          assertFalse(words(one).contains("huge:0:false"), "it is too long");
          return !one.whole() && words(one).contains("db:0:false");
        });
  }

  private void awaitListening() throws InterruptedException {
    var end = Instant.now().plusSeconds(40);
    while (!rehearsed.connection.doing().startsWith("Listening")) {
      assertTrue(Instant.now().isBefore(end), rehearsed.connection.doing());
      Thread.sleep(100);
    }
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
