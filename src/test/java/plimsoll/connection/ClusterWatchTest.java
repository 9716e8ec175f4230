package plimsoll.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plimsoll.connection.LocalServer.Answer;
import plimsoll.delivery.pull.Halt;
import plimsoll.workload.Observed;

/** Where a cluster that knows no web sockets breaks off, or forgets where we were. */
class ClusterWatchTest {
  private static final String DEPLOYMENTS = "/apis/apps/v1/deployments";
  private static final String DEPLOYMENT = "apps/v1/Deployment";
  private static final String OBJECT = "{\"metadata\":{\"name\":\"a\",\"resourceVersion\":\"%s\"}}";

  private final LocalServer server = new LocalServer();
  private final AtomicInteger lists = new AtomicInteger();
  private final Rehearsed rehearsed =
      new Rehearsed(Kind.KUBERNETES, server.address(), Rehearsed.settings());
  private Thread visiting;

  @AfterEach
  void close() throws InterruptedException {
    if (visiting != null) {
      visiting.interrupt();
      visiting.join(Duration.ofSeconds(10).toMillis());
    }
    server.close();
  }

  @Test
  void goesOnWhereItBrokeOffAndListsAgainWhatTheClusterForgot() throws Exception {
    server.give(
        "/apis", 200, "{\"groups\":[{\"name\":\"apps\",\"versions\":[{\"version\":\"v1\"}]}]}");
    server.give(DEPLOYMENTS, this::deployments);
    visit();
    rehearsed.await(one -> one.whole() && tells(one, "10"));
    rehearsed.await(one -> !one.whole() && tells(one, "11"));
    rehearsed.await(one -> one.whole() && tells(one, "20"));
    rehearsed.await(one -> !one.whole() && tells(one, "21"));
    var versions =
        server.asked.stream()
            .filter(one -> one.contains("watch=true"))
            .map(one -> one.replaceAll(".*resourceVersion=(\\d+).*", "$1"))
            .distinct()
            .toList();
    assertEquals(List.of("10", "11", "20"), versions.subList(0, 3));
  }

  @Test
  void kindThatMayNotBeListenedToIsListedAtEachVisit() throws Exception {
    give(asked -> Answer.of(403, "{\"kind\":\"Status\",\"code\":403}"));
    var next = perform(rehearsed.visit());
    assertTrue(next.isAfter(Instant.now().plusSeconds(500)), "it is not asked again at once");
    assertEquals("", rehearsed.connection.memory().places().get(DEPLOYMENT).version());
    assertEquals(1, rehearsed.connection.memory().places().get(DEPLOYMENT).count());
  }

  @Test
  void credentialThatIsTakenAwayWhileListeningIsNamed() {
    give(asked -> Answer.of(401, ""));
    var halt = assertThrows(Halt.class, () -> perform(rehearsed.visit()));
    assertEquals(Halt.Kind.FAILED, halt.kind());
    assertTrue(halt.getMessage().contains("does not take the credential"));
  }

  /** As behind a proxy that waits for an end that never comes. */
  @Test
  void kindOfWhichNothingIsHeardIsListedAtTheNextVisit() throws Exception {
    give(
        asked -> {
          pause(7_000);
          return Answer.of(200, "");
        });
    listenBriefly();
    assertEquals("", rehearsed.connection.memory().places().get(DEPLOYMENT).version());
    give(asked -> told("BOOKMARK", "{\"metadata\":{\"resourceVersion\":\"12\"}}"));
    listenBriefly();
    assertNotEquals("", rehearsed.connection.memory().places().get(DEPLOYMENT).version());
  }

  private void listenBriefly() throws InterruptedException {
    var patience = Duration.ofSeconds(1);
    var visit = rehearsed.visit();
    var kind = new ObjectKind("apps", List.of("v1"), "Deployment", "deployments", true);
    try (var cluster =
        new Cluster(server.address(), Rehearsed.settings(), Credential.NONE, () -> "", patience)) {
      var lists = new ClusterLists(cluster, visit);
      lists.list(kind);
      new ClusterWatch(
              cluster, lists, visit, List.of(kind), Duration.ofSeconds(4), Duration.ofMillis(50))
          .perform();
    }
  }

