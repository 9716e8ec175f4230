package plimsoll.pattern;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The way that services have in common which were made alike, such as from one template, and who
 * left it. No record tells what a template would make, and templates change; so the way is that of
 * the service that lies nearest to all others (the medoid: L. Kaufman and P. Rousseeuw, <i>Finding
 * Groups in Data</i>, 1990).
 *
 * @param compared services of which enough is known
 * @param left those that lie farther off than {@link #REACH}, the farthest first
 */
public record CommonWay(int compared, List<Left> left) {
  /** Three to four of 24 choices; a judgement. */
  public static final double REACH = 0.15;

  /** Of two nobody can tell which one left. */
  private static final int FEWEST = 3;

  /**
   * A service that goes another way.
   *
   * @param distance after Gower, 0 to 1
   * @param differing in what it differs
   */
  public record Left(String service, double distance, List<Feature> differing) {}

  /**
   * @param services that were made alike, in any order
   * @return null when enough is known of fewer than three
   */
  public static CommonWay of(Collection<Fingerprint> services) {
    var all =
        services.stream()
            .filter(Fingerprint::enoughKnown)
            .sorted(Comparator.comparing(Fingerprint::service))
            .toList();
    if (all.size() < FEWEST) return null;
    var distances = Distance.matrix(all);
    int middle =
        IntStream.range(0, all.size())
            .boxed()
            .min(Comparator.comparingDouble(i -> Arrays.stream(distances[i]).sum()))
            .orElseThrow();
    return new CommonWay(
        all.size(),
        IntStream.range(0, all.size())
            .filter(i -> distances[middle][i] > REACH)
            .mapToObj(i -> left(all.get(i), distances[middle][i], all.get(middle)))
            .sorted(Comparator.comparingDouble(Left::distance).reversed())
            .toList());
  }

  private static Left left(Fingerprint one, double distance, Fingerprint middle) {
    return new Left(
        one.service(),
        distance,
        Arrays.stream(Feature.values())
            .filter(feature -> one.values().containsKey(feature))
            .filter(feature -> middle.values().containsKey(feature))
            .filter(
                feature -> !Objects.equals(one.values().get(feature), middle.values().get(feature)))
            .toList());
  }
}
