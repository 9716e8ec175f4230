package plimsoll.roadmap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.commons.math3.util.CombinatoricsUtils;
import plimsoll.readiness.BadCase;

/**
 * Which teams took something on, in which wave, and a score of each team in every wave.
 *
 * <p>The effect is estimated by differences in differences against teams that have not yet taken it
 * on, cohort by cohort (B. Callaway and P. H. C. Sant'Anna, Journal of Econometrics 225, 2021), and
 * tested by giving the same waves of adoption to other teams (R. A. Fisher 1935).
 */
public final class Adoption {
  private static final int NEVER = Integer.MAX_VALUE;
  private static final double SAME = 1e-9;

  private final double[][] scores;
  private final int[] adopted;

  /** Looks at the wave of adoption alone, and not at those after it. */
  private final boolean once;

  /**
   * @param scores by team, one value for each wave, as many for every team; NaN where it is not
   *     known
   * @param adoptedIn the wave, counted from 1, in which a team first had it; a team that never did
   *     is absent
   * @throws BadCase when no team took it on after the first wave while another had not yet, waves
   *     are not as many for each team, a score is infinite, or a team that adopted has no scores
   */
  public Adoption(Map<String, double[]> scores, Map<String, Integer> adoptedIn) {
    this(table(scores), waves(scores, adoptedIn), false);
    BadCase.unless(!changes().isEmpty(), "there is no team to compare with");
  }

  private Adoption(double[][] scores, int[] adopted, boolean once) {
    this.scores = scores;
    this.adopted = adopted;
    this.once = once;
  }

  /**
   * The change that one cohort had more than the others.
   *
   * @param cohort the wave in which its teams took it on
   * @param wave the wave it was seen in
   * @param teams how many the cohort has with both scores
   * @param points below 0 is relief
   */
  public record Change(int cohort, int wave, int teams, double points) {}

  /** One for each cohort and wave that can be compared, in that order. */
  public List<Change> changes() {
    return changes(scores, adopted);
  }

  /** The mean of the changes, by teams: points, below 0 is relief. */
  public double effect() {
    return effect(scores, adopted);
  }

  /**
   * The same estimate one wave before each cohort took it on, where nothing can have had an effect
   * yet: teams that moved apart already then are no fair comparison. Empty where no cohort has two
   * waves before.
   */
  public Optional<Adoption> beforehand() {
    int[] earlier = Arrays.stream(adopted).map(wave -> wave - 1).toArray();
    var placebo = new Adoption(scores, earlier, true);
    return placebo.changes().isEmpty() ? Optional.empty() : Optional.of(placebo);
  }

  /**
   * Probability of an effect as large, either way, if the initiative did nothing; in (0, 1]. Exact
   * where at most {@value Assignments#MOST} assignments exist.
   */
  public double p(long seed) {
    double observed = Math.abs(effect());
    return share(seed, other -> Math.abs(effect(scores, other)) >= observed - SAME);
  }

  /** No scores whatever could make {@link #p} smaller; said before it is tried. */
  public double smallestP(long seed) {
    double[][] generic = Assignments.generic(scores);
    double observed = Math.abs(effect(generic, adopted));
    return share(seed, other -> Math.abs(Math.abs(effect(generic, other)) - observed) < SAME);
  }

  /**
   * The smallest p where so many teams take it on in one wave and so many others do not; 1 without
   * others. Half of all is no better than half as many assignments, for the other half taking it on
   * would give the same size of effect.
   */
  public static double smallestP(int adopting, int others) {
    if (adopting < 1 || others < 1) {
      return 1;
    }
    double all = CombinatoricsUtils.binomialCoefficientDouble(adopting + others, adopting);
    return Math.max(1.0 / Assignments.MOST, (adopting == others ? 2 : 1) / all);
  }

  /** The effect with its 90 % interval, the shifts that the test does not reject, judged. */
  public Effect judged(double smallest, long seed) {
    double effect = effect();
    double[][] adoption = adoption();
    var shifts =
        assignments(seed).stream()
            .map(other -> Shifts.of(effect, effect(scores, other), effect(adoption, other)))
            .toList();
    int rejected = shifts.size() / 10;
    double low = shifts.stream().mapToDouble(Shifts::low).sorted().toArray()[rejected];
    double high = -shifts.stream().mapToDouble(s -> -s.high()).sorted().toArray()[rejected];
    return Effect.of(effect, Math.min(low, effect), Math.max(high, effect), smallest);
  }

  /**
   * The shifts of the adopters' scores, undone, under which another assignment has as large an
   * effect. An effect is linear in the scores: without a shift τ the given assignment has effect a
   * − τ and the other b − cτ, where c, in [−1, 1], is what it makes of the adoption itself. So it
   * is as large between the roots of (a − τ)² = (b − cτ)², and a lies between them.
   */
  private record Shifts(double low, double high) {
    static Shifts of(double a, double b, double c) {
      boolean always = none(1 - c) && none(a - b) || none(1 + c) && none(a + b);
      double one = always ? Double.NEGATIVE_INFINITY : ratio(a - b, 1 - c);
      double two = always ? Double.POSITIVE_INFINITY : ratio(a + b, 1 + c);
      return new Shifts(Math.min(one, two), Math.max(one, two));
    }

