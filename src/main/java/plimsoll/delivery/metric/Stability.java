package plimsoll.delivery.metric;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import plimsoll.delivery.metric.Metric.State;

/** How often deployments fail, and how fast that is mended. */
final class Stability {
  private static final String NO_INCIDENTS =
      "No source of incidents is connected, so \"none\" cannot be told from \"not sent\".";

  private Stability() {}

  static Metric changeFailRate(Slice slice, Sources sources) {
    var drawn = new Drawn(Measure.CHANGE_FAIL_RATE);
    int n = slice.deployments().size();
    int failed = count(slice, Judged::failed);
    if (n == 0) {
      return drawn.notApplicable(Throughput.NO_DEPLOYMENT);
    }
    if (failed == 0 && !sources.incidents()) {
      return drawn.unknown(NO_INCIDENTS);
    }
    int inferred = count(slice, Judged::failedByInference);
    return drawn
        .inferring(inferred)
        .noting(!sources.incidents(), "Only rollbacks and fixes tell: " + NO_INCIDENTS)
        .alternative("without inferred links", (double) (failed - inferred) / n, n)
        .share(failed, n);
  }

  static Metric recoveryTime(Slice slice, Sources sources, Instant asOf) {
    var drawn = new Drawn(Measure.RECOVERY_TIME);
    var failed = slice.deployments().stream().filter(Judged::failed).toList();
    if (slice.deployments().isEmpty()) {
      return drawn.notApplicable(Throughput.NO_DEPLOYMENT);
    }
    if (failed.isEmpty()) {
      return sources.incidents()
          ? drawn.noting(true, "No deployment failed.").without(State.NONE, 0)
          : drawn.unknown(NO_INCIDENTS);
    }
    return recoveryTime(drawn, failed, asOf);
  }

  private static Metric recoveryTime(Drawn drawn, List<Judged> failed, Instant asOf) {
    var sound = failed.stream().filter(one -> !one.recoveryContradictory()).toList();
    var told = sound.stream().filter(one -> one.open() || one.recoveredAt() != null).toList();
    drawn
        .covering((double) told.size() / failed.size())
        .inferring(told.stream().filter(Judged::failedByInference).count())
        .excluding(failed.size() - sound.size(), "failed deployments were")
        .noting(
            told.size() < sound.size(),
            sound.size() - told.size() + " failed deployments do not tell when they were mended.");
    return told.isEmpty() && sound.size() == failed.size()
        ? drawn.without(State.UNKNOWN, 0)
        : drawn.median(told.stream().map(one -> observed(one, asOf)).toList());
  }

  static Metric reworkRate(Slice slice, Sources sources) {
    var drawn = new Drawn(Measure.REWORK_RATE);
    int n = slice.deployments().size();
    if (n == 0) {
      return drawn.notApplicable(Throughput.NO_DEPLOYMENT);
    }
    return sources.incidents() || sources.rework()
        ? drawn.share(count(slice, Judged::rework), n)
        : drawn.unknown("No record says what a deployment mends, and " + lower(NO_INCIDENTS));
  }

  static Observation observed(Judged one, Instant asOf) {
    var lasted = Math.max(0, Timeline.seconds(one.at(), asOf));
    return one.open()
        ? new Observation(lasted, true)
        : new Observation(one.recoverySeconds(), false);
  }

  private static int count(Slice slice, Predicate<Judged> wanted) {
    return (int) slice.deployments().stream().filter(wanted).count();
  }

  private static String lower(String sentence) {
    return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
