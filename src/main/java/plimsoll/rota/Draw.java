package plimsoll.rota;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Whom to ask: nobody beyond her minutes a quarter, and of the others everybody, or those whose
 * last turn lies longest back.
 *
 * @param asked whose turn it is, in the order in which it came to them
 * @param leftOut how many were passed over because their minutes are used up, though it would else
 *     be open to ask them
 */
public record Draw(List<Turn> asked, int leftOut) {
  private static final Comparator<Turn> ORDER =
      comparing(Turn::lastAsked, nullsFirst(naturalOrder()))
          .thenComparingInt(Turn::minutes)
          .thenComparingLong(Turn::lot)
          .thenComparing(Turn::person);

  /** How many to ask. */
  public sealed interface Size {
    /** Everybody. */
    record All() implements Size {}

    /**
     * A part of each team, rounded up, and so many at least that something can be shown of it.
     *
     * @param part above 0, up to 1
     * @param least the smallest group that anything is shown of
     */
    record Share(double part, int least) implements Size {}

    /** So many in all, whatever their teams. */
    record People(int count) implements Size {}
  }

  /**
   * @param minutes how long this survey takes
   * @param budget how many minutes a person may be asked for in a quarter
   */
  public static Draw of(Collection<Turn> all, int minutes, int budget, Size size) {
    var affordable =
        all.stream().filter(turn -> turn.minutes() + minutes <= budget).sorted(ORDER).toList();
    return new Draw(chosen(affordable, all, size), all.size() - affordable.size());
  }

  private static List<Turn> chosen(List<Turn> affordable, Collection<Turn> all, Size size) {
    if (size instanceof Size.People people) {
      return affordable.stream().limit(people.count()).toList();
    }
    if (size instanceof Size.Share share) {
      var byTeam = affordable.stream().collect(groupingBy(Turn::team));
      var sizes = all.stream().collect(groupingBy(Turn::team, TreeMap::new, counting()));
      return sizes.entrySet().stream()
          .flatMap(
              team -> part(byTeam.getOrDefault(team.getKey(), List.of()), team.getValue(), share))
          .toList();
    }
    return affordable;
  }

  private static Stream<Turn> part(List<Turn> team, long people, Size.Share share) {
    // A part such as 0.2 is no exact number; what it misses must not ask one person more.
    long part = (long) Math.ceil(share.part() * people - 1e-9);
    return team.stream().limit(Math.max(part, share.least()));
  }
}
