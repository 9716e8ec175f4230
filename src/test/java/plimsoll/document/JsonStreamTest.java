package plimsoll.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonStreamTest {
  private static final String TEXT =
      "{\n\t\"kind\": \"Secret\",\n  \"n\": 12,\n  \"list\": [true,\n null, \"決🚀\"], \"e\": {}}";

  @Test
  void everyValueKnowsItsLine() {
    var node = one(TEXT);
    assertEquals(2, node.at("kind").line());
    assertEquals(3, node.at("n").line());
    assertEquals(5, node.at("list").items().get(1).line());
    assertEquals(4, node.at("list").line());
  }

  @Test
  void everyValueKnowsItsPlace() {
    var node = one(TEXT);
    assertEquals("\"Secret\"", at(node.at("kind")));
    assertEquals("12", at(node.at("n")));
    assertEquals("true", at(node.at("list").items().get(0)));
    assertEquals("\"決🚀\"", at(node.at("list").items().get(2)));
    assertEquals("{}", at(node.at("e")));
    assertEquals("[true,\n null, \"決🚀\"]", at(node.at("list")));
  }

  @Test
  void kindsAreKept() {
    var node = one(TEXT);
    assertEquals(Node.Kind.NUMBER, node.at("n").kind());
    assertTrue(node.at("list").items().get(0).isTrue());
    assertEquals(Node.Kind.NULL, node.at("list").items().get(1).kind());
  }

  @Test
  void whatStandsBeforeAFaultIsRead() {
    var parts = JsonStream.nodes("{\"a\":1}\n{\"b\":");
    assertEquals("1", ((Node) parts.get(0).content()).at("a").text());
    assertEquals("Line 2 is not readable as JSON.", parts.get(1).fault());
  }

  @Test
  void ofAFieldThatIsThereTwiceTheLaterHolds() {
    assertEquals("2", one("{\"a\":1,\n\"a\":2}").at("a").text());
  }

  @Test
  void whatIsTooDeepOrTooLargeIsRefused() {
    assertNotNull(JsonStream.nodes("[".repeat(100_000)).get(0).fault());
    assertNotNull(JsonStream.nodes("\"" + "x".repeat(6_000_000) + "\"").get(0).fault());
    assertNotNull(JsonStream.nodes("[0" + ",0".repeat(1_000_001) + "]").get(0).fault());
  }

  @Test
  void nothingIsNoValue() {
    assertEquals(List.of(), JsonStream.nodes(" \n"));
  }

  private static String at(Node node) {
    return TEXT.substring(node.start(), node.end());
  }

  private static Node one(String text) {
    var parts = JsonStream.nodes(text);
    assertEquals(1, parts.size());
    assertNull(parts.get(0).fault());
    return (Node) parts.get(0).content();
  }
}
