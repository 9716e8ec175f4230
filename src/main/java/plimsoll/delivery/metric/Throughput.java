package plimsoll.delivery.metric;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How often and how fast changes reach production. */
final class Throughput {
  static final String NO_DEPLOYMENT = "Nothing reached production in this period.";

  private Throughput() {}

  /**
   * Deployments a day.
   *
   * @param ever true when anything of this scope is known to have reached production, ever
   */
  static Metric frequency(Slice slice, Sources sources, boolean ever, Instant asOf) {
    var drawn = new Drawn(Measure.DEPLOYMENT_FREQUENCY);
    if (!ever) {
      return drawn.unknown("No deployment of these services was ever sent.");
    }
    if (!slice.window().from().isBefore(asOf)) {
      return drawn.notApplicable("This period has not begun.");
    }
    var elapsed = slice.window().until(asOf);
    double covered = coveredShare(elapsed, sources.firstAt(), asOf);
    long unchanged = slice.deployments().stream().filter(Judged::bringsNoCode).count();
    long late = slice.deployments().stream().filter(Throughput::backfilled).count();
    long bringing = slice.deployments().size() - unchanged;
    return drawn
        .alternative(
            "without-configuration",
            "Without configuration and rebuilds",
            new Drawn(Measure.DEPLOYMENT_FREQUENCY).rate((int) bringing, elapsed.days()))
        .covering(covered)
        .noting(covered < 1, "The records do not cover the whole period.")
        .noting(late > 0, late + " were sent more than 7 days after they happened.")
        .noting(unchanged > 0, unchanged + " of them brought configuration or a rebuild.")
        .rate(slice.deployments().size(), elapsed.days());
  }

  static Metric leadTime(Slice slice) {
    var drawn = new Drawn(Measure.LEAD_TIME);
    var bringing = slice.deployments().stream().filter(Judged::bringsChange).toList();
    if (bringing.isEmpty()) {
      return drawn.notApplicable(NO_DEPLOYMENT);
    }
    long known = bringing.stream().filter(Judged::commitsKnown).count();
    drawn.covering((double) known / bringing.size());
    drawn.noting(
        known < bringing.size(), known + " of " + bringing.size() + " tell their commits.");
    if (known < Drawn.COVERAGE_MIN * bringing.size()) {
      drawn.noting(true, "Send commits with deployments, or connect the repository's pushes.");
      return drawn.without(Metric.State.UNKNOWN, 0);
    }
    return leadTime(drawn, bringing);
  }

  private static Metric leadTime(Drawn drawn, List<Judged> bringing) {
    var all = bringing.stream().flatMap(one -> one.leadTimes().stream()).toList();
    var sound = bringing.stream().flatMap(one -> sound(one).stream()).toList();
    if (all.isEmpty()) {
      return drawn.notApplicable("No commit reached production for the first time.");
    }
    var oldest = bringing.stream().map(Throughput::oldest).filter(Objects::nonNull).toList();
    var written =
        sound.stream()
            .map(LeadTime::secondsFromFirstCommit)
            .filter(seconds -> seconds != null && seconds >= 0)
            .toList();
    long estimated = sound.stream().filter(LeadTime::estimated).count();
    return drawn
        .inferring(estimated)
        .noting(estimated > 0, estimated + " commits: their own time stands in for their arrival.")
        .excluding(all.size() - sound.size(), "commits were")
        .alternative(
            "per-deployment",
            "Per deployment, its oldest commit",
            new Drawn(Measure.LEAD_TIME).median(oldest))
        .alternative(
            "from-first-commit",
            "From when the first commit was written, where that is known",
            new Drawn(Measure.LEAD_TIME).median(written))
        .median(sound.stream().map(LeadTime::seconds).toList());
  }

  /** Its lead times whose clocks agree. */
  static List<LeadTime> sound(Judged one) {
    return one.deployment().finishedBeforeStarted()
        ? List.of()
        : one.leadTimes().stream().filter(lead -> lead.seconds() >= 0).toList();
  }

  /** Local days with at least one deployment. */
  static SortedSet<LocalDate> deployDays(Slice slice) {
    return slice.deployments().stream()
        .map(one -> slice.window().day(one.at()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Median over the full weeks; null where there is none. */
  static Double deployDaysPerWeek(Slice slice) {
    var days = deployDays(slice);
    var counts =
        slice.window().fullWeeks().stream()
            .map(monday -> (double) days.subSet(monday, monday.plusWeeks(1)).size())
            .toList();
    return counts.isEmpty() ? null : Quantiles.of(Quantiles.sorted(counts), 50);
  }

  /** Median of the days from one deploy-day to the next; null where there are fewer than two. */
  static Double daysBetween(Slice slice) {
    var days = new ArrayList<>(deployDays(slice));
    var gaps = new ArrayList<Double>();
    for (int i = 1; i < days.size(); i++) {
      gaps.add((double) ChronoUnit.DAYS.between(days.get(i - 1), days.get(i)));
    }
    return gaps.isEmpty() ? null : Quantiles.of(Quantiles.sorted(gaps), 50);
  }

  /** Median over the deployments that tell their commits; null where none does. */
  static Double commitsPerDeployment(Slice slice) {
    var sizes =
        slice.deployments().stream()
            .filter(one -> one.bringsChange() && one.commitsKnown())
            .map(one -> (double) one.leadTimes().size())
            .toList();
    return sizes.isEmpty() ? null : Quantiles.of(Quantiles.sorted(sizes), 50);
  }

  private static Double oldest(Judged one) {
    return sound(one).stream().map(LeadTime::seconds).max(Double::compare).orElse(null);
  }

  private static boolean backfilled(Judged one) {
    var receivedAt = one.deployment().receivedAt();
    return receivedAt != null && receivedAt.isAfter(one.at().plus(7, ChronoUnit.DAYS));
  }

  private static double coveredShare(Window window, Instant firstAt, Instant asOf) {
    var from =
        firstAt.isAfter(window.from())
            ? window.day(firstAt).atStartOfDay(window.zone()).toInstant()
            : window.from();
    from = from.isBefore(window.from()) ? window.from() : from;
    var to = asOf.isBefore(window.to()) ? asOf : window.to();
    return from.isBefore(to) ? new Window(from, to, window.zone()).days() / window.days() : 0;
  }
}
