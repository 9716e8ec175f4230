package plimsoll.bench;

import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import plimsoll.statistics.Chance;
import plimsoll.statistics.RankTest;
import plimsoll.statistics.TwoSamples;

/** The exact rank test with ties, beside the library's, which is exact without ties. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class RanksBench {

  @Param({"10", "20", "30"})
  public int people;

  private double[] x;
  private double[] y;
  private double[] untiedX;
  private double[] untiedY;

  @Setup
  public void make() {
    var chance = new Chance(people);
    x = scores(chance);
    y = scores(chance);
    untiedX = DoubleStream.generate(chance::uniform).limit(people).toArray();
    untiedY = DoubleStream.generate(chance::uniform).limit(people).toArray();
  }

  @Benchmark
  public RankTest ours() {
    return TwoSamples.compare(x, y);
  }

  @Benchmark
  public double other() {
    return MannWhitneyUTest.withDefaults()
        .with(PValueMethod.EXACT)
        .test(untiedX, untiedY)
        .getPValue();
  }

  /** Means of two five-point items: nine values. */
  private double[] scores(Chance chance) {
    double[] scores = new double[people];
    for (int i = 0; i < people; i++) scores[i] = 12.5 * chance.below(9);
    return scores;
  }
}
