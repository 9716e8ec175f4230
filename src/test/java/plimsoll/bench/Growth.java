package plimsoll.bench;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What the method's parts cost, and how that grows, in a warm process for each size. */
final class Growth {
  private static final int ROUNDS = Integer.getInteger("bench.rounds", 4);

  /** What takes longer is called once. */
  private static final TimeValue ROUND = TimeValue.seconds(2);

  private static final String ALL = "method";

  private static final List<Part> PARTS =
      List.of(
          new Part("verdict", VerdictBench.class, "teams", 30, 250, "verdict on 30 teams"),
          new Part(
              "sheets", SheetsBench.class, "sheets", 50_000, 20_000, "all that a reading computes"),
          new Part("ranks", RanksBench.class, "people", 30, 5, "rank test of 30 and 30 people"),
          new Part(
              "selection",
              SelectionBench.class,
              "candidates",
              20,
              1000,
              "selection in 1,000 draws"),
          new Part(
              "gate", GateBench.class, "teams", 1000, 10_000, "gate over 1,000 teams, 8 waves"),
          new Part(
              "patterns", PatternBench.class, "services", 10_000, 60_000, "10,000 services' files"),
          new Part(
              "copies",
              CopiesBench.class,
              "services",
              10_000,
              60_000,
              "near-copies of 10,000 services"));

  private Growth() {}

  /**
   * One part of the method.
   *
   * @param unit what is varied
   * @param size at which an aim is set
   * @param most milliseconds that it may take then
   */
  private record Part(String name, Class<?> bench, String unit, int size, double most, String aim) {

    void measure() throws Exception {
      var options =
          new OptionsBuilder()
              .include(bench.getName() + "\\..*")
              .forks(1)
              .jvmArgs("-Xmx1g")
              .warmupIterations(ROUNDS)
              .warmupTime(ROUND)
              .measurementIterations(ROUNDS)
              .measurementTime(ROUND)
              .addProfiler(ProcessorTime.class)
              .shouldFailOnError(true)
              .verbosity(VerboseMode.SILENT)
              .build();
      print(new Runner(options).run());
    }

    private void print(Collection<RunResult> results) {
      double before = Double.NaN;
      for (var ours : of(results, "ours")) {
        double each = milliseconds(ours) / size(ours);
        say(
            "  %6d %s: %9.3f ms, %9.3f ms of processor, %8.4f ms for each%s%s",
            size(ours),
            unit,
            milliseconds(ours),
            processor(ours),
            each,
            Double.isNaN(before)
                ? ""
                : String.format(Locale.ROOT, ", %.2f x before", each / before),
            beside(ours, results));
        before = each;
        if (size(ours) == size) {
          aim(ours);
        }
      }
      one(results);
    }

    /** What a change of one of so many takes. */
    private void one(Collection<RunResult> results) {
      for (var one : of(results, "one")) {
        say("  %6d %s: %9.3f ms when one changes", size(one), unit, milliseconds(one));
      }
    }

    /** What else the machine does delays the clock, and hardly the processor. */
    private void aim(RunResult ours) {
      boolean met = milliseconds(ours) < most;
      boolean alone = processor(ours) < most;
      say(
          "=> %s: %.2f ms by the clock, %.2f of processor, at most %.0f: %s",
          aim,
          milliseconds(ours),
          processor(ours),
          most,
          met ? "met" : alone ? "met by processor time alone" : "MISSED");
    }

    private String beside(RunResult ours, Collection<RunResult> results) {
      return of(results, "other").stream()
          .filter(other -> size(other) == size(ours))
          .map(
              other ->
                  String.format(
                      Locale.ROOT, "; %.2f x the other", milliseconds(ours) / milliseconds(other)))
          .findFirst()
          .orElse("");
    }

    private static List<RunResult> of(Collection<RunResult> results, String method) {
      return results.stream()
          .filter(each -> each.getParams().getBenchmark().endsWith("." + method))
          .toList();
    }

    private int size(RunResult result) {
      return Integer.parseInt(result.getParams().getParam(unit));
    }

    private static double milliseconds(RunResult result) {
      return result.getPrimaryResult().getScore();
    }

    private static double processor(RunResult result) {
      return result.getSecondaryResults().get(ProcessorTime.NAME).getScore();
    }
  }

  static boolean knows(String name) {
    return name.equals(ALL) || PARTS.stream().anyMatch(part -> part.name.equals(name));
  }

  static void measure(String name) throws Exception {
    say("By JMH, %d rounds of %s to warm up and as many measured", ROUNDS, ROUND);
    for (var part : PARTS) {
      if (!name.equals(ALL) && !name.equals(part.name)) continue;
      say("%s: %s", part.name, part.aim);
      part.measure();
    }
  }

  private static void say(String words, Object... values) {
    System.out.println(String.format(Locale.ROOT, words, values));
  }
}
