package plimsoll.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The share that still waits after a time, when some have not arrived yet (Kaplan and Meier 1958).
 *
 * @param steps where the share falls, by time
 */
public record KaplanMeier(List<Step> steps) {

  public KaplanMeier {
    steps = List.copyOf(steps);
  }

  /**
   * @param time in the unit of the observations
   * @param surviving share that lasts longer than the time, 0 to 1
   * @param greenwood Greenwood's sum Σ d / (n (n − d)); infinite when the last one arrives
   */
  public record Step(double time, double surviving, double greenwood) {}

  /**
   * @param times 0 or more, and finite
   * @param arrived false where the wait had not ended at that time
   */
  public static KaplanMeier of(double[] times, boolean[] arrived) {
    Refuse.unless(times.length == arrived.length, "each time needs an end");
    var order = new ArrayList<>(IntStream.range(0, times.length).boxed().toList());
    for (double time : times) {
      Refuse.unless(time >= 0 && Double.isFinite(time), "a wait cannot be " + time);
    }
    order.sort(Comparator.comparingDouble(i -> times[i]));
    return new KaplanMeier(walk(order, times, arrived));
  }

  private static List<Step> walk(List<Integer> order, double[] times, boolean[] arrived) {
    var steps = new ArrayList<Step>();
    double surviving = 1;
    double greenwood = 0;
    for (int i = 0; i < order.size(); ) {
      double time = times[order.get(i)];
      int waiting = order.size() - i;
      int ends = 0;
      for (; i < order.size() && times[order.get(i)] == time; i++) {
        if (arrived[order.get(i)]) ends++;
      }
      if (ends == 0) continue;
      surviving *= 1 - (double) ends / waiting;
      greenwood += ends / ((double) waiting * (waiting - ends));
      steps.add(new Step(time, surviving, greenwood));
    }
    return Collections.unmodifiableList(steps);
  }

  /** The share that lasts longer than a time, 0 to 1. */
  public double surviving(double time) {
    double share = 1;
    for (Step step : steps) if (step.time <= time) share = step.surviving;
    return share;
  }

  /**
   * The time at which half have arrived, midway to the next arrival where it is exactly half, as in
   * any median; null when fewer than half did.
   */
  public Double median() {
    return quantile(0.5);
  }

  /**
   * The time at which a share has arrived, midway to the next arrival where it is exactly that
   * share; null when fewer did.
   *
   * @param share above 0, below 1
   */
  public Double quantile(double share) {
    for (int i = 0; i < steps.size(); i++) {
      double left = steps.get(i).surviving - (1 - share);
      if (left > 1e-12) continue;
      boolean just = left > -1e-12 && i + 1 < steps.size();
      return just ? (steps.get(i).time + steps.get(i + 1).time) / 2 : steps.get(i).time;
    }
    return null;
  }

  /**
   * The median's interval by the log-log transform (Brookmeyer and Crowley 1982): the times whose
   * survival does not differ from one half.
   *
   * @return low and high; high is infinite where the end is not reached, null without any step.
   *     Once the last has arrived nothing is known of those who might have waited longer
   */
  public Interval medianInterval(double level) {
    return quantileInterval(0.5, level);
  }

  /** The same for the time at which another share has arrived. */
  public Interval quantileInterval(double share, double level) {
    Refuse.unlessLevel(level);
    if (steps.isEmpty()) return null;
    double z = Normal.reach(level);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.POSITIVE_INFINITY;
    for (Step step : steps) {
      Interval at = band(step, z);
      if (at.low() <= 1 - share) low = Math.min(low, step.time);
      if (at.high() <= 1 - share) high = Math.min(high, step.time);
    }
    return new Interval(low, high);
  }

  private static Interval band(Step step, double z) {
    if (step.surviving <= 0) return new Interval(0, 1);
    double log = StrictMath.log(step.surviving);
    double reach = z * Math.sqrt(step.greenwood) / Math.abs(log);
    return new Interval(power(log, reach), power(log, -reach));
  }

  private static double power(double log, double reach) {
    return StrictMath.exp(log * StrictMath.exp(reach));
  }
}
