package plimsoll.delivery;

import java.util.Locale;
import java.util.stream.Collectors;
import plimsoll.delivery.metric.Measure;
import plimsoll.delivery.metric.Metric;

/** Says a figure in words: few units as a count, durations in the unit that fits. */
public final class FigureWords {
  private static final int FEW = 30;

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

  /** Its interval and what it rests on, such as "2 h to 3 days, 8 commits"; "" for none. */
  public String basis(Metric metric) {
    return switch (metric.state()) {
      case MEASURED -> interval(metric) + units(metric);
      case LISTED -> units(metric);
      default -> "";
    };
  }

  /** A number in the unit of a figure. */
  public String amount(Measure measure, double value) {
    return switch (measure.unit()) {
      case "seconds" -> duration(value);
      case "share" -> Math.round(100 * value) + " %";
      default -> number(value) + " a day";
    };
  }

  String duration(double seconds) {
    double size = Math.abs(seconds);
    if (size < 120) return number(seconds) + " s";
    if (size < 7200) return number(seconds / 60) + " min";
    return size < 172_800 ? number(seconds / 3600) + " h" : number(seconds / 86_400) + " days";
  }

  private String measured(Metric metric) {
    boolean few = metric.hits() != null && metric.n() < FEW;
    return few ? metric.hits() + " of " + metric.n() : amount(metric.measure(), metric.value());
  }

  private String listed(Metric metric) {
    return metric.listed().isEmpty()
        ? "still open"
        : metric.listed().stream()
            .map(one -> amount(metric.measure(), one))
            .collect(Collectors.joining(", "));
  }

  private String interval(Metric metric) {
    return metric.low() == null
        ? ""
        : amount(metric.measure(), metric.low())
            + " to "
            + (metric.high() == null ? "unknown" : amount(metric.measure(), metric.high()))
            + ", ";
  }

  private String units(Metric metric) {
    var unit =
        switch (metric.measure()) {
          case LEAD_TIME -> "commit";
          case RECOVERY_TIME -> "failed deployment";
          case TICKET_WAIT -> "ticket";
          case OWNER_PARTICIPATION -> "incident";
          default -> "deployment";
        };
    return metric.n() + " " + unit + (metric.n() == 1 ? "" : "s");
  }

  private String number(double value) {
    boolean round = Math.abs(value) >= 10 || value == Math.rint(value);
    return String.format(Locale.ROOT, round ? "%.0f" : "%.1f", value);
  }
}
