package plimsoll.roadmap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import plimsoll.statistics.Arrangement;

/**
 * Which teams took something on, in which wave, and a score of each team in every wave.
 *
 * <p>The effect is estimated by differences in differences against teams that have not yet taken it
 * on, cohort by cohort (B. Callaway and P. H. C. Sant'Anna, Journal of Econometrics 225, 2021), and
 * tested by giving the same waves of adoption to other teams.
 */
public final class Adoption {
  private static final int MOST_ASSIGNMENTS = 10_000;
  private static final int NEVER = Integer.MAX_VALUE;
  private static final double FARTHEST = 100;

  private final double[][] scores;
  private final int[] adopted;

  /**
   * @param scores by team, one value for each wave, as many for every team
   * @param adoptedIn the wave, counted from 1, in which a team first had it; a team that never did
   *     is absent
   * @throws IllegalArgumentException when no team took it on after the first wave while another had
   *     not yet
   */
  public Adoption(Map<String, double[]> scores, Map<String, Integer> adoptedIn) {
    var sorted = new TreeMap<>(scores);
    this.scores = sorted.values().stream().map(double[]::clone).toArray(double[][]::new);
    this.adopted =
        sorted.keySet().stream().mapToInt(team -> adoptedIn.getOrDefault(team, NEVER)).toArray();
    if (Arrays.stream(adopted).anyMatch(wave -> wave < 1)) {
      throw new IllegalArgumentException("waves are counted from 1");
    }
    if (Arrays.stream(this.scores).mapToInt(row -> row.length).distinct().count() != 1) {
      throw new IllegalArgumentException("every team needs a score in every wave");
    }
    if (changes().isEmpty()) {
      throw new IllegalArgumentException("there is no team to compare with");
    }
  }

  /**
   * The change that one cohort had more than the others.
   *
   * @param cohort the wave in which its teams took it on
   * @param wave the wave it was seen in
   * @param teams how many the cohort has
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
   * Probability of an effect as large, either way, if the initiative did nothing; in (0, 1]. Exact
   * where at most 10,000 assignments exist. With few teams it cannot be small: with four, of which
   * two adopt, 1/12 at best.
   */
  public double p(long seed) {
    return p(scores, assignments(seed));
  }

  /** The effect with its 90 % interval, the shifts that the test does not reject, judged. */
  public Effect judged(double smallest, long seed) {
    var assignments = assignments(seed);
    double effect = effect();
    return Effect.of(
        effect, bound(effect, -1, assignments), bound(effect, +1, assignments), smallest);
  }

  private double bound(double effect, int direction, List<int[]> assignments) {
    double inside = 0;
    double outside = FARTHEST;
    if (p(without(effect + direction * outside), assignments) > 0.1) {
      return direction * Double.POSITIVE_INFINITY;
    }
    while (outside - inside > 0.05) {
      double middle = (inside + outside) / 2;
      if (p(without(effect + direction * middle), assignments) > 0.1) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return effect + direction * outside;
  }

  /** The scores as they would be if the initiative had this effect, and were undone. */
  private double[][] without(double effect) {
    var undone = new double[scores.length][];
    for (int team = 0; team < scores.length; team++) {
      undone[team] = scores[team].clone();
      for (int wave = adopted[team]; wave <= undone[team].length; wave++) {
        undone[team][wave - 1] -= effect;
      }
    }
    return undone;
  }

  private double p(double[][] given, List<int[]> assignments) {
    double observed = Math.abs(effect(given, adopted));
    long asLarge =
        assignments.stream()
            .filter(other -> Math.abs(effect(given, other)) >= observed - 1e-9)
            .count();
    return (double) asLarge / assignments.size();
  }

  private static double effect(double[][] scores, int[] adopted) {
    double sum = 0;
    int teams = 0;
    for (var change : changes(scores, adopted)) {
      sum += change.points() * change.teams();
      teams += change.teams();
    }
    return sum / teams;
  }

  private static List<Change> changes(double[][] scores, int[] adopted) {
    int waves = scores[0].length;
    var changes = new ArrayList<Change>();
    for (int cohort = 2; cohort <= waves; cohort++) {
      for (int wave = cohort; wave <= waves; wave++) {
        var own = new Mean();
        var others = new Mean();
        for (int team = 0; team < scores.length; team++) {
          double moved = scores[team][wave - 1] - scores[team][cohort - 2];
          if (adopted[team] == cohort) {
            own.add(moved);
          } else if (adopted[team] > wave) {
            others.add(moved);
          }
        }
        if (own.count > 0 && others.count > 0) {
          changes.add(new Change(cohort, wave, own.count, own.value() - others.value()));
        }
      }
    }
    return changes;
  }

  /** Every way to give the waves of adoption to the teams; random ones where they are too many. */
  private List<int[]> assignments(long seed) {
    var all = new ArrayList<int[]>();
    int[] next = adopted.clone();
    Arrays.sort(next);
    do {
      all.add(next.clone());
    } while (all.size() <= MOST_ASSIGNMENTS && Arrangement.next(next));
    return all.size() <= MOST_ASSIGNMENTS ? all : some(new Well19937c(seed));
  }

  private List<int[]> some(RandomGenerator random) {
    var some = new ArrayList<int[]>();
    some.add(adopted);
    while (some.size() < MOST_ASSIGNMENTS) {
      int[] shuffled = some.get(some.size() - 1).clone();
      Arrangement.shuffle(shuffled, random);
      some.add(shuffled);
    }
    return some;
  }

  private static final class Mean {
    private double sum;
    private int count;

    void add(double value) {
      sum += value;
      count++;
    }

    double value() {
      return sum / count;
    }
  }
}
