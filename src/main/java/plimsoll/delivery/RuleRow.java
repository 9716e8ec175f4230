package plimsoll.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import plimsoll.delivery.metric.Metric;
import plimsoll.delivery.metric.Metric.Alternative;

/**
 * A figure under one rule, with where it lies on a line of 0 to 100 that all rules share.
 *
 * @param figure the same figure as that rule gives it
 * @param headline true for the rule of the figure itself
 * @param at null where it gives no value
 * @param low null where it has no lower end
 * @param high null where it has no upper end
 * @param end what lies at 100, in the unit of the figure
 */
public record RuleRow(
    Alternative figure, boolean headline, Double at, Double low, Double high, double end) {

  /** The figure itself first, then the others; empty where there are no others. */
  static List<RuleRow> of(Metric metric) {
    if (metric.alternatives().isEmpty()) {
      return List.of();
    }
    var all = new ArrayList<Alternative>();
    all.add(
        new Alternative(
            "headline",
            "As counted here",
            metric.value(),
            metric.low(),
            metric.high(),
            metric.n(),
            metric.hits(),
            metric.listed()));
    all.addAll(metric.alternatives());
    double end = end(all);
    return all.stream().map(one -> row(one, end)).toList();
  }

  private static double end(List<Alternative> all) {
    return all.stream()
        .flatMap(one -> Stream.of(or(one.value()), or(one.high()), or(one.low())))
        .max(Double::compare)
        .orElse(1.0);
  }

  private static Double or(Double value) {
    return value == null ? 0 : value;
  }

  private static RuleRow row(Alternative one, double end) {
    return new RuleRow(
        one,
        one.key().equals("headline"),
        on(one.value(), end),
        on(one.low(), end),
        on(one.high(), end),
        end);
  }

  private static Double on(Double value, double end) {
    return value == null || end == 0 ? null : (Double) (100 * Math.min(1, value / end));
  }
}
