package plimsoll.disclosure;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * All that follows, by adding and subtracting, from the sums over groups of people that were
 * published in any reading: the rows of a matrix with a column for each person, kept in reduced
 * echelon form (Chin and Özsoyoğlu 1982). As if nobody ever changed her answers and nothing were
 * rounded, which is the most that anybody could know.
 *
 * <p>Each row kept has one person, its pivot, who is in no other row. A combination of rows has all
 * their pivots in it, so what tells of one or two people alone is either a row of one or two, or
 * two rows that differ, but for their pivots, by a factor only. A new sum changes few rows, and
 * only these need be looked at.
 */
final class Inference {

  /** What follows for so many people or more tells no longer of one of them. */
  static final int FEWEST = 3;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<Integer, Row> rows = new HashMap<>();

  /** Pivots of the rows in which somebody stands who is no pivot. */
  private final Map<Integer, Set<Integer>> standing = new HashMap<>();

  /** How many rows have the same direction but for their pivots. */
  private final Map<Row, Integer> directions = new HashMap<>();

  /** From what was published, which is known whatever it tells. */
  static Inference from(Collection<Set<String>> published) {
    var inference = new Inference();
    published.stream().map(TreeSet::new).sorted(ORDER).forEach(inference::know);
    return inference;
  }

  /** Any order gives the same; one that is always the same takes always as long. */
  private static final Comparator<TreeSet<String>> ORDER =
      Comparator.comparingInt((TreeSet<String> people) -> people.size())
          .thenComparing(people -> people.isEmpty() ? "" : people.first())
          .thenComparing(Object::toString);

  /** Whether with the sum over these people something followed of one or two people alone. */
  boolean reveals(Set<String> people) {
    return reveals(changes(people));
  }

  /** Adds the sum over these people, whatever it tells. */
  void know(Set<String> people) {
    take(changes(people));
  }

  /** Adds it unless with it something followed of one or two people alone. */
  boolean admits(Set<String> people) {
    var changes = changes(people);
    if (reveals(changes)) return false;
    take(changes);
    return true;
  }

  /** The rows that a sum changes, and the one that it brings, by their pivots; none if known. */
  private Map<Integer, Row> changes(Set<String> people) {
    Row rest = Row.of(people.stream().map(this::number).toList());
    for (int person : rest.people()) {
      Row row = rows.get(person);
      if (row != null) rest = rest.less(rest.count(person), row);
    }
    if (rest.size() == 0) return Map.of();
    int pivot = leastStanding(rest);
    Row fresh = rest.scaledTo(pivot);
    var changes = new HashMap<Integer, Row>();
    for (int other : standing.getOrDefault(pivot, Set.of())) {
      Row row = rows.get(other);
      changes.put(other, row.less(row.count(pivot), fresh));
    }
    changes.put(pivot, fresh);
    return changes;
  }

  /** Who stands in the fewest rows changes the fewest, and they stay short. */
  private int leastStanding(Row row) {
    int least = row.people()[0];
    for (int person : row.people()) if (rowsWith(person) < rowsWith(least)) least = person;
    return least;
  }

  private int rowsWith(int person) {
    return standing.getOrDefault(person, Set.of()).size();
  }

  private boolean reveals(Map<Integer, Row> changes) {
    var gone = new HashMap<Row, Integer>();
    changes.keySet().stream()
        .filter(rows::containsKey)
        .forEach(pivot -> gone.merge(rows.get(pivot).directionWithout(pivot), 1, Integer::sum));
    var fresh = new HashSet<Row>();
    for (var change : changes.entrySet()) {
      if (change.getValue().size() < FEWEST) return true;
      Row direction = change.getValue().directionWithout(change.getKey());
      int others = directions.getOrDefault(direction, 0) - gone.getOrDefault(direction, 0);
      if (others > 0 || !fresh.add(direction)) return true;
    }
    return false;
  }

  private void take(Map<Integer, Row> changes) {
    for (var change : changes.entrySet()) {
      int pivot = change.getKey();
      Row before = rows.put(pivot, change.getValue());
      if (before != null) forget(pivot, before);
      remember(pivot, change.getValue());
    }
  }

  private void forget(int pivot, Row row) {
    directions.merge(row.directionWithout(pivot), -1, Integer::sum);
    for (int person : row.people()) if (person != pivot) standing.get(person).remove(pivot);
  }

  private void remember(int pivot, Row row) {
    directions.merge(row.directionWithout(pivot), 1, Integer::sum);
    for (int person : row.people()) {
      if (person != pivot) standing.computeIfAbsent(person, none -> new TreeSet<>()).add(pivot);
    }
  }

  private int number(String person) {
    return numbers.computeIfAbsent(person, none -> numbers.size());
  }
}
