package plimsoll.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plimsoll.Api.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plimsoll.Api;
import plimsoll.OnTheServer;

@ExtendWith(OnTheServer.class)
class ConnectionsIT {
  private static final String CONNECTIONS = "/api/v1/connections";
  private static final String TOKEN = "eyJhbGciOi.a-token-that-nobody-may-ever-see-again";

  private final Api api = Api.asAdministrator();
  private final MockCluster cluster = new MockCluster();
  private final List<String> made = new ArrayList<>();

  @AfterEach
  void remove() {
    made.forEach(id -> api.delete(CONNECTIONS + "/" + id));
    cluster.close();
  }

  @Test
  void clusterIsReadAndThenListenedTo() throws Exception {
    cluster.deploy("pay", "ledger", 1);
    cluster.deploy("pay", "invoice", 2);
    var id = connect(cluster.address());
    var one = await(id, it -> it.path("doing").asText().startsWith("Listening"));
    assertEquals("RUNNING", one.path("state").asText());
    assertEquals(2, one.path("counts").path("apps/v1/Deployment").asInt(), one.toString());
    assertFalse(one.path("lastSuccess").isNull());
    assertEquals("", one.path("failure").asText());
    var page = api.get("/connections").body();
    assertTrue(page.contains("Listening to changes of"), page);
    assertFalse(page.contains(TOKEN));
    assertFalse(api.get(CONNECTIONS).body().contains(TOKEN));
  }

  private String connect(URI address) {
    var wanted =
        "{\"kind\":\"kubernetes\",\"name\":\"c-%s\",\"address\":\"%s\",\"token\":\"%s\"}"
            .formatted(UUID.randomUUID().toString().substring(0, 8), address, TOKEN);
    var answer = api.postJson(CONNECTIONS, wanted);
    assertEquals(201, answer.statusCode(), answer.body());
    var id = json(answer).path("id").asText();
    made.add(id);
    return id;
  }

  private JsonNode await(String id, Predicate<JsonNode> wanted) throws InterruptedException {
    var end = Instant.now().plusSeconds(60);
    JsonNode one = null;
    while (Instant.now().isBefore(end)) {
      one = json(api.get(CONNECTIONS + "/" + id));
      if (wanted.test(one)) return one;
      Thread.sleep(200);
    }
    throw new AssertionError("it did not become so: " + one);
  }
}
