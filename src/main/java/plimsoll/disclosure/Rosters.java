package plimsoll.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Who was in each group whenever its scores were shown, to compare with who is in it now. */
public final class Rosters {

  /** So many joined or left that the difference no longer tells of one of them. */
  private static final int ENOUGH = 3;

  private final List<Showing> showings = new ArrayList<>();
  private final Set<String> shown = new HashSet<>();
  private final Set<String> shownUnknown = new HashSet<>();

  /** Of a thousand groups few have somebody in common, and only these need be compared. */
  private final Map<String, List<Showing>> byPerson = new HashMap<>();

  /** Compared by identity: to compare the people in it would take long. */
  private static final class Showing {
    private final Set<String> people;

    Showing(Set<String> people) {
      this.people = people;
    }
  }

  /**
   * @param earlier for each earlier showing the ids of the people in each group that was shown;
   *     none where they are not known
   */
  public Rosters(List<Map<String, Set<String>>> earlier) {
    earlier.forEach(rosters -> rosters.forEach(this::add));
  }

  /**
   * True when, against any earlier showing of the same people under whatever name, one or two
   * joined or left: two showings would then tell what the one who left had said (measurement 8.4,
   * P4).
   *
   * @param now ids of the people in it; empty when not known, which counts as a change too small
   *     where the group was shown before
   */
  public boolean hardlyChanged(String group, Set<String> now) {
    boolean unknown = (now.isEmpty() ? shown : shownUnknown).contains(group);
    return unknown || near(now).distinct().anyMatch(then -> hardlyChanged(now, then));
  }

  private void add(String group, Set<String> people) {
    shown.add(group);
    if (people.isEmpty()) shownUnknown.add(group);
    var showing = new Showing(people);
    showings.add(showing);
    people.forEach(id -> byPerson.computeIfAbsent(id, key -> new ArrayList<>()).add(showing));
  }

  /** Where at most two left, at least one of any three is still there. */
  private Stream<Showing> near(Set<String> now) {
    return now.size() < ENOUGH
        ? showings.stream()
        : now.stream().limit(ENOUGH).flatMap(id -> byPerson.getOrDefault(id, List.of()).stream());
  }

  private static boolean hardlyChanged(Set<String> now, Showing showing) {
    var then = showing.people;
    if (now.isEmpty() || then.isEmpty() || Math.abs(now.size() - then.size()) >= ENOUGH) {
      return false;
    }
    int stayed = 0;
    for (String id : now) if (then.contains(id)) stayed++;
    int changes = now.size() + then.size() - 2 * stayed;
    return changes > 0 && changes < ENOUGH;
  }
}
