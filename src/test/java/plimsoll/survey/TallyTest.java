package plimsoll.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final Text TEXT = Text.english("Which?");
  private static final List<Option> OPTIONS =
      List.of(new Option("a", TEXT), new Option("b", TEXT), new Option("c", TEXT));
  private static final Survey SURVEY =
      new Survey(
          "s",
          "1",
          TEXT,
          TEXT,
          1,
          Window.MONTH,
          List.of(
              new Block(
                  "b",
                  TEXT,
                  TEXT,
                  List.of(),
                  null,
                  List.of(
                      new Question.SeveralOf("S", TEXT, OPTIONS, 3),
                      new Question.Ranking("R", TEXT, OPTIONS, 3),
                      new Question.Quantity("Q", TEXT, TEXT, BigDecimal.ZERO, BigDecimal.TEN, 1),
                      new Question.YesNo("Y", TEXT),
                      new Question.OpenText("T", TEXT, TEXT, 10),
                      new Question.Slider(
                          "C", TEXT, TEXT, TEXT, Question.Direction.MORE_NEED, "C")))),
          Set.of());

  @Test
  void eachAnswerIsCountedWhereItBelongs() {
    var tallies =
        Tally.of(
            SURVEY,
            List.of(
                given(Map.of("S", List.of("a", "c"), "R", List.of("b", "a"), "Q", 2.5, "Y", true)),
                given(Map.of("S", List.of("c"), "R", List.of("b"), "Q", 1, "Y", "no-basis")),
                given(Map.of("S", "prefer-not-to-say", "Q", 4, "C", 80, "T", "own")),
                Map.of()));
    assertEquals(
        List.of("S", "R", "Q", "Y"),
        tallies.stream().map(tally -> tally.question().id()).toList(),
        "neither own words nor what is scored");
    var several = tallies.get(0);
    assertEquals(Map.of("a", 1, "b", 0, "c", 2), several.chosen());
    assertEquals(
        List.of(2, 0, 1), List.of(several.answered(), several.noBasis(), several.declined()));
    assertEquals(Map.of("a", 1, "b", 2, "c", 0), tallies.get(1).chosen());
    assertEquals(Map.of("a", 0, "b", 2, "c", 0), tallies.get(1).first());
    assertEquals(List.of(1.0, 2.5, 4.0), tallies.get(2).numbers());
    assertEquals(Map.of("true", 1, "false", 0), tallies.get(3).chosen());
    assertEquals(1, tallies.get(3).noBasis());
  }

  private static Map<String, Answer> given(Map<String, ?> sent) {
    var answers = Answers.of(SURVEY, sent);
    assertEquals(List.of(), answers.faults());
    return answers.given();
  }
}
