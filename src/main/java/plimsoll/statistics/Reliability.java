package plimsoll.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.correlation.Covariance;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;

/**
 * How far the items of one construct tell the same story. Rows are people, columns are items; NaN
 * is an item left out, and only people who answered all items count.
 *
 * @param people who answered all items
 * @param coefficient Spearman and Brown's of two items, α of more; 1 at most; null where the word
 *     is that nothing can be said
 * @param omega one-factor ω by minimum residuals, 0 to 1; null for two items, for fewer than 100
 *     people, and where loadings do not settle
 * @param word what may be said
 */
public record Reliability(int people, Double coefficient, Double omega, Word word) {

  /** Of fewer people no coefficient is worth showing. */
  public static final int FEWEST = 50;

  /** Of fewer people no factor is. */
  public static final int FEWEST_FOR_A_FACTOR = 100;

  /** An α below this is warned of. */
  public static final double LOW = 0.60;

  /** Two items of less than this are shown apart. */
  public static final double APART = 0.50;

  /** What may be said of a construct. */
  public enum Word {
    TOO_FEW_PEOPLE,
    /** An item that all answered alike has no correlation. */
    AN_ITEM_THAT_NEVER_DIFFERS,
    SOUND,
    /** Three items or more that hardly belong together. */
    LOW,
    /** Two items that do not make one score. */
    SHOW_ITEMS_APART
  }

  /** Needs two items or more, as many in every row. */
  public static Reliability of(double[][] rows) {
    int items = items(rows);
    double[][] complete = complete(rows);
    if (complete.length < FEWEST) return without(complete, Word.TOO_FEW_PEOPLE);
    if (!allDiffer(complete)) return without(complete, Word.AN_ITEM_THAT_NEVER_DIFFERS);
    return items == 2 ? ofTwo(complete) : ofMore(complete);
  }

  /** Cronbach's α; NaN when the sum of the items never differs. */
  public static double alpha(double[][] rows) {
    return alpha(new Covariance(enough(rows)).getCovarianceMatrix());
  }

  /** α of the correlations, as if all items varied alike; every item must differ. */
  public static double standardisedAlpha(double[][] rows) {
    return alpha(correlations(enough(rows)));
  }

  /**
   * Spearman and Brown's reliability of two items (Eisinga et al. 2013): 1 at most, below 0 when
   * they run against each other, and without end when they do so exactly. NaN in either is an item
   * left out; both must differ.
   */
  public static double spearmanBrown(double[] first, double[] second) {
    Refuse.unless(first.length == second.length, "each person has two items");
    double[][] rows = new double[first.length][];
    Arrays.setAll(rows, i -> new double[] {first[i], second[i]});
    double r = correlations(enough(rows)).getEntry(0, 1);
    return 2 * r / (1 + r);
  }

  /**
   * McDonald's ω of one factor by minimum residuals; needs three items or more, of which every one
   * differs. NaN where loadings do not settle.
   */
  public static double omega(double[][] rows) {
    var factor = OneFactor.minres(correlations(enough(rows)));
    return factor == null ? Double.NaN : factor.omega();
  }

  /** Of people who answered all; every item must differ. */
  static RealMatrix correlations(double[][] complete) {
    Refuse.unless(allDiffer(complete), "an item that never differs has no correlation");
    return new PearsonsCorrelation(complete).getCorrelationMatrix();
  }

  private static Reliability without(double[][] complete, Word word) {
    return new Reliability(complete.length, null, null, word);
  }

  private static Reliability ofTwo(double[][] complete) {
    double found = spearmanBrown(column(complete, 0), column(complete, 1));
    var word = found < APART ? Word.SHOW_ITEMS_APART : Word.SOUND;
    return new Reliability(complete.length, found, null, word);
  }

  private static Reliability ofMore(double[][] complete) {
    double found = alpha(complete);
    var factor =
        complete.length < FEWEST_FOR_A_FACTOR ? null : OneFactor.minres(correlations(complete));
    Double omega = factor == null ? null : factor.omega();
    return new Reliability(complete.length, found, omega, found < LOW ? Word.LOW : Word.SOUND);
  }

  private static double alpha(RealMatrix covariance) {
    double k = covariance.getColumnDimension();
    double total = 0;
    for (double[] row : covariance.getData()) for (double each : row) total += each;
    return k / (k - 1) * (1 - covariance.getTrace() / total);
  }

  private static int items(double[][] rows) {
    int items = rows.length == 0 ? 2 : rows[0].length;
    Refuse.unless(items >= 2, "one item has no consistency");
    for (double[] row : rows) Refuse.unless(row.length == items, "each person has all items");
    return items;
  }

  private static double[][] enough(double[][] rows) {
    items(rows);
    double[][] complete = complete(rows);
    Refuse.unless(complete.length >= 2, "fewer than two people answered all items");
    return complete;
  }

  private static double[][] complete(double[][] rows) {
    double[][] complete =
        Arrays.stream(rows)
            .filter(row -> Arrays.stream(row).noneMatch(Double::isNaN))
            .toArray(double[][]::new);
    for (double[] row : complete) Refuse.unlessFinite(row);
    return complete;
  }

  private static boolean allDiffer(double[][] rows) {
    return IntStream.range(0, rows[0].length)
        .allMatch(item -> Arrays.stream(column(rows, item)).distinct().count() > 1);
  }

  private static double[] column(double[][] rows, int item) {
    return Arrays.stream(rows).mapToDouble(row -> row[item]).toArray();
  }
}
