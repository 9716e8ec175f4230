package plimsoll.response;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import plimsoll.survey.Carelessness;

class BallotTest {

  /** Each link gives an order of questions of its own, so it must leave no trace. */
  @Test
  void theOrderInWhichSomebodyAnsweredIsNotKept() {
    assertEquals(kept(List.of("A", "B", "C")), kept(List.of("C", "A", "B")));
  }

  private static String kept(List<String> order) {
    Map<String, Object> answers = new LinkedHashMap<>();
    order.forEach(item -> answers.put(item, 3));
    var signs = new Carelessness(false, false, false);
    return new Ballot(new UUID(0, 1), "team", answers, signs).answers();
  }
}
