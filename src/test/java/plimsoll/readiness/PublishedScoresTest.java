package plimsoll.readiness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import plimsoll.statistics.Oracle;
import plimsoll.statistics.Oracles;
import plimsoll.statistics.Oracles.Room;
import plimsoll.survey.Sheet;

/** Scores worked out by hand, from the file of oracles. */
class PublishedScoresTest {

  @TestFactory
  Stream<DynamicTest> whatWasWorkedOutByHandIsFoundHere() {
    return Oracles.of(Room.READINESS, Map.of("scoring_person", PublishedScoresTest::scores));
  }

  private static void scores(Oracle o) {
    var keys = o.at("items").all().stream().map(item -> item.at("id").text()).toList();
    var part =
        Part.of(Cases.KEYING, 5).stream()
            .filter(p -> p.items().stream().map(i -> i.item()).toList().equals(keys))
            .findFirst()
            .orElseThrow();
    for (int i = 0; i < keys.size(); i++) {
      boolean rising = part.items().get(i).need(5) > part.items().get(i).need(1);
      assertEquals(o.at("items").at(i).number("key"), rising ? 1 : -1);
    }
    double[] found =
        o.rows("answers").stream().mapToDouble(row -> part.score(sheet(keys, row))).toArray();
    assertArrayEquals(o.numbers("person_scores"), found, o.number("tol"));
  }

  private static Sheet sheet(List<String> keys, double[] answers) {
    var points = new HashMap<String, Integer>();
    for (int i = 0; i < answers.length; i++) {
      if (!Double.isNaN(answers[i])) points.put(keys.get(i), (int) answers[i]);
    }
    return new Sheet(points, Set.of());
  }
}
