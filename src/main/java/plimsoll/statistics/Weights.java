package plimsoll.statistics;

/** What unequal weights cost. */
public final class Weights {

  private Weights() {}

  /** Kish's effective sample size: (Σw)² / Σw²; 0 when all weights are 0. */
  public static double effectiveSize(double[] weights) {
    double sum = 0;
    double squares = 0;
    for (double weight : weights) {
      Refuse.unless(weight >= 0 && Double.isFinite(weight), weight + " is not a weight");
      sum += weight;
      squares += weight * weight;
    }
    return squares == 0 ? 0 : sum * sum / squares;
  }
}
