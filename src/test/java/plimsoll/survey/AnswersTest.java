package plimsoll.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AnswersTest {
  private static final Scale F5 =
      new Scale(
          "F5",
          IntStream.rangeClosed(1, 5)
              .mapToObj(i -> new Scale.Point(i, Text.english("" + i)))
              .toList());

  private static final Survey SURVEY =
      survey(
          block("work", null, pair("A"), pair("B"), pair("C"), pair("D"), pair("E"), pair("F")),
          block("use", null, List.of(new Question.YesNo("U", Text.english("Used?")))),
          block(
              "platform",
              new Condition.Among("U", Set.of(true)),
              List.of(
                  rating("K", Question.Direction.MORE_NEED, "K"),
                  new Question.OpenText("T", Text.english("Why?"), Text.english(""), 10))));

  @Test
  void whatWasAnsweredIsRead() {
    var answers = Answers.of(SURVEY, Map.of("Aa", 3, "Ab", "no-basis", "U", true, "T", "<b>"));
    assertEquals(List.of(), answers.faults());
    assertEquals(new Sheet(Map.of("Aa", 3, "U", 1), Set.of("Ab")), answers.sheet(false));
    assertEquals(Map.of("T", "<b>"), answers.words());
  }

  @Test
  void blankIsNotNoBasis() {
    var sent = new HashMap<String, Object>();
    sent.put("Aa", null);
    sent.put("Ab", "");
    assertEquals(Map.of(), Answers.of(SURVEY, sent).given());
  }

  @Test
  void everyWrongAnswerIsNamedWithItsItem() {
    var sent = Map.of("Aa", 6, "Ab", "4", "Ba", 0, "Bb", true, "U", 1, "Z", 3);
    assertEquals(
        List.of("Aa", "Ab", "Ba", "Bb", "U", "Z"),
        Answers.of(SURVEY, sent).faults().stream().map(Answers.Fault::item).toList());
    assertEquals(
        "must be a whole number from 1 to 5, or \"no-basis\" or \"prefer-not-to-say\"",
        Answers.of(SURVEY, sent).faults().get(0).message());
  }

  @Test
  void textThatIsTooLongIsRefused() {
    assertEquals(1, Answers.of(SURVEY, Map.of("U", true, "T", "01234567890")).faults().size());
  }

  @Test
  void anAnswerToWhatWasNotAskedIsRefused() {
    assertEquals(
        List.of(new Answers.Fault("K", "was not asked, after the answers before it")),
        Answers.of(SURVEY, Map.of("U", false, "K", 2)).faults());
    assertEquals(1, Answers.of(SURVEY, Map.of("K", 2)).faults().size());
  }

  @Test
  void whoeverChangesHerMindLosesOnlyWhatIsNotAskedAnyMore() {
    assertEquals(
        Map.of("U", false, "Aa", 2),
        SURVEY.onlyAsked(Map.of("U", false, "K", 2, "T", "x", "Aa", 2)));
  }

  @Test
  void aConditionMustFollowItsQuestion() {
    var early = block("early", new Condition.Among("U", Set.of(true)), pair("A"));
    assertThrows(IllegalArgumentException.class, () -> survey(early));
  }

  @Test
  void anIdIsUsedOnce() {
    assertThrows(
        IllegalArgumentException.class,
        () -> survey(block("one", null, pair("A")), block("two", null, pair("A"))));
  }

  @Test
  void theSameEverywhereOverBothDirectionsIsCareless() {
    var carelessness = carelessness(all(item -> 4));
    assertTrue(carelessness.longString());
    assertFalse(carelessness.noVariation(), "12 items are too few to say");
    assertFalse(carelessness.pairsClash(), "4 and 2 turned round lie 2 apart");
    assertFalse(carelessness.careless(), "one sign is not enough");
  }

  @Test
  void alwaysTheHighestPointIsCarelessOnTwoSigns() {
    var carelessness = carelessness(all(item -> 5));
    assertTrue(carelessness.longString());
    assertTrue(carelessness.pairsClash(), "5 and 1 turned round lie 4 apart");
    assertTrue(carelessness.careless());
  }

  @Test
  void aConsistentPersonIsNotCareless() {
    assertEquals(
        new Carelessness(false, false, false),
        carelessness(all(item -> item.endsWith("a") ? 5 : 1)));
  }

  @Property
  void shufflingKeepsEveryQuestionAndTheSameSeedTheSameOrder(@ForAll long seed) {
    Block block = SURVEY.blocks().get(0);
    var shuffled = block.arranged(seed, 0).questions();
    assertEquals(Set.copyOf(block.questions()), Set.copyOf(shuffled));
    assertEquals(block.questions().size(), shuffled.size());
    assertEquals(shuffled, block.arranged(seed, 0).questions());
  }

  @Test
  void anotherPersonSeesAnotherOrder() {
    Block block = SURVEY.blocks().get(0);
    assertNotEquals(block.arranged(1, 0).questions(), block.arranged(2, 0).questions());
  }

  @Property
  void needGoesFromNothingToAHundredInEitherDirection(@ForAll boolean reversed) {
    var item = new Keying.Keyed("A", reversed, 1, 5);
    assertEquals(reversed ? 100 : 0, item.need(1));
    assertEquals(50, item.need(3));
    assertEquals(reversed ? 0 : 100, item.need(5));
  }

  private static Carelessness carelessness(Map<String, Integer> points) {
    var shown = SURVEY.arranged(7, 0).questions();
    return Carelessness.of(shown, SURVEY.keying(), new Sheet(points, Set.of()));
  }

  private static Map<String, Integer> all(java.util.function.ToIntFunction<String> answer) {
    Map<String, Integer> points = new HashMap<>();
    SURVEY.blocks().get(0).questions().stream()
        .map(Question::id)
        .forEach(item -> points.put(item, answer.applyAsInt(item)));
    return points;
  }

  private static List<Question> pair(String construct) {
    return List.of(
        rating(construct + "a", Question.Direction.MORE_NEED, construct),
        rating(construct + "b", Question.Direction.LESS_NEED, construct));
  }

  private static Question rating(String id, Question.Direction direction, String construct) {
    return new Question.Rating(id, Text.english("How often?"), F5, direction, construct);
  }

  @SafeVarargs
  private static Block block(String key, Condition when, List<? extends Question>... questions) {
    List<Question> all = new ArrayList<>();
    List.of(questions).forEach(all::addAll);
    return new Block(key, Text.english(key), Text.english(""), List.of(), when, all);
  }

  private static Survey survey(Block... blocks) {
    return new Survey(
        "s",
        "1",
        Text.english("S"),
        Text.english("Why"),
        5,
        Window.QUARTER,
        List.of(blocks),
        Set.of());
  }
}
