package plimsoll.delivery.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import plimsoll.json.Json;

/** Payloads that went wrong on their way, each the same for the same seed. */
final class Mutant {
  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;
  private static final List<JsonNode> WRONG =
      List.of(
          MAKE.nullNode(),
          MAKE.booleanNode(true),
          MAKE.numberNode(-1),
          MAKE.numberNode(Long.MAX_VALUE),
          MAKE.numberNode(1e300),
          MAKE.textNode(""),
          MAKE.textNode("a\u0000b"),
          MAKE.textNode("日本<script>alert(1)</script>"),
          MAKE.textNode("x".repeat(1000)),
          MAKE.textNode("1970-01-01T00:00:00Z"),
          MAKE.textNode("2999-12-31T23:59:60Z"),
          MAKE.textNode("2026-03-23T09:00:00"),
          MAKE.arrayNode(),
          MAKE.arrayNode().add(MAKE.nullNode()).add(7),
          MAKE.objectNode());

  private Mutant() {}

  static byte[] of(byte[] body, long seed) {
    try {
      var random = new Random(seed);
      var tree = Json.MAPPER.readTree(body);
      for (int i = random.nextInt(3); i >= 0; i--) {
        harm(tree, random);
      }
      var harmed = Json.write(tree).getBytes(StandardCharsets.UTF_8);
      return random.nextInt(20) == 0
          ? Arrays.copyOf(harmed, random.nextInt(harmed.length))
          : harmed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void harm(JsonNode tree, Random random) {
    var all = new ArrayList<JsonNode>();
    containers(tree, all);
    var chosen = all.get(random.nextInt(all.size()));
    if (chosen instanceof ObjectNode object && !object.isEmpty()) {
      var names = new ArrayList<String>();
      object.fieldNames().forEachRemaining(names::add);
      harm(object, names.get(random.nextInt(names.size())), random);
    } else if (chosen instanceof ArrayNode array) {
      array.add(wrong(random));
    }
  }

  private static void harm(ObjectNode object, String name, Random random) {
    if (random.nextInt(4) == 0) {
      object.remove(name);
    } else {
      object.set(name, wrong(random));
    }
  }

  private static JsonNode wrong(Random random) {
    return random.nextInt(12) == 0
        ? deep(random.nextInt(70))
        : WRONG.get(random.nextInt(WRONG.size())).deepCopy();
  }

  private static JsonNode deep(int levels) {
    JsonNode node = MAKE.textNode("end");
    for (int i = 0; i < levels; i++) {
      node = i % 2 == 0 ? MAKE.arrayNode().add(node) : MAKE.objectNode().set("in", node);
    }
    return node;
  }

  private static void containers(JsonNode node, List<JsonNode> all) {
    if (node.isContainerNode()) {
      all.add(node);
      node.forEach(one -> containers(one, all));
    }
  }
}
