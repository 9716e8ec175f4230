package plimsoll.platform;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which teams' records would tell of one person or two. */
public final class FewPeople {
  /** In smaller teams a record tells of one person. */
  private static final int ENOUGH = 3;

  private FewPeople() {}

  /**
   * Teams of fewer than three people, and where these together are fewer than three the next
   * smallest too, because what a single one did follows from the sum of all and the others.
   *
   * @param teams that have a record
   * @param people how many each has; who is not in it has none
   */
  public static Set<String> withheld(Collection<String> teams, Map<String, Integer> people) {
    var withheld = new HashSet<String>();
    int together = 0;
    var smallestFirst =
        teams.stream()
            .distinct()
            .sorted(
                Comparator.comparing((String team) -> people.getOrDefault(team, 0))
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    for (var team : smallestFirst) {
      int size = people.getOrDefault(team, 0);
      if (size >= ENOUGH && (withheld.isEmpty() || together >= ENOUGH)) break;
      withheld.add(team);
      together += size;
    }
    return withheld;
  }
}
