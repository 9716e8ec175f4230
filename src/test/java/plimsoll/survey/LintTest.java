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

  @Test
  void whatHoldsAndOrOrAndIsOneIdeaIsNotFound() {
    for (var wording :
        List.of(
            "How often does work move between development and operations?",
            "How often do two or more teams change one service?",
            "How often does a CI/CD run fail?")) {
      assertEquals(List.of(), findings(wording), wording);
    }
  }

  @Test
  void twoNegationsAreOneFindingOfTheirOwn() {
    assertEquals(
        List.of("negates twice: nobody is sure what yes means; say it plainly"),
        findings("Is it not impossible to deploy?"));
    assertEquals(
        List.of("negates twice: nobody is sure what yes means; say it plainly"),
        findings("Do you never deploy without help?"));
  }

  @Test
  void leadingWordsMotivesHypothesesAndExtremesAreFound() {
    assertEquals(
        List.of("leads to an answer: ask it openly"), findings("Don't you deploy more often now?"));
    assertEquals(
        List.of("asks for feelings or motives: ask what happened"), findings("Why do you deploy?"));
    assertEquals(
        List.of("asks what might be: ask what happened"),
        findings("Would you deploy more often with a template?"));
    assertEquals(
        List.of("says more than anybody can: leave the extreme to the answers"),
        findings("Does your team always deploy by itself?"));
  }

  @Test
  void shorthandThatNothingExplainsIsFound() {
    assertEquals(List.of("says DDR and nothing explains it"), findings("Did you use the DDR?"));
    assertEquals(List.of(), findings("Did you open a PR?"));
  }

  @Test
  void aScaleThatAnswersSomethingElseIsFound() {
    assertEquals(
        List.of("asks how often, and its scale doesn’t say how often"),
        of(rating("A", "How often do you deploy?", "Slightly", "Extremely", null, true)));
    assertEquals(
        List.of("is a question, and its scale agrees with a statement: ask for the thing itself"),
        of(rating("A", "How fast is a build?", "Disagree", "Agree", null, true)));
    assertEquals(
        List.of(), of(rating("A", "How often do you deploy?", "Never", "Always", null, true)));
  }

  @Test
  void agreementWithoutAnItemTurnedRoundIsFound() {
    assertEquals(
        1,
        of(
                rating("A", "My team deploys by itself.", "Disagree", "Agree", "C", true),
                rating("B", "My team chooses its tools.", "Disagree", "Agree", "C", true))
            .size());
    assertEquals(
        List.of(),
        of(
            rating("A", "My team deploys by itself.", "Disagree", "Agree", "C", true),
            rating("B", "My team waits for others.", "Disagree", "Agree", "C", false)));
    assertEquals(
        List.of(),
        of(
            rating("A", "How often do you wait?", "Never", "Always", "C", true),
            rating("B", "How often do you ask?", "Never", "Always", "C", true)));
  }

  @Test
  void choicesThatOverlapRepeatOrLeaveSomebodyOutAreFound() {
    assertEquals(
        List.of("has choices that overlap at 5: who is there has two"),
        of(oneOf("1-5 people", "5-10 people", "11-20 people")));
    assertEquals(List.of(), of(oneOf("1-4", "5-10", "11-20", "21-99")));
    assertEquals(List.of("offers “Go” twice"), of(oneOf("Go", "Java", "Go")));
    assertEquals(
        List.of("offers nothing for whom none of these fits: add “something else” or “none”"),
        of(oneOf("Go", "Java", "C", "Rust")));
    assertEquals(List.of(), of(oneOf("Go", "Java", "C", "Another one or none")));
  }

  @Test
  void moreHoursThanAWeekHasAreFound() {
    var number =
        new Question.Quantity(
            "A",
            Text.english("How many?"),
            Text.english("hours a week"),
            java.math.BigDecimal.ZERO,
            java.math.BigDecimal.valueOf(200),
            0);
    assertEquals(List.of("takes more than there is: at most 168"), of(number));
  }

  /** 3 words of intro, 30 texts of 2 words: (1 + 30 × 2) / 3.5 + 30 × 30 = 917.4 s. */
  @Test
  void moreMinutesThanAreSaidAreFound() {
    var texts =
        java.util.stream.IntStream.range(0, 30)
            .<Question>mapToObj(
                i ->
                    new Question.OpenText(
                        "T" + i, Text.english("Say something"), Text.english("h"), 100, true))
            .toArray(Question[]::new);
    assertEquals(917.43, Lint.seconds(survey(texts)), 0.01);
    assertEquals(
        List.of("says 1 minutes and takes 15.3 by the estimate: say so, or ask less"), of(texts));
  }

  private static Question rating(
      String id, String wording, String low, String high, String construct, boolean more) {
    var points =
        List.of(new Scale.Point(1, Text.english(low)), new Scale.Point(2, Text.english(high)));
    return new Question.Rating(
        id,
        Text.english(wording),
        new Scale("S", points),
        more ? Question.Direction.MORE_NEED : Question.Direction.LESS_NEED,
        construct);
  }

  private static Question oneOf(String... labels) {
    var options = new java.util.ArrayList<Option>();
    for (var label : labels) options.add(new Option("o" + options.size(), Text.english(label)));
    return new Question.OneOf("A", Text.english("Which one?"), options);
  }

  private static List<String> of(Question... questions) {
    return Lint.of(survey(questions)).stream().map(Lint.Finding::message).toList();
  }

  private static Survey survey(Question... questions) {
    var text = Text.english("x");
    var block = new Block("b", text, text, List.of(), null, List.of(questions));
    return new Survey("s", "1", text, text, 1, Window.MONTH, List.of(block), Set.of());
  }

  private static List<String> findings(String wording) {
    var question = new Question.YesNo("A", Text.english(wording));
    var text = Text.english("x");
    var block = new Block("b", text, text, List.of(), null, List.of(question));
    var survey = new Survey("s", "1", text, text, 1, Window.MONTH, List.of(block), Set.of());
    return Lint.of(survey).stream().map(Lint.Finding::message).toList();
  }
}
