package plimsoll.questionnaire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plimsoll.json.Json;
import plimsoll.survey.Question;
import plimsoll.survey.Survey;

class SurveyJsTest {
  @Test
  void everySurveyComesBackAsItWentOut() throws IOException {
    for (var file :
        List.of(
            "src/test/resources/surveys/everything-1.yaml",
            "surveys/quarterly-2026.1.yaml",
            "surveys/pulse-2026.1.yaml")) {
      var survey = ReadFile.survey(Path.of(file));
      var back = imported(json(SurveyJsExport.of(survey)), survey.key(), survey.edition());
      assertEquals(List.of(), back.problems());
      assertEquals(survey, read(back), file);
    }
  }

  @Test
  void withoutOurOwnFieldOnlyWhatItNamesIsLost() throws IOException {
    var survey = ReadFile.survey(Path.of("src/test/resources/surveys/everything-1.yaml"));
    var json = (ObjectNode) json(SurveyJsExport.of(survey));
    var named = json.remove("plimsoll").path("withoutEffectThere").toString();
    for (var lost :
        List.of(
            "R: direction, construct, replaces",
            "L: direction, construct, low, high",
            "page first: terms",
            "page moved: order",
            "page bank: ask",
            "M1: direction, construct")) {
      assertTrue(named.contains(lost), lost + " in " + named);
    }
    var back = read(imported(json, "everything", "1"));
    assertEquals(
        survey.questions().stream().map(Question::id).toList(),
        back.questions().stream().map(Question::id).toList());
    assertEquals(
        survey.questions().stream().map(Question::wording).toList(),
        back.questions().stream().map(Question::wording).toList());
    for (int i = 0; i < survey.blocks().size(); i++) {
      assertEquals(survey.blocks().get(i).when(), back.blocks().get(i).when());
      assertEquals(survey.blocks().get(i).only(), back.blocks().get(i).only());
    }
    assertEquals(survey.question("N"), back.question("N"));
    assertEquals(survey.question("S"), back.question("S"));
  }

  @Test
  void choicesAreReadInEveryForm() {
    var survey =
        one(
            """
            {"type": "dropdown", "name": "size", "title": "How large?", "showOtherItem": true,
             "choices": ["small", {"value": 2, "text": {"default": "Middle", "de": "Mittel"}}, "l|Large", 4]}
            """);
    var question = (Question.OneOf) survey.questions().get(0);
    assertEquals(
        Map.of("small", "small", "2", "Middle", "l", "Large", "4", "4", "other", "Something else"),
        question.options().stream()
            .collect(
                java.util.stream.Collectors.toMap(
                    option -> option.key(), option -> option.label().in("en"))));
  }

  @Test
  void ratingsKeepTheirPointsAndTheWordsAtTheirEnds() {
    var survey =
        read(
            """
            {"elements": [
              {"type": "rating", "name": "a"},
              {"type": "rating", "name": "b", "rateMin": 0, "rateMax": 10, "minRateDescription": "no", "maxRateDescription": "yes"},
              {"type": "rating", "name": "c", "rateCount": 7},
              {"type": "rating", "name": "d", "rateValues": [{"value": "bad", "text": "Bad"}, {"value": "good", "text": "Good"}]}]}
            """);
    assertEquals(
        List.of(5, 11, 7, 2),
        survey.questions().stream()
            .map(q -> ((Question.Rating) q).scale().points().size())
            .toList());
    var b = ((Question.Rating) survey.question("b").orElseThrow()).scale().points();
    assertEquals("0 – no", b.get(0).label().in("en"));
    assertEquals("10 – yes", b.get(10).label().in("en"));
    assertEquals(
        "Good",
        ((Question.Rating) survey.question("d").orElseThrow())
            .scale()
            .points()
            .get(1)
            .label()
            .in("en"));
  }

