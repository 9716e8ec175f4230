package plimsoll.questionnaire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plimsoll.survey.Keying;
import plimsoll.survey.Lint;
import plimsoll.survey.Question;
import plimsoll.survey.Survey;

class SurveyFileTest {
  private static final String SMALL =
      """
      key: small
      edition: "1"
      title: {en: Small}
      purpose: {en: To see}
      minutes: 1
      window: month
      scales:
        F3:
          1: {en: Never}
          2: {en: Sometimes}
          3: {en: Always}
      blocks:
        - key: one
          title: {en: One}
          intro: {en: Think}
          items:
            - id: A
              kind: rating
              scale: F3
              direction: more-need
              construct: C
              wording: {en: "How often?"}
      """;

  @Test
  void everySurveyOfTheProjectCanBeAskedAndPassesTheLint() throws IOException {
    for (Survey survey : ours()) {
      assertEquals(List.of(), Lint.of(survey), survey.name());
    }
  }

  @Test
  void theQuarterlySurveyHasTheConstructsOfTheMethod() throws IOException {
    Survey quarterly = ours("quarterly-2026.1");
    assertEquals(
        List.of(
            "D1", "D2", "D3", "D4", "P2", "P3", "INT", "EXI", "EXP", "GER", "OVR", "FB", "FLOW",
            "USE", "K3", "K4", "K5", "K6"),
        quarterly.keying().constructs().stream().map(Keying.Construct::key).toList());
    assertEquals(
        List.of("L3", "L4", "L5"),
        quarterly.keying().construct("EXI").orElseThrow().items().stream()
            .map(Keying.Keyed::item)
            .toList());
    assertTrue(!quarterly.keying().construct("OVR").orElseThrow().averaged());
    assertEquals(
        List.of("en", "de", "fr", "es", "pt", "ja", "ar"), List.copyOf(quarterly.languages()));
  }

  /** 9.9 of the method: 343 words and 198.0 s; 101 words and 60.9 s; the longest has 19 words. */
  @Test
  void theQuarterlySurveyTakesTheTimeThatTheMethodWorkedOut() throws IOException {
    Survey quarterly = ours("quarterly-2026.1");
    List<Question> core = blocks(quarterly, "practice", "load");
    assertEquals(25, core.size());
    assertEquals(343, core.stream().mapToInt(Survey::words).sum());
    assertEquals(198.0, Survey.readingSeconds(core), 0.05);
    List<Question> platform =
        blocks(quarterly, "platform").stream()
            .filter(question -> question instanceof Question.Rating)
            .toList();
    assertEquals(8, platform.size());
    // The method counts the ends of K1's scale with it: "Not at all well … Extremely well", 7
    // words.
    assertEquals(101, platform.stream().mapToInt(Survey::words).sum() + 7);
    assertEquals(60.9, Survey.readingSeconds(platform) + 7 / 3.5, 0.05);
    assertTrue(Survey.readingSeconds(core) + Survey.readingSeconds(platform) <= 300);
    assertEquals(19, core.stream().mapToInt(Survey::words).max().orElseThrow());
  }

  @Test
  void aPulseItemIsAConstructOfItsOwn() throws IOException {
    Survey pulse = ours("pulse-2026.1");
    assertEquals(
        List.of("D2a", "P2a", "L3", "L5", "L10", "X2", "K5"),
        pulse.keying().constructs().stream().map(Keying.Construct::key).toList());
  }

  @Test
  void aPulseItemIsWordedAsInTheQuarterlySurvey() throws IOException {
    Survey quarterly = ours("quarterly-2026.1");
    for (Question question : ours("pulse-2026.1").questions()) {
      assertEquals(quarterly.question(question.id()).orElseThrow().wording(), question.wording());
    }
  }

  @Test
  void aSmallFileIsRead() {
    var read = SurveyFile.read("small-1.yaml", SMALL);
    assertEquals(List.of(), read.faults());
    assertEquals("small-1", read.survey().name());
  }

  @Test
  void everyFaultIsToldWithFileLineFieldAndMend() {
    var read =
        SurveyFile.read(
            "small-1.yaml",
            SMALL.replace("scale: F3", "scale: F9").replace("window: month", "window: year"));
    assertNull(read.survey());
    assertEquals(
        List.of(
            "small-1.yaml:6: window: must be one of quarter, month",
            "small-1.yaml:19: blocks[0].items[0].scale: must be one of F3"),
        read.faults());
  }

