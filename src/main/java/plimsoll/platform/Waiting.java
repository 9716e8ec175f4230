package plimsoll.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import plimsoll.statistics.Interval;
import plimsoll.statistics.KaplanMeier;

/**
 * How long something takes of which a part is not over yet (Kaplan and Meier 1958; the interval by
 * the log-log transform, Brookmeyer and Crowley 1982).
 *
 * @param n how many waits there are
 * @param ended how many of them are over
 * @param excluded how many were left out, because they end before they begin or begin after the
 *     data cut
 * @param medianDays null where fewer than half have ended, or fewer than five are known
 * @param lowDays lower end of its 95 % interval; null with the median
 * @param highDays upper end; null where it lies beyond what was seen
 * @param listedDays the ended waits themselves, in order, where fewer than five are known
 */
public record Waiting(
    int n,
    int ended,
    int excluded,
    Double medianDays,
    Double lowDays,
    Double highDays,
    List<Double> listedDays) {
  private static final int SUMMED_FROM = 5;
  private static final double LEVEL = 0.95;
  private static final double DAY_MILLIS = 86_400_000.0;

  /**
   * One wait.
   *
   * @param group such as a segment; what is compared with each other
   * @param ended null while it lasts
   * @param seen up to when it is known that it lasted; null for the data cut
   */
  public record Wait(String group, Instant began, Instant ended, Instant seen) {

    /** One of which everything is known up to the data cut. */
    public Wait(String group, Instant began, Instant ended) {
      this(group, began, ended, null);
    }

    private boolean sound(Instant asOf) {
      return !began.isAfter(asOf) && (ended == null || !ended.isBefore(began));
    }

    /** What comes after the data cut is not known yet. */
    private boolean over(Instant asOf) {
      return ended != null && !ended.isAfter(asOf);
    }

    private double days(Instant asOf) {
      return Duration.between(began, over(asOf) ? ended : open(asOf)).toMillis() / DAY_MILLIS;
    }

    /** Until when it lasted for certain. */
    private Instant open(Instant asOf) {
      var until = seen == null || seen.isAfter(asOf) ? asOf : seen;
      return until.isBefore(began) ? began : until;
    }
  }

  /** All of them together. */
  public static Waiting of(Collection<Wait> waits, Instant asOf) {
    var sound = waits.stream().filter(one -> one.sound(asOf)).toList();
    int excluded = waits.size() - sound.size();
    double[] days = sound.stream().mapToDouble(one -> one.days(asOf)).toArray();
    boolean[] over = new boolean[days.length];
    int ended = 0;
    for (int i = 0; i < over.length; i++) {
      over[i] = sound.get(i).over(asOf);
      if (over[i]) ended++;
    }
    return days.length < SUMMED_FROM
        ? listed(days, over, ended, excluded)
        : summed(KaplanMeier.of(days, over), days.length, ended, excluded);
  }

  /** Each group by itself, sorted by name. */
  public static Map<String, Waiting> byGroup(Collection<Wait> waits, Instant asOf) {
    var groups = new TreeMap<String, List<Wait>>();
    for (var each : waits) {
      groups.computeIfAbsent(each.group(), group -> new ArrayList<>()).add(each);
    }
    var found = new TreeMap<String, Waiting>();
    groups.forEach((group, own) -> found.put(group, of(own, asOf)));
    return found;
  }

  private static Waiting listed(double[] days, boolean[] over, int ended, int excluded) {
    var known = new ArrayList<Double>();
    for (int i = 0; i < days.length; i++) if (over[i]) known.add(days[i]);
    known.sort(null);
    return new Waiting(days.length, ended, excluded, null, null, null, List.copyOf(known));
  }

  private static Waiting summed(KaplanMeier curve, int n, int ended, int excluded) {
    Double median = curve.median();
    if (median == null) return new Waiting(n, ended, excluded, null, null, null, List.of());
    Interval ends = curve.medianInterval(LEVEL);
    Double high = Double.isInfinite(ends.high()) ? null : (Double) ends.high();
    return new Waiting(n, ended, excluded, median, ends.low(), high, List.of());
  }
}
