package plimsoll.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import plimsoll.roadmap.Selection;
import plimsoll.roadmap.Selection.Candidate;
import plimsoll.statistics.Chance;

/** Choosing among candidates in 1,000 draws, beside trying all subsets in one draw, plainly. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SelectionBench {

  /** So that most subsets fit, which is the hardest. */
  private static final double CAPACITY_A_CANDIDATE = 4;

  @Param({"10", "15", "20"})
  public int candidates;

  private final List<Candidate> all = new ArrayList<>();

  @Setup
  public void make() {
    var chance = new Chance(candidates);
    for (int i = 0; i < candidates; i++) {
      Set<String> requires = i % 5 == 4 ? Set.of("c" + (i - 1)) : Set.of();
      double weeks = 1 + 9 * chance.uniform();
      all.add(new Candidate("c" + i, 5 + 20 * chance.uniform(), 5, weeks, requires));
    }
  }

  @Benchmark
  public Map<String, Double> ours() {
    return Selection.stability(all, capacity(), 7);
  }

  @Benchmark
  public int other() {
    int best = 0;
    double most = 0;
    for (int subset = 1; subset < 1 << candidates; subset++) {
      double value = 0;
      double weeks = 0;
      for (int i = 0; i < candidates; i++) {
        if ((subset >> i & 1) == 0) continue;
        boolean alone = i % 5 == 4 && (subset >> (i - 1) & 1) == 0;
        value += all.get(i).value();
        weeks += alone ? Double.POSITIVE_INFINITY : all.get(i).weeks();
      }
      if (weeks <= capacity() && value > most) {
        most = value;
        best = subset;
      }
    }
    return best;
  }

  private double capacity() {
    return CAPACITY_A_CANDIDATE * candidates;
  }
}
