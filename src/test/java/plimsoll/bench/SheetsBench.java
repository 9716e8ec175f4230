package plimsoll.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import plimsoll.json.Json;
import plimsoll.pattern.Divergence;
import plimsoll.pattern.Fingerprint;
import plimsoll.pattern.Services;
import plimsoll.readiness.Case;
import plimsoll.readiness.Judge;
import plimsoll.readiness.Organisation;
import plimsoll.readiness.Wave;
import plimsoll.readiness.WaveChange;
import plimsoll.roadmap.Roadmap;

/**
 * All that a reading computes once its data are gathered: patterns, verdicts, changes, proposals.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SheetsBench {
  private static final int ANSWERS_A_TEAM = 50;
  private static final int PEOPLE_A_TEAM = 67;
  private static final int SERVICES_A_TEAM = 3;

  @Param({"500", "5000", "50000"})
  public int sheets;

  private Case given;
  private Wave before;
  private List<Fingerprint> services;
  private final Map<String, Integer> heads = new HashMap<>();

  @Setup
  public void make() {
    int teams = sheets / ANSWERS_A_TEAM;
    given = Organisation.of(teams, PEOPLE_A_TEAM);
    before = Organisation.wave(teams, PEOPLE_A_TEAM);
    services = Services.of(teams, SERVICES_A_TEAM);
    given.teams().forEach(team -> heads.put(team.key(), team.size()));
  }

  @Benchmark
  public String ours() {
    var patterns = Divergence.of(services);
    var readiness = Judge.assess(given);
    var proposals = Roadmap.propose(readiness, heads, given.seed());
    var now = new Wave(readiness, given.keying(), given.teams());
    var changes = WaveChange.between(before, now);
    return Json.write(List.of(patterns, readiness, proposals, changes));
  }
}
