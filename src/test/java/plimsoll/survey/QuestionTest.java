package plimsoll.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuestionTest {
  private static final Text TEXT = Text.english("Which?");
  private static final List<Option> OPTIONS =
      List.of(new Option("a", TEXT), new Option("b", TEXT), new Option("c", TEXT));
  private static final Question.OneOf ONE = new Question.OneOf("O", TEXT, OPTIONS);
  private static final Question.SeveralOf TWO = new Question.SeveralOf("S", TEXT, OPTIONS, 2);
  private static final Question.Ranking RANKS = new Question.Ranking("R", TEXT, OPTIONS, 3);
  private static final Question.Quantity HOURS =
      new Question.Quantity("Q", TEXT, TEXT, BigDecimal.ZERO, BigDecimal.TEN, 1);

  @Test
  void aChoiceOfOneIsOneOfItsOptions() {
    assertEquals(Optional.of(new Answer.Picked("b")), ONE.read("b"));
    for (Object wrong : List.of("d", "B", 1, true, List.of("b"))) refuse(ONE, wrong);
  }

  @Test
  void severalAreKeptInTheOrderOfTheQuestion() {
    assertEquals(Optional.of(new Answer.Several(List.of("a", "c"))), TWO.read(List.of("c", "a")));
    refuse(TWO, List.of());
    refuse(TWO, List.of("a", "a"));
    refuse(TWO, List.of("a", "b", "c"));
    refuse(TWO, List.of("a", 1));
    refuse(TWO, "a");
  }

  @Test
  void aRankingKeepsItsOrderAndMayLeaveSomeOut() {
    assertEquals(Optional.of(new Answer.Ranked(List.of("c", "a"))), RANKS.read(List.of("c", "a")));
    refuse(RANKS, List.of("c", "c"));
    refuse(RANKS, List.of("c", "d"));
  }

  @Test
  void aNumberKeepsItsDigitsAndItsBounds() {
    assertEquals(Optional.of(new Answer.Quantity(new BigDecimal("2.5"))), HOURS.read(2.5));
    assertEquals(Optional.of(new Answer.Quantity(BigDecimal.TEN)), HOURS.read(10));
    assertEquals(
        Optional.of(new Answer.Quantity(new BigDecimal("2.50"))),
        HOURS.read(new BigDecimal("2.50")),
        "a zero at the end is no digit more");
    for (Object wrong : List.of(-1, 10.1, 2.55, Double.NaN, Double.POSITIVE_INFINITY, "2", true)) {
      refuse(HOURS, wrong);
    }
    refuse(HOURS, new BigDecimal("1e-999999999"));
    refuse(HOURS, new BigDecimal("1e999999999"));
  }

  @Test
  void aSliderTakesWholeNumbersFromNothingToAHundred() {
    var slider = new Question.Slider("L", TEXT, TEXT, TEXT, Question.Direction.MORE_NEED, "C");
    assertTrue(slider.read(0).isPresent());
    assertTrue(slider.read(100).isPresent());
    for (Object wrong : List.of(-1, 101, 50.5, "50")) refuse(slider, wrong);
    var survey = survey(new Block("b", TEXT, TEXT, List.of(), null, List.of(slider)));
    assertEquals(
        new Keying.Keyed("L", false, 0, 100),
        survey.keying().construct("C").orElseThrow().items().get(0));
  }

  @Test
  void aShortTextHasOneLine() {
    var line = new Question.OpenText("T", TEXT, TEXT, 10, false);
    assertTrue(line.read("one").isPresent());
    refuse(line, "one\ntwo");
    refuse(line, "one\rtwo");
    assertTrue(new Question.OpenText("T", TEXT, TEXT, 10).read("one\ntwo").isPresent());
  }

  @Test
  void theRowsOfAMatrixAreItems() {
    var scale = scale("F");
    var rows =
        List.of(
            new Question.Rating("A", TEXT, scale, Question.Direction.MORE_NEED, "C"),
            new Question.Rating("B", TEXT, scale, Question.Direction.LESS_NEED, "C"));
    var matrix = new Question.Matrix("M", TEXT, rows);
    var survey = survey(new Block("b", TEXT, TEXT, List.of(), null, List.of(matrix)));
    assertEquals(List.of("A", "B"), survey.questions().stream().map(Question::id).toList());
    assertEquals(2, survey.keying().construct("C").orElseThrow().items().size());
    assertEquals(List.of(), Answers.of(survey, Map.of("A", 1, "B", 5)).faults());
    assertEquals(
        "is no item of this survey",
        Answers.of(survey, Map.of("M", 1)).faults().get(0).message(),
        "the matrix itself is not answered");
    var other = new Question.Rating("B", TEXT, scale("G"), Question.Direction.NONE, null);
    assertThrows(
        IllegalArgumentException.class,
        () -> new Question.Matrix("M", TEXT, List.of(rows.get(0), other)));
  }

  @Test
  void whoDeclinesIsNotWhoCannotKnow() {
    var survey = survey(new Block("b", TEXT, TEXT, List.of(), null, List.of(ONE, HOURS)));
    var answers = Answers.of(survey, Map.of("O", "no-basis", "Q", "prefer-not-to-say"));
    assertEquals(Map.of("O", new Answer.NoBasis(), "Q", new Answer.Declined()), answers.given());
    assertEquals(new Sheet(Map.of(), Set.of("O")), answers.sheet(false));
  }

  @Test
  void aConditionHoldsForWhatWasAnswered() {
    var small = new Condition.Among("O", Set.of("a", "b"));
    assertTrue(small.holds(Map.of("O", "b")));
    assertFalse(small.holds(Map.of("O", "c")));
    assertFalse(small.holds(Map.of()));
    assertTrue(new Condition.Among("S", Set.of("c")).holds(Map.of("S", List.of("a", "c"))));
    var some = new Condition.Within("Q", new BigDecimal("2"), new BigDecimal("4.5"));
    assertTrue(some.holds(Map.of("Q", 2)));
    assertTrue(some.holds(Map.of("Q", 4.5)));
    assertFalse(some.holds(Map.of("Q", 4.6)));
    assertFalse(some.holds(Map.of("Q", "no-basis")));
    assertFalse(some.holds(Map.of()));
    assertTrue(new Condition.All(List.of(small, some)).holds(Map.of("O", "a", "Q", 3)));
    assertFalse(new Condition.All(List.of(small, some)).holds(Map.of("O", "a")));
    assertTrue(new Condition.Any(List.of(small, some)).holds(Map.of("O", "a")));
    assertTrue(new Condition.Not(small).holds(Map.of()));
    assertFalse(new Condition.Not(small).holds(Map.of("O", "a")));
  }

  @Test
  void anItemIsAskedAfterTheAnswerThatItNeeds() {
    var first = new Block("one", TEXT, TEXT, List.of(), null, List.of(ONE));
    var second =
        new Block(
            "two",
            TEXT,
            TEXT,
            List.of(),
            null,
            false,
            null,
            Map.of("Q", new Condition.Among("O", Set.of("c"))),
            List.of(HOURS, RANKS));
    var survey = survey(first, second);
    assertEquals(List.of(), Answers.of(survey, Map.of("O", "c", "Q", 2)).faults());
    assertEquals(1, Answers.of(survey, Map.of("O", "a", "Q", 2)).faults().size());
    assertEquals(Map.of("O", "a"), survey.onlyAsked(Map.of("O", "a", "Q", 2)));
    assertEquals(List.of(RANKS), second.askedAfter(Map.of("O", "b")));
  }

  @Test
  void aConditionOnSomethingThatMayComeLaterIsRefused() {
    var condition = new Condition.Among("O", Set.of("c"));
    var asks = new Block("one", TEXT, TEXT, List.of(), null, true, null, Map.of(), List.of(ONE));
    var needs =
        new Block("two", TEXT, TEXT, List.of(), condition, true, null, Map.of(), List.of(HOURS));
    assertThrows(IllegalArgumentException.class, () -> survey(asks, needs));
    var fixed = new Block("two", TEXT, TEXT, List.of(), condition, List.of(HOURS));
    survey(asks, fixed);
    var impossible =
        new Block(
            "two", TEXT, TEXT, List.of(), new Condition.Among("O", Set.of("z")), List.of(HOURS));
    assertThrows(IllegalArgumentException.class, () -> survey(asks, impossible));
  }

  @Test
  void movableBlocksChangePlacesAndTheOthersStand() {
    Block[] blocks =
        IntStream.range(0, 5)
            .mapToObj(i -> block("b" + i, i == 1 || i == 2 || i == 3))
            .toArray(Block[]::new);
    var survey = survey(blocks);
    var orders =
        IntStream.range(0, 200)
            .mapToObj(order -> survey.arranged(order, 0).blocks().stream().map(Block::key).toList())
            .toList();
    assertEquals(6, Set.copyOf(orders).size(), "all 3! orders of the three");
    assertTrue(orders.stream().allMatch(o -> o.get(0).equals("b0") && o.get(4).equals("b4")));
  }

  private static Block block(String key, boolean movable) {
    var question = new Question.YesNo("Y" + key, TEXT);
    return new Block(key, TEXT, TEXT, List.of(), null, movable, null, Map.of(), List.of(question));
  }

  private static Scale scale(String key) {
    return new Scale(
        key, IntStream.rangeClosed(1, 5).mapToObj(i -> new Scale.Point(i, TEXT)).toList());
  }

  private static Survey survey(Block... blocks) {
    return new Survey("s", "1", TEXT, TEXT, 5, Window.QUARTER, List.of(blocks), Set.of());
  }

  private static void refuse(Question question, Object wrong) {
    assertEquals(Optional.empty(), question.read(wrong), String.valueOf(wrong));
  }
}
