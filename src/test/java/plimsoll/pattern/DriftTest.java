package plimsoll.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriftTest {
  private static final double ONE_OF_24 = 1 / 24.0;

  /** One feature of three in one of eight groups, in which the teams differ now. */
  @Test
  void oneChoiceInWhichTeamsMovedApartIsAStrongDrift() {
    var drift = Drift.between(teams("x", "x"), teams("x", "y"));
    assertEquals(4, drift.services());
    assertEquals(2, drift.teams());
    assertEquals(0, drift.before());
    assertEquals(ONE_OF_24, drift.now(), 1e-12);
    assertEquals(ONE_OF_24, drift.change(), 1e-12);
    assertTrue(drift.strong());
  }

  @Test
  void comingNearerIsNoStrongDrift() {
    var drift = Drift.between(teams("x", "y"), teams("x", "x"));
    assertEquals(-ONE_OF_24, drift.change(), 1e-12);
    assertFalse(drift.strong());
  }

  /** A count of environments that moves by one is a third of a choice. */
  @Test
  void aThirdOfAChoiceIsNotStrong() {
    var later = environments("3");
    assertEquals(ONE_OF_24 / 3, Drift.between(teams("x", "x"), later).change(), 1e-12);
    assertFalse(Drift.between(teams("x", "x"), later).strong());
  }

  @Test
  void withoutAnEarlierReadingNoDriftIsTold() {
    assertNull(Divergence.of(teams("x", "y")).drift());
    var first = Divergence.of(teams("x", "y"), List.of(), 1).drift();
    assertEquals(new Drift(0, 0, null, null, false), first);
    assertNull(first.change());
  }

  @Test
  void aTeamThatVanishedMovesNothing() {
    var before = teams("x", "x");
    before.addAll(team("gone", "far", "z"));
    var drift = Drift.between(before, teams("x", "x"));
    assertEquals(4, drift.services());
    assertEquals(0, drift.change());
  }

  @Test
  void aServiceThatChangedHandsIsNotMatched() {
    var later = teams("x", "x");
    later.set(0, new Fingerprint(later.get(0).service(), "b", later.get(0).values()));
    assertEquals(3, Drift.between(teams("x", "x"), later).services());
  }

  @Test
  void aFeatureThatWasNotKnownThenMovesNothing() {
    var before =
        new ArrayList<>(
            teams("x", "x").stream().map(one -> without(one, Feature.METRICS)).toList());
    var drift = Drift.between(before, teams("x", "y"));
    assertEquals(0, drift.change());
  }

  @Test
  void aServiceOfWhichTooLittleWasKnownBothTimesIsNotMatched() {
    var before = teams("x", "x");
    before.set(0, without(before.get(0), firstFeatures(10)));
    assertEquals(3, Drift.between(before, teams("x", "x")).services());
    assertEquals(3, Drift.between(teams("x", "x"), before).services());
  }

  /** The third team lies far off, and would move D if it entered once it had settled. */
  @Test
  void aTeamThatWasNotConsistentThenDoesNotEnter() {
    var before = teams("x", "y");
    before.add(Prints.full("c0", "c", "p"));
    before.add(Prints.full("c1", "c", "q"));
    var later = teams("x", "y");
    later.addAll(team("c", "p", "x"));
    var drift = Drift.between(before, later);
    assertEquals(6, drift.services());
    assertEquals(2, drift.teams());
    assertEquals(ONE_OF_24, drift.now(), 1e-12);
    assertEquals(0, drift.change());
  }

  /** Two teams of two services that share all but the metrics. */
  private static List<Fingerprint> teams(String metricsOfA, String metricsOfB) {
    var all = new ArrayList<>(team("a", "x", metricsOfA));
    all.addAll(team("b", "x", metricsOfB));
    return all;
  }

  private static List<Fingerprint> environments(String ofB) {
    var all = new ArrayList<>(team("a", "x", "x"));
    for (int i = 0; i < 2; i++) {
      all.add(Prints.full("b" + i, "b", "x", Feature.ENVIRONMENTS, ofB));
    }
    return all;
  }

  private static List<Fingerprint> team(String key, String word, String metrics) {
    return List.of(
        Prints.full(key + 0, key, word, Feature.METRICS, metrics),
        Prints.full(key + 1, key, word, Feature.METRICS, metrics));
  }

  private static Feature[] firstFeatures(int count) {
    return Arrays.copyOf(Feature.values(), count);
  }

  private static Fingerprint without(Fingerprint one, Feature... features) {
    var values = new EnumMap<>(one.values());
    for (Feature feature : features) values.remove(feature);
    return new Fingerprint(one.service(), one.team(), values);
  }
}
