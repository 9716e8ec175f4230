package plimsoll.pattern;

/** How far each two of some things lie apart. */
public interface Distances {
  int size();

  /** The same either way, 0 of a thing with itself, never NaN. */
  double between(int one, int other);

  /** A table of all pairs. */
  static Distances of(double[][] matrix) {
    return new Distances() {
      @Override
      public int size() {
        return matrix.length;
      }

      @Override
      public double between(int one, int other) {
        return matrix[one][other];
      }
    };
  }
}
