package plimsoll.questionnaire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plimsoll.survey.Condition;
import plimsoll.survey.Question;
import plimsoll.survey.Survey;

/** What the published schema takes, the file's reader takes, and the other way round. */
class SurveySchemaTest {
  private static final Path EVERYTHING = Path.of("src/test/resources/surveys/everything-1.yaml");
  private static final JsonSchema SCHEMA = schema();

  @Test
  void everyKindIsReadAndFitsTheSchema() throws IOException {
    String text = Files.readString(EVERYTHING);
    var read = SurveyFile.read("everything-1.yaml", text);
    assertEquals(List.of(), read.faults());
    assertEquals(Set.of(), against(text));
    Survey survey = read.survey();
    assertEquals(
        List.of("R", "L", "Y", "O", "S", "N", "M1", "M2", "K", "B1", "B2", "T1", "T2"),
        survey.questions().stream().map(Question::id).toList());
    assertEquals(Set.of("en", "de"), survey.languages());
    assertEquals("R0", survey.replaces().get("R"));
    assertEquals(2, survey.blocks().get(3).ask());
    var scale = ((Question.Rating) survey.question("R").orElseThrow()).scale();
    assertEquals("7 – Ganz", scale.points().get(6).label().in("de"));
    assertEquals("4", scale.points().get(3).label().in("de"));
    assertTrue(survey.blocks().get(1).when() instanceof Condition.Among);
  }

  @Test
  void ourSurveysFitTheSchema() throws IOException {
    try (var files = Files.list(Path.of("surveys"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".yaml")).toList()) {
        assertEquals(Set.of(), against(Files.readString(file)), file.toString());
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind: slider, | kind: slidr,",
        "low: {en: none, de: nichts}, | ''",
        "minutes: 6 | minutes: 61",
        "window: month | window: year",
        "edition: \"1\" | edition: \"one\"",
        "most: 2 | most: 0",
        "decimals: 1 | decimals: 4",
        "order: random | order: any",
        "key: bank | key: send",
        "key: bank | key: shown",
        "ask: 2 | ask: 0",
        "longest: 900 | longest: 9000",
        "longest: 80 | longest: 501",
        "direction: less-need, construct: C | construct: C",
        "{en: First, de: Zuerst} | {de: Zuerst}",
        "{en: First, de: Zuerst} | {en: First, Deutsch: Zuerst}",
        "{item: S, is: a} | {item: S}",
        "{item: S, is: a} | {item: S, are: a}",
        "b: {en: Two, de: Zwei}, c: | no-basis: {en: Two, de: Zwei}, c:",
        "to: 7, | ''",
        "scale: S7, | ''",
        "id: T1 | id: T 1",
        "apart: [C] | separate: [C]",
        "options: {a: {en: One, de: Eins}, b: {en: Two, de: Zwei}} | options: {a: {en: One, de: Eins}}",
      })
  void bothRefuse(String right, String wrong) throws IOException {
    String text = Files.readString(EVERYTHING);
    assertTrue(text.contains(right), right);
    String broken = text.replaceFirst(java.util.regex.Pattern.quote(right), wrong);
    var faults = SurveyFile.read("everything-1.yaml", broken).faults();
    assertFalse(faults.isEmpty(), "the reader takes " + wrong);
    assertTrue(faults.get(0).startsWith("everything-1.yaml:"), faults.get(0));
    assertFalse(against(broken).isEmpty(), "the schema takes " + wrong);
  }

  /** These take more than a schema can say. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id: T2 | id: T1 | is used twice",
        "{item: S, is: a} | {item: S, is: z} | asks for an answer that S can't have",
        "{item: S, is: a} | {item: T1, is: a} | T1 is no closed item of an earlier block",
        "{item: N, at-least: 10 | {item: O, at-least: 10 | that is answered with a number",
        "ask: 2 | ask: 4 | ask must be 1 or more, and fewer",
        "low: {en: none, de: nichts} | low: {en: none} | lacks de, which the title has",
        "lowest: 0 | lowest: 40 | lowest must be less than highest",
        "scale: F4 | scale: F9 | must be one of S7, F4",
        "replaces: R0 | replaces: R | which is another",
        "key: moved-too | key: moved | the key of a block is used twice",
        "when: {item: O, in: [small, '3']} | when: {item: K, is: a} | K is no closed item of an earlier block",
      })
  void theReaderNamesWhatTheSchemaCannot(String right, String wrong, String mend)
      throws IOException {
    String text = Files.readString(EVERYTHING).replace("\"3\"]", "'3']");
    assertTrue(text.contains(right), right);
    var faults = SurveyFile.read("everything-1.yaml", text.replace(right, wrong)).faults();
    assertTrue(faults.stream().anyMatch(fault -> fault.contains(mend)), faults.toString());
  }

  private static Set<ValidationMessage> against(String yaml) throws IOException {
    return SCHEMA.validate(new YAMLMapper().readTree(yaml));
  }

  private static JsonSchema schema() {
    try {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(Files.readString(Path.of("surveys/survey.schema.json")));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
