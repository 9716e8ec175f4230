package plimsoll.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plimsoll.Corpora;
import plimsoll.connection.LocalServer.Answer;
import plimsoll.delivery.pull.Halt;
import plimsoll.json.Json;

class BackstageVisitTest {
  private static final String QUERY = "/api/catalog/entities/by-query";
  private static final String ENTITIES = "/api/catalog/entities";

  private final LocalServer server = new LocalServer();
  private final List<String> imported = new ArrayList<>();
  private final Rehearsed rehearsed =
      new Rehearsed(
          Kind.BACKSTAGE,
          server.address(),
          new Settings(List.of(), "", false, "kind=component; kind=group", 10));

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void pagesAreFollowedByTheirCursorAndTakenOnce() throws Exception {
    server.give(QUERY, BackstageVisitTest::twoPages);
    visit();
    assertEquals(1, imported.size());
    assertTrue(imported.get(0).contains("\"name\":\"a\""), imported.get(0));
    assertTrue(imported.get(0).contains("\"name\":\"b\""));
    assertFalse(imported.get(0).contains("openapi"), "what is described is not kept");
    var asked = server.asked.get(0);
    assertTrue(asked.contains("filter=kind%3Dcomponent&filter=kind%3Dgroup"), asked);
    visit();
    assertEquals(1, imported.size(), "nothing changed");
  }

  private static Answer twoPages(URI asked) {
    boolean second = asked.getQuery().contains("cursor=next+one");
    return Answer.of(
        200,
        second
            ? "{\"items\":[" + component("b") + "],\"pageInfo\":{}}"
            : "{\"items\":["
                + component("a")
                + "],\"totalItems\":2,\"pageInfo\":{\"nextCursor\":\"next one\"}}");
  }

  @Test
  void sameVersionIsNotReadAgain() throws Exception {
    server.give(
        QUERY,
        asked -> new Answer(200, "{\"items\":[" + component("a") + "]}", "W/\"1\"", Map.of()));
    visit();
    visit();
    assertEquals(1, imported.size());
    server.give(
        QUERY,
        asked -> new Answer(200, "{\"items\":[" + component("b") + "]}", "W/\"2\"", Map.of()));
    visit();
    assertEquals(2, imported.size());
  }

  @Test
  void olderOneIsReadByOffset() throws Exception {
    server.give(ENTITIES, BackstageVisitTest::byOffset);
    visit();
    assertEquals(1, imported.size());
    assertTrue(imported.get(0).contains("\"name\":\"c501\""));
    assertTrue(rehearsed.connection.memory().places().containsKey("backstage.io/v1/Component"));
  }

  private static Answer byOffset(URI asked) {
    int from = asked.getQuery().contains("offset=500") ? 500 : 0;
    return Answer.of(
        200,
        IntStream.range(from, from == 0 ? 500 : 502)
            .mapToObj(number -> component("c" + number))
            .collect(Collectors.joining(",", "[", "]")));
  }

  @Test
  void emptyOrMuchSmallerCatalogRetiresNobody() throws Exception {
    server.give(QUERY, 200, items(20));
    visit();
    server.give(QUERY, 200, items(0));
    assertTrue(halted().getMessage().contains("shows no entity"));
    server.give(QUERY, 200, items(9));
    assertTrue(halted().getMessage().contains("shows 9 entities where it showed 20"));
    assertEquals(1, imported.size());
    rehearsed.connection.ask(Instant.now());
    rehearsed.connection.claim("visit", Instant.now());
    visit();
    assertEquals(2, imported.size(), "somebody said that it is right");
  }

  @Test
  void brokenPageImportsNothing() {
    server.give(
        QUERY,
        asked ->
            asked.getQuery().contains("cursor")
                ? Answer.of(500, "")
                : Answer.of(
                    200,
                    "{\"items\":[" + component("a") + "],\"pageInfo\":{\"nextCursor\":\"x\"}}"));
    assertEquals(Halt.Kind.TROUBLED, halted().kind());
    assertTrue(imported.isEmpty());
  }

  @Test
  void templatesAndWhatWasMadeOfThemAreSeenWithoutPeople() throws Exception {
    server.give(
        QUERY,
        200,
        "{\"items\":[{\"apiVersion\":\"scaffolder.backstage.io/v1beta3\",\"kind\":\"Template\","
            + "\"metadata\":{\"name\":\"service\"},\"spec\":{}}]}");
    server.give(
        "/api/scaffolder/v2/tasks",
        200,
        "{\"tasks\":[{\"id\":\"7\",\"status\":\"completed\",\"createdAt\":\"2026-01-02T03:04:05Z\","
            + "\"createdBy\":\"user:default/ada\",\"spec\":{\"user\":{\"ref\":\"ada\"},"
            + "\"templateInfo\":{\"entityRef\":\"template:default/service\"}}}]}");
    visit();
    rehearsed.await(one -> one.kinds().get(0).endsWith("/Template") && one.whole());
    var task = rehearsed.await(one -> one.kinds().get(0).endsWith("/Task"));
    var json = task.objects().get(0).json();
    assertTrue(json.contains("template:default/service"), json);
    assertFalse(json.contains("default/ada"), json);
  }

  @Test
  void recordedCatalogIsTakenWhole() throws Exception {
    var recorded = Files.readString(Corpora.file("backstage/api/entities.json"));
    server.give(ENTITIES, 200, recorded);
    visit();
    var taken = Json.read(imported.get(0), JsonNode.class);
    assertEquals(10, taken.size());
    assertTrue(imported.get(0).contains("example-website"));
    assertTrue(imported.get(0).contains("ownedBy"), "relations are kept");
  }

  private static String items(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> component("c" + number))
        .collect(Collectors.joining(",", "{\"items\":[", "]}"));
  }

  private static String component(String name) {
    return """
        {"apiVersion":"backstage.io/v1","kind":"Component","metadata":{"name":"%s","uid":"%s","etag":"e"},
         "spec":{"type":"service","definition":"openapi: 3"}}
        """
        .formatted(name, UUID.randomUUID());
  }

  private Halt halted() {
    return assertThrows(Halt.class, this::visit);
  }

  private void visit() throws InterruptedException {
    new BackstageVisit(
            rehearsed.visit(),
            Rehearsed.server(server.address(), BackstageVisit.WORDS),
            imported::add)
        .perform();
  }
}
