package plimsoll.statistics;

import java.util.SplittableRandom;

/**
 * Draws from a seed. The same seed gives the same draws on every machine and every release of Java:
 * only {@code nextLong} of the generator and strict arithmetic are used.
 */
public final class Chance {
  private final SplittableRandom random;
  private double spare = Double.NaN;

  public Chance(long seed) {
    random = new SplittableRandom(seed);
  }

  /** A chance of its own for each purpose, so that one purpose more does not shift the others. */
  public static Chance of(long seed, String purpose) {
    long mixed = seed;
    for (char each : purpose.toCharArray()) mixed = mixed * 0x5DEECE66DL + each + 0xBL;
    return new Chance(mixed);
  }

  /** Uniform in [0, 1). */
  public double uniform() {
    return (random.nextLong() >>> 11) * 0x1p-53;
  }

  /** Uniform among 0 to bound − 1. */
  public int below(int bound) {
    return (int) (uniform() * bound);
  }

  /** Standard normal, by Marsaglia's polar method. */
  public double normal() {
    if (!Double.isNaN(spare)) {
      double kept = spare;
      spare = Double.NaN;
      return kept;
    }
    double x;
    double y;
    double s;
    do {
      x = 2 * uniform() - 1;
      y = 2 * uniform() - 1;
      s = x * x + y * y;
    } while (s >= 1 || s == 0);
    double scale = Math.sqrt(-2 * StrictMath.log(s) / s);
    spare = y * scale;
    return x * scale;
  }

  /** Gamma of a shape above 0 and scale 1, by Marsaglia and Tsang (2000). */
  public double gamma(double shape) {
    if (shape < 1) return gamma(shape + 1) * StrictMath.pow(1 - uniform(), 1 / shape);
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = normal();
      double v = 1 + c * x;
      if (v <= 0) continue;
      v = v * v * v;
      double u = 1 - uniform();
      // What lies under this curve lies under the other too, and spares two logarithms.
      if (u < 1 - 0.0331 * x * x * x * x) return d * v;
      if (StrictMath.log(u) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) return d * v;
    }
  }

  /** Beta of two parameters above 0. */
  public double beta(double a, double b) {
    double x = gamma(a);
    double y = gamma(b);
    return x + y == 0 ? 0.5 : x / (x + y);
  }

  /** Student's t. */
  public double t(double degreesOfFreedom) {
    double z = normal();
    return z / Math.sqrt(2 * gamma(degreesOfFreedom / 2) / degreesOfFreedom);
  }
}
