package plimsoll.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import plimsoll.readiness.Case;
import plimsoll.readiness.Judge;
import plimsoll.readiness.Organisation;
import plimsoll.readiness.Readiness;

/** The verdict on an organisation and on each of its teams, with all that explains it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(jvmArgsAppend = "-XX:ActiveProcessorCount=1")
public class VerdictBench {
  private static final int PEOPLE = 10;

  @Param({"3", "30", "300"})
  public int teams;

  private Case given;

  @Setup
  public void make() {
    given = Organisation.of(teams, PEOPLE);
  }

  @Benchmark
  public Readiness ours() {
    return Judge.assess(given);
  }
}
