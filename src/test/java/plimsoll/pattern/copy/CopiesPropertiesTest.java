package plimsoll.pattern.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import plimsoll.pattern.Outline;

/** What holds of copies of all files. */
class CopiesPropertiesTest {

  /** A small alphabet, so that files have windows in common. */
  private static Outline outline(Random random) {
    var lines =
        IntStream.range(0, 1 + random.nextInt(14)).mapToObj(i -> "k=" + random.nextInt(3)).toList();
    var shared = random.nextInt(4) == 0 ? List.of("source" + random.nextInt(2)) : List.<String>of();
    return new Outline("f" + random.nextInt(1000), "p" + random.nextInt(2), lines, shared);
  }

  private static List<Filed> organisation(Random random) {
    return IntStream.range(0, 2 + random.nextInt(20))
        .mapToObj(i -> new Filed("s" + i, "t" + random.nextInt(4), Imprint.of(outline(random))))
        .toList();
  }

  @Property
  void similarityIsJaccardsOfTheWindows(@ForAll long seed) {
    var random = new Random(seed);
    var one = outline(random);
    var other = outline(random);
    var a = windows(one.lines());
    var b = windows(other.lines());
    var either = new HashSet<>(a);
    either.addAll(b);
    a.retainAll(b);
    double expected = either.isEmpty() ? 0 : (double) a.size() / either.size();
    double found = Imprint.of(one).similarity(Imprint.of(other));
    assertEquals(expected, found, 1e-15);
    assertEquals(found, Imprint.of(other).similarity(Imprint.of(one)));
    assertTrue(found >= 0 && found <= 1);
  }

  private static Set<List<String>> windows(List<String> lines) {
    var windows = new HashSet<List<String>>();
    for (int i = 0; i + 3 <= lines.size(); i++) windows.add(lines.subList(i, i + 3));
    return windows;
  }

  @Property(tries = 300)
  void groupsAreWhatHangsTogetherByPairs(@ForAll long seed) {
    var files = organisation(new Random(seed));
    var forest = new Forest(files.size());
    for (int i = 0; i < files.size(); i++) {
      for (int j = 0; j < i; j++) if (copy(files.get(i), files.get(j))) forest.join(i, j);
    }
    var expected = new HashSet<Set<String>>();
    for (var group : forest.groups()) {
      var keys = new HashSet<String>();
      group.forEach(i -> keys.add(files.get(i).service()));
      expected.add(keys);
    }
    var found = new HashSet<Set<String>>();
    for (var group : Copies.of(files).groups()) {
      var keys = new HashSet<String>();
      group.files().forEach(file -> keys.add(file.service()));
      found.add(keys);
    }
    assertEquals(expected, found);
  }

  private static boolean copy(Filed one, Filed other) {
    return !one.team().equals(other.team())
        && one.imprint().part().equals(other.imprint().part())
        && Collections.disjoint(one.imprint().shared(), other.imprint().shared())
        && one.imprint().similarity(other.imprint()) >= .8 - 1e-9;
  }

  @Property(tries = 300)
  void theOrderOfFilesDoesNotMatter(@ForAll long seed) {
    var random = new Random(seed);
    var files = new ArrayList<>(organisation(random));
    var found = Copies.of(files);
    Collections.shuffle(files, random);
    assertEquals(found, Copies.of(files));
  }

  @Property(tries = 300)
  void oneCopyMoreNeverMakesFewer(@ForAll long seed) {
    var random = new Random(seed);
    var files = new ArrayList<>(organisation(random));
    var before = Copies.of(files);
    var copied = files.get(random.nextInt(files.size())).imprint();
    files.add(new Filed("another", "another-team", copied));
    var after = Copies.of(files);
    assertTrue(after.copiedFiles() >= before.copiedFiles());
    assertTrue(after.copiedLines() <= after.lines());
    assertTrue(after.spare() >= before.spare());
    assertTrue(after.paths().stream().allMatch(path -> path.spare() <= after.spare()));
  }

  @Property(tries = 100)
  void whatIsTheSameAlwaysSharesABandAndNoPairComesTwice(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 30) int count) {
    var random = new Random(seed);
    var imprints = new ArrayList<Imprint>();
    for (int i = 0; i < count; i++) imprints.add(Imprint.of(outline(random)));
    imprints.add(imprints.get(0));
    var pairs = new ArrayList<List<Integer>>();
    Near.banded(imprints, Near.BANDING, (one, other) -> pairs.add(sorted(one, other)));
    assertEquals(new HashSet<>(pairs).size(), pairs.size());
    assertTrue(pairs.contains(List.of(0, count)));
  }

  private static List<Integer> sorted(int one, int other) {
    return List.of(Math.min(one, other), Math.max(one, other));
  }

  /** Of 128 values so many agree as the sets are alike, give or take three standard errors. */
  @Property(tries = 50)
  void sketchesAgreeAsOftenAsSetsAreAlike(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 200) int common) {
    var random = new Random(seed);
    long[] both = LongStream.generate(random::nextLong).limit(common).toArray();
    long[] one = joined(both, random);
    long[] other = joined(both, random);
    double alike = common / (common + 200.0);
    var a = MinHash.of(one);
    var b = MinHash.of(other);
    long agree = IntStream.range(0, 128).filter(k -> a[k] == b[k]).count();
    assertEquals(alike, agree / 128.0, 4.5 * Math.sqrt(alike * (1 - alike) / 128) + 1e-9);
  }

  private static long[] joined(long[] both, Random random) {
    return LongStream.concat(LongStream.of(both), LongStream.generate(random::nextLong).limit(100))
        .toArray();
  }

  @Property
  void differingLinesTurnOneFileIntoTheOther(@ForAll long seed) {
    var random = new Random(seed);
    var one = outline(random).lines();
    var other = outline(random).lines();
    var differing = Differing.between(one, other);
    assertEquals(
        one.size() - differing.one().size(),
        other.size() - differing.other().size(),
        "what is left of both is the same");
    var back = Differing.between(other, one);
    assertEquals(differing.one().size(), back.other().size());
  }
}
