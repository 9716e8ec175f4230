package plimsoll.roadmap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.math3.random.Well19937c;
import plimsoll.readiness.BadCase;
import plimsoll.roadmap.Initiative.Range;

/**
 * What to take on with the weeks there are: the best of all subsets, because taking the best rate
 * first can miss it. Exact, by trying every subset (the knapsack problem, Martello and Toth 1990).
 *
 * @param chosen keys of what to take on, in the order of the candidates
 * @param value the sum of their values
 * @param weeks the sum of their weeks
 */
public record Selection(List<String> chosen, double value, double weeks) {

  /** Twenty candidates have a million subsets. */
  public static final int MOST_CANDIDATES = 20;

  /** Below this stability a choice is optional. */
  public static final double STABLE = 0.6;

  /** The share of a quarter that may be planned. */
  public static final double PLANNED = 0.7;

  /**
   * The least share of a quarter that is kept for service levels and research, whatever seems to
   * bring more; what is left over besides is for what nobody foresees.
   */
  public static final double RESERVE = 0.2;

  private static final int STABILITY_DRAWS = 1_000;

  /**
   * One thing that could be chosen.
   *
   * @param value what it is worth, in any unit that adds up
   * @param valueSd standard deviation of that, 0 or more
   * @param weeks what it costs, 0 or more
   * @param requires keys of what must be chosen with it; those of no candidate count as done
   */
  public record Candidate(
      String key, double value, double valueSd, double weeks, Set<String> requires) {

    public Candidate {
      BadCase.unless(
          Double.isFinite(value) && Double.isFinite(valueSd) && valueSd >= 0 && weeks >= 0,
          "a candidate needs a finite value and no negative cost");
      requires = Set.copyOf(requires);
    }
  }

  /** Effort enters at its 70th percentile, value at its median. */
  public static Candidate candidate(String key, Range benefit, Range effortWeeks) {
    return new Candidate(
        key,
        benefit.median(),
        Math.max(0, benefit.p90() - benefit.p10()) / (2 * Effort.Z90),
        new Effort(effortWeeks.p10(), effortWeeks.p90()).p70(),
        Precedence.needs(key));
  }

  /**
   * The subset of the largest value that fits; among equals the first in the order of candidates.
   *
   * @param capacityWeeks 0 or more
   * @throws BadCase for more than {@link #MOST_CANDIDATES}, two of one key, one that needs itself,
   *     or a capacity that is no number from 0 on
   */
  public static Selection best(List<Candidate> candidates, double capacityWeeks) {
    int[] fitting = fitting(candidates, capacityWeeks);
    int mask = best(fitting, candidates.size(), i -> candidates.get(i).value());
    var chosen = new ArrayList<Candidate>();
    for (int i = 0; i < candidates.size(); i++) {
      if ((mask >> i & 1) == 1) {
        chosen.add(candidates.get(i));
      }
    }
    return new Selection(
        chosen.stream().map(Candidate::key).toList(),
        chosen.stream().mapToDouble(Candidate::value).sum(),
        chosen.stream().mapToDouble(Candidate::weeks).sum());
  }

  /**
   * For each candidate the share of 1,000 draws of the values in which it is chosen, 0 to 1; below
   * {@link #STABLE} it is optional.
   */
  public static Map<String, Double> stability(
      List<Candidate> candidates, double capacityWeeks, long seed) {
    int[] fitting = fitting(candidates, capacityWeeks);
    var random = new Well19937c(seed);
    var counts = new int[candidates.size()];
    for (int draw = 0; draw < STABILITY_DRAWS; draw++) {
      var values =
          candidates.stream().mapToDouble(c -> c.value() + c.valueSd() * random.nextGaussian());
      int mask = best(fitting, counts.length, at(values.toArray()));
      for (int i = 0; i < counts.length; i++) {
        counts[i] += mask >> i & 1;
      }
    }
    var shares = new LinkedHashMap<String, Double>();
    for (int i = 0; i < counts.length; i++) {
      shares.put(candidates.get(i).key(), (double) counts[i] / STABILITY_DRAWS);
    }
    return shares;
  }

  private static IntToDoubleFunction at(double[] values) {
    return i -> values[i];
  }

  /** All subsets, as bit masks, that cost no more than there is and have what they require. */
  private static int[] fitting(List<Candidate> candidates, double capacityWeeks) {
    int n = candidates.size();
    BadCase.unless(n <= MOST_CANDIDATES, "at most %d candidates can be tried", MOST_CANDIDATES);
    BadCase.unless(capacityWeeks >= 0, "a capacity is 0 or more weeks");
    check(candidates);
    int[] requires = requires(candidates);
    var weeks = new double[1 << n];
    var fitting = new int[1 << n];
    int count = 1;
    for (int mask = 1; mask < 1 << n; mask++) {
      int lowest = Integer.numberOfTrailingZeros(mask);
      weeks[mask] = weeks[mask & mask - 1] + candidates.get(lowest).weeks();
      if (weeks[mask] <= capacityWeeks + 1e-9 && complete(mask, requires)) {
        fitting[count++] = mask;
      }
    }
    return Arrays.copyOf(fitting, count);
  }

  private static void check(List<Candidate> candidates) {
    var keys = candidates.stream().map(Candidate::key).toList();
    BadCase.unless(Set.copyOf(keys).size() == keys.size(), "two candidates have one key");
    var ordered = Precedence.ordered(candidates, Candidate::key, Candidate::requires);
    var after = new HashSet<String>(keys);
    for (var candidate : ordered) {
      BadCase.unless(
          candidate.requires().stream().noneMatch(after::contains),
          "%s needs itself, by way of others",
          candidate.key());
      after.remove(candidate.key());
    }
  }

  private static int[] requires(List<Candidate> candidates) {
    var places = new HashMap<String, Integer>();
    for (int i = 0; i < candidates.size(); i++) {
      places.put(candidates.get(i).key(), i);
    }
    return candidates.stream()
        .mapToInt(
            candidate ->
                candidate.requires().stream()
                    .filter(places::containsKey)
                    .mapToInt(key -> 1 << places.get(key))
                    .reduce(0, (a, b) -> a | b))
        .toArray();
  }

  private static boolean complete(int mask, int[] requires) {
    for (int rest = mask; rest != 0; rest &= rest - 1) {
      int required = requires[Integer.numberOfTrailingZeros(rest)];
      if ((mask & required) != required) {
        return false;
      }
    }
    return true;
  }

  /** Two tables of half the bits each give the value of any subset in two look-ups. */
  private static int best(int[] fitting, int n, IntToDoubleFunction value) {
    int half = n / 2;
    double[] low = sums(half, value);
    double[] high = sums(n - half, i -> value.applyAsDouble(i + half));
    int lowBits = (1 << half) - 1;
    int best = 0;
    double most = 0;
    for (int mask : fitting) {
      double sum = low[mask & lowBits] + high[mask >>> half];
      if (sum > most) {
        most = sum;
        best = mask;
      }
    }
    return best;
  }

  private static double[] sums(int n, IntToDoubleFunction value) {
    var sums = new double[1 << n];
    for (int mask = 1; mask < sums.length; mask++) {
      sums[mask] = sums[mask & mask - 1] + value.applyAsDouble(Integer.numberOfTrailingZeros(mask));
    }
    return sums;
  }
}
