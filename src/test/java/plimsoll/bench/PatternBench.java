package plimsoll.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import plimsoll.pattern.Divergence;
import plimsoll.pattern.Fingerprint;
import plimsoll.pattern.Services;

/** How far services lie apart within teams and between them: every pair is compared. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PatternBench {
  private static final int SERVICES_A_TEAM = 3;

  @Param({"30", "300", "3000"})
  public int services;

  private List<Fingerprint> given;

  @Setup
  public void make() {
    given = Services.of(services / SERVICES_A_TEAM, SERVICES_A_TEAM);
  }

  @Benchmark
  public Divergence ours() {
    return Divergence.of(given);
  }
}
