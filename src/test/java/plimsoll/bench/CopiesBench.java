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
import plimsoll.pattern.copy.Copies;
import plimsoll.pattern.copy.Filed;
import plimsoll.pattern.copy.Imprint;

/** Near-copies among four files of each service, by sketches, beside comparing all pairs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class CopiesBench {
  @Param({"100", "1000", "10000"})
  public int services;

  private List<Filed> files;

  @Setup
  public void make() {
    files =
        PatternBench.planted(services).specimens().stream()
            .flatMap(
                each ->
                    each.imprints().stream()
                        .map(imprint -> new Filed(each.service(), each.team(), imprint)))
            .toList();
  }

  @Benchmark
  public Copies ours() {
    return Copies.of(files);
  }

  /** Each file with each other of its part, exactly; how many pairs are copies. */
  @Benchmark
  public long other() {
    long copies = 0;
    for (int i = 0; i < files.size(); i++) {
      Imprint one = files.get(i).imprint();
      for (int j = 0; j < i; j++) {
        Imprint other = files.get(j).imprint();
        if (one.part().equals(other.part()) && one.similarity(other) >= Copies.COPY) copies++;
      }
    }
    return copies;
  }
}
