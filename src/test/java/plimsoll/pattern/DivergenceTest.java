package plimsoll.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plimsoll.pattern.Feature.Group;
import plimsoll.pattern.Feature.Type;

class DivergenceTest {

  @Test
  void thereAreTwentyFourFeaturesInEightGroupsOfThree() {
    assertEquals(24, Feature.values().length);
    for (Group group : Group.values()) {
      long members = List.of(Feature.values()).stream().filter(f -> f.group() == group).count();
      assertEquals(3, members, group.name());
    }
  }

  @Test
  void nothingComparedSaysNothing() {
    var divergence = Divergence.of(List.of());
    assertEquals(0, divergence.services());
    assertEquals(0, divergence.consistentTeams());
    assertNull(divergence.excess());
    assertNull(divergence.effectivePatterns());
    assertNull(divergence.sharedCore());
    assertNull(divergence.excessLow());
  }

  @Test
  void aTeamWithOneServiceIsNeitherConsistentNorNot() {
    var divergence = Divergence.of(List.of(full("s", "solo", "x")));
    assertNull(divergence.teams().get(0).within());
    assertFalse(divergence.teams().get(0).consistent());
    assertEquals(1, divergence.effectivePatterns());
  }

  @Test
  void servicesOfWhichTooLittleIsKnownStayOut() {
    var little = new Fingerprint("l", "a", Map.of(Feature.CI_SYSTEM, "gha"));
    var divergence = Divergence.of(List.of(little, full("s", "a", "x"), full("t", "a", "x")));
    assertEquals(2, divergence.services());
    assertEquals(1, divergence.tooLittleKnown());
  }

  @Test
  void teamsThatShareNothingDivergeWhollyAndHaveNoSharedCore() {
    var divergence =
        Divergence.of(
            List.of(
                full("a1", "a", "x"),
                full("a2", "a", "x"),
                full("b1", "b", "y"),
                full("b2", "b", "y")));
    assertEquals(2, divergence.consistentTeams());
    assertEquals(0, divergence.within());
    assertTrue(divergence.between() > .6, "traits and counts stay alike");
    assertEquals(divergence.excess(), divergence.corrected());
    assertEquals(2, divergence.effectivePatterns(), 1e-12);
    assertEquals(1, divergence.choices().get(0).divergence(), 1e-12);
    assertTrue(divergence.excessLow() <= divergence.excess());
    assertTrue(divergence.excessHigh() >= divergence.excess());
    var evidence = divergence.evidence();
    assertEquals(Map.of("a", 2, "b", 2), evidence.services());
    assertEquals(divergence.excess(), evidence.divergence());
    assertEquals("build", evidence.leftOut().get(0).group());
  }

  @Test
  void aDividedTeamDoesNotEnterTheDivergence() {
    var services = new ArrayList<Fingerprint>();
    services.add(full("a1", "a", "x"));
    services.add(full("a2", "a", "y"));
    services.add(full("b1", "b", "y"));
    services.add(full("b2", "b", "y"));
    var divergence = Divergence.of(services);
    assertEquals(1, divergence.consistentTeams());
    assertNull(divergence.excess());
  }

  @Test
  void leavingOutTheOnlyGroupThatDiffersLeavesNoDivergence() {
    var services = new ArrayList<Fingerprint>();
    for (String team : List.of("a", "b")) {
      for (int i = 0; i < 2; i++) {
        var values = new EnumMap<>(full("s", team, "x").values());
        values.put(Feature.CI_SYSTEM, team);
        services.add(new Fingerprint(team + i, team, values));
      }
    }
    var divergence = Divergence.of(services);
    assertEquals(0, divergence.excessLow(), 1e-12);
    assertEquals(Feature.CI_SYSTEM, divergence.choices().get(0).feature());
  }

  @Test
  void whatBothLackSaysNothing() {
    var a = new Fingerprint("a", "t", Map.of(Feature.TRACING, "false", Feature.METRICS, "p"));
    var b = new Fingerprint("b", "t", Map.of(Feature.TRACING, "false", Feature.METRICS, "q"));
    assertEquals(1, Distance.between(a, b));
    var bare = new Fingerprint("c", "t", Map.of(Feature.TRACING, "false"));
    assertEquals(0, Distance.between(bare, bare));
  }

  @Test
  void twoThatShareNoKnownFeatureHaveNoDistance() {
    var a = new Fingerprint("a", "t", Map.of(Feature.TRACING, "true"));
    var b = new Fingerprint("b", "t", Map.of(Feature.METRICS, "q"));
    assertTrue(Double.isNaN(Distance.between(a, b)));
  }

  @Test
  void environmentsDifferByTheirCount() {
    var one = new Fingerprint("a", "t", Map.of(Feature.ENVIRONMENTS, "1"));
    var three = new Fingerprint("b", "t", Map.of(Feature.ENVIRONMENTS, "3"));
    assertEquals(2 / 3.0, Distance.between(one, three), 1e-15);
  }

  @Test
  void valuesThatAFeatureCannotHaveAreRefused() {
    for (var wrong :
        List.of(
            Map.of(Feature.ENVIRONMENTS, "5"),
            Map.of(Feature.TRACING, "maybe"),
            Map.of(Feature.CI_SYSTEM, " "))) {
      assertThrows(IllegalArgumentException.class, () -> new Fingerprint("s", "t", wrong));
    }
  }

  /** A service of which everything is known; traits are present. */
  private static Fingerprint full(String service, String team, String word) {
    var values = new EnumMap<Feature, String>(Feature.class);
    for (Feature feature : Feature.values()) {
      values.put(feature, value(feature.type(), word));
    }
    return new Fingerprint(service, team, values);
  }

  private static String value(Type type, String word) {
    return switch (type) {
      case CATEGORY -> word;
      case TRAIT -> "true";
      case ORDINAL -> "2";
    };
  }
}
