package plimsoll.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.math3.fraction.BigFraction;

/** What follows from sums over sets of people, by trying all pairs, with whole fractions. */
final class Fractions {

  private Fractions() {}

  /** Whether a combination of the sums tells of one or two people alone. */
  static boolean reveal(List<Set<String>> sums) {
    var people = new TreeSet<String>();
    sums.forEach(people::addAll);
    int rank = rank(sums, people, Set.of());
    for (String one : people) {
      for (String other : people) {
        if (rank(sums, people, Set.of(one, other.equals(one) ? "nobody" : other)) < rank)
          return true;
      }
    }
    return false;
  }

  private static int rank(List<Set<String>> sums, Set<String> people, Set<String> without) {
    var rows = new ArrayList<BigFraction[]>();
    for (var sum : sums) {
      rows.add(
          people.stream()
              .map(
                  p -> sum.contains(p) && !without.contains(p) ? BigFraction.ONE : BigFraction.ZERO)
              .toArray(BigFraction[]::new));
    }
    int rank = 0;
    for (int column = 0; column < people.size() && rank < rows.size(); column++) {
      if (eliminated(rows, rank, column)) rank++;
    }
    return rank;
  }

  private static boolean eliminated(List<BigFraction[]> rows, int from, int column) {
    int pivot = from;
    while (pivot < rows.size() && rows.get(pivot)[column].equals(BigFraction.ZERO)) pivot++;
    if (pivot == rows.size()) return false;
    rows.set(pivot, rows.set(from, rows.get(pivot)));
    for (int r = from + 1; r < rows.size(); r++) {
      BigFraction factor = rows.get(r)[column].divide(rows.get(from)[column]);
      for (int c = 0; c < rows.get(r).length; c++) {
        rows.get(r)[c] = rows.get(r)[c].subtract(factor.multiply(rows.get(from)[c]));
      }
    }
    return true;
  }
}
