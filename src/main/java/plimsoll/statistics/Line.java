package plimsoll.statistics;

import org.apache.commons.math3.linear.RealMatrix;

/**
 * A fitted line.
 *
 * @param coefficients in the order of the design's columns
 * @param covariance of their errors
 * @param degreesOfFreedom of these
 * @param weeks it was fitted to
 */
record Line(double[] coefficients, RealMatrix covariance, double degreesOfFreedom, int weeks) {

  Estimate estimate(int column) {
    double variance = Math.max(0, covariance.getEntry(column, column));
    return new Estimate(coefficients[column], Math.sqrt(variance), degreesOfFreedom);
  }
}
