package plimsoll.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LintTest {
  @Test
  void twoIdeasInOneItemAreFound() {
    assertEquals(
        List.of("asks two things: make two items of it"),
        findings("How often do you build and deploy?"));
    assertEquals(
        List.of("asks two things: make two items of it"),
        findings("How often do you build/deploy?"));
  }

  @Test
  void negationIsFound() {
    assertEquals(
        List.of("negates: state the opposite instead"), findings("How often can't you deploy?"));
    assertEquals(
        List.of("negates: state the opposite instead"),
        findings("How often do you deploy without help?"));
  }

  @Test
  void wordsThatOnlyHoldOtherWordsAreNotFound() {
    assertEquals(List.of(), findings("How often do standards hand orders to another node?"));
  }

  @Test
  void aLoadedWordIsFound() {
    assertEquals(
        List.of("judges: use a plain word"), findings("How painful was your last release?"));
  }

  @Test
  void anItemOfMoreThanTwentyWordsIsFound() {
    assertEquals(
        List.of("has more than 20 words: shorten it"), findings("word ".repeat(21).trim()));
    assertEquals(List.of(), findings("word ".repeat(20).trim()));
  }

  @Test
  void aQuarterIsAskedAboutWhenItIsFourWeeksOld() {
    assertEquals(LocalDate.of(2026, 10, 1), Window.QUARTER.start(LocalDate.of(2026, 11, 23)));
    assertEquals(LocalDate.of(2026, 7, 1), Window.QUARTER.start(LocalDate.of(2026, 10, 5)));
    assertEquals(LocalDate.of(2026, 12, 1), Window.MONTH.start(LocalDate.of(2027, 1, 10)));
  }

  private static List<String> findings(String wording) {
    var question = new Question.YesNo("A", Text.english(wording));
    var text = Text.english("x");
    var block = new Block("b", text, text, List.of(), null, List.of(question));
    var survey = new Survey("s", "1", text, text, 1, Window.MONTH, List.of(block), Set.of());
    return Lint.of(survey).stream().map(Lint.Finding::message).toList();
  }
}