  private static void pause(int milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Instant visit(Duration patience, Visit visit) throws InterruptedException {
    return new ClusterVisit(visit, Path.of("/nowhere"), patience).perform();
  }

  @Test
  void clusterThatFailsAgainAndAgainIsTriedAgainLater() {
    give(asked -> Answer.of(500, ""));
    var halt = assertThrows(Halt.class, () -> perform(rehearsed.visit()));
    assertEquals(Halt.Kind.TROUBLED, halt.kind());
    assertTrue(halt.getMessage().contains("breaks off again and again"));
    assertEquals("10", rehearsed.connection.memory().places().get(DEPLOYMENT).version());
  }

  /** As lines over HTTP, where the client decodes what comes piece by piece. */
  @Test
  void namesInOtherLettersAreToldAsTheyAre() throws Exception {
    give(asked -> told("MODIFIED", OBJECT.formatted("11").replace("\"a\"", "\"支払い-ledger-ü\"")));
    visit();
    rehearsed.await(
        one ->
            !one.whole()
                && one.objects().stream().anyMatch(it -> it.json().contains("支払い-ledger-ü")));
  }

  @Test
  void wordsThatAreNoneAreBrokenOffAndListeningGoesOn() throws Exception {
    var times = new AtomicInteger();
    give(
        asked ->
            switch (times.getAndIncrement() / 2) {
              case 0 -> Answer.of(200, "{{{ no JSON \u0000 \u65e5\u672c\n");
              case 1 -> Answer.of(200, "{\"type\":\"MODIFIED\",\"object\":[]}\n");
              case 2 -> Answer.of(200, "{\"type\":\"WHATEVER\",\"object\":{}}\n");
              default -> told("MODIFIED", OBJECT.formatted("11"));
            });
    visit();
    rehearsed.await(one -> !one.whole() && tells(one, "11"));
  }

  private void give(Function<URI, Answer> watched) {
    server.give(
        "/apis", 200, "{\"groups\":[{\"name\":\"apps\",\"versions\":[{\"version\":\"v1\"}]}]}");
    server.give(
        DEPLOYMENTS,
        asked ->
            asked.getQuery().contains("watch=true") ? watched.apply(asked) : deployments(asked));
  }

  private static boolean tells(Observed observed, String version) {
    return observed.objects().stream()
        .anyMatch(one -> one.json().contains("\"resourceVersion\":\"" + version + "\""));
  }

  private Answer deployments(URI asked) {
    var query = asked.getQuery();
    if (!query.contains("watch=true")) {
      var version = lists.incrementAndGet() == 1 ? "10" : "20";
      return Answer.of(
          200,
          "{\"metadata\":{\"resourceVersion\":\"%s\"},\"items\":[%s]}"
              .formatted(version, OBJECT.formatted(version)));
    }
    if (query.contains("resourceVersion=10")) return told("MODIFIED", OBJECT.formatted("11"));
    if (query.contains("resourceVersion=11")) {
      return told("ERROR", "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"code\":410}");
    }
    return told("MODIFIED", OBJECT.formatted("21"));
  }

  private static Answer told(String type, String object) {
    var typed =
        object.contains("Status")
            ? object
            : "{\"apiVersion\":\"apps/v1\",\"kind\":\"Deployment\"," + object.substring(1);
    return Answer.of(200, "{\"type\":\"%s\",\"object\":%s}\n".formatted(type, typed));
  }

  private void visit() {
    var visit = rehearsed.visit();
    visiting = new Thread(() -> perform(visit));
    visiting.start();
  }

  private static Instant perform(Visit visit) {
    try {
      return visit(Duration.ofSeconds(5), visit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
