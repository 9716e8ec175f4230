package plimsoll.statistics;

/** What unequal weights cost. */
public final class Weights {

  private Weights() {}

  /** Kish's effective sample size: (Σw)² / Σw²; 0 when all weights are 0. */
  public static double effectiveSize(double[] weights) {
    double sum = 0;
    double squares = 0;
    for (double weight : weights) {
      if (!(weight >= 0)) throw new IllegalArgumentException("a weight is 0 or more");
      sum += weight;
      squares += weight * weight;
    }
    return squares == 0 ? 0 : sum * sum / squares;
  }
}
