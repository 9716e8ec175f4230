package plimsoll.disclosure;

import java.util.Arrays;
import java.util.List;

/**
 * How often each person counts in a combination of sums; whoever counts zero times is left out.
 * Counts are whole numbers modulo a prime, so nothing is lost to rounding: that a count is taken
 * for zero wrongly takes a coincidence of one in two thousand million.
 *
 * @param people their numbers, ascending
 * @param counts of each, 1 to the prime less one
 */
record Row(int[] people, long[] counts) {
  private static final long PRIME = Integer.MAX_VALUE;

  /**
   * @param people numbers, each once
   */
  static Row of(List<Integer> people) {
    long[] counts = new long[people.size()];
    Arrays.fill(counts, 1);
    return new Row(people.stream().mapToInt(i -> i).sorted().toArray(), counts);
  }

  int size() {
    return people.length;
  }

  /** How often a person counts, 0 where not at all. */
  long count(int person) {
    int at = Arrays.binarySearch(people, person);
    return at < 0 ? 0 : counts[at];
  }

  /** This less so many times another. */
  Row less(long times, Row other) {
    int[] both = new int[size() + other.size()];
    long[] left = new long[both.length];
    int length = 0;
    for (int i = 0, j = 0; i < size() || j < other.size(); ) {
      int mine = i < size() ? people[i] : Integer.MAX_VALUE;
      int theirs = j < other.size() ? other.people[j] : Integer.MAX_VALUE;
      int person = Math.min(mine, theirs);
      long count = mine == person ? counts[i++] : 0;
      if (theirs == person) count = Math.floorMod(count - times * other.counts[j++] % PRIME, PRIME);
      if (count == 0) continue;
      both[length] = person;
      left[length++] = count;
    }
    return new Row(Arrays.copyOf(both, length), Arrays.copyOf(left, length));
  }

  /** The multiple in which this person counts once. */
  Row scaledTo(int person) {
    long inverse = inverse(count(person));
    return new Row(people, Arrays.stream(counts).map(count -> count * inverse % PRIME).toArray());
  }

  /** The same without one person, in the multiple that all its multiples have in common. */
  Row directionWithout(int person) {
    Row rest = less(count(person), new Row(new int[] {person}, new long[] {1}));
    return rest.size() == 0 ? rest : rest.scaledTo(rest.people[0]);
  }

  /** By Fermat: to the power of the prime less two. */
  private static long inverse(long count) {
    long inverse = 1;
    long square = count;
    for (long power = PRIME - 2; power > 0; power >>= 1) {
      if ((power & 1) == 1) inverse = inverse * square % PRIME;
      square = square * square % PRIME;
    }
    return inverse;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Row row
        && Arrays.equals(people, row.people)
        && Arrays.equals(counts, row.counts);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(people) + Arrays.hashCode(counts);
  }
}
