package plimsoll.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plimsoll.disclosure.Published;
import plimsoll.disclosure.Rounding;
import plimsoll.disclosure.Withholding;
import plimsoll.platform.Index.Reading;
import plimsoll.statistics.Chance;
import plimsoll.statistics.Estimate;
import plimsoll.statistics.Proportion;

class IndexTest {

  @Test
  void sevenPartsByHand() {
    var index = Index.of(seven(80, 60, 50, 70, 40, 20, 30));
    // (80 + 60 + 50 + 70) / 4 − (40 + 20 + 30) / 3
    assertEquals(35, index.value(), 1e-12);
    // Each reaches 10: people and claims √2 · 10 · (¼ + ¼ + ⅓), deployments 10 · ⅓, in squares.
    assertEquals(35 - 10 * Math.sqrt(1.5), index.low(), 1e-9);
    assertEquals(35 + 10 * Math.sqrt(1.5), index.high(), 1e-9);
    assertEquals(Reading.MULTIPLIER, index.reading());
    assertFalse(index.sure());
  }

  @Test
  void fiveOfSevenAreEnoughAndFourAreNot() {
    var parts = new ArrayList<>(seven(80, 60, 50, 70, 40, 20, 30).subList(0, 5));
    assertEquals(65 - 40, Index.of(parts).value(), 1e-12);
    parts.add(Part.unknown(Facet.APPROVAL, "nobody knows"));
    assertEquals(25, Index.of(parts).value(), 1e-12);
    parts.remove(0);
    assertNull(Index.of(parts));
    assertNull(Index.of(List.of()));
  }

  @Test
  void beyondTwentyFiveItIsOneOrTheOther() {
    assertEquals(Reading.MIXED, reading(25));
    assertEquals(Reading.MULTIPLIER, reading(26));
    assertEquals(Reading.MIXED, reading(-25));
    assertEquals(Reading.GATEKEEPER, reading(-26));
    assertTrue(Index.of(seven(90, 90, 90, 90, 10, 10, 10)).sure());
    assertTrue(Index.of(seven(10, 10, 10, 10, 90, 90, 90)).sure());
    assertTrue(Index.of(seven(50, 50, 50, 50, 50, 50, 50)).sure());
    assertFalse(Index.of(seven(30, 30, 30, 30, 50, 50, 50)).sure());
  }

  @Test
  void itsIntervalStaysWithinItsBounds() {
    var best = Index.of(seven(95, 95, 95, 95, 5, 5, 5));
    assertEquals(90, best.value(), 1e-9);
    assertEquals(100, best.high());
    assertEquals(-100, Index.of(seven(5, 5, 5, 5, 95, 95, 95)).low());
  }

  @Test
  void oneMeasureTwiceIsRefused() {
    var parts = new ArrayList<>(seven(80, 60, 50, 70, 40, 20, 30));
    parts.add(part(Facet.QUICK, 50));
    assertThrows(BadRecord.class, () -> Index.of(parts));
  }

  @Test
  void fewerThanTenAreShownAndDoNotWeigh() {
    var few = Part.counted(Facet.APPROVAL, new Proportion(3, 9));
    assertEquals("3 of 9", few.of());
    assertEquals(33, few.value());
    assertFalse(few.weighs());
    assertTrue(Part.counted(Facet.APPROVAL, new Proportion(3, 10)).weighs());
    assertEquals(
        Part.unknown(Facet.APPROVAL, Facet.APPROVAL.send()),
        Part.counted(Facet.APPROVAL, new Proportion(0, 0)));
  }

  @Test
  void aCountHasWilsonsInterval() {
    var part = Part.counted(Facet.STALLED, new Proportion(3, 40));
    // 3 of 40: 7.5 %, 2.58 to 19.86 %, outward to 1.
    assertEquals(8, part.value());
    assertEquals(2, part.low());
    assertEquals(20, part.high());
    assertNull(part.missing());
    // 90 of 100: 82.56 to 94.48 %.
    var most = Part.counted(Facet.QUICK, new Proportion(90, 100));
    assertEquals(82, most.low());
    assertEquals(95, most.high());
  }

  @Test
  void whatDoesNotWeighIsStillShownAndKeepsItsFirstReason() {
    var part = part(Facet.VOICE, 40);
    var without = part.without("too many could not tell");
    assertEquals(
        new Part(Facet.VOICE, 40.0, 30.0, 50.0, "30 people", "too many could not tell"), without);
    assertEquals(without, without.without("another reason"));
  }

