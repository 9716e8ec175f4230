package plimsoll.delivery.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import plimsoll.delivery.metric.Metric.Alternative;
import plimsoll.delivery.metric.Metric.Provenance;
import plimsoll.delivery.metric.Metric.State;
import plimsoll.delivery.metric.Metric.Tail;
import plimsoll.statistics.Interval;
import plimsoll.statistics.KaplanMeier;
import plimsoll.statistics.MedianInterval;
import plimsoll.statistics.Proportion;
import plimsoll.statistics.QuantileInterval;

/** A figure while it is being put together. */
final class Drawn {
  private static final double LEVEL = 0.95;
  private static final int SUMMED_FROM = 5;
  private static final int P90_FROM = 20;
  private static final double CONTRADICTORY_MAX = 0.02;

  /** Below this nothing is shown, because what is missing could turn it over. */
  static final double COVERAGE_MIN = 0.5;

  private final Measure measure;
  private final List<Alternative> alternatives = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private double coverage = 1;
  private int inferred;
  private int excluded;

  Drawn(Measure measure) {
    this.measure = measure;
  }

  Drawn covering(double share) {
    coverage = share;
    return this;
  }

  Drawn inferring(long count) {
    inferred = (int) count;
    return this;
  }

  Drawn excluding(long count, String what) {
    excluded = (int) count;
    return noting(
        count > 0, count + " " + what + " left out, because the times contradict each other.");
  }

  Drawn noting(boolean applies, String note) {
    if (applies) notes.add(note);
    return this;
  }

  /** The same figure under another rule. */
  Drawn alternative(String key, String rule, Metric metric) {
    alternatives.add(Alternative.of(key, rule, metric));
    return this;
  }

  /** No value, and why. */
  Metric without(State state, int n) {
    return metric(state, null, null, null, null, n, null, List.of());
  }

  Metric notApplicable(String why) {
    return noting(true, why).without(State.NOT_APPLICABLE, 0);
  }

  Metric unknown(String why) {
    return covering(0).noting(true, why).without(State.UNKNOWN, 0);
  }

  Metric rate(int count, double days) {
    var events = Proportion.poisson(count, LEVEL);
    var interval = new Interval(events.low() / days, events.high() / days);
    return metric(State.MEASURED, count / days, interval, null, null, count, null, List.of());
  }

  Metric share(int hits, int n) {
    return metric(
        State.MEASURED,
        (double) hits / n,
        new Proportion(hits, n).wilson(LEVEL),
        null,
        null,
        n,
        hits,
        List.of());
  }

  /**
   * What parts are of wholes, all together; its interval is that of a ratio of sums over the units
   * (Cochran 1977, 6.3), so that one large unit widens it.
   *
   * @param parts each from 0 to its whole
   * @param wholes above 0
   */
  Metric ratio(List<Double> parts, List<Double> wholes) {
    int n = parts.size();
    double whole = wholes.stream().mapToDouble(one -> one).sum();
    double ratio = parts.stream().mapToDouble(one -> one).sum() / whole;
    if (n < SUMMED_FROM) {
      var shares = IntStream.range(0, n).mapToDouble(i -> parts.get(i) / wholes.get(i));
      return listed(shares.sorted().toArray(), n);
    }
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double off = parts.get(i) - ratio * wholes.get(i);
      squares += off * off;
    }
    double reach =
        new TDistribution(null, n - 1).inverseCumulativeProbability((1 + LEVEL) / 2)
            * Math.sqrt(squares * n / (n - 1))
            / whole;
    var interval = new Interval(ratio - reach, ratio + reach).clipped(0, 1);
    return metric(State.MEASURED, ratio, interval, null, null, n, null, List.of());
  }

  /** The median of what is all over. */
  Metric median(Collection<Double> seconds) {
    var sorted = Quantiles.sorted(seconds);
    int n = sorted.length;
    if (blocked(n)) {
      return without(State.BLOCKED, n);
    }
    return n < SUMMED_FROM
        ? listed(sorted, n)
        : metric(
            State.MEASURED,
            Quantiles.of(sorted, 50),
            MedianInterval.of(sorted, LEVEL),
            tail(sorted, 0.75),
            n < P90_FROM ? null : tail(sorted, 0.9),
            n,
            null,
            List.of());
  }

  /** The median of what may be open still. */
  Metric median(List<Observation> all) {
    int n = all.size();
    var over =
        Quantiles.sorted(
            all.stream().filter(one -> !one.open()).map(Observation::seconds).toList());
    noting(over.length < n, n - over.length + " of " + n + " still open.");
    if (blocked(n)) {
      return without(State.BLOCKED, n);
    }
    return n < SUMMED_FROM ? listed(over, n) : survived(all, n);
  }

  private Metric survived(List<Observation> all, int n) {
    var times = all.stream().mapToDouble(Observation::seconds).toArray();
    var arrived = new boolean[n];
    for (int i = 0; i < n; i++) arrived[i] = !all.get(i).open();
    var survival = KaplanMeier.of(times, arrived);
    var median = survival.median();
    return median == null
        ? noting(true, "Too many are open to tell a median.").without(State.UNKNOWN, n)
        : metric(
            State.MEASURED,
            median,
            survival.medianInterval(LEVEL),
            tail(survival, 0.75),
            n < P90_FROM ? null : tail(survival, 0.9),
            n,
            null,
            List.of());
  }

  private static Tail tail(double[] sorted, double share) {
    return tail(Quantiles.of(sorted, 100 * share), QuantileInterval.of(sorted, share, LEVEL));
  }

  /** Null where too many are open to tell. */
  private static Tail tail(KaplanMeier survival, double share) {
    var value = survival.quantile(share);
    return value == null ? null : tail(value, survival.quantileInterval(share, LEVEL));
  }

  private static Tail tail(double value, Interval interval) {
    return new Tail(value, finite(interval.low()), finite(interval.high()));
  }

  private Metric listed(double[] sorted, int n) {
    var values = Arrays.stream(sorted).boxed().toList();
    return metric(State.LISTED, null, null, null, null, n, null, values);
  }

  private boolean blocked(int n) {
    boolean blocked = excluded > CONTRADICTORY_MAX * (n + excluded);
    noting(blocked, "More than 2 % of the times contradict each other, so no figure is given.");
    return blocked;
  }

  private Metric metric(
      State state,
      Double value,
      Interval interval,
      Tail p75,
      Tail p90,
      int n,
      Integer hits,
      List<Double> listed) {
    return new Metric(
        measure,
        state,
        value,
        interval == null ? null : finite(interval.low()),
        interval == null ? null : finite(interval.high()),
        p75,
        p90,
        measure.unit(),
        n,
        hits,
        coverage,
        listed,
        alternatives,
        new Provenance(measure.rule(), Measure.EDITION, inferred, excluded, notes));
  }

  /** An end beyond what was seen is no number. */
  private static Double finite(double end) {
    return Double.isInfinite(end) ? null : (Double) end;
  }
}
