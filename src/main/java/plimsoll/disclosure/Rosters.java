package plimsoll.disclosure;

import java.util.List;
import java.util.Set;

/** Compares who was in a group when its scores were shown. */
public final class Rosters {

  /** So many joined or left that the difference no longer tells of one of them. */
  private static final int ENOUGH = 3;

  private Rosters() {}

  /**
   * True when, against any earlier showing, one or two people joined or left: two showings would
   * then tell what the one who left had said (measurement 8.4, P4).
   *
   * @param now ids of the people; empty when not known, which counts as a change too small
   * @param earlier ids of the people at each earlier showing of the same group
   */
  public static boolean hardlyChanged(Set<String> now, List<Set<String>> earlier) {
    return earlier.stream().anyMatch(then -> hardlyChanged(now, then));
  }

  private static boolean hardlyChanged(Set<String> now, Set<String> then) {
    if (now.isEmpty() || then.isEmpty()) return true;
    long joined = now.stream().filter(each -> !then.contains(each)).count();
    long left = then.stream().filter(each -> !now.contains(each)).count();
    return joined + left > 0 && joined + left < ENOUGH;
  }
}
