package plimsoll.questionnaire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plimsoll.survey.Question;
import plimsoll.survey.Survey;

class DraftingTest {
  private static final String EVERYTHING = "src/test/resources/surveys/everything-1.yaml";

  @ParameterizedTest
  @ValueSource(strings = {EVERYTHING, "surveys/quarterly-2026.1.yaml", "surveys/pulse-2026.1.yaml"})
  void savingTheFieldsUntouchedChangesNothing(String file) throws IOException {
    var text = Files.readString(Path.of(file));
    var name = Path.of(file).getFileName().toString().replace(".yaml", "");
    var fields = new LinkedHashMap<>(Map.of("base", text, "do", "save"));
    var sheet = Sheet.of(Drafting.form(text), "de");
    shown(sheet).forEach(field -> fields.put(field.name(), field.value()));
    assertTrue(fields.size() > 20);
    assertEquals(read(name, text), read(name, Drafting.text(fields)));
    assertEquals(YamlText.head(text), YamlText.head(Drafting.text(fields)));
  }

  @Test
  void whatIsTypedStandsInTheText() throws IOException {
    var survey =
        read(
            "everything-1",
            saved(
                "save",
                "/blocks/0/items/0/wording/en",
                "How badly?",
                "/blocks/0/items/3/options/0/key",
                "tiny",
                "/blocks/1/when",
                "{O} = 'tiny'",
                "/blocks/3/items/1/when",
                "{S} anyof ['a', 'b'] and {R} <= 3",
                "/scales/1/points/0/words/de",
                "Niemals",
                "/minutes",
                "7"));
    assertEquals("How badly?", survey.question("R").orElseThrow().wording().in("en"));
    assertEquals(
        "tiny", ((Question.OneOf) survey.question("O").orElseThrow()).options().get(0).key());
    assertEquals(List.of("O"), List.copyOf(survey.blocks().get(1).when().items()));
    assertEquals(7, survey.minutes());
    assertEquals(
        "Niemals",
        ((Question.Rating) survey.question("M1").orElseThrow())
            .scale()
            .points()
            .get(0)
            .label()
            .in("de"));
  }

  @Test
  void partsAreAddedRemovedAndMoved() throws IOException {
    assertEquals(List.of("L", "R"), ids(saved("up /blocks/0/items/1")).subList(0, 2));
    assertEquals(List.of("L", "R"), ids(saved("down /blocks/0/items/0")).subList(0, 2));
    assertEquals("L", ids(saved("remove /blocks/0/items/0")).get(0));
    assertTrue(ids(saved("add /blocks/0/items")).contains("Q1"));
    assertEquals(
        6,
        FormTree.list(YamlText.tree(saved("add /blocks", "/minutes", "7")).get("blocks")).size()
            + 1);
    var moved = ids(saved("up /blocks/1/items/0"));
    assertEquals("M", moved.get(6));
    assertEquals(
        4,
        Typed.size(
            Drafting.form(saved("add /blocks/0/items/3/options")), "/blocks/0/items/3/options"));
  }

  @Test
  void whatMakesNoSenseIsKeptAsItWasTyped() throws IOException {
    var text =
        saved(
            "save",
            "/blocks/1/when",
            "if she did",
            "/minutes",
            "soon",
            "/blocks/0/items/0/wording/en",
            "<script>alert(1)</script> 日本\u0041");
    assertTrue(text.contains("if she did") && text.contains("soon"));
    assertTrue(text.contains("<script>alert(1)</script> 日本A"));
    var again = Sheet.of(Drafting.form(text), null);
    assertTrue(shown(again).anyMatch(field -> field.value().equals("if she did")));
    assertEquals(2, SurveyFile.read("everything-1.yaml", text).found().size());
  }

  @Test
  void anotherKindKeepsTheWordsAndBeginsItsFields() throws IOException {
    for (var kind :
        List.of(
            "rating",
            "slider",
            "matrix",
            "yes-no",
            "one-of",
            "several-of",
            "ranking",
            "number",
            "short-text",
            "text")) {
      var text = saved("save", "/blocks/3/items/0/kind", kind);
      assertTrue(text.contains("One?"), kind);
      var sheet = Sheet.of(Drafting.form(text), null);
      assertTrue(
          shown(sheet)
              .anyMatch(f -> f.name().equals("/blocks/3/items/0/kind") && f.value().equals(kind)),
          kind);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "remove /blocks/99",
        "remove /",
        "remove",
        "up /title",
        "add /nowhere/9/x",
        "add /title",
        "down /blocks/0/items/x",
        "speak <b>",
        "add /",
        "publish",
        "remove /blocks/0/items/-1"
      })
  void aButtonThatNobodyOffersBreaksNothing(String action) throws IOException {
    try {
      Drafting.form(saved(action));
    } catch (plimsoll.access.Refusal refused) {
      assertEquals(422, refused.status());
    }
  }

  @Test
  void fieldsThatLieNowhereBreakNothing() throws IOException {
    for (var name :
        List.of(
            "/",
            "//",
            "/blocks",
            "/blocks/0",
            "/blocks/77/key",
            "/blocks/-1/key",
            "/title",
            "/title/en/x",
            "/a/b/c/d",
            "/blocks/0/items/0",
            "/scales/0")) {
      Drafting.form(saved("save", name, "x"));
    }
  }

  @Test
  void whatNoFormCanShowStaysText() {
    for (var text :
        List.of(
            "",
            "- a",
            "blocks: x",
            "blocks: [1]",
            "title: x",
            "a: &a [x]\nb: *a",
            "key: [",
            "blocks: [{items: {a: 1}}]",
            "scales: [1]")) {
      assertEquals(null, Drafting.form(text), text);
      assertEquals(text, Drafting.text(Map.of("base", text, "do", "save", "/minutes", "3")), text);
    }
  }

  @Test
  void theTemplateOfANewOneCanBeAskedAndPassesTheLint() {
    var review = Review.of("new-1", Templates.survey("new", "1", "New: \"one\""), List.of());
    assertEquals(List.of(), review.faults());
    assertEquals(List.of(), review.findings());
  }

  private static List<String> ids(String text) {
    return FormTree.list(YamlText.tree(text).get("blocks")).stream()
        .flatMap(block -> FormTree.list(block.get("items")).stream())
        .map(item -> item.get("id").toString())
        .toList();
  }

  private static String saved(String action, String... typed) throws IOException {
    var fields = new LinkedHashMap<String, String>();
    fields.put("base", Files.readString(Path.of(EVERYTHING)));
    fields.put("do", action);
    for (int i = 0; i < typed.length; i += 2) fields.put(typed[i], typed[i + 1]);
    return Drafting.text(fields);
  }

  private static Stream<Sheet.Field> shown(Sheet sheet) {
    return Stream.concat(
        sheet.head().stream(),
        Stream.concat(sheet.blocks().stream(), sheet.scales().stream())
            .flatMap(DraftingTest::shown));
  }

  private static Stream<Sheet.Field> shown(Sheet.Part part) {
    return Stream.concat(
        part.fields().stream(),
        part.lists().stream()
            .flatMap(group -> group.parts().stream())
            .flatMap(DraftingTest::shown));
  }

  private static Survey read(String name, String text) {
    var read = SurveyFile.read(name + ".yaml", text);
    assertEquals(List.of(), read.faults(), text);
    return read.survey();
  }
}
