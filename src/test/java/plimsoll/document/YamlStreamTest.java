package plimsoll.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plimsoll.document.YamlStream.Part;

class YamlStreamTest {
  @Test
  void everyValueKnowsItsLineInTheFile() {
    var parts = YamlStream.nodes("# a licence\na: 1\n---\nb:\n  c: two\n  d:\n    - x\n    - y\n");
    assertEquals(2, parts.size());
    var second = node(parts.get(1));
    assertEquals(3, parts.get(1).line());
    assertEquals(5, second.at("b", "c").line());
    assertEquals(8, second.at("b", "d").items().get(1).line());
    assertEquals("two", second.at("b", "c").text());
  }

  @Test
  void everyValueKnowsItsPlaceInTheText() {
    var text =
        "%YAML 1.2\n---\nname: 決済 🚀\nnext: \"a\\nb\"\n--- # two\nlast: |\n  x\n  y\nend: z\n";
    var parts = YamlStream.nodes(text);
    assertEquals("決済 🚀", at(text, node(parts.get(0)).at("name")));
    assertEquals("\"a\\nb\"", at(text, node(parts.get(0)).at("next")));
    assertEquals("|\n  x\n  y\n", at(text, node(parts.get(1)).at("last")));
    assertEquals("z", at(text, node(parts.get(1)).at("end")));
  }

  private static String at(String text, Node node) {
    return text.substring(node.start(), node.end());
  }

  @Test
  void wordsAreWhatYaml12SaysTheyAre() {
    var node = one("on: push\ndate: 2024-01-01\nyes: no\nt: true\nn: ~\noct: 0o14\nf: 1.5\n");
    assertEquals(Node.Kind.TEXT, node.at("yes").kind());
    assertEquals(Node.Kind.TEXT, node.at("date").kind());
    assertEquals("push", node.at("on").text());
    assertTrue(node.at("t").isTrue());
    assertFalse(node.at("n").isThere());
    assertEquals(Node.Kind.NULL, node.at("n").kind());
    assertEquals(Node.Kind.NUMBER, node.at("f").kind());
    assertEquals("1.5", node.at("f").text());
  }

  @Test
  void whatIsNotThereCanBeAskedOn() {
    var node = one("a: 1\n");
    assertEquals(Node.MISSING, node.at("b", "c", "d"));
    assertEquals("", node.at("a", "x").text());
    assertEquals(0, node.at("b").line());
    assertEquals(-1, node.at("b").start());
  }

  @Test
  void anchorsAreFollowed() {
    var node = one("base: &base\n  x: 1\nother: *base\n");
    assertEquals("1", node.at("other", "x").text());
    assertEquals(2, node.at("other", "x").line());
  }

  @Test
  void whatAMapSaysItselfHoldsOverWhatItMerges() {
    var node = one("a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc:\n  <<: [*a, *b]\n  x: 3\n");
    assertEquals("3", node.at("c", "x").text());
    assertEquals("1", node.at("c", "y").text());
    assertEquals("2", node.at("c", "z").text());
    assertFalse(node.at("c", "<<").isThere());
  }

  @Test
  void tagsOfOtherToolsStayWithTheirValues() {
    var node =
        one("script:\n  - !reference [.setup, script]\nkey: !vault |\n  abc\nplain: !!str 5\n");
    var reference = node.at("script").items().get(0);
    assertEquals("!reference", reference.tag());
    assertEquals("script", reference.items().get(1).text());
    assertEquals("!vault", node.at("key").tag());
    assertEquals("", node.at("plain").tag());
  }

  /** As in the guestbook of Argo CD's examples. */
  @Test
  void tabsBehindAColonOrAValueAreBlanks() {
    var text = "apiVersion: v1\t\nkind:\tService\nmetadata: \t \n  name: \"a\tb\"\n";
    var node = one(text);
    assertEquals("v1", node.at("apiVersion").text());
    assertEquals("Service", node.at("kind").text());
    assertEquals("a\tb", node.at("metadata", "name").text());
    assertEquals("Service", at(text, node.at("kind")));
  }

