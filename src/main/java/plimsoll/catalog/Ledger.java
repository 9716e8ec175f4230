package plimsoll.catalog;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Counts what an import does to each row, once, and keeps the new rows in the order of making. */
final class Ledger {
  private final Map<Object, Change> changes = new IdentityHashMap<>();
  private final List<Object> made = new ArrayList<>();

  private enum Change {
    ADDED,
    UPDATED,
    UNCHANGED,
    RETIRED
  }

  /**
   * Notes what became of a row.
   *
   * @param before the same row when it was there before the import; null when it is new
   */
  void note(Object row, Object before, boolean changed) {
    if (before == null) {
      changes.put(row, Change.ADDED);
      made.add(row);
    } else {
      touch(row, changed);
    }
  }

  /** A new row that is not counted, such as a membership. */
  <T> T make(T row) {
    made.add(row);
    return row;
  }

  void touch(Object row, boolean changed) {
    var now = changed ? Change.UPDATED : Change.UNCHANGED;
    changes.merge(row, now, (before, then) -> before == Change.UNCHANGED ? then : before);
  }

  void retire(Object row) {
    changes.put(row, Change.RETIRED);
  }

  boolean isTouched(Object row) {
    return changes.containsKey(row);
  }

  List<Object> made() {
    return made;
  }

  Outcome outcome(Listing listing, List<Problem> problems, List<Problem> notes) {
    return new Outcome(
        count(Change.ADDED),
        count(Change.UPDATED),
        count(Change.UNCHANGED),
        count(Change.RETIRED),
        List.copyOf(problems),
        listing.ignored(),
        List.copyOf(notes));
  }

  private int count(Change wanted) {
    return (int) changes.values().stream().filter(change -> change == wanted).count();
  }
}
