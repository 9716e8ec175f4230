package plimsoll.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Admitting one sum after the other finds what trying all pairs of people finds. */
class InferencePropertiesTest {

  @Property(tries = 2000, generation = GenerationMode.RANDOMIZED)
  void aSumIsRefusedExactlyWhenItWouldTellOfOneOrTwo(@ForAll("sums") List<Set<String>> sums) {
    var inference = new Inference();
    var admitted = new ArrayList<Set<String>>();
    for (var sum : sums) {
      var with = new ArrayList<>(admitted);
      with.add(sum);
      boolean safe = !Fractions.reveal(with);
      assertEquals(!safe, inference.reveals(sum), () -> sum + " after " + admitted);
      assertEquals(safe, inference.admits(sum));
      if (safe) admitted.add(sum);
    }
  }

  /** What is known already tells what it tells; nothing more may follow with what is admitted. */
  @Property(tries = 1000, generation = GenerationMode.RANDOMIZED)
  void theOrderOfWhatWasPublishedDoesNotMatter(
      @ForAll("sums") List<Set<String>> sums, @ForAll("sum") Set<String> now, @ForAll long seed) {
    if (Fractions.reveal(sums)) return;
    var shuffled = new ArrayList<>(sums);
    Collections.shuffle(shuffled, new Random(seed));
    var one = new Inference();
    sums.forEach(one::know);
    var other = new Inference();
    shuffled.forEach(other::know);
    assertEquals(one.reveals(now), other.reveals(now));
    assertEquals(one.reveals(now), Inference.from(sums).reveals(now));
  }

  @Provide
  Arbitrary<Set<String>> sum() {
    return Arbitraries.strings()
        .withCharRange('a', 'j')
        .ofLength(1)
        .set()
        .ofMinSize(1)
        .ofMaxSize(9);
  }

  @Provide
  Arbitrary<List<Set<String>>> sums() {
    return sum().list().ofMinSize(1).ofMaxSize(8);
  }
}
