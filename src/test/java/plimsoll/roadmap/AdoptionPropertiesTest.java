package plimsoll.roadmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class AdoptionPropertiesTest {
  private static final int WAVES = 4;

  @Property
  void whatATeamIsLikeAnywayChangesNothing(@ForAll long seed) {
    var random = new Random(seed);
    var some = Some.of(random, 6);
    var moved = some.table();
    moved.values().forEach(row -> each(row, random.nextInt(40) - 20, value -> value));
    same(some.adoption(), some.with(moved));
  }

  @Property
  void whatAWaveDoesToAllTeamsChangesNothing(@ForAll long seed) {
    var random = new Random(seed);
    var some = Some.of(random, 6);
    var moved = some.table();
    for (int wave = 0; wave < WAVES; wave++) {
      int shift = random.nextInt(40) - 20;
      for (double[] row : moved.values()) row[wave] += shift;
    }
    same(some.adoption(), some.with(moved));
  }

  @Property
  void theOtherSignGivesTheOtherEffect(@ForAll long seed) {
    var some = Some.of(new Random(seed), 6);
    var turned = some.table();
    turned.values().forEach(row -> each(row, 0, value -> -value));
    var one = some.adoption();
    var other = some.with(turned);
    assertEquals(-one.effect(), other.effect(), 1e-9);
    assertEquals(one.p(1), other.p(1), 1e-12);
    assertEquals(-one.judged(10, 1).low(), other.judged(10, 1).high(), 1e-6);
  }

  @Property
  void aProbabilityIsAboveNoneAndAtMostOneAndNoSmallerThanItCanBe(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 7) int teams) {
    var adoption = Some.of(new Random(seed), teams).adoption();
    double p = adoption.p(1);
    assertTrue(p > 0 && p <= 1);
    assertTrue(p >= adoption.smallestP(1) - 1e-12, p + " below " + adoption.smallestP(1));
  }

  /** The ends come from a formula; here the scores themselves are shifted and tested anew. */
  @Property
  void theIntervalEndsWhereTheTestBeginsToReject(
      @ForAll long seed, @ForAll @IntRange(min = 4, max = 7) int teams) {
    var some = Some.of(new Random(seed), teams);
    var effect = some.adoption().judged(10, 1);
    assertTrue(effect.low() <= effect.estimate() && effect.estimate() <= effect.high());
    for (double end : new double[] {effect.low(), effect.high()}) {
      double outward = end == effect.low() ? -1e-4 : 1e-4;
      if (Double.isFinite(end) && effect.high() - effect.low() > 1e-3) {
        assertTrue(some.without(end - outward).p(1) > 0.1, "inside it is not rejected");
        assertTrue(some.without(end + outward).p(1) <= 0.1, "outside it is");
      }
    }
  }

  @Property
  void shiftingTheTreatedShiftsEffectAndInterval(@ForAll long seed) {
    var some = Some.of(new Random(seed), 6);
    var one = some.adoption().judged(10, 1);
    var other = some.without(-7).judged(10, 1);
    assertEquals(one.estimate() + 7, other.estimate(), 1e-9);
    assertEquals(one.low() + 7, other.low(), 1e-6);
    assertEquals(one.high() + 7, other.high(), 1e-6);
  }

  private static void same(Adoption one, Adoption other) {
    assertEquals(one.effect(), other.effect(), 1e-9);
    assertEquals(one.p(1), other.p(1), 1e-12);
    assertEquals(one.judged(10, 1).low(), other.judged(10, 1).low(), 1e-6);
  }

  private static void each(double[] row, double shift, DoubleUnaryOperator change) {
    for (int i = 0; i < row.length; i++) row[i] = change.applyAsDouble(row[i] + shift);
  }

  /** Any scores, of which the first team adopts, the last never does, and others may. */
  private record Some(Map<String, double[]> scores, Map<String, Integer> adopted) {
    static Some of(Random random, int teams) {
      var scores = new TreeMap<String, double[]>();
      var adopted = new TreeMap<String, Integer>();
      for (int team = 0; team < teams; team++) {
        scores.put("t" + team, random.doubles(WAVES, 20, 80).toArray());
        if (team == 0 || team < teams - 1 && random.nextBoolean()) {
          adopted.put("t" + team, 2 + random.nextInt(WAVES - 1));
        }
      }
      return new Some(scores, adopted);
    }

    Map<String, double[]> table() {
      var copy = new TreeMap<String, double[]>();
      scores.forEach((team, row) -> copy.put(team, row.clone()));
      return copy;
    }

    Adoption adoption() {
      return new Adoption(scores, adopted);
    }

    Adoption with(Map<String, double[]> other) {
      return new Adoption(other, adopted);
    }

    Adoption without(double effect) {
      var undone = table();
      adopted.forEach(
          (team, wave) -> {
            for (int w = wave; w <= WAVES; w++) undone.get(team)[w - 1] -= effect;
          });
      return with(undone);
    }
  }
}