    private static double ratio(double above, double below) {
      return above / (none(below) ? 0.0 : below);
    }

    private static boolean none(double value) {
      return Math.abs(value) < SAME;
    }
  }

  /** 1 where a team has it, 0 where it has not, NaN where the score is not known. */
  private double[][] adoption() {
    var table = new double[scores.length][];
    for (int team = 0; team < scores.length; team++) {
      table[team] = scores[team].clone();
      for (int wave = 1; wave <= table[team].length; wave++) {
        double known = Double.isNaN(table[team][wave - 1]) ? Double.NaN : 0;
        table[team][wave - 1] = known + (wave >= adopted[team] ? 1 : 0);
      }
    }
    return table;
  }

  /** Where scores are missing, only those under which there is a team to compare with. */
  private List<int[]> assignments(long seed) {
    var all = Assignments.of(adopted, seed);
    return complete()
        ? all
        : all.stream().filter(other -> !changes(scores, other).isEmpty()).toList();
  }

  private boolean complete() {
    return Arrays.stream(scores).flatMapToDouble(Arrays::stream).noneMatch(Double::isNaN);
  }

  private double share(long seed, Predicate<int[]> counts) {
    var all = assignments(seed);
    return (double) all.stream().filter(counts).count() / all.size();
  }

  private double effect(double[][] given, int[] assigned) {
    double sum = 0;
    int teams = 0;
    for (int cohort = 2; cohort <= given[0].length; cohort++) {
      for (int wave = cohort; wave <= last(assigned, cohort); wave++) {
        var cell = Cell.of(given, assigned, cohort, wave);
        if (cell.known()) {
          sum += cell.points() * cell.own;
          teams += cell.own;
        }
      }
    }
    return sum / teams;
  }

  private List<Change> changes(double[][] given, int[] assigned) {
    var changes = new ArrayList<Change>();
    for (int cohort = 2; cohort <= given[0].length; cohort++) {
      for (int wave = cohort; wave <= last(assigned, cohort); wave++) {
        var cell = Cell.of(given, assigned, cohort, wave);
        if (cell.known()) {
          changes.add(new Change(cohort, wave, cell.own, cell.points()));
        }
      }
    }
    return changes;
  }

  /** The last wave to look at; 0 where no team has this cohort. */
  private int last(int[] assigned, int cohort) {
    for (int wave : assigned) {
      if (wave == cohort) {
        return once ? cohort : scores[0].length;
      }
    }
    return 0;
  }

  private static double[][] table(Map<String, double[]> scores) {
    BadCase.unless(!scores.isEmpty(), "there is no team");
    var table = new TreeMap<>(scores).values().stream().map(double[]::clone);
    double[][] rows = table.toArray(double[][]::new);
    BadCase.unless(
        Arrays.stream(rows).allMatch(row -> row.length == rows[0].length),
        "every team needs as many waves");
    BadCase.unless(
        Arrays.stream(rows).flatMapToDouble(Arrays::stream).noneMatch(Double::isInfinite),
        "a score cannot be infinite");
    return rows;
  }

  private static int[] waves(Map<String, double[]> scores, Map<String, Integer> adoptedIn) {
    BadCase.unless(
        scores.keySet().containsAll(adoptedIn.keySet()), "a team that adopted has no scores");
    BadCase.unless(
        adoptedIn.values().stream().allMatch(wave -> wave >= 1), "waves are counted from 1");
    return new TreeMap<>(scores)
        .keySet().stream().mapToInt(team -> adoptedIn.getOrDefault(team, NEVER)).toArray();
  }

  /** What one cohort and the teams that have not yet adopted changed by, as far as it is known. */
  private static final class Cell {
    private double ownSum;
    private int own;
    private double othersSum;
    private int others;

    static Cell of(double[][] given, int[] assigned, int cohort, int wave) {
      var cell = new Cell();
      for (int team = 0; team < given.length; team++) {
        double moved = given[team][wave - 1] - given[team][cohort - 2];
        if (!Double.isNaN(moved)) {
          cell.add(moved, assigned[team] == cohort, assigned[team] > wave);
        }
      }
      return cell;
    }

    private void add(double moved, boolean adopts, boolean waits) {
      if (adopts) {
        ownSum += moved;
        own++;
      } else if (waits) {
        othersSum += moved;
        others++;
      }
    }

    boolean known() {
      return own > 0 && others > 0;
    }

    double points() {
      return ownSum / own - othersSum / others;
    }
  }
}
