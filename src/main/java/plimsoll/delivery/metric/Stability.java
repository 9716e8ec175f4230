package plimsoll.delivery.metric;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import plimsoll.delivery.metric.Metric.State;

/** How often deployments fail, and how fast that is mended. */
final class Stability {
  private static final String NO_INCIDENTS =
      "No source of incidents is connected, so \"none\" cannot be told from \"not sent\".";

  /** What shows that a deployment mends another; the time of an incident shows nothing of it. */
  private static final Set<Attribution> MENDING =
      EnumSet.of(Attribution.EXPLICIT, Attribution.ROLLBACK, Attribution.REVERT);

  private Stability() {}

  /**
   * @param others the rules under which it is given too
   */
  static Metric changeFailRate(Slice slice, Sources sources, Collection<AttributionRule> others) {
    var drawn = new Drawn(Measure.CHANGE_FAIL_RATE);
    int n = slice.deployments().size();
    int failed = count(slice, Judged::failed);
    if (n == 0) {
      return drawn.notApplicable(Throughput.NO_DEPLOYMENT);
    }
    if (failed == 0 && !sources.incidents()) {
      return drawn.unknown(NO_INCIDENTS);
    }
    for (var rule : others) {
      int hits = count(slice, one -> one.under(rule).failed());
      drawn.alternative(
          rule.slug(), rule.words(), new Drawn(Measure.CHANGE_FAIL_RATE).share(hits, n));
    }
    return drawn
        .inferring(count(slice, Judged::failedByInference))
        .noting(!sources.incidents(), "Only rollbacks and fixes tell: " + NO_INCIDENTS)
        .share(failed, n);
  }

  /**
   * @param others the rules under which it is given too
   */
  static Metric recoveryTime(
      Slice slice, Sources sources, Instant asOf, Collection<AttributionRule> others) {
    var drawn = new Drawn(Measure.RECOVERY_TIME);
    if (slice.deployments().isEmpty()) {
      return drawn.notApplicable(Throughput.NO_DEPLOYMENT);
    }
    for (var rule : others) {
      var judged = slice.deployments().stream().map(one -> one.under(rule)).toList();
      drawn.alternative(rule.slug(), rule.words(), recovered(judged, sources, asOf));
    }
    return recovered(drawn, slice.deployments(), sources, asOf);
  }

  private static Metric recovered(List<Judged> judged, Sources sources, Instant asOf) {
    return recovered(new Drawn(Measure.RECOVERY_TIME), judged, sources, asOf);
  }

  private static Metric recovered(Drawn drawn, List<Judged> judged, Sources sources, Instant asOf) {
    var failed = judged.stream().filter(Judged::failed).toList();
    if (failed.isEmpty()) {
      return sources.incidents()
          ? drawn.noting(true, "No deployment failed.").without(State.NONE, 0)
          : drawn.unknown(NO_INCIDENTS);
    }
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

  /**
   * @param others the rules under which it is given too
   */
  static Metric reworkRate(Slice slice, Sources sources, Collection<AttributionRule> others) {
    var drawn = new Drawn(Measure.REWORK_RATE);
    int n = slice.deployments().size();
    if (n == 0) {
      return drawn.notApplicable(Throughput.NO_DEPLOYMENT);
    }
    if (!sources.incidents() && !sources.rework()) {
      return drawn.unknown("No record says what a deployment mends, and " + lower(NO_INCIDENTS));
    }
    var seen = new HashSet<Set<Attribution>>();
    seen.add(Set.of(Attribution.EXPLICIT));
    for (var rule : others) {
      var shows = EnumSet.copyOf(MENDING);
      shows.removeIf(one -> !rule.counts(one));
      if (!shows.isEmpty() && seen.add(shows)) {
        int hits = count(slice, one -> rule.countsAny(one.mends()));
        drawn.alternative(rule.slug(), rule.words(), new Drawn(Measure.REWORK_RATE).share(hits, n));
      }
    }
    return drawn.share(count(slice, Judged::rework), n);
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