  @Test
  void everythingThatIsToldHasWordsOfItsOwn() {
    assertEquals(7, Stream.of(Facet.values()).map(Facet::title).distinct().count());
    assertEquals(3, Stream.of(Reading.values()).map(Reading::words).distinct().count());
    assertEquals(
        List.of("is on course", "needs product practice", "acts as a gatekeeper"),
        Stream.of(Substate.values()).map(Substate::words).toList());
    assertTrue(Facet.QUICK.title().contains("15 minutes"));
    assertEquals("acts as a gatekeeper", Reading.GATEKEEPER.words());
  }

  @Test
  void whatIsWithheldIsMissingAndSaysWhy() {
    for (var reason : Withholding.values()) {
      var part = Part.said(Facet.VOICE, Published.withheld(reason));
      assertFalse(part.weighs());
      assertNull(part.value());
      assertEquals(reason == Withholding.NO_EVIDENCE, part.missing().equals(Facet.VOICE.send()));
    }
    var shown = Part.said(Facet.WAIT, new Published(40.0, 30.0, 50.0, "31", null));
    assertEquals(new Part(Facet.WAIT, 40.0, 30.0, 50.0, "31 people", null), shown);
  }

  @Test
  void partsOutsideOfTheirScaleAreRefused() {
    double[][] wrong = {
      {-1, -2, 5},
      {101, 90, 101},
      {50, 60, 70},
      {50, 30, 40},
      {Double.NaN, 0, 100},
      {50, 0, 101},
      {50, -1, 90},
      {50, Double.NaN, 90},
      {50, 0, Double.NaN}
    };
    for (double[] each : wrong) {
      assertThrows(
          BadRecord.class, () -> new Part(Facet.EXIT, each[0], each[1], each[2], "x", null));
    }
    assertThrows(BadRecord.class, () -> new Part(Facet.EXIT, null, null, null, null, null));
    assertThrows(NullPointerException.class, () -> Part.unknown(null, "why"));
  }

  @Test
  void theSubstateFollowsFromIndexAndPractice() {
    var done = new Practice(1.0, 1.0, 1.0, 0.0);
    var less = new Practice(1.0, 1.0, 0.9, 0.0);
    assertEquals(Substate.ON_COURSE, Substate.of(index(1), done));
    assertEquals(Substate.NEEDS_PRODUCT_PRACTICE, Substate.of(index(1), less));
    assertEquals(Substate.NEEDS_PRODUCT_PRACTICE, Substate.of(index(0), done));
    assertEquals(Substate.NEEDS_PRODUCT_PRACTICE, Substate.of(index(-25), done));
    assertEquals(Substate.GATEKEEPING, Substate.of(index(-26), done));
    assertNull(Substate.of(null, done));
  }

  @Test
  void whatIsNotKnownOfPracticeLeavesTheSubstateOpenOnlyWhereItDecides() {
    var unknown = Practice.unknown();
    assertNull(Substate.of(index(1), unknown));
    assertEquals(Substate.NEEDS_PRODUCT_PRACTICE, Substate.of(index(0), unknown));
    assertEquals(Substate.GATEKEEPING, Substate.of(index(-26), unknown));
    var almost = new Practice(1.0, 1.0, 1.0, null);
    assertEquals(Substate.ON_COURSE, Substate.of(index(1), almost));
    var never = new Practice(0.0, 0.5, null, null);
    assertEquals(Substate.NEEDS_PRODUCT_PRACTICE, Substate.of(index(1), never));
  }

  @Test
  void threePartsOfSevenAreNoIndexAndSayWhatIsMissing() {
    var needs =
        Map.of(
            Facet.VOICE,
            said(Facet.VOICE, 40),
            Facet.EXIT,
            said(Facet.EXIT, 30),
            Facet.WAIT,
            said(Facet.WAIT, 60));
    var product = Product.of("Harbour", needs, Evidence.none(), Voices.none());
    assertEquals(7, product.parts().size());
    assertEquals(3, product.known());
    assertEquals("3 of 7 parts of the index are known, 5 are needed", product.progress());
    assertNull(product.index());
    assertNull(product.substate());
    assertEquals(60, value(product, Facet.VOICE));
    assertEquals(70, value(product, Facet.EXIT));
    assertEquals(60, value(product, Facet.WAIT));
    assertTrue(
        product.parts().stream().noneMatch(part -> !part.weighs() && part.missing().isBlank()));
  }

