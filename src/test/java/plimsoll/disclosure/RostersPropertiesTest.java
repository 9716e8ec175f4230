package plimsoll.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RostersPropertiesTest {

  @Property(tries = 2000)
  void lookingUpPeopleFindsWhatComparingAllPairsFinds(
      @ForAll("rosters") Set<String> now,
      @ForAll("group") String group,
      @ForAll("earlier") List<Map<String, Set<String>>> earlier) {
    boolean expected =
        earlier.stream()
            .flatMap(shown -> shown.entrySet().stream())
            .anyMatch(then -> tooLittle(now, then.getValue(), group.equals(then.getKey())));
    assertEquals(expected, new Rosters(earlier).hardlyChanged(group, now));
  }

  private static boolean tooLittle(Set<String> now, Set<String> then, boolean same) {
    if (now.isEmpty() || then.isEmpty()) return same;
    long joined = now.stream().filter(id -> !then.contains(id)).count();
    long left = then.stream().filter(id -> !now.contains(id)).count();
    return joined + left > 0 && joined + left < 3;
  }

  @Provide
  Arbitrary<Set<String>> rosters() {
    return Arbitraries.of("a", "b", "c", "d", "e", "f", "g").set().ofMaxSize(7);
  }

  @Provide
  Arbitrary<String> group() {
    return Arbitraries.of("x", "y", "z");
  }

  @Provide
  Arbitrary<List<Map<String, Set<String>>>> earlier() {
    return Arbitraries.maps(group(), rosters()).ofMaxSize(3).list().ofMaxSize(3);
  }
}
