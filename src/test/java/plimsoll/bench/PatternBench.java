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
import plimsoll.pattern.landscape.Landscape;
import plimsoll.pattern.landscape.Planted;
import plimsoll.pattern.landscape.Specimen;

/**
 * All that a reading makes of the profiles of an organisation's services: distances, clusters, map
 * and chance, sketches of four files each, near-copies, rebuilding and coverage. Hardly any two
 * services have the same fingerprint or the same file.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PatternBench {
  private static final int PATTERNS = 12;
  private static final int SERVICES_A_TEAM = 33;

  @Param({"100", "1000", "10000"})
  public int services;

  private Planted given;

  @Setup
  public void make() {
    given = planted(services);
  }

  static Planted planted(int services) {
    int teams = Math.max(3, services / SERVICES_A_TEAM);
    return Planted.of(PATTERNS, teams, services / teams, .12, .05, 20261124);
  }

  @Benchmark
  public List<Object> ours() {
    var landscape = Landscape.of(given.specimens(), (service, path) -> null);
    return List.of(Divergence.of(given.fingerprints()), landscape);
  }

  /** What is made anew of the one service that changed; the rest is joined with it as it was. */
  @Benchmark
  public Specimen one() {
    return Specimen.of(given.profiles().get(0), given.teams().get(0));
  }
}
