package plimsoll.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plimsoll.connection.LocalServer.Answer;
import plimsoll.delivery.pull.Halt;
import plimsoll.json.Json;

/** Lists of a cluster that answers as real ones do where they are not kind. */
class ClusterListsTest {
  private static final ObjectKind DEPLOYMENT =
      ObjectKinds.ALL.stream().filter(one -> one.name().equals("Deployment")).findFirst().get();
  private static final String DEPLOYMENTS = "/apis/apps/v1/deployments";

  private static final String HUGE = "{\"items\":[\"" + "x".repeat(31_000_000) + "\"]}";

  private final LocalServer server = new LocalServer();
  private final Rehearsed rehearsed = rehearsed();

  private Rehearsed rehearsed(String... namespaces) {
    return new Rehearsed(Kind.KUBERNETES, server.address(), Rehearsed.settings(namespaces));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void pagesBecomeOneWholeAndItsVersionIsWhereToGoOn() throws Exception {
    server.give(DEPLOYMENTS, ClusterListsTest::twoPages);
    var memory = list(rehearsed, DEPLOYMENT);
    var seen = rehearsed.observed.take();
    assertTrue(seen.whole());
    assertEquals(2, seen.objects().size());
    assertTrue(rehearsed.observed.isEmpty(), "one page alone is not whole");
    assertEquals("77", memory.places().get("apps/v1/Deployment").version());
    assertTrue(server.asked.get(1).contains("continue=a%2Bb"), server.asked.toString());
    assertEquals("Bearer secret-token", server.tokens.get(0));
  }

  private static Answer twoPages(URI asked) {
    boolean second = asked.getQuery().contains("continue=a+b");
    var head = second ? "\"resourceVersion\":\"77\"" : "\"continue\":\"a+b\"";
    var name = second ? "two" : "one";
    return Answer.of(
        200,
        "{\"metadata\":{%s},\"items\":[{\"metadata\":{\"name\":\"%s\"}}]}".formatted(head, name));
  }

  @Test
  void whatIsNotShownIsNamedAndWhatIsNotThereIsNot() throws Exception {
    server.give(DEPLOYMENTS, 403, "{\"kind\":\"Status\",\"code\":403}");
    var memory = list(rehearsed, DEPLOYMENT);
    assertEquals(
        Map.of("apps/v1/Deployment", "The credential may not read it."), memory.passedOver());
    server.give(DEPLOYMENTS, 404, "404 page not found");
    assertTrue(list(rehearsed, DEPLOYMENT).passedOver().isEmpty());
    assertTrue(rehearsed.observed.isEmpty());
  }

  @Test
  void kindThatTheClusterHasNoLongerIsWhollyGone() throws Exception {
    server.give(DEPLOYMENTS, 200, "{\"metadata\":{},\"items\":[{\"metadata\":{\"name\":\"a\"}}]}");
    list(rehearsed, DEPLOYMENT);
    rehearsed.observed.clear();
    server.give(DEPLOYMENTS, 404, "");
    assertTrue(list(rehearsed, DEPLOYMENT).places().isEmpty());
    var seen = rehearsed.observed.take();
    assertTrue(seen.whole() && seen.objects().isEmpty());
    assertEquals(List.of("apps/v1/Deployment"), seen.kinds());
  }

  @Test
  void onlyNamedNamespacesAreAskedAndTogetherTheyAreWhole() throws Exception {
    var some = rehearsed("pay", "shop");
    var path = "/apis/apps/v1/namespaces/%s/deployments";
    var item = "{\"metadata\":{\"resourceVersion\":\"5\"},\"items\":[{\"metadata\":{}}]}";
    server.give(path.formatted("pay"), 200, item);
    server.give(path.formatted("shop"), 200, item);
    var memory = list(some, DEPLOYMENT);
    assertEquals(2, some.observed.take().objects().size());
    assertEquals(
        List.of("apps/v1/Deployment pay", "apps/v1/Deployment shop"),
        List.copyOf(memory.places().keySet()));
    assertEquals(List.of("apps/v1/Deployment"), memory.kinds());
  }

  @Test
  void wrongAnswersAreNamed() {
    server.give(DEPLOYMENTS, 401, "");
    assertEquals(Halt.Kind.FAILED, halted().kind());
    server.give(DEPLOYMENTS, 200, "<html>");
    assertTrue(halted().getMessage().contains("not Kubernetes'"));
    server.give(DEPLOYMENTS, 200, "[[[[");
    assertTrue(halted().getMessage().contains("not Kubernetes'"));
    server.give(DEPLOYMENTS, 500, "");
    assertEquals(Halt.Kind.TROUBLED, halted().kind());
    server.give(
        DEPLOYMENTS,
        asked ->
            new Answer(
                302, "", null, Map.of("Location", "http://169.254.169.254/latest/meta-data/")));
    assertTrue(halted().getMessage().contains("sends us elsewhere"));
  }

  @Test
  void pageThatIsTooLargeIsAskedForInSmallerOnesAndElseNamed() throws Exception {
    server.give(
        DEPLOYMENTS,
        asked -> asked.getQuery().contains("limit=5") ? twoPages(asked) : Answer.of(200, HUGE));
    assertEquals(2, list(rehearsed, DEPLOYMENT).places().get("apps/v1/Deployment").count());
    server.give(DEPLOYMENTS, 200, HUGE);
    assertEquals(
        Map.of("apps/v1/Deployment", "It is larger than is read."),
        list(rehearsed, DEPLOYMENT).passedOver());
  }

  @Test
  void listThatTheClusterForgetsIsBegunAgainAndEachObjectIsThereOnce() throws Exception {
    var second = new AtomicInteger();
    server.give(
        DEPLOYMENTS,
        asked ->
            asked.getQuery().contains("continue") && second.getAndIncrement() == 0
                ? Answer.of(410, "{\"kind\":\"Status\",\"reason\":\"Expired\",\"code\":410}")
                : twoPages(asked));
    list(rehearsed, DEPLOYMENT);
    assertEquals(2, rehearsed.observed.take().objects().size());
    assertEquals(4, server.asked.size(), server.asked::toString);
    server.give(
        DEPLOYMENTS,
        asked -> asked.getQuery().contains("continue") ? Answer.of(410, "") : twoPages(asked));
    assertTrue(halted().getMessage().contains("again and again"));
  }

  @Test
  void onesThatNeverAnswerAreLeftInTime() {
    server.give(
        DEPLOYMENTS,
        asked -> {
          pause(20_000);
          return Answer.of(200, "{}");
        });
    var before = System.nanoTime();
    assertTrue(halted().getMessage().contains("did not answer in time"));
    assertTrue(System.nanoTime() - before < 15_000_000_000L);
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void onesInPlacesOfCloudsAreNotAsked() {
    var there = URI.create("http://169.254.169.254/");
    var halt = assertThrows(Halt.class, () -> cluster(there).close());
    assertTrue(halt.getMessage().contains("a place that is not asked"));
  }

  @Test
  void newestVersionThatTheClusterHasIsAskedFor() throws Exception {
    server.give(
        "/apis",
        200,
        """
        {"kind":"APIGroupList","groups":[
         {"name":"autoscaling","versions":[{"version":"v1"},{"version":"v2"}]},
         {"name":"policy","versions":[{"version":"v1beta1"}]},
         {"name":"keda.sh","versions":[{"version":"v1"}]}]}
        """);
    try (var cluster = cluster(server.address())) {
      var kinds = new ClusterLists(cluster, rehearsed.visit()).kinds();
      assertEquals(
          List.of(
              "v1/Namespace",
              "v1/Service",
              "autoscaling/v2/HorizontalPodAutoscaler",
              "keda.sh/v1/ScaledObject",
              "keda.sh/v1/ScaledJob",
              "policy/v1beta1/PodDisruptionBudget",
              "v1/Secret"),
          kinds.stream().map(ObjectKind::key).toList());
    }
  }

  @Test
  void ofHelmOnlyTheChartIsKeptAndOfOtherSecretsNothing() throws Exception {
    server.give(
        "/api/v1/secrets",
        200,
        """
        {"metadata":{},"items":[
         {"type":"helm.sh/release.v1","metadata":{"name":"sh.helm.release.v1.shop.v2",
          "labels":{"owner":"helm","status":"deployed","name":"shop"}},"data":{"release":"%s"}},
         {"type":"helm.sh/release.v1","metadata":{"name":"broken"},"data":{"release":"%%%%"}},
         {"type":"Opaque","metadata":{"name":"bank"},"data":{"password":"aHVudGVyMg=="}}]}
        """
            .formatted(
                release(
                    """
                    {"name":"shop","config":{"password":"hunter2"},"chart":{"values":{"a":"hunter2"},
                     "metadata":{"name":"podinfo","version":"6.1.0","appVersion":"6.1"}},
                     "manifest":"password: hunter2"}
                    """)));
    list(rehearsed, ObjectKinds.HELM);
    var seen = rehearsed.observed.take();
    assertEquals(2, seen.objects().size(), seen.toString());
    assertFalse(seen.toString().contains("hunter2"));
    assertFalse(seen.toString().contains("bank"));
    var notes = Json.read(seen.objects().get(0).json(), JsonNode.class).at("/metadata/annotations");
    assertEquals("podinfo", notes.path("plimsoll/chart").asText());
    assertEquals("6.1.0", notes.path("plimsoll/chart-version").asText());
    assertEquals("6.1", notes.path("plimsoll/app-version").asText());
    assertTrue(server.asked.get(0).contains("fieldSelector=type%3Dhelm.sh"), "others stay there");
  }

  private static String release(String json) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var stream = new GZIPOutputStream(packed)) {
      stream.write(json.getBytes(StandardCharsets.UTF_8));
    }
    var once = Base64.getEncoder().encode(packed.toByteArray());
    return Base64.getEncoder().encodeToString(once);
  }

