package plimsoll.disclosure;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Tells which rosters of before bear on what can be shown of teams now: those that differ by one or
 * two people from some of the teams taken together. The others need not be kept in mind, however
 * many there are.
 */
public final class Neighbours {
  private static final int MOST = 2;

  /** In no team alone: whoever is in two may count with either. */
  private static final int SEVERAL = -1;

  private final Map<String, Integer> teamOf = new HashMap<>();
  private final Map<Integer, Integer> sizes = new HashMap<>();
  private final boolean apart;

  /**
   * @param teams ids of the people in each team now
   */
  public Neighbours(Collection<Set<String>> teams) {
    int number = 0;
    for (Set<String> team : teams) {
      for (String person : team) teamOf.merge(person, number, (one, other) -> SEVERAL);
      number++;
    }
    teamOf.values().forEach(team -> sizes.merge(team, 1, Integer::sum));
    this.apart =
        !sizes.containsKey(SEVERAL) && sizes.values().stream().allMatch(size -> size > MOST);
  }

  /**
   * True where one or two people would have to join or leave to make it a union of teams; where
   * nobody would, only if another such union lies so near, because a team is that small.
   */
  public boolean include(Set<String> roster) {
    int apartBy = strangers(roster);
    return apartBy <= MOST && (apartBy > 0 || !apart);
  }

  /** The fewest who would have to join or leave. */
  private int strangers(Set<String> roster) {
    int strangers = 0;
    var found = new HashMap<Integer, Integer>();
    for (String person : roster) {
      Integer team = teamOf.get(person);
      if (team == null) strangers++;
      else if (team != SEVERAL) found.merge(team, 1, Integer::sum);
    }
    for (var each : found.entrySet()) {
      strangers += Math.min(each.getValue(), sizes.get(each.getKey()) - each.getValue());
    }
    return strangers;
  }
}
