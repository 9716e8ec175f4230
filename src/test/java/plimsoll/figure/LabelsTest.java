package plimsoll.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import plimsoll.figure.Figure.Mark;

class LabelsTest {
  private static final double WIDTH = 640;
  private static final double HEIGHT = 440;
  private static final double SIZE = 13;

  @Test
  void marksAtOnePlaceShareALabel() {
    var labels = Labels.place(List.of(mark("a", 50, 50), mark("b", 50, 50)), WIDTH, HEIGHT, SIZE);
    assertEquals(List.of("a, b"), labels.stream().map(Labels.Label::text).toList());
  }

  @Test
  void aNameNeverLeavesThePlane() {
    var label =
        Labels.place(List.of(mark("a name of some length", 99, 90)), WIDTH, HEIGHT, SIZE).get(0);
    assertTrue(label.x() < 99, "stands left of its mark");
  }

  @Property(tries = 40)
  void namesNeverLieOverEachOther(@ForAll @IntRange(min = 1, max = 40) int count) {
    var random = new Random(count);
    var marks = new ArrayList<Mark>();
    for (var i = 0; i < count; i++) {
      marks.add(mark("team " + i, random.nextInt(21) * 5, random.nextInt(21) * 5));
    }
    var labels = Labels.place(marks, WIDTH, HEIGHT, SIZE);
    for (var one : labels) {
      for (var other : labels) {
        assertTrue(one == other || apart(one, other), one + " lies over " + other);
      }
    }
  }

  private static boolean apart(Labels.Label one, Labels.Label other) {
    var x = Math.abs(one.x() - other.x()) * WIDTH / 100;
    var y = Math.abs(one.y() - other.y()) * HEIGHT / 100;
    var wide = (Labels.width(one.text()) + Labels.width(other.text())) / 2 * SIZE;
    return x >= wide - 1e-6 || y >= SIZE * 1.1 - 1e-6;
  }

  private static Mark mark(String name, double x, double y) {
    return new Mark(name, x, y, x, x, y, y, null, false);
  }
}