  @Test
  void conditionsAreCarriedOver() {
    for (var expression :
        List.of(
            "{size} = 'small'",
            "{size}='small' and {hours} > 2",
            "('small' == {size} or {size} anyof ['large', 'small']) && {hours} <= 2.5",
            "{yes} = true || !({rate} >= 4)",
            "{many} contains 'x' and {many} notempty",
            "{size} <> \"small\" and {hours} empty",
            "{grid.r1} = 'col2'",
            "{rate} notequal 3 or {yes}")) {
      var outcome = imported(json(asking(expression)), "k", "1");
      assertEquals(List.of(), unlike(outcome, "no bounds", "no unit", "called"), expression);
      var survey = read(outcome);
      assertEquals(1, survey.blocks().get(1).only().size(), expression);
    }
  }

  @Test
  void whatAConditionCannotSayHereIsNamed() {
    for (var expression :
        List.of(
            "{size} = {rate}",
            "{none} = 1",
            "age({size}) > 3",
            "{size} = 'unheard'",
            "{said} = 'x'",
            "{size} =",
            "{rate} + 1 > 3",
            "{{}")) {
      var problems = imported(json(asking(expression)), "k", "1").problems();
      assertTrue(
          problems.stream()
              .anyMatch(
                  one ->
                      one.element().equals("last")
                          && one.message().contains("It is asked of everybody")),
          expression + problems);
    }
  }

  @Test
  void aConditionOnTheSamePageBeginsANewOne() {
    var outcome =
        imported(
            json(
                """
                {"pages": [{"name": "p", "elements": [
                  {"type": "boolean", "name": "a"}, {"type": "boolean", "name": "b", "visibleIf": "{a} = true"},
                  {"type": "boolean", "name": "c"}]}]}
                """),
            "k",
            "1");
    var survey = read(outcome);
    assertEquals(List.of("p", "p-2"), survey.blocks().stream().map(b -> b.key()).toList());
    assertEquals(1, survey.blocks().get(1).only().size());
    assertEquals(1, outcome.problems().size());
  }

  @Test
  void whatCannotBeCarriedOverIsNamedWithItsElement() {
    var outcome =
        imported(
            json(
                """
                {"triggers": [{"type": "complete"}], "elements": [
                  {"type": "html", "name": "h", "html": "<b>x</b>"},
                  {"type": "file", "name": "f"}, {"type": "signaturepad", "name": "s"},
                  {"type": "matrixdynamic", "name": "md"}, {"type": "paneldynamic", "name": "pd"},
                  {"type": "expression", "name": "e"}, {"type": "imagepicker", "name": "ip"},
                  {"type": "ours", "name": "own"}, {"type": "text", "name": "mail", "inputType": "email"},
                  {"type": "radiogroup", "name": "one", "choices": ["a"]},
                  {"type": "radiogroup", "name": "url", "choicesByUrl": {"url": "https://example.org"}},
                  {"type": "boolean", "name": "kept", "isRequired": true, "validators": [{"type": "x"}], "defaultValue": true, "description": "d"}]}
                """),
            "k",
            "1");
    for (var element : List.of("h", "f", "s", "md", "pd", "e", "ip", "own", "mail", "one", "url")) {
      assertTrue(
          outcome.problems().stream()
              .anyMatch(p -> p.element().equals(element) && p.message().endsWith("It is left out")),
          element);
    }
    var kept =
        outcome.problems().stream()
            .filter(p -> p.element().equals("kept"))
            .map(SurveyJsImport.Problem::message)
            .toList();
    assertEquals(
        List.of(
            "must be answered there; here nobody must answer",
            "has validators, defaultValue, description, which is not carried over"),
        kept);
    assertTrue(
        outcome.problems().stream()
            .anyMatch(p -> p.element().isEmpty() && p.message().contains("triggers")));
    assertTrue(outcome.text().contains("# - md is a table that grows"));
    assertEquals(1, read(outcome).questions().size());
  }

  @Test
  void namesThatAreNoneHereAreReplacedAndToldAndNoneIsTakenTwice() {
    var outcome =
        imported(
            json(
                """
                {"elements": [{"type": "boolean", "name": "日本語", "title": "<p>はい?</p>"}, {"type": "boolean", "name": "a b"},
                  {"type": "boolean", "name": "a-b"}, {"type": "boolean", "name": "%s"}, {"type": "boolean"}]}
                """
                    .formatted("x".repeat(60))),
            "k",
            "1");
    assertEquals(
        List.of("q", "a-b", "a-b-2", "x".repeat(36), "q-2"),
        read(outcome).questions().stream().map(Question::id).toList());
    assertEquals("はい?", read(outcome).questions().get(0).wording().in("en"));
    assertTrue(outcome.text().contains("# - a b is called a-b here"));
  }