  @Test
  void tabsInAScriptStayWhereTheTextIsReadable() {
    assertEquals("a:\tb\n", one("script: |\n  a:\tb\n").at("script").text());
  }

  @Test
  void aBrokenDocumentCostsOnlyItself() {
    var parts = YamlStream.nodes("a: 1\n---\nb: [\n---\nc: 3\n");
    assertEquals(3, parts.size());
    assertNull(parts.get(1).content());
    assertTrue(parts.get(1).fault().startsWith("Line "), parts.get(1).fault());
    assertEquals("3", node(parts.get(2)).at("c").text());
  }

  @Test
  void ofAFieldThatIsThereTwiceTheLaterHolds() {
    assertEquals("2", one("a:\n  b: 1\n  b: 2\n").at("a", "b").text());
  }

  @Test
  void aTemplateInPlaceOfAFieldIsAFault() {
    assertNotNull(YamlStream.nodes("{{ name }}: 1\n").get(0).fault());
  }

  @Test
  void aBillionLaughsAreNotLaughed() {
    var bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 12; i++) {
      var last = "*a" + (i - 1);
      bomb.append(
          "a%d: &a%d [%s]\n".formatted(i, i, String.join(",", Collections.nCopies(9, last))));
    }
    assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          var part = YamlStream.nodes(bomb.toString()).get(0);
          assertNotNull(part.fault());
          assertNull(part.content());
        });
  }

  @Test
  void aBombOfMergeKeysIsRefusedToo() {
    var bomb = new StringBuilder("a0: &a0 {x: 1}\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a%d: &a%d {l: *a%d, r: *a%d}\n".formatted(i, i, i - 1, i - 1));
    }
    assertTimeout(
        Duration.ofSeconds(20),
        () -> assertNotNull(YamlStream.nodes(bomb.toString()).get(0).fault()));
  }

  @Test
  void aValueThatHoldsItselfIsRefused() {
    for (var cyclic : List.of("a: &a [*a]\n", "&a\nb: *a\n", "x: &x\n  <<: *x\n")) {
      assertNotNull(YamlStream.nodes(cyclic).get(0).fault(), cyclic);
    }
  }

  @Test
  void whatIsNestedTooDeepIsRefused() {
    assertNotNull(YamlStream.nodes("[".repeat(5000) + "]".repeat(5000)).get(0).fault());
    assertNotNull(YamlStream.nodes("- ".repeat(5000) + "x").get(0).fault());
  }

  @Test
  void aDocumentThatIsTooLongIsRefusedAndTheNextIsRead() {
    var parts = YamlStream.nodes("a: " + "x".repeat(6_000_000) + "\n---\nb: 1\n");
    assertNotNull(parts.get(0).fault());
    assertEquals("1", node(parts.get(1)).at("b").text());
  }

  @Test
  void tenThousandDocumentsAreRead() {
    var text =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "kind: ConfigMap\nmetadata:\n  name: c" + i + "\n")
            .collect(Collectors.joining("---\n"));
    assertTimeout(
        Duration.ofSeconds(60),
        () -> {
          var parts = YamlStream.nodes(text);
          assertEquals(10_000, parts.size());
          assertEquals("c9999", node(parts.get(9999)).at("metadata", "name").text());
          assertEquals(9999 * 4 + 3, node(parts.get(9999)).at("metadata", "name").line());
        });
  }

  @Test
  void nothingIsMadeOfTagsThatNameClasses() {
    assertNotNull(YamlStream.nodes("a: !!javax.script.ScriptEngineManager [x]\n").get(0).fault());
  }

  @Test
  void emptyDocumentsAreLeftOut() {
    assertEquals(List.of(), YamlStream.nodes("---\n# nothing\n---\n\n...\n"));
    assertEquals(List.of(), YamlStream.nodes(""));
  }

  private static Node one(String text) {
    var parts = YamlStream.nodes(text);
    assertEquals(1, parts.size());
    assertNull(parts.get(0).fault(), parts.get(0).fault());
    return node(parts.get(0));
  }

  private static Node node(Part part) {
    return (Node) part.content();
  }
}
