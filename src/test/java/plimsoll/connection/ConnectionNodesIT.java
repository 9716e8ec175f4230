package plimsoll.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plimsoll.Api.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plimsoll.connection.LocalServer.Answer;
import plimsoll.mail.Node;

/** Nodes that share a database, of which one dies in the middle of a visit. */
class ConnectionNodesIT {
  private static final String CONNECTIONS = "/api/v1/connections";
  private static final String TOKEN = "a-token-that-stands-in-no-log";
  private static final String DEPLOYMENTS = "/apis/apps/v1/deployments";

  private final AtomicBoolean held = new AtomicBoolean(true);
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private final AtomicInteger visits = new AtomicInteger();

  @Test
  @Tag("house")
  void anotherNodeGoesOnWhereOneDiedAndNoTwoVisitTheSameSystemAtOnce() throws Exception {
    try (var cluster = new LocalServer();
        var backstage = new LocalServer();
        var house = new Node.House()) {
      give(cluster);
      var first = house.start();
      var id = connect(first, "kubernetes", cluster.address());
      first.await("the list that takes long", () -> asked(cluster, DEPLOYMENTS) > 0);
      first.kill();
      held.set(false);
      try (var second = house.start();
          var third = house.start()) {
        second.await("the end of the look", () -> !one(second, id).path("lastSuccess").isNull());
        assertEquals(1, one(third, id).at("/counts").path("apps/v1/Deployment").asInt());
        assertEquals(1, asked(cluster, "/api/v1/namespaces"), "what was read is not read again");
        var platform = json(second.api().get("/api/v1/platform"));
        assertEquals(1, platform.at("/sync/applications").asInt(), "nothing is there twice");

        backstage.give("/api/catalog/entities/by-query", any -> slowly());
        var portal = connect(third, "backstage", backstage.address());
        for (int i = 0; i < 12; i++) {
          var node = i % 2 == 0 ? second : third;
          node.api().postJson(CONNECTIONS + "/" + portal + "/refresh", "{}");
          Node.pause(300);
        }
        second.await("three visits", () -> visits.get() >= 3);
        assertEquals(1, mostAtOnce.get());
        for (var node : new Node[] {first, second, third}) {
          assertFalse(node.console().contains(TOKEN));
        }
      }
    }
  }

  private void give(LocalServer cluster) {
    give(cluster, "/api/v1/namespaces", "{\"metadata\":{\"name\":\"pay\"}}");
    give(
        cluster,
        "/apis/argoproj.io/v1alpha1/applications",
        "{\"metadata\":{\"name\":\"ledger\",\"namespace\":\"argocd\",\"uid\":\"u-1\"}}");
    give(cluster, DEPLOYMENTS, "{\"metadata\":{\"name\":\"ledger\",\"namespace\":\"pay\"}}");
  }

  /** What may be listed and not listened to. */
  private void give(LocalServer cluster, String path, String item) {
    cluster.give(
        path,
        asked -> {
          if (asked.getQuery().contains("watch=true")) return Answer.of(403, "");
          for (int i = 0; path.equals(DEPLOYMENTS) && held.get() && i < 300; i++) Node.pause(100);
          return Answer.of(200, list(item));
        });
  }

  private static String list(String item) {
    return "{\"metadata\":{\"resourceVersion\":\"5\"},\"items\":[" + item + "]}";
  }

  private static long asked(LocalServer server, String path) {
    return server.asked.stream().filter(one -> one.startsWith(path + "?limit")).count();
  }

  private Answer slowly() {
    int now = atOnce.incrementAndGet();
    mostAtOnce.accumulateAndGet(now, Math::max);
    Node.pause(1000);
    atOnce.decrementAndGet();
    visits.incrementAndGet();
    return Answer.of(
        200,
        "{\"items\":[{\"apiVersion\":\"backstage.io/v1alpha1\",\"kind\":\"Component\","
            + "\"metadata\":{\"name\":\"ledger\"},\"spec\":{\"type\":\"service\"}}],"
            + "\"pageInfo\":{}}");
  }

  private static String connect(Node node, String kind, URI address) {
    var wanted =
        "{\"kind\":\"%s\",\"name\":\"nodes\",\"address\":\"%s\",\"token\":\"%s\"}"
            .formatted(kind, address, TOKEN);
    var answer = node.api().postJson(CONNECTIONS, wanted);
    assertTrue(answer.statusCode() == 201, answer::body);
    return json(answer).path("id").asText();
  }

  private static JsonNode one(Node node, String id) {
    return json(node.api().get(CONNECTIONS + "/" + id));
  }
}
