package plimsoll.pattern;

import java.util.List;
import plimsoll.pattern.Feature.Group;

/**
 * How far two services lie apart, from 0 (same choices) to 1 (no choice in common), after J. C.
 * Gower, "A general coefficient of similarity", Biometrics 27 (1971), with equal weights of the
 * groups. What either service leaves unknown is left out, and so is a trait that both lack: that
 * neither has tracing does not make them alike. A group in which nothing is left does not count.
 *
 * <p>One pair after another is compared in the same object.
 */
public final class Distance {
  /** The way to look that leaves nothing out; {@code 1 + g} leaves out the group g. */
  static final int ALL = 0;

  static final int VIEWS = 1 + Group.values().length;

  private static final double[][] RATIOS = ratios();

  private final Part[] parts;
  private final int[] differences;
  private int sum;

  Distance(Part[] parts) {
    this.parts = parts;
    this.differences = new int[VIEWS];
  }

  /** All pairs, in the order of the list; NaN where two have no known feature in common. */
  public static double[][] matrix(List<Fingerprint> services) {
    int n = services.size();
    var matrix = new double[n][n];
    var pair = new Distance(Part.all(services));
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        pair.compare(i, j);
        matrix[i][j] = pair.in(ALL);
        matrix[j][i] = matrix[i][j];
      }
    }
    return matrix;
  }

  void compare(int service, int other) {
    sum = 0;
    for (int g = 0; g < parts.length; g++) {
      int difference = parts[g].difference(service, other);
      differences[1 + g] = difference;
      sum += difference;
    }
  }

  /** NaN where the two have no known feature in common; 0 where they share only what they lack. */
  double in(int view) {
    int left = sum - differences[view];
    if (left < Part.MET) return Double.NaN;
    return RATIOS[left % Part.MET / Part.COUNTED][left % Part.COUNTED];
  }

  /** Eighteenths over so many groups; 0 of no group is 0. */
  private static double[][] ratios() {
    var ratios = new double[VIEWS][Part.EIGHTEENTHS * VIEWS];
    for (int groups = 1; groups < ratios.length; groups++) {
      for (int total = 0; total < ratios[groups].length; total++) {
        ratios[groups][total] = total / (double) (Part.EIGHTEENTHS * groups);
      }
    }
    return ratios;
  }
}