  @Test
  void definitionsOfCrossplaneSayWhatElseToAskFor() {
    var first =
        """
        {"apiVersion":"apiextensions.crossplane.io/v1","spec":{"group":"acme.org",
         "names":{"kind":"XDatabase","plural":"xdatabases"},
         "claimNames":{"kind":"Database","plural":"databases"},
         "versions":[{"name":"v1alpha1","served":true},
                     {"name":"v1","served":true,"referenceable":true}]}}
        """;
    var second =
        """
        {"apiVersion":"apiextensions.crossplane.io/v2","spec":{"group":"acme.org",
         "names":{"kind":"App","plural":"apps"},"versions":[{"name":"v1","served":true}]}}
        """;
    assertEquals(
        List.of(
            new ObjectKind("acme.org", List.of("v1"), "XDatabase", "xdatabases", false),
            new ObjectKind("acme.org", List.of("v1"), "Database", "databases", true)),
        kinds(first));
    assertEquals(
        List.of(new ObjectKind("acme.org", List.of("v1"), "App", "apps", true)), kinds(second));
    assertEquals(List.of(), kinds("{\"spec\":{\"group\":\"../..\",\"versions\":[{}]}}"));
  }

  private static List<ObjectKind> kinds(String definition) {
    return Definition.kinds(Json.read(definition, JsonNode.class));
  }

  @Test
  void credentialPrintsNothing() {
    assertEquals("a credential", Credential.token("hunter2").toString());
    assertNull(Pem.trust(""));
  }

  private Halt halted() {
    return assertThrows(Halt.class, () -> list(rehearsed, DEPLOYMENT));
  }

  private Memory list(Rehearsed of, ObjectKind kind) throws InterruptedException {
    var visit = of.visit();
    try (var cluster = cluster(server.address())) {
      new ClusterLists(cluster, visit).list(kind);
    }
    visit.keep("", 0, 0);
    return visit.memory();
  }

  private static Cluster cluster(URI address) {
    return new Cluster(
        address,
        Rehearsed.settings(),
        Credential.NONE,
        () -> "secret-token",
        Duration.ofSeconds(3));
  }
}
