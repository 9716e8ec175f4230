package plimsoll.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who stood behind scores that were shown, to compare with who would stand behind new ones
 * (measurement 8.4, P4). Each roster is kept in three parts: where at most two people joined or
 * left, one part at least is the same, so a roster's near likes are found without looking at all.
 */
public final class Rosters {

  /** So many joined or left that the difference no longer tells of one of them. */
  private static final int ENOUGH = 3;

  private final List<Map<Set<String>, List<Set<String>>>> byPart = new ArrayList<>();

  private Rosters(Collection<Set<String>> earlier) {
    for (int i = 0; i < ENOUGH; i++) byPart.add(new HashMap<>());
    for (Set<String> roster : earlier) if (!roster.isEmpty()) add(roster);
  }

  /**
   * @param earlier ids of the people at each earlier showing of any group; each roster once will do
   */
  public static Rosters of(Collection<Set<String>> earlier) {
    return new Rosters(earlier);
  }

  /**
   * People in three parts that do not depend on who else is there, so that one who joins or leaves
   * changes one part alone.
   */
  public static List<Set<String>> parts(Set<String> people) {
    var parts = new ArrayList<Set<String>>();
    for (int i = 0; i < ENOUGH; i++) parts.add(new HashSet<>());
    for (String person : people) parts.get(Math.floorMod(person.hashCode(), ENOUGH)).add(person);
    return parts;
  }

  /**
   * True when, against any earlier showing, one or two people joined or left: two showings would
   * then tell what the one who left had said.
   *
   * @param now ids of the people; empty when not known, which counts as a change too small where
   *     anything was shown before
   */
  public boolean hardlyChanged(Set<String> now) {
    if (now.isEmpty()) return !byPart.get(0).isEmpty();
    var parts = parts(now);
    for (int i = 0; i < ENOUGH; i++) {
      for (Set<String> then : byPart.get(i).getOrDefault(parts.get(i), List.of())) {
        if (hardlyChanged(now, then)) return true;
      }
    }
    return false;
  }

  private void add(Set<String> roster) {
    var parts = parts(roster);
    for (int i = 0; i < ENOUGH; i++) {
      byPart.get(i).computeIfAbsent(parts.get(i), none -> new ArrayList<>()).add(roster);
    }
  }

  private static boolean hardlyChanged(Set<String> now, Set<String> then) {
    if (Math.abs(now.size() - then.size()) >= ENOUGH) return false;
    long joined = now.stream().filter(each -> !then.contains(each)).count();
    long changed = 2 * joined + then.size() - now.size();
    return changed > 0 && changed < ENOUGH;
  }
}
