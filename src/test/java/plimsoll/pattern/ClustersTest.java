package plimsoll.pattern;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Clusters of weighted things, and the map. */
class ClustersTest {
  private static final double[][] LINE = {
    {0, 1, 4, 9},
    {1, 0, 3, 8},
    {4, 3, 0, 5},
    {9, 8, 5, 0}
  };

  /** The table of Yeung and Ruzzo (2001): rows 1 1 0, 1 2 1 and 0 0 4 give 0.313. */
  @Test
  void theAdjustedRandIndexIsThePublishedOne() {
    int[] classes = {0, 0, 1, 1, 1, 1, 2, 2, 2, 2};
    int[] clusters = {0, 1, 0, 1, 1, 2, 2, 2, 2, 2};
    assertEquals(.313, AdjustedRand.index(classes, clusters), .0005);
    assertEquals(1, AdjustedRand.index(classes, new int[] {2, 2, 0, 0, 0, 0, 1, 1, 1, 1}));
  }

  /** Joined at 1, then 2 joins them at (4 + 3) / 2. */
  @Test
  void theLargestClusterIsNumberedFirst() {
    int[] alike = {1, 1, 1, 1};
    assertArrayEquals(new int[] {0, 0, 0, 1}, Clusters.of(Distances.of(LINE), alike, 3.5));
    assertArrayEquals(new int[] {0, 0, 1, 2}, Clusters.of(Distances.of(LINE), alike, 3.4));
    int[] heavy = {1, 1, 1, 7};
    assertArrayEquals(new int[] {1, 1, 2, 0}, Clusters.of(Distances.of(LINE), heavy, 3.4));
  }

  /** With the second weighing three it is (4 + 3 · 3) / 4. */
  @Test
  void aWeightIsAsGoodAsSoManyOfTheSame() {
    int[] weights = {1, 3, 1, 1};
    assertArrayEquals(new int[] {0, 0, 0, 1}, Clusters.of(Distances.of(LINE), weights, 3.25));
    assertArrayEquals(new int[] {0, 0, 1, 2}, Clusters.of(Distances.of(LINE), weights, 3.24));
  }

  /** Each fingerprint twice or thrice, against one by one. */
  @Test
  void servicesOfOneFingerprintWeighAsManyAsTheyAre() {
    var random = new Random(7);
    for (int round = 0; round < 20; round++) {
      var services = new ArrayList<Fingerprint>();
      for (var one : Prints.organisation(random, 4, .1)) {
        for (int i = random.nextInt(3); i >= 0; i--) {
          services.add(new Fingerprint(one.service() + "-" + i, one.team(), one.values()));
        }
      }
      var census = new Census(services);
      var ways = census.ways();
      assertTrue(ways.size() <= services.size());
      int[] byWay = Clusters.of(ways, ways.weights(), .25);
      var all = ways.ofServices();
      int[] single = IntStream.range(0, services.size()).map(i -> 1).toArray();
      int[] byService = Clusters.of(all, single, .25);
      var expanded = new int[services.size()];
      for (int way = 0; way < byWay.length; way++) {
        for (int service : ways.services(way)) expanded[service] = byWay[way];
      }
      assertEquals(1, AdjustedRand.index(expanded, byService), 1e-12);
    }
  }

  private static PatternMap map(Fingerprint... services) {
    return Divergence.of(List.of(services)).map();
  }

  /** Two at a distance of 1/8, of which the first weighs three: the middle is a quarter away. */
  @Test
  void theMiddleOfTheMapIsTheMiddleOfTheServices() {
    var other =
        Prints.full(
            "d",
            "b",
            "x",
            Feature.METRICS,
            "y",
            Feature.TRACING,
            "false",
            Feature.ALERT_RULES,
            "false");
    var found =
        map(
            Prints.full("a", "a", "x"),
            Prints.full("b", "a", "x"),
            Prints.full("c", "b", "x"),
            other);
    assertEquals(2, found.spots().size());
    assertEquals(-.125 / 4, found.spots().get(0).x(), 1e-6);
    assertEquals(.125 * 3 / 4, found.spots().get(1).x(), 1e-6);
    assertEquals(0, found.spots().get(0).y());
    assertEquals(1, found.shown(), 1e-9);
    assertEquals(
        List.of("a", "b", "c"),
        found.spots().get(0).services().stream().map(s -> s.service()).toList());
  }

  /** A triangle of equal sides lies in a plane, so nothing is lost. */
  @Test
  void threePatternsAlikeFarApartAreATriangle() {
    var found =
        map(
            Prints.full("a", "a", "x"),
            Prints.full("b", "b", "x", Feature.CI_SYSTEM, "y"),
            Prints.full("c", "c", "x", Feature.CI_SYSTEM, "z"));
    assertEquals(1, found.shown(), 1e-9);
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < i; j++) assertEquals(1 / 24.0, apart(found, i, j), 1e-5);
    }
    assertEquals(List.of(0, 0, 0), found.spots().stream().map(s -> s.pattern()).toList());
  }

  private static double apart(PatternMap map, int i, int j) {
    var one = map.spots().get(i);
    var other = map.spots().get(j);
    return Math.hypot(one.x() - other.x(), one.y() - other.y());
  }

  @Test
  void whereNothingDiffersAllLieInOneSpot() {
    var found = map(Prints.full("a", "a", "x"), Prints.full("b", "b", "x"));
    assertEquals(1, found.spots().size());
    assertEquals(0, found.spots().get(0).x());
    assertNull(found.shown());
  }

  /** Beyond the landmarks, services that differ in two ways alone lie where these put them. */
  @Test
  void whoIsNoLandmarkIsPutIntoThePlaneByItsDistances() {
    var services = new ArrayList<Fingerprint>();
    var random = new Random(3);
    for (int i = 0; i < 700; i++) {
      services.add(Prints.random(random, "s" + i, "t" + i % 9, 0));
    }
    var found = Divergence.of(services).map();
    assertEquals(700, found.spots().size());
    double[] planar = new double[2_000];
    double[] real = new double[2_000];
    var byKey = new java.util.HashMap<String, Fingerprint>();
    services.forEach(one -> byKey.put(one.service(), one));
    for (int k = 0; k < planar.length; k++) {
      int i = random.nextInt(700);
      int j = random.nextInt(700);
      planar[k] = apart(found, i, j);
      real[k] =
          i == j
              ? 0
              : Prints.distance(
                  byKey.get(found.spots().get(i).services().get(0).service()),
                  byKey.get(found.spots().get(j).services().get(0).service()));
    }
    var together =
        new org.apache.commons.math3.stat.correlation.PearsonsCorrelation()
            .correlation(planar, real);
    assertTrue(together > .2, "even of pure chance the plane shows something: " + together);
  }

  @Test
  void theOrderOfServicesDoesNotMatter() {
    var services = Prints.organisation(new Random(5), 4, .1);
    var turned = new ArrayList<>(services);
    java.util.Collections.shuffle(turned, new Random(1));
    assertEquals(Divergence.of(services).map(), Divergence.of(turned).map());
  }

  @Test
  void sharesAreOfWeights() {
    assertArrayEquals(
        new double[] {.75, .25}, Clusters.shares(new int[] {0, 1, 0}, new int[] {1, 1, 2}), 1e-15);
    assertEquals(0, Arrays.stream(Clusters.shares(new int[0], new int[0])).sum());
  }
}
