package plimsoll.readiness;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plimsoll.readiness.Company.Nature;
import plimsoll.readiness.Siege.Wall;
import plimsoll.statistics.Chance;

/** The table of attacks in docs/method.md. */
@Tag("simulation")
class AttackSimulationTest {
  private static final int COMPANIES = 30;
  private static final int PEOPLE = 300;

  private record Outcome(Gain all, Gain surest) {}

  @Test
  void whereNobodyEverChangesAnAnswer() {
    var open = run("never changes", Nature.STUBBORN, Wall.NONE, false);
    assertTrue(open.surest.attack() > 0.95, "the attack works where nothing is kept back");
    for (var wall : new Wall[] {Wall.SIZE, Wall.REST, Wall.ROUND}) {
      run("never changes", Nature.STUBBORN, wall, false);
    }
    noBetterThanGuessing(run("never changes", Nature.STUBBORN, Wall.GATE, false), 0.03);
  }

  @Test
  void whereOneInFiveMovesByAPoint() {
    for (var wall : new Wall[] {Wall.NONE, Wall.ROUND})
      run("one in five", Nature.STEADY, wall, false);
    noBetterThanGuessing(run("one in five", Nature.STEADY, Wall.GATE, false), 0.01);
  }

  @Test
  void whereFourOfFiveAnswer() {
    for (var wall : new Wall[] {Wall.NONE, Wall.ROUND}) run("and 80 %", Nature.USUAL, wall, true);
    noBetterThanGuessing(run("and 80 %", Nature.USUAL, Wall.GATE, false), 0.005);
    noBetterThanGuessing(run("and 80 %, knows who", Nature.USUAL, Wall.GATE, true), 0.03);
  }

  @Test
  void whereFewerComeAndGo() {
    noBetterThanGuessing(run("calm", Nature.CALM, Wall.GATE, false), 0.005);
  }

  /**
   * But for what docs/method.md says is left where people never waver, or who answered is known.
   */
  private static void noBetterThanGuessing(Outcome outcome, double but) {
    assertTrue(outcome.all.mean() < but, outcome.all::toString);
  }

  private static Outcome run(String who, Nature nature, Wall wall, boolean knows) {
    var outcome = new Outcome(new Gain(), new Gain());
    double determined = 0;
    double compared = 0;
    double[] shown = new double[Siege.WAVES];
    double[] large = new double[Siege.WAVES];
    for (int c = 0; c < COMPANIES; c++) {
      var siege = new Siege(Chance.of(c, "siege"), nature, PEOPLE, wall, knows);
      outcome.all.count(siege.found());
      outcome.surest.count(siege.foundSurely());
      determined += siege.determined(Integer.MAX_VALUE) / (double) COMPANIES;
      compared += siege.determined(60) / (double) COMPANIES;
      for (int w = 0; w < Siege.WAVES; w++) {
        shown[w] += siege.shown[w] / (double) COMPANIES;
        large[w] += siege.largeEnough[w] / (double) COMPANIES;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %s | %s | %.1f | %.1f |%n",
        who,
        wall.words,
        outcome.all,
        outcome.surest,
        determined,
        compared);
    if (wall == Wall.GATE) {
      var cells = new StringBuilder("| shown of those large enough, waves 1 to 8 |");
      for (int w = 0; w < Siege.WAVES; w++) {
        cells.append(String.format(Locale.ROOT, " %.1f of %.1f |", shown[w], large[w]));
      }
      System.out.println(cells);
    }
    return outcome;
  }
}
