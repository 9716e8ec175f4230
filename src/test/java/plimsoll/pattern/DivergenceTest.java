package plimsoll.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plimsoll.pattern.Feature.Group;

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
    var divergence = Divergence.of(List.of(Prints.full("s", "solo", "x")));
    assertNull(divergence.teams().get(0).within());
    assertFalse(divergence.teams().get(0).consistent());
    assertEquals(1, divergence.effectivePatterns());
  }

  @Test
  void servicesOfWhichTooLittleIsKnownStayOut() {
    var little = new Fingerprint("l", "a", Map.of(Feature.CI_SYSTEM, "gha"));
    var divergence =
        Divergence.of(List.of(little, Prints.full("s", "a", "x"), Prints.full("t", "a", "x")));
    assertEquals(2, divergence.services());
    assertEquals(1, divergence.tooLittleKnown());
  }

  @Test
  void teamsThatShareNothingDivergeWhollyAndHaveNoSharedCore() {
    var divergence =
        Divergence.of(
            List.of(
                Prints.full("a1", "a", "x"),
                Prints.full("a2", "a", "x"),
                Prints.full("b1", "b", "y"),
                Prints.full("b2", "b", "y")));
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
    services.add(Prints.full("a1", "a", "x"));
    services.add(Prints.full("a2", "a", "y"));
    services.add(Prints.full("b1", "b", "y"));
    services.add(Prints.full("b2", "b", "y"));
    var divergence = Divergence.of(services);
    assertEquals(1, divergence.consistentTeams());
    assertNull(divergence.excess());
  }

  @Test
  void leavingOutTheOnlyGroupThatDiffersLeavesNoDivergence() {
    var services = new ArrayList<Fingerprint>();
    for (String team : List.of("a", "b")) {
      for (int i = 0; i < 2; i++) {
        var values = new EnumMap<>(Prints.full("s", team, "x").values());
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
    assertEquals(1, Prints.distance(a, b));
    var bare = new Fingerprint("c", "t", Map.of(Feature.TRACING, "false"));
    assertEquals(0, Prints.distance(bare, new Fingerprint("d", "t", bare.values())));
  }

  @Test
  void twoThatShareNoKnownFeatureHaveNoDistance() {
    var a = new Fingerprint("a", "t", Map.of(Feature.TRACING, "true"));
    var b = new Fingerprint("b", "t", Map.of(Feature.METRICS, "q"));
    assertTrue(Double.isNaN(Prints.distance(a, b)));
  }

  @Test
  void environmentsDifferByTheirCount() {
    var one = new Fingerprint("a", "t", Map.of(Feature.ENVIRONMENTS, "1"));
    var three = new Fingerprint("b", "t", Map.of(Feature.ENVIRONMENTS, "3"));
    assertEquals(2 / 3.0, Prints.distance(one, three), 1e-15);
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

  @Test
  void fifteenKnownFeaturesAreEnoughAndFourteenAreNot() {
    assertEquals(1, Divergence.of(List.of(known(15))).services());
    assertEquals(1, Divergence.of(List.of(known(14))).tooLittleKnown());
  }

  @Test
  void nothingKnownOfAnythingSaysNothing() {
    var divergence = Divergence.of(List.of(known(0), Prints.of("other", "b")));
    assertEquals(2, divergence.tooLittleKnown());
    assertEquals(List.of(), divergence.teams());
    assertEquals(List.of(), divergence.choices());
    assertNull(divergence.families());
    assertNull(divergence.permanova());
  }

  @Test
  void aServiceDescribedInTwoWaysIsRefused() {
    var twice = List.of(Prints.full("s", "a", "x"), Prints.full("s", "a", "y"));
    var refusal = assertThrows(IllegalArgumentException.class, () -> Divergence.of(twice));
    assertEquals("a service is described in two ways", refusal.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Divergence.of(List.of(), twice, 1));
  }

  @Test
  void choicesAreNamedByHowOftenTwoServicesDiffer() {
    var choices = Divergence.of(twoTeamsOf("gha", "gha", "jenkins", "gha")).choices();
    assertEquals(24, choices.size());
    var ci = choices.get(0);
    assertEquals(Feature.CI_SYSTEM, ci.feature());
    assertEquals(.5, ci.within(), 1e-12, "none of one team's pairs, all of the other's");
    assertEquals(.5, ci.between(), 1e-12);
    var apart = Divergence.of(twoTeamsOf("gha", "gha", "jenkins", "jenkins")).choices().get(0);
    assertEquals(0, apart.within());
    assertEquals(1, apart.between());
    assertEquals(1, apart.divergence(), 1e-12);
  }

  /** Noise makes mixes of a few services differ by chance; the excess is not taken in by it. */
  @Test
  void theChoiceInWhichTeamsDifferComesBeforeOneThatIsOnlyVaried() {
    var services = new ArrayList<Fingerprint>();
    for (int i = 0; i < 8; i++) {
      String team = "t" + i / 2;
      services.add(
          Prints.full(
              "s" + i, team, "x", Feature.METRICS, "m" + i, Feature.ROLLOUT, i < 2 ? "y" : "x"));
    }
    var choices = Divergence.of(services).choices();
    assertEquals(Feature.ROLLOUT, choices.get(0).feature());
    var varied =
        choices.stream().filter(c -> c.feature() == Feature.METRICS).findFirst().orElseThrow();
    assertEquals(1, varied.divergence(), 1e-12);
    assertEquals(0, varied.between() - varied.within(), 1e-12);
  }

  @Test
  void aChoiceOfWhichOneTeamTellsIsNotCompared() {
    var bare = new EnumMap<>(Prints.full("b", "b", "x").values());
    bare.remove(Feature.ROLLOUT);
    var services = List.of(Prints.full("a", "a", "x"), new Fingerprint("b", "b", bare));
    var choices = Divergence.of(services).choices();
    assertEquals(23, choices.size());
    assertNull(choices.get(0).within(), "no team has two services");
  }

  @Test
  void chanceIsTriedOnlyWithFourServicesATeam() {
    assertNull(Divergence.of(team("a", 3, "x", team("b", 4, "y"))).permanova());
    var tried = Divergence.of(team("a", 4, "x", team("b", 4, "y"))).permanova();
    assertNull(tried.f(), "nothing differs within teams");
    assertEquals(1, tried.r2());
    assertEquals(2 / 70.0, tried.p(), 1e-12);
    assertNull(Divergence.of(team("a", 9, "x")).permanova(), "one team");
  }

  @Test
  void ofMoreArrangementsThanCanBeTriedAThousandAreEnough() {
    var services = team("a", 8, "x", team("b", 8, "y"));
    assertEquals(.001, Divergence.of(services, null, 3).permanova().p(), 1e-12);
  }

  @Test
  void theSeedDecidesWhichArrangementsAreTried() {
    var random = new Random(4);
    var services = new ArrayList<Fingerprint>();
    for (int i = 0; i < 20; i++) services.add(Prints.random(random, "s" + i, "t" + i % 2, 0));
    var first = Divergence.of(services, null, 1).permanova();
    assertEquals(first, Divergence.of(services, null, 1).permanova());
    long different =
        LongStream.range(1, 9)
            .mapToDouble(seed -> Divergence.of(services, null, seed).permanova().p())
            .distinct()
            .count();
    assertTrue(different > 1);
  }

  @Test
  void testOfVarianceNeedsTwoTeamsAndMoreServicesThanTeams() {
    var two = new double[2][2];
    assertThrows(IllegalArgumentException.class, () -> Permanova.of(two, new int[] {0, 0}, 1));
    assertThrows(IllegalArgumentException.class, () -> Permanova.of(two, new int[] {0, 1}, 1));
  }

  @Test
  void whereNothingDiffersTeamsExplainNothing() {
    var test = Permanova.of(new double[4][4], new int[] {0, 0, 1, 1}, 1);
    assertEquals(new Permanova(null, 0, 1.0, 6), test);
  }

  @Test
  void nearServicesAreFamiliesAndOneByItselfIsInNone() {
    var services =
        List.of(
            Prints.full("a1", "a", "x"),
            Prints.full("b1", "b", "x"),
            Prints.full("b2", "b", "x"),
            Prints.full("c1", "c", "y"),
            Prints.full("c2", "c", "y"),
            Prints.full("d1", "d", "z"));
    assertEquals(
        List.of(List.of("a1", "b1", "b2"), List.of("c1", "c2")),
        Divergence.of(services).families());
  }

  /** DBSCAN counts the service itself among the two; Commons Math does not. */
  @Test
  void twoAreEnoughForAFamily() {
    var services = List.of(Prints.full("a1", "a", "x"), Prints.full("a2", "a", "x"));
    assertEquals(List.of(List.of("a1", "a2")), Divergence.of(services).families());
  }

  @Test
  void familiesReachAsFarAsAQuarterAndNoFurther() {
    var one = Prints.full("a1", "a", "x");
    var changed =
        new Object[] {
          Feature.CI_SYSTEM,
          "z",
          Feature.SHARED_WORKFLOW,
          false,
          Feature.IMAGE_BUILDER,
          "z",
          Feature.MANIFEST_KIND,
          "z",
          Feature.CHART_SOURCE,
          "z",
          Feature.DIGEST_PINNED,
          false
        };
    var quarter = Prints.full("a2", "a", "x", changed);
    assertEquals(.25, Prints.distance(one, quarter), 1e-12);
    assertEquals(1, Divergence.of(List.of(one, quarter)).families().size());
    assertEquals(1, Divergence.of(List.of(one, quarter)).consistentTeams());
    assertEquals(1, Divergence.of(List.of(one, quarter)).effectivePatterns());
    var further = new EnumMap<>(quarter.values());
    further.put(Feature.MECHANISM, "z");
    var beyond = List.of(one, new Fingerprint("a2", "a", further));
    assertEquals(List.of(), Divergence.of(beyond).families());
    assertEquals(0, Divergence.of(beyond).consistentTeams());
    assertEquals(2, Divergence.of(beyond).effectivePatterns(), 1e-12);
  }

  @Test
  void thousandsOfServicesAreClusteredToo() {
    var services = team("a", 1_501, "x", team("b", 1_500, "y"));
    var divergence = Divergence.of(services);
    assertEquals(2, divergence.consistentTeams());
    assertEquals(2, divergence.effectivePatterns(), 1e-6);
    assertEquals(List.of(1501, 1500), divergence.families().stream().map(List::size).toList());
    assertEquals(177, divergence.permanova().tried(), "of so many pairs no more could be tried");
    assertEquals(1 / 178.0, divergence.permanova().p(), 1e-15);
  }

  @Test
  void tooManyDifferentFingerprintsAreNotComparedAtAll() {
    var services = List.of(known(24), Prints.full("t", "a", "y"), Prints.full("u", "a", "z"));
    assertFalse(Ways.of(services, 2).compared());
    assertTrue(Ways.of(services, 3).compared());
  }

  /** 24 choices and 3 levels: noise of 0.2 hides three tenths of what is there. */
  @Test
  void noiseInsideTeamsIsTakenOutOfTheDivergence() {
    assertEquals(.3 / .7, Divergence.corrected(.3, .2), 1e-12);
    assertEquals(.6, Divergence.corrected(.3, 1 / 3.0), 1e-12);
    assertNull(Divergence.corrected(.3, .34), "more noise than half");
    assertNull(Divergence.corrected(null, null));
  }

  @Test
  void aPlatformFindsSomethingInCommonUpToADistanceOfSevenTenths() {
    var none = Divergence.of(List.of());
    assertEquals(true, between(none, .7).sharedCore());
    assertEquals(false, between(none, .71).sharedCore());
  }

  @Test
  void eachTeamIsListedWithItsServices() {
    var teams = Divergence.of(team("b", 1, "x", team("a", 2, "x"))).teams();
    assertEquals(
        List.of(
            new Divergence.TeamPattern("a", 2, 0.0, true),
            new Divergence.TeamPattern("b", 1, null, false)),
        teams);
  }

  @Test
  void aTeamOfOneServiceGivesTheVerdictNoDistance() {
    var evidence = Divergence.of(team("b", 1, "x", team("a", 2, "x"))).evidence();
    assertEquals(Map.of("a", 0.0), evidence.within());
    assertEquals(Map.of("a", 2, "b", 1), evidence.services());
  }

  /** A word in every service's own way: nothing is in common, and no table is made of them. */
  @Test
  void wordsThatNobodySharesAreCompared() {
    var services = new ArrayList<Fingerprint>();
    for (int i = 0; i < 1_200; i++) services.add(Prints.full("s" + i, "t" + i % 2, "word" + i));
    var divergence = Divergence.of(services);
    assertEquals(0, divergence.consistentTeams());
    double words = 0;
    for (Group group : Group.values()) {
      words +=
          Stream.of(Feature.values())
                  .filter(f -> f.group() == group && f.type() == Feature.Type.CATEGORY)
                  .count()
              / 3.0
              / 8;
    }
    assertEquals(words, divergence.teams().get(0).within(), 1e-9);
  }

  @Test
  void aThousandTeamsOfFiveServicesTakeSomeSeconds() {
    var random = new Random(1);
    var services = new ArrayList<Fingerprint>();
    for (int team = 0; team < 1_000; team++) {
      var base = Prints.random(random, "", "t" + team, 0);
      for (int i = 0; i < 5; i++) {
        services.add(Prints.near(base, "s" + services.size(), .1, .1, random));
      }
    }
    var divergence =
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Divergence.of(services));
    assertEquals(1_000, divergence.teams().size());
    assertTrue(divergence.excess() > .4);
  }

  private static Divergence between(Divergence d, double between) {
    return new Divergence(
        d.teams(),
        d.consistentTeams(),
        d.within(),
        between,
        d.excess(),
        d.corrected(),
        d.leftOut(),
        d.effectivePatterns(),
        d.similarity(),
        d.choices(),
        d.trials(),
        d.services(),
        d.tooLittleKnown(),
        d.permanova(),
        d.families(),
        d.map(),
        d.drift());
  }

  private static Fingerprint known(int features) {
    var values = new EnumMap<>(Prints.full("s", "a", "x").values());
    Stream.of(Feature.values()).skip(features).forEach(values::remove);
    return new Fingerprint("s", "a", values);
  }

  private static List<Fingerprint> twoTeamsOf(String... systems) {
    var services = new ArrayList<Fingerprint>();
    for (int i = 0; i < systems.length; i++) {
      services.add(Prints.full("s" + i, "t" + i / 2, "x", Feature.CI_SYSTEM, systems[i]));
    }
    return services;
  }

  private static List<Fingerprint> team(String key, int services, String word) {
    return team(key, services, word, List.of());
  }

  private static List<Fingerprint> team(
      String key, int services, String word, List<Fingerprint> others) {
    var all = new ArrayList<Fingerprint>();
    for (int i = 0; i < services; i++) all.add(Prints.full(key + i, key, word));
    all.addAll(others);
    return all;
  }
}
