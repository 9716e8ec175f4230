package plimsoll.delivery;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import plimsoll.delivery.metric.Measure;
import plimsoll.delivery.metric.Metric;
import plimsoll.delivery.metric.Metric.Alternative;

/** Says a figure in words: few units as a count, durations in the unit that fits. */
public final class FigureWords {
  private static final int FEW = 30;
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  /** The figure itself, such as "18 h" or "2 of 7". */
  public String value(Metric metric) {
    return switch (metric.state()) {
      case MEASURED -> measured(metric);
      case LISTED -> listed(metric);
      case NONE -> "none";
      case UNKNOWN -> "we can't tell yet";
      case NOT_APPLICABLE -> "not applicable";
      case BLOCKED -> "withheld: the times contradict";
    };
  }

  /**
   * When something was, in the calendar whose days the figure counts.
   *
   * @param zone its name, such as Europe/Berlin
   */
  public String when(Instant at, String zone) {
    return MINUTE.format(at.atZone(ZoneId.of(zone)));
  }

  /** Its interval and what it rests on, such as "2 h to 3 days, 8 commits"; "" for none. */
  public String basis(Metric metric) {
    return switch (metric.state()) {
      case MEASURED -> interval(metric) + units(metric);
      case LISTED -> units(metric);
      default -> "";
    };
  }

  /** The same figure under another rule. */
  public String value(Measure measure, Alternative one) {
    if (one.hits() != null && one.n() < FEW) {
      return one.hits() + " of " + one.n();
    }
    if (one.value() != null) {
      return amount(measure, one.value());
    }
    return one.listed().isEmpty() ? "none to say" : listed(measure, one.listed());
  }

  /** Its interval, such as "8 % to 64 %"; "" for none. */
  public String interval(Measure measure, Double low, Double high) {
    if (low == null && high == null) {
      return "";
    }
    return (low == null ? "unknown" : amount(measure, low))
        + " to "
        + (high == null ? "unknown" : amount(measure, high));
  }

  /** How far the figure moves under the other rules, as a sentence; "" where there are none. */
  public String moves(Metric metric) {
    var others =
        metric.alternatives().stream()
            .filter(one -> one.value() != null)
            .sorted(Comparator.comparing(Alternative::value))
            .toList();
    if (metric.value() == null || others.isEmpty()) {
      return "";
    }
    var lowest = value(metric.measure(), others.get(0));
    var highest = value(metric.measure(), others.get(others.size() - 1));
    var here = value(metric);
    return lowest.equals(here) && highest.equals(here)
        ? "It is " + here + " under every other rule too."
        : "It is %s here; under other rules it lies between %s and %s."
            .formatted(here, lowest, highest);
  }

  /** How the values of services lie, as a sentence; "" for fewer than two with a value. */
  public String spread(Measure measure, List<FigureView.OfService> services) {
    var values =
        services.stream()
            .map(one -> one.metric().value())
            .filter(Objects::nonNull)
            .sorted()
            .toList();
    int n = values.size();
    return n < 2
        ? ""
        : "Of %d services with a value the middle one has %s; they reach from %s to %s."
            .formatted(
                n,
                amount(measure, values.get((n - 1) / 2)),
                amount(measure, values.get(0)),
                amount(measure, values.get(n - 1)));
  }

  /** A number in the unit of a figure. */
  public String amount(Measure measure, double value) {
    return switch (measure.unit()) {
      case "seconds" -> duration(value);
      case "share" -> percent(value);
      default -> number(value) + " a day";
    };
  }

  /** A span of time in the unit that fits. */
  public String duration(double seconds) {
    double size = Math.abs(seconds);
    if (size < 120) return number(seconds) + " s";
    if (size < 7200) return number(seconds / 60) + " min";
    return size < 172_800 ? number(seconds / 3600) + " h" : number(seconds / 86_400) + " days";
  }

  /** Little is not nothing: below one in a hundred with a decimal. */
  private String percent(double share) {
    boolean little = share > 0 && share < 0.01;
    return (little ? number(100 * share) : String.valueOf(Math.round(100 * share))) + " %";
  }

  private String measured(Metric metric) {
    boolean few = metric.hits() != null && metric.n() < FEW;
    return few ? metric.hits() + " of " + metric.n() : amount(metric.measure(), metric.value());
  }

  private String listed(Metric metric) {
    return metric.listed().isEmpty() ? "still open" : listed(metric.measure(), metric.listed());
  }

  private String listed(Measure measure, List<Double> values) {
    return values.stream().map(one -> amount(measure, one)).collect(Collectors.joining(", "));
  }

  private String interval(Metric metric) {
    var interval = interval(metric.measure(), metric.low(), metric.high());
    return interval.isEmpty() ? "" : interval + ", ";
  }

  private String units(Metric metric) {
    var unit =
        switch (metric.measure()) {
          case LEAD_TIME -> "commit";
          case RECOVERY_TIME -> "failed deployment";
          case TICKET_WAIT -> "ticket";
          case OWNER_PARTICIPATION -> "incident";
          case SELF_SERVICE_SHARE -> "request";
          default -> "deployment";
        };
    return metric.n() + " " + unit + (metric.n() == 1 ? "" : "s");
  }

  private String number(double value) {
    boolean round = Math.abs(value) >= 10 || value == Math.rint(value);
    return String.format(Locale.ROOT, round ? "%.0f" : "%.1f", value);
  }
}