  @Test
  void aMisspeltFieldIsNamed() {
    assertEquals(
        List.of(
            "small-1.yaml:20: blocks[0].items[0].direktion: is no field here; those are construct,"
                + " direction, id, kind, replaces, scale, when, wording",
            "small-1.yaml:17: blocks[0].items[0]: speaks to a construct, so it needs direction:"
                + " more-need or less-need"),
        faults(SMALL.replace("direction: more-need", "direktion: more-need")));
  }

  @Test
  void aFieldGivenTwiceIsNamed() {
    assertEquals(
        List.of("small-1.yaml:4: title: stands here twice; keep one"),
        faults(SMALL.replace("purpose: {en: To see}", "title: {en: Again}")));
  }

  @Test
  void wordsWithoutEnglishAreNamed() {
    assertEquals(
        List.of("small-1.yaml:3: title: needs the words in English: {en: …}"),
        faults(SMALL.replace("title: {en: Small}", "title: {de: Klein}")));
  }

  @Test
  void aScaleWithAGapIsNamed() {
    assertTrue(
        faults(SMALL.replace("    3: {en: Always}", "    5: {en: Always}"))
            .get(0)
            .startsWith("small-1.yaml:9: scales.F3: is wrong: the points of a scale go up"));
  }

  @Test
  void aFileOfAnotherNameIsNamed() {
    assertEquals(
        List.of("small-2.yaml:1: key and edition make the name small-1.yaml"),
        SurveyFile.read("small-2.yaml", SMALL).faults());
  }

  @Test
  void whatIsNoYamlIsNamedWithItsLine() {
    var faults = faults("key: small\nedition: [1\ntitle: x\n");
    assertEquals(1, faults.size());
    assertTrue(faults.get(0).matches("small-1.yaml:[34]: is not YAML: .+"), faults.get(0));
  }

  @Test
  void anEmptyFileIsNamed() {
    assertNotNull(faults("").get(0));
    assertNotNull(faults("- a\n- b\n").get(0));
  }

  @Test
  void whatWouldGrowWhileItIsReadIsNamedAndNotFollowed() {
    String bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n";
    assertEquals(
        List.of("small-1.yaml:2: b[0]: points elsewhere by *; write it out"), faults(bomb));
    assertTrue(faults("a: {<<: *a}\n").get(0).contains("points elsewhere"));
    assertTrue(faults("[".repeat(100_000)).get(0).startsWith("small-1.yaml:1: is not YAML"));
    assertTrue(faults("- ".repeat(50_000) + "x").get(0).startsWith("small-1.yaml:1: "));
  }

  @Test
  void whatYamlDoesNotKnowIsNamedWithItsLine() {
    assertTrue(faults("key: small\n\ttitle: {en: x}\n").get(0).contains(":2: is not YAML: "));
    assertEquals(
        List.of("small-1.yaml:2: holds the sign U+0001; delete it"),
        faults("key: small\nedition: \u0001\n"));
    assertTrue(faults("key: !!java.net.URL [x]\n").contains("small-1.yaml:1: key: must be words"));
    assertEquals(
        List.of(
            "small-1.yaml:"
                + (SMALL.lines().count() + 2)
                + ": begins a second document; keep one in a file"),
        faults(SMALL + "---\nkey: more\n"));
    assertEquals(1, faults("x".repeat((1 << 20) + 1)).size());
  }

  @Test
  void aConditionOnWhatIsNotSurelyAskedBeforeIsNamed() {
    assertEquals(
        List.of(
            "small-1.yaml:16: blocks[0].when.item: is wrong: A is no closed item of an earlier"
                + " block"),
        faults(
            SMALL.replace(
                "    intro: {en: Think}\n",
                "    intro: {en: Think}\n    when: {item: A, is: true}\n")));
  }

  private static List<String> faults(String text) {
    return SurveyFile.read("small-1.yaml", text).faults();
  }

  private static List<Question> blocks(Survey survey, String... keys) {
    return survey.blocks().stream()
        .filter(block -> Set.of(keys).contains(block.key()))
        .flatMap(block -> block.questions().stream())
        .toList();
  }

  static Survey ours(String name) throws IOException {
    return ours().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<Survey> ours() throws IOException {
    try (var files = Files.list(Path.of("surveys"))) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(SurveyFileTest::survey)
          .toList();
    }
  }

  private static Survey survey(Path file) {
    try {
      var read = SurveyFile.read(file.getFileName().toString(), Files.readString(file));
      assertEquals(List.of(), read.faults());
      return read.survey();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
