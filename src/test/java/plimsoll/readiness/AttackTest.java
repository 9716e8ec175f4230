package plimsoll.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import plimsoll.disclosure.Waves;
import plimsoll.readiness.Company.Nature;
import plimsoll.readiness.Siege.Wall;
import plimsoll.statistics.Chance;

/**
 * Somebody who knows who was where in eight waves solves for single answers; nobody ever changes
 * one, which helps most. {@link AttackSimulationTest} does it in many organisations.
 */
class AttackTest {

  private static Siege siege(int seed, Wall wall) {
    return new Siege(Chance.of(seed, "siege"), Nature.STUBBORN, 150, wall, false);
  }

  @Test
  void whereNothingIsKeptBackAnswersAreSolvedFor() {
    var siege = siege(1, Wall.NONE);
    assertTrue(siege.determined(Integer.MAX_VALUE) > 10);
    var surest = siege.foundSurely();
    assertEquals(surest.answers(), surest.attack());
  }

  @Test
  void aMinimumGroupAloneDoesNotHelp() {
    var surest = siege(1, Wall.REST).foundSurely();
    assertTrue(surest.attack() > 0.9 * surest.answers(), surest::toString);
  }

  @Test
  void whatIsShownIsNoBetterThanGuessing() {
    var gain = new Gain();
    for (int seed = 0; seed < 4; seed++) {
      var siege = siege(seed, Wall.GATE);
      assertEquals(0, siege.determined(Waves.LARGE));
      gain.count(siege.found());
    }
    assertTrue(gain.mean() < 0.03, gain::toString);
  }
}