  @Test
  void withClaimsThereIsAnIndexAndASubstate() {
    var claims =
        new ClaimShares(
            new Proportion(80, 100), new Proportion(60, 100), new Proportion(30, 100), 0);
    var evidence =
        new Evidence(
            claims, new Proportion(20, 100), new Practice(1.0, 1.0, 1.0, 1.0), Set.of("a"));
    var needs =
        Map.of(
            Facet.VOICE,
            said(Facet.VOICE, 50),
            Facet.EXIT,
            said(Facet.EXIT, 30),
            Facet.WAIT,
            said(Facet.WAIT, 40));
    var product = Product.of("Harbour", needs, evidence, Voices.none());
    assertEquals(35, product.index().value(), 1e-12);
    assertEquals(Substate.ON_COURSE, product.substate());
    var blocked =
        new ClaimShares(
            new Proportion(80, 100), new Proportion(60, 100), new Proportion(30, 100), 3);
    var without =
        Product.of(
            "Harbour",
            needs,
            new Evidence(blocked, new Proportion(20, 100), Practice.unknown(), null),
            Voices.none());
    assertEquals(4, without.known());
    assertNull(without.index());
  }

  @Test
  void whatIsSaidIsNotCounted() {
    for (var facet : List.of(Facet.VOICE, Facet.EXIT, Facet.WAIT)) {
      assertThrows(IllegalArgumentException.class, () -> Evidence.none().part(facet));
    }
    assertThrows(BadRecord.class, () -> new Evidence(null, null, null, null));
  }

  /** People who like one thing like the others, and claims are counted three times over. */
  @Test
  void theIntervalHoldsTheTruthOfCorrelatedParts() {
    var chance = Chance.of(20261123, "index");
    int held = 0;
    int worlds = 1000;
    for (int w = 0; w < worlds; w++) {
      var parts = new ArrayList<Part>();
      double truth = draw(chance, parts);
      var index = Index.of(parts);
      if (index.low() <= truth && truth <= index.high()) held++;
    }
    assertTrue(held >= 0.95 * worlds, held + " of " + worlds);
  }

  /** The truth of one world; its parts are what 12 to 60 people and 20 to 120 claims tell. */
  private static double draw(Chance chance, List<Part> parts) {
    int n = 12 + chance.below(49);
    double voice = 35 + 30 * chance.uniform();
    double exit = 35 + 30 * chance.uniform();
    double wait = 35 + 30 * chance.uniform();
    double[][] said = new double[3][n];
    for (int i = 0; i < n; i++) {
      double mood = 15 * chance.normal();
      said[0][i] = voice + mood + 12 * chance.normal();
      said[1][i] = exit + mood + 12 * chance.normal();
      said[2][i] = wait - mood + 12 * chance.normal();
    }
    parts.add(said(Facet.VOICE, said[0]));
    parts.add(said(Facet.EXIT, said[1]));
    parts.add(said(Facet.WAIT, said[2]));
    int claims = 20 + chance.below(101);
    double self = 0.2 + 0.6 * chance.uniform();
    double quick = 0.8;
    double idle = 0.5;
    int[] hits = new int[3];
    for (int i = 0; i < claims; i++) {
      if (chance.uniform() < self) {
        hits[0]++;
        if (chance.uniform() < quick) hits[1]++;
      } else if (chance.uniform() < idle) hits[2]++;
    }
    parts.add(Part.counted(Facet.SELF_SERVICE, new Proportion(hits[0], claims)));
    parts.add(Part.counted(Facet.QUICK, new Proportion(hits[1], claims)));
    parts.add(Part.counted(Facet.STALLED, new Proportion(hits[2], claims)));
    double approval = 0.1 + 0.5 * chance.uniform();
    int deployments = 50;
    int waited = 0;
    for (int i = 0; i < deployments; i++) if (chance.uniform() < approval) waited++;
    parts.add(Part.counted(Facet.APPROVAL, new Proportion(waited, deployments)));
    return (voice + exit + 100 * self * (1 + quick)) / 4
        - (wait + 100 * (1 - self) * idle + 100 * approval) / 3;
  }

  private static Part said(Facet facet, double[] values) {
    var estimate = Estimate.ofSample(values);
    var ends = estimate.interval(0.95).clipped(0, 100);
    var shown = Rounding.organisation(estimate.value(), ends.low(), ends.high(), values.length);
    return Part.said(facet, facet.good() ? Voices.turned(shown) : shown);
  }

  private static double value(Product product, Facet facet) {
    return product.parts().get(facet.ordinal()).value();
  }

  private static Part said(Facet facet, double need) {
    return Part.said(facet, new Published(need, need - 10, need + 10, "31", null));
  }

  private static Reading reading(double value) {
    return index(value).reading();
  }

  private static Index index(double value) {
    return Index.of(seven(50, 50, 50, 50, 50 - value, 50 - value, 50 - value));
  }

  private static List<Part> seven(double... values) {
    var order = new EnumMap<Facet, Part>(Facet.class);
    for (var facet : Facet.values()) {
      order.put(facet, part(facet, values[facet.ordinal()]));
    }
    return List.copyOf(order.values());
  }

  private static Part part(Facet facet, double value) {
    return new Part(
        facet, value, Math.max(0, value - 10), Math.min(100, value + 10), "30 people", null);
  }
}
