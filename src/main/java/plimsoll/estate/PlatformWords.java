package plimsoll.estate;

import java.util.List;
import java.util.stream.Collectors;
import plimsoll.delivery.FigureWords;
import plimsoll.estate.PlatformView.Fared;
import plimsoll.estate.PlatformView.Share;
import plimsoll.pattern.Feature;
import plimsoll.platform.Drift;
import plimsoll.platform.Waiting;
import plimsoll.statistics.Proportion;

/** Says the figures of a platform in words. */
public final class PlatformWords {
  private static final double DAY = 86_400;
  private static final int NAMED = 5;

  private final FigureWords words = new FigureWords();

  /** Such as "7 of 9 (45 % to 94 %)". */
  public String share(Share one) {
    return one.n() == 0
        ? "none"
        : "%d of %d (%s to %s)"
            .formatted(one.hits(), one.n(), percent(one.low()), percent(one.high()));
  }

  public String share(Proportion one) {
    return share(Share.of(one));
  }

  /** One of the shares, unless its records contradict each other too often. */
  public String share(Fared fared, Share one) {
    return fared.blocked() ? "withheld: the times contradict" : share(one);
  }

  /** Such as "12 min (9 min to 30 min)"; the values themselves where they are few. */
  public String waits(Waiting waits) {
    if (waits.n() == 0) return "none";
    if (!waits.listedDays().isEmpty()) {
      return waits.listedDays().stream().map(this::days).collect(Collectors.joining(", "));
    }
    if (waits.medianDays() == null) return "we can't tell yet: fewer than half are ready";
    var high = waits.highDays() == null ? "unknown" : days(waits.highDays());
    return "%s (%s to %s)".formatted(days(waits.medianDays()), days(waits.lowDays()), high);
  }

  /** Such as "31 h of 4020 h". */
  public String hours(double some, Drift drift) {
    return "%.0f h of %.0f h".formatted(some, drift.hours());
  }

  /** Such as "delivery mechanism, rollout strategy and 3 more". */
  public String features(List<Feature> some) {
    var named = some.stream().limit(NAMED).map(Feature::title).collect(Collectors.joining(", "));
    return some.size() > NAMED ? named + " and " + (some.size() - NAMED) + " more" : named;
  }

  public String percent(double share) {
    return Math.round(100 * share) + " %";
  }

  private String days(double days) {
    return words.duration(days * DAY);
  }
}
