package plimsoll.questionnaire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the reader can't tell: that a translation names and ends as the English does. */
class TranslationsTest {
  private static final Pattern NAME = Pattern.compile("\\{[a-z]+}");

  @ParameterizedTest
  @MethodSource("texts")
  void everyTranslationHasTheNamesOfTheEnglish(JsonNode text) {
    text.fields()
        .forEachRemaining(
            one -> assertEquals(names(text.path("en")), names(one.getValue()), one.toString()));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void whatAsksInEnglishAsksInEveryLanguage(JsonNode text) {
    text.fields()
        .forEachRemaining(
            one -> assertEquals(asks(text.path("en")), asks(one.getValue()), one.toString()));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void arabicUsesItsOwnSigns(JsonNode text) {
    assertTrue(!text.path("ar").asText().matches(".*[,;?].*"), text.path("ar").asText());
  }

  private static List<String> names(JsonNode words) {
    return NAME.matcher(words.asText()).results().map(MatchResult::group).sorted().toList();
  }

  private static boolean asks(JsonNode words) {
    return words.asText().matches(".*([?؟]|か。)");
  }

  private static Stream<JsonNode> texts() throws IOException {
    try (var files = Files.list(Path.of("surveys"))) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .flatMap(file -> texts(read(file)))
          .toList()
          .stream();
    }
  }

  private static Stream<JsonNode> texts(JsonNode node) {
    Stream<JsonNode> here = node.path("en").isTextual() ? Stream.of(node) : Stream.empty();
    return Stream.concat(
        here, StreamSupport.stream(node.spliterator(), false).flatMap(TranslationsTest::texts));
  }

  private static JsonNode read(Path file) {
    try {
      return new YAMLMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
