package plimsoll.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class IndexPropertiesTest {

  @Property
  void itLiesWithinItsBoundsAndItsInterval(@ForAll("parts") List<Part> parts) {
    var index = Index.of(parts);
    assertTrue(-100 <= index.low() && index.high() <= 100);
    assertTrue(index.low() <= index.value() + 1e-9 && index.value() <= index.high() + 1e-9);
  }

  @Property
  void theOrderOfPartsChangesNothing(@ForAll("parts") List<Part> parts, @ForAll long seed) {
    var shuffled = new ArrayList<>(parts);
    Collections.shuffle(shuffled, new Random(seed));
    assertEquals(Index.of(parts), Index.of(shuffled));
  }

  @Property
  void aBetterPartNeverMakesItWorse(
      @ForAll("parts") List<Part> parts, @ForAll @DoubleRange(max = 100) double to) {
    double before = Index.of(parts).value();
    for (int i = 0; i < parts.size(); i++) {
      var changed = new ArrayList<>(parts);
      var facet = parts.get(i).facet();
      changed.set(i, part(facet, to));
      double rose = to - parts.get(i).value();
      double moved = Index.of(changed).value() - before;
      assertTrue((facet.good() ? rose : -rose) * moved >= -1e-9, facet + " " + moved);
      if (Math.abs(rose) > 1e-6) assertTrue(Math.abs(moved) > 0);
    }
  }

  @Property
  void aPartAtTheMeanOfItsKindLeavesIt(@ForAll("parts") List<Part> parts) {
    var missing = EnumSet.allOf(Facet.class);
    parts.forEach(part -> missing.remove(part.facet()));
    for (var facet : missing) {
      double mean =
          parts.stream()
              .filter(part -> part.facet().good() == facet.good())
              .mapToDouble(Part::value)
              .average()
              .orElseThrow();
      var more = new ArrayList<>(parts);
      more.add(part(facet, mean));
      assertEquals(Index.of(parts).value(), Index.of(more).value(), 1e-9);
    }
  }

  @Property
  void turningAllRoundTurnsItRound(@ForAll("sevens") List<Part> parts) {
    var turned = parts.stream().map(one -> part(one.facet(), 100 - one.value())).toList();
    assertEquals(-Index.of(parts).value(), Index.of(turned).value(), 1e-9);
  }

  @Provide
  Arbitrary<List<Part>> sevens() {
    return Arbitraries.doubles().between(0, 100).list().ofSize(7).map(IndexPropertiesTest::parts);
  }

  @Provide
  Arbitrary<List<Part>> parts() {
    var some = Arbitraries.of(Facet.values()).set().ofMinSize(5).ofMaxSize(7).map(List::copyOf);
    return Combinators.combine(sevens(), some)
        .as((all, kept) -> all.stream().filter(one -> kept.contains(one.facet())).toList());
  }

  private static List<Part> parts(List<Double> values) {
    var parts = new ArrayList<Part>();
    for (var facet : Facet.values()) parts.add(part(facet, values.get(facet.ordinal())));
    return parts;
  }

  private static Part part(Facet facet, double value) {
    return new Part(
        facet, value, Math.max(0, value - 7), Math.min(100, value + 4), "30 people", null);
  }
}
