package plimsoll.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plimsoll.json.Json;

class InputsTest {

  @Test
  void theSameInputsGiveTheSameDigestHoweverAnswersAreOrdered() {
    assertEquals(inputs("yes", "no").digest(), inputs("no", "yes").digest());
    assertEquals(List.of(), inputs("yes", "no").unlike(inputs("no", "yes")));
  }

  @Test
  void answersThatAreGoneAreNamed() {
    assertNotEquals(inputs("yes").digest(), inputs().digest());
    assertEquals(List.of("the answers"), inputs().unlike(inputs("yes")));
  }

  @Test
  void theyComeBackFromWhereTheyAreKeptAsTheyWere() {
    var kept = Json.read(Json.write(inputs("yes")), Inputs.class);
    assertEquals(inputs("yes").digest(), kept.digest());
  }

  /** Late events change nothing, for the figures of the first reading are taken. */
  @Test
  void whatRecordsSaidIsTakenFromTheFirstReading() {
    var first =
        inputs("yes")
            .with(Inputs.EVENTS, d -> d.add("an event"))
            .with(Inputs.PATTERNS, d -> d.add("one"));
    assertEquals(first.digest(), inputs("yes").withRecordsOf(first).digest());
  }

  private static Inputs inputs(String... answers) {
    return Inputs.none()
        .with("the survey", d -> d.add("quarterly"))
        .with(Inputs.ANSWERS, d -> d.addUnordered(Map.of("a", List.of(answers))));
  }
}
