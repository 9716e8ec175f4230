package plimsoll.statistics;

import java.util.Arrays;

/**
 * Group means that lean on each other as far as the data say they are alike: a normal hierarchical
 * model, integrated over a grid of the spread between groups with a flat prior (measurement 2.4;
 * Gelman et al., Bayesian Data Analysis, 5.4).
 */
public final class Shrinkage {
  private final double[] means;
  private final double[] errors;
  private final double[] spreads;
  private final Given[] given;
  private final double[] probability;
  private final double[] cumulated;

  private Shrinkage(double[] means, double[] errors, double[] spreads) {
    this.means = means.clone();
    this.errors = errors.clone();
    this.spreads = spreads.clone();
    this.given = Arrays.stream(spreads).mapToObj(Given::new).toArray(Given[]::new);
    this.probability = posterior();
    this.cumulated = cumulated(probability);
  }

  /** With spreads of 0, 0.25, … 60, which suit scores of 0 to 100. */
  public static Shrinkage of(double[] means, double[] errors) {
    return of(means, errors, 60, 0.25);
  }

  /**
   * @param means of the groups, two or more
   * @param errors their standard errors; 0 says that a mean is known exactly
   * @param widest 0 or more: the widest spread between groups that is thought possible
   * @param step of the grid, above 0
   */
  public static Shrinkage of(double[] means, double[] errors, double widest, double step) {
    Refuse.unless(
        means.length >= 2 && means.length == errors.length,
        "shrinkage needs two groups or more, each with an error");
    Refuse.unlessFinite(means);
    Refuse.unlessFinite(errors);
    for (double error : errors) Refuse.unless(error >= 0, "an error is 0 or more");
    Refuse.unless(widest >= 0 && step > 0, "a grid goes up from 0");
    double[] spreads = new double[(int) Math.round(widest / step) + 1];
    Arrays.setAll(spreads, i -> i * step);
    return new Shrinkage(means, errors, spreads);
  }

  /** The groups' posterior means. */
  public double[] means() {
    double[] all = new double[means.length];
    for (int t = 0; t < spreads.length; t++) {
      var at = given[t];
      for (int j = 0; j < all.length; j++) all[j] += probability[t] * at.mean(j);
    }
    return all;
  }

  /** The groups' posterior standard deviations. */
  public double[] standardDeviations() {
    double[] centre = means();
    double[] all = new double[centre.length];
    for (int t = 0; t < spreads.length; t++) {
      var at = given[t];
      for (int j = 0; j < all.length; j++) {
        double off = at.mean(j) - centre[j];
        all[j] += probability[t] * (at.variance(j) + off * off);
      }
    }
    return Arrays.stream(all).map(Math::sqrt).toArray();
  }

  /** The posterior mean of the spread between groups. */
  public double spread() {
    double sum = 0;
    for (int t = 0; t < spreads.length; t++) sum += probability[t] * spreads[t];
    return sum;
  }

  /**
   * The spread between groups that a share of the posterior lies below, between points of the grid
   * by a straight line.
   *
   * @param share above 0 and below 1
   */
  public double spread(double share) {
    Refuse.unlessLevel(share);
    double before = 0;
    for (int t = 1; t < spreads.length; t++) {
      double at = t == spreads.length - 1 ? 1 : cumulated[t] - probability[t] / 2;
      if (at >= share) {
        double part = (share - before) / (at - before);
        return spreads[t - 1] + part * (spreads[t] - spreads[t - 1]);
      }
      before = at;
    }
    return spreads[0];
  }

  /** The posterior mean of what the groups lie around. */
  public double mean() {
    double sum = 0;
    for (int t = 0; t < spreads.length; t++) sum += probability[t] * given[t].mean;
    return sum;
  }

  /** What all groups share in one draw. */
  public record Common(double spread, double mean) {}

  /** One draw of what all groups share. */
  public Common common(Chance chance) {
    int t = Arrays.binarySearch(cumulated, chance.uniform() * cumulated[cumulated.length - 1]);
    int place = Math.min(t < 0 ? -t - 1 : t, spreads.length - 1);
    var at = given[place];
    return new Common(spreads[place], at.mean + Math.sqrt(at.varianceOfMean) * chance.normal());
  }

  /** One draw of one group, given what all share. */
  public double group(int j, Common common, Chance chance) {
    var leaning = Leaning.of(means[j], errors[j], common.mean, common.spread);
    return leaning.value() + leaning.deviation() * chance.normal();
  }

  private double[] posterior() {
    double[] logs = new double[spreads.length];
    for (int t = 0; t < logs.length; t++) logs[t] = given[t].logDensity();
    double highest = Arrays.stream(logs).max().orElseThrow();
    double[] weights = Arrays.stream(logs).map(l -> StrictMath.exp(l - highest)).toArray();
    weights[0] /= 2; // the ends of the grid stand for half a step, as in the trapezoid rule
    weights[weights.length - 1] /= 2;
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(w -> w / sum).toArray();
  }

  /** One after the other: many threads would add in another order and round otherwise. */
  private static double[] cumulated(double[] probability) {
    double[] sums = probability.clone();
    for (int t = 1; t < sums.length; t++) sums[t] += sums[t - 1];
    return sums;
  }

  /** The model with the spread between groups given. */
  private final class Given {
    private final double spread;
    private final double varianceOfMean;
    private final double mean;

    Given(double spread) {
      this.spread = spread;
      double precision = 0;
      double sum = 0;
      for (int j = 0; j < means.length; j++) {
        precision += 1 / total(j);
        sum += means[j] / total(j);
      }
      varianceOfMean = 1 / precision;
      mean = sum / precision;
    }

    double logDensity() {
      double log = 0.5 * StrictMath.log(varianceOfMean);
      for (int j = 0; j < means.length; j++) {
        double off = means[j] - mean;
        log -= 0.5 * (StrictMath.log(total(j)) + off * off / total(j));
      }
      return log;
    }

    double mean(int j) {
      return Leaning.of(means[j], errors[j], mean, spread).value();
    }

    double variance(int j) {
      return (1 - lean(j)) * square(errors[j]) + square(lean(j)) * varianceOfMean;
    }

    private double lean(int j) {
      return square(errors[j]) / total(j);
    }

    private double total(int j) {
      return Leaning.total(errors[j], spread);
    }
  }

  private static double square(double x) {
    return x * x;
  }
}
