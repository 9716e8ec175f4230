package plimsoll.statistics;

import java.util.Collection;
import java.util.List;

/**
 * How far groups differ beyond what their members do, by a one-way analysis of variance (Shrout and
 * Fleiss 1979; for groups of unequal size Bliese 2000).
 *
 * @param groups with a member or more
 * @param between mean square between groups
 * @param within mean square within groups
 * @param f between over within; infinite when members of a group never differ
 * @param meanSize the size that unequal groups are worth, n₀
 * @param single ICC(1): the share of variance that lies between groups, 1 at most; below 0 when
 *     groups differ less than chance makes them
 * @param mean ICC(2): how reliable the mean of a group is, 1 at most
 */
public record Icc(
    int groups,
    double between,
    double within,
    double f,
    double meanSize,
    double single,
    double mean) {

  /** Of fewer groups nothing is said. */
  public static final int FEWEST = 5;

  /** ICC(1) from which groups differ. */
  public static final double DIFFER = 0.05;

  /** ICC(2) from which their means are told apart; not 0.70, because teams are small. */
  public static final double RELIABLE = 0.60;

  /** What may be said of the groups. */
  public enum Word {
    TOO_FEW_GROUPS,
    DIFFER_RELIABLY,
    SPEAK_OF_ALL_ONLY
  }

  /**
   * Groups without a member are left out; those with one count between groups only.
   *
   * @return null when nobody differs from anybody
   * @throws IllegalArgumentException with fewer than two groups, or no group of two members
   */
  public static Icc of(Collection<double[]> all) {
    var groups = all.stream().filter(g -> g.length > 0).toList();
    groups.forEach(Refuse::unlessFinite);
    double people = groups.stream().mapToDouble(g -> g.length).sum();
    Refuse.unless(groups.size() >= 2, "groups are compared from two on");
    Refuse.unless(people > groups.size(), "no group has two members");
    double between = between(groups, people) / (groups.size() - 1);
    double within = Pooled.of(groups).variance();
    return between == 0 && within == 0 ? null : of(groups, people, between, within);
  }

  public Word word() {
    if (groups < FEWEST) return Word.TOO_FEW_GROUPS;
    return single >= DIFFER && mean >= RELIABLE ? Word.DIFFER_RELIABLY : Word.SPEAK_OF_ALL_ONLY;
  }

  private static Icc of(List<double[]> groups, double people, double between, double within) {
    double squares = groups.stream().mapToDouble(g -> (double) g.length * g.length).sum();
    double size = (people - squares / people) / (groups.size() - 1);
    double single = (between - within) / (between + (size - 1) * within);
    double mean = (between - within) / between;
    return new Icc(groups.size(), between, within, between / within, size, single, mean);
  }

  /** Around the mean of all, in two passes; the library's sums of squares lose it (NIST SmLs04). */
  private static double between(List<double[]> groups, double people) {
    double centre = groups.stream().mapToDouble(g -> g.length * Moments.mean(g)).sum() / people;
    double sum = 0;
    for (double[] group : groups) {
      double off = Moments.mean(group) - centre;
      sum += group.length * off * off;
    }
    return sum;
  }
}
