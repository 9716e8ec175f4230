package plimsoll.pattern.copy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plimsoll.pattern.Outline;
import plimsoll.statistics.Chance;

/** How many of the copies that all pairs show the sketches find, on files that somebody edited. */
@Tag("simulation")
class RecallSimulationTest {
  private static final int PAIRS = 20_000;
  private static final List<Banding> BANDINGS =
      List.of(new Banding(16, 8), Near.BANDING, new Banding(32, 4));

  @Test
  void sketchesFindNearlyAllCopies() {
    for (var banding : BANDINGS) {
      var chance = Chance.of(20261124, "recall");
      int copies = 0;
      int found = 0;
      int near = 0;
      int nearFound = 0;
      int others = 0;
      int compared = 0;
      for (int i = 0; i < PAIRS; i++) {
        var original = lines(chance);
        var one = imprint(original);
        var other = imprint(edited(original, chance));
        double similarity = one.similarity(other);
        int met = met(one, other, banding);
        if (Copies.copy(similarity)) {
          copies++;
          found += met;
          if (similarity < .85) {
            near++;
            nearFound += met;
          }
        } else if (similarity < .5) {
          others++;
          compared += met;
        }
      }
      System.out.printf(
          Locale.ROOT,
          "| %d bands of %d: copies found | %.2f %% of %d; %.2f %% of %d between .80 and .85;"
              + " compared below .5: %.1f %% |%n",
          banding.bands(),
          banding.rows(),
          100.0 * found / copies,
          copies,
          100.0 * nearFound / near,
          near,
          100.0 * compared / others);
      if (banding == Near.BANDING) assertTrue(found >= .998 * copies);
    }
  }

  private static int met(Imprint one, Imprint other, Banding banding) {
    var pairs = new int[1];
    Near.banded(List.of(one, other), banding, (a, b) -> pairs[0]++);
    return pairs[0];
  }

  private static List<String> lines(Chance chance) {
    return IntStream.range(0, 20 + chance.below(100))
        .mapToObj(i -> "path." + chance.below(30) + "=" + chance.below(50))
        .toList();
  }

  private static Imprint imprint(List<String> lines) {
    return Imprint.of(new Outline("f", "p", lines, List.of()));
  }

  /** Lines are changed, taken out, put in and moved, each here and there. */
  private static List<String> edited(List<String> original, Chance chance) {
    var lines = new ArrayList<>(original);
    double share = .15 * chance.uniform();
    for (int edits = (int) Math.round(share * lines.size()); edits > 0; edits--) {
      int at = chance.below(lines.size());
      switch (chance.below(4)) {
        case 0 -> lines.set(at, "path.own=" + chance.below(1_000));
        case 1 -> lines.add(at, "path.new=" + chance.below(1_000));
        case 2 -> lines.add(chance.below(lines.size()), lines.remove(at));
        default -> {
          if (lines.size() > 5) lines.remove(at);
        }
      }
    }
    return lines;
  }
}