  @Test
  void onlyLanguagesThatAllTextsHaveAreOffered() {
    var outcome =
        imported(
            json(
                """
                {"title": {"default": "T", "de": "T", "fr": "T"}, "description": {"default": "P", "de": "P"}, "pages": [{
                  "title": {"default": "x", "de": "x"}, "description": {"default": "x", "de": "x"},
                  "elements": [{"type": "boolean", "name": "a", "title": {"default": "A?", "de": "A?"}}]}]}
                """),
            "k",
            "1");
    assertEquals(List.of("en", "de"), List.copyOf(read(outcome).languages()));
    assertTrue(outcome.problems().get(0).message().contains("fr"));
  }

  @Test
  void nothingThatComesInBreaksIt() {
    for (var text :
        List.of(
            "{}",
            "[]",
            "{\"pages\": 3}",
            "{\"elements\": [1, null, \"x\", []]}",
            "{\"pages\": [{\"elements\": {\"a\": 1}}]}",
            "{\"elements\": [{\"type\": \"rating\", \"name\": \"a\", \"rateMin\": -2000000000, \"rateMax\": 2000000000}]}",
            "{\"elements\": [{\"type\": \"text\", \"inputType\": \"number\", \"name\": {\"a\": 1}, \"min\": \"x\"}]}")) {
      var outcome = imported(json(text), "k", "1");
      assertTrue(outcome.text().startsWith("# Brought over"), text);
      SurveyFile.read("k-1.yaml", outcome.text());
    }
  }

  private static String asking(String expression) {
    return """
    {"pages": [{"elements": [
      {"type": "radiogroup", "name": "size", "choices": ["small", "large"]},
      {"type": "text", "name": "hours", "inputType": "number", "min": 0, "max": 40, "step": 0.5, "description": "hours"},
      {"type": "boolean", "name": "yes"}, {"type": "rating", "name": "rate"},
      {"type": "checkbox", "name": "many", "choices": ["x", "y"]}, {"type": "comment", "name": "said"},
      {"type": "matrix", "name": "grid", "columns": ["col1", "col2"], "rows": ["r1", "r2"]}]},
      {"elements": [{"type": "boolean", "name": "last", "visibleIf": "%s"}]}]}
    """
        .formatted(expression.replace("\"", "\\\""));
  }

  private static List<String> unlike(SurveyJsImport.Outcome outcome, String... known) {
    return outcome.problems().stream()
        .map(SurveyJsImport.Problem::message)
        .filter(message -> Stream.of(known).noneMatch(message::contains))
        .filter(message -> !message.contains("not numbers one apart"))
        .toList();
  }

  private static Survey one(String element) {
    return read("{\"elements\": [" + element + "]}");
  }

  private static Survey read(String json) {
    return read(imported(json(json), "k", "1"));
  }

  private static SurveyJsImport.Outcome imported(JsonNode json, String key, String edition) {
    return SurveyJsImport.of(json, key, edition);
  }

  private static Survey read(SurveyJsImport.Outcome outcome) {
    var edition =
        outcome
            .text()
            .lines()
            .filter(l -> l.startsWith("edition:"))
            .findFirst()
            .orElseThrow()
            .replaceAll("edition: \"?|\"", "");
    var key =
        outcome
            .text()
            .lines()
            .filter(l -> l.startsWith("key:"))
            .findFirst()
            .orElseThrow()
            .substring(5);
    var read = SurveyFile.read(key + "-" + edition + ".yaml", outcome.text());
    assertEquals(List.of(), read.faults(), outcome.text());
    return read.survey();
  }

  private static JsonNode json(Object value) {
    try {
      return value instanceof String text
          ? Json.MAPPER.readTree(text)
          : Json.MAPPER.readTree(Json.write(value));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
