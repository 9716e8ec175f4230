package plimsoll.pattern;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Services as points of a plane, so that near patterns lie near: principal coordinates (J. C.
 * Gower, Biometrika 53, 1966) of the distances, each service weighing the same. With more than
 * {@value #LANDMARKS} different fingerprints, so many of them make the plane, and the others are
 * put into it by their distances to these (Gower 1968; V. de Silva and J. Tenenbaum 2004).
 *
 * @param spots one for each different fingerprint, by team and service of the first that has it
 * @param shown share of all differences that the plane shows, 0 to 1; null where nothing differs
 */
public record PatternMap(List<Spot> spots, Double shown) {
  static final int LANDMARKS = 300;

  /** Fewer digits than a picture could show, so that the last bits of a machine don't matter. */
  private static final double ROUND = 1e6;

  /**
   * Services with one and the same fingerprint.
   *
   * @param x in units of the distance, along the direction in which services differ most
   * @param y likewise, along the next
   * @param pattern number of its cluster, from 0, the one with most services first
   * @param services by team and key
   */
  public record Spot(double x, double y, int pattern, List<Owned> services) {}

  /** A service and the team that owns it. */
  public record Owned(String service, String team) {}

  static PatternMap of(Census services, Ways ways, int[] patterns) {
    if (ways.size() == 0) return new PatternMap(List.of(), null);
    var plane = new Plane(ways);
    var spots =
        IntStream.range(0, ways.size())
            .mapToObj(
                way -> {
                  double[] at = plane.place(way);
                  var owned = ways.services(way).stream().map(services::owned).toList();
                  return new Spot(at[0], at[1], patterns[way], owned);
                })
            .toList();
    return new PatternMap(spots, plane.shown);
  }

  /** The two directions in which the landmarks differ most. */
  private static final class Plane {
    private final Ways ways;
    private final int[] landmarks;
    private final double[] shares;
    private final double[] meanSquares;
    private final double[] values = new double[2];
    private final double[][] directions = new double[2][];
    private Double shown;

    Plane(Ways ways) {
      this.ways = ways;
      int count = Math.min(LANDMARKS, ways.size());
      landmarks =
          IntStream.range(0, count).map(i -> (int) ((long) i * ways.size() / count)).toArray();
      shares = shares();
      meanSquares = meanSquares();
      decompose();
    }

    private double[] shares() {
      double[] weights = Arrays.stream(landmarks).mapToDouble(ways::weight).toArray();
      double all = Arrays.stream(weights).sum();
      return Arrays.stream(weights).map(weight -> weight / all).toArray();
    }

    /** Of the distances of each landmark to all. */
    private double[] meanSquares() {
      return Arrays.stream(landmarks).mapToDouble(this::meanSquare).toArray();
    }

    private double meanSquare(int way) {
      double sum = 0;
      for (int j = 0; j < landmarks.length; j++) sum += shares[j] * square(way, landmarks[j]);
      return sum;
    }

    private double square(int one, int other) {
      double distance = ways.between(one, other);
      return distance * distance;
    }

    /** Gower's doubly centred matrix, each row and column by the root of its share. */
    private void decompose() {
      int n = landmarks.length;
      double all = 0;
      for (int i = 0; i < n; i++) all += shares[i] * meanSquares[i];
      var centred = new double[n][n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j <= i; j++) {
          double inner =
              (meanSquares[i] + meanSquares[j] - all - square(landmarks[i], landmarks[j])) / 2;
          centred[i][j] = inner * Math.sqrt(shares[i] * shares[j]);
          centred[j][i] = centred[i][j];
        }
      }
      var found = new EigenDecomposition(new Array2DRowRealMatrix(centred, false));
      double[] real = found.getRealEigenvalues();
      double sum = Arrays.stream(real).map(Math::abs).sum();
      for (int axis = 0; axis < 2 && axis < n; axis++) {
        if (real[axis] <= 1e-9) continue;
        values[axis] = real[axis];
        directions[axis] = found.getEigenvector(axis).toArray();
      }
      if (sum > 1e-9) shown = Math.min(1, (values[0] + values[1]) / sum);
      for (int axis = 0; axis < 2; axis++) fixSign(axis);
    }

    /**
     * An axis may point either way: the landmark farthest out, the first of them, is to be right.
     */
    private void fixSign(int axis) {
      if (directions[axis] == null) return;
      double out = 0;
      for (int i = 0; i < landmarks.length; i++) {
        double at = directions[axis][i] / Math.sqrt(shares[i]);
        if (Math.abs(at) > Math.abs(out) * (1 + 1e-9)) out = at;
      }
      if (out < 0) {
        for (int i = 0; i < landmarks.length; i++) directions[axis][i] = -directions[axis][i];
      }
    }

    /** By the distances to the landmarks; of a landmark itself it is where it lies. */
    double[] place(int way) {
      var at = new double[2];
      for (int axis = 0; axis < 2; axis++) {
        if (directions[axis] == null) continue;
        double sum = 0;
        for (int i = 0; i < landmarks.length; i++) {
          double nearer = meanSquares[i] - square(way, landmarks[i]);
          sum += directions[axis][i] * Math.sqrt(shares[i]) * nearer;
        }
        at[axis] = round(sum / (2 * Math.sqrt(values[axis])));
      }
      return at;
    }

    private static double round(double value) {
      return Math.rint(value * ROUND) / ROUND + 0.0;
    }
  }
}
