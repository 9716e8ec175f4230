package plimsoll.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plimsoll.connection.LocalServer.Answer;
import plimsoll.workload.Observed;

/** Where a cluster that knows no web sockets breaks off, or forgets where we were. */
class ClusterWatchTest {
  private static final String DEPLOYMENTS = "/apis/apps/v1/deployments";
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

  private static void perform(Visit visit) {
    try {
      new ClusterVisit(visit, Path.of("/nowhere"), Duration.ofSeconds(5)).perform();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
