package plimsoll.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BankPropertiesTest {
  private static final Text TEXT = Text.english("Yes?");

  /** Planned missingness is balanced when every item is asked floor(n·ask/m) or one more times. */
  @Property
  void anyPeopleInARowAreAskedEverythingEquallyOften(
      @ForAll @IntRange(min = 2, max = 20) int items,
      @ForAll @IntRange(min = 1, max = 19) int wanted,
      @ForAll @IntRange(min = 1, max = 60) int people) {
    int ask = Math.min(wanted, items - 1);
    var bank = bank(items);
    Map<String, Integer> asked = new HashMap<>();
    for (int place = 0; place < people; place++) {
      var part = Bank.part(bank, ask, place);
      assertEquals(ask, part.stream().distinct().count());
      part.forEach(question -> asked.merge(question.id(), 1, Integer::sum));
    }
    int least = people * ask / items;
    for (Question question : bank) {
      int times = asked.getOrDefault(question.id(), 0);
      assertTrue(times == least || times == least + 1, question.id() + " " + times);
    }
  }

  @Test
  void anyTwoItemsComeTogetherSoonerOrLater() {
    var bank = bank(12);
    var pairs = new HashSet<List<String>>();
    for (int place = 0; place < 200; place++) {
      var ids = Bank.part(bank, 4, place).stream().map(Question::id).toList();
      for (String one : ids) for (String other : ids) pairs.add(List.of(one, other));
    }
    assertEquals(144, pairs.size());
  }

  @Test
  void itemsOfOneConstructAreAskedTogetherOrNotAtAll() {
    var scale =
        new Scale(
            "F", IntStream.rangeClosed(1, 5).mapToObj(i -> new Scale.Point(i, TEXT)).toList());
    List<Question> bank =
        List.of("A1", "B1", "A2", "B2", "C1").stream()
            .<Question>map(
                id ->
                    new Question.Rating(
                        id, TEXT, scale, Question.Direction.MORE_NEED, id.substring(0, 1)))
            .toList();
    for (int place = 0; place < 30; place++) {
      var ids = Bank.part(bank, 1, place).stream().map(Question::id).toList();
      assertTrue(
          List.of(List.of("A1", "A2"), List.of("B1", "B2"), List.of("C1")).contains(ids),
          ids.toString());
    }
  }

  @Test
  void whatIsNoPartOfOnesOwnIsNoItem() {
    var block = new Block("b", TEXT, TEXT, List.of(), null, false, 2, Map.of(), bank(4));
    var survey =
        new Survey("s", "1", TEXT, TEXT, 5, Window.QUARTER, List.of(block), java.util.Set.of());
    assertTrue(survey.split());
    var mine = survey.arranged(5, 0);
    assertEquals(2, mine.questions().size());
    var other =
        survey.questions().stream()
            .filter(question -> mine.question(question.id()).isEmpty())
            .findFirst()
            .orElseThrow();
    assertEquals(1, Answers.of(mine, Map.of(other.id(), true)).faults().size());
    assertThrows(
        IllegalArgumentException.class,
        () -> new Block("b", TEXT, TEXT, List.of(), null, false, 4, Map.of(), bank(4)));
  }

  private static List<Question> bank(int items) {
    return IntStream.range(0, items)
        .<Question>mapToObj(i -> new Question.YesNo("Y" + i, TEXT))
        .toList();
  }
}
