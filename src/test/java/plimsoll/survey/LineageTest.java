package plimsoll.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LineageTest {
  private static final Text NEVER = Text.english("Never");
  private static final Scale SCALE =
      new Scale(
          "F", List.of(new Scale.Point(1, NEVER), new Scale.Point(2, Text.english("Always"))));
  private static final Question FIRST = rating("D1a", "How often?", SCALE);

  @Test
  void theSameWordsMayBeAskedAgain() {
    assertEquals(List.of(), faults(edition("1", FIRST), edition("2", FIRST)));
  }

  @Test
  void aFirstEditionMaySayAnything() {
    assertEquals(List.of(), Lineage.faults(edition("1", Map.of("D1a", "old"), FIRST), List.of()));
  }

  @Test
  void newWordsUnderTheSameIdAreAFaultThatNamesTheMend() {
    assertEquals(
        List.of(
            new Lineage.Fault(
                "D1a",
                "reads otherwise than in s-1: new words are a new item; give it a new id and"
                    + " replaces: D1a")),
        faults(edition("1", FIRST), edition("2", rating("D1a", "How seldom?", SCALE))));
  }

  @Test
  void anItemThatWasLeftOutForAnEditionMayNotComeBackInOtherWords() {
    var changed = edition("3", rating("D1a", "How seldom?", SCALE));
    var between = edition("2", rating("D1b", "How late?", SCALE));
    assertEquals(1, Lineage.faults(changed, List.of(between, edition("1", FIRST))).size());
  }

  @Test
  void anotherScaleDirectionOrKindIsAFault() {
    var longer =
        new Scale(
            "F", List.of(SCALE.points().get(0), SCALE.points().get(1), new Scale.Point(3, NEVER)));
    var renamed =
        new Scale("F", List.of(new Scale.Point(1, Text.english("Nie")), SCALE.points().get(1)));
    var turned =
        new Question.Rating("D1a", FIRST.wording(), SCALE, Question.Direction.LESS_NEED, "D1");
    for (Question changed :
        List.of(
            rating("D1a", "How often?", longer),
            rating("D1a", "How often?", renamed),
            turned,
            new Question.YesNo("D1a", FIRST.wording()))) {
      assertEquals(1, faults(edition("1", FIRST), edition("2", changed)).size(), "" + changed);
    }
  }

  @Test
  void anotherOptionIsAFault() {
    var two = List.of(new Option("a", NEVER), new Option("b", NEVER));
    var three = List.of(two.get(0), two.get(1), new Option("c", NEVER));
    assertEquals(
        1,
        faults(
                edition("1", new Question.OneOf("O", NEVER, two)),
                edition("2", new Question.OneOf("O", NEVER, three)))
            .size());
  }

  @Test
  void aTranslationMayBeAddedAndNotBeChanged() {
    var german = question(Map.of("en", "How often?", "de", "Wie oft?"));
    var other = question(Map.of("en", "How often?", "de", "Wie häufig?"));
    assertEquals(List.of(), faults(edition("1", FIRST), edition("2", german)));
    assertEquals(1, faults(edition("1", german), edition("2", other)).size());
  }

  @Test
  void whatIsReplacedWasAskedBeforeAndIsNotAskedAnyMore() {
    var next = rating("D1c", "How seldom?", SCALE);
    assertEquals(List.of(), faults(edition("1", FIRST), edition("2", Map.of("D1c", "D1a"), next)));
    assertEquals(
        List.of(new Lineage.Fault("D1c", "replaces D9, which no earlier edition asks")),
        faults(edition("1", FIRST), edition("2", Map.of("D1c", "D9"), next)));
    assertEquals(
        List.of(
            new Lineage.Fault("D1c", "replaces D1a, which is still asked; drop one of the two")),
        faults(edition("1", FIRST), edition("2", Map.of("D1c", "D1a"), FIRST, next)));
  }

  @Test
  void theRowsOfAMatrixAndItsOwnWordsAreHeldToo() {
    assertEquals(
        List.of("M", "D1a"),
        faults(
                edition("1", matrix("Think of", FIRST)),
                edition("2", matrix("Think about", rating("D1a", "How seldom?", SCALE))))
            .stream()
            .map(Lineage.Fault::item)
            .toList());
  }

  private static List<Lineage.Fault> faults(Survey earlier, Survey next) {
    return Lineage.faults(next, List.of(earlier));
  }

  private static Question rating(String id, String wording, Scale scale) {
    return new Question.Rating(
        id, Text.english(wording), scale, Question.Direction.MORE_NEED, "D1");
  }

  private static Question question(Map<String, String> wording) {
    return new Question.Rating("D1a", new Text(wording), SCALE, Question.Direction.MORE_NEED, "D1");
  }

  private static Question matrix(String wording, Question row) {
    return new Question.Matrix(
        "M",
        Text.english(wording),
        List.of((Question.Rating) row, (Question.Rating) rating("M2", "How far?", SCALE)));
  }

  private static Survey edition(String edition, Question... questions) {
    return edition(edition, Map.of(), questions);
  }

  private static Survey edition(
      String edition, Map<String, String> replaces, Question... questions) {
    var block = new Block("b", NEVER, NEVER, List.of(), null, List.of(questions));
    return new Survey(
        "s", edition, NEVER, NEVER, 1, Window.MONTH, List.of(block), Set.of(), replaces);
  }
}
