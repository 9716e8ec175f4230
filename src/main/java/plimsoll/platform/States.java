package plimsoll.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What state something was in, as it was looked at: a state holds until another is seen, unless
 * nobody looked for more than a day in between.
 *
 * @param spans in the order of time; none of them touches the next
 */
public record States(List<Span> spans) {
  private static final Duration UNSEEN = Duration.ofDays(1);
  private static final int MOST = 500;
  private static final double HOUR_MILLIS = 3_600_000.0;

  public States {
    spans = List.copyOf(spans);
  }

  /**
   * @param state such as "OutOfSync"
   * @param until when it was seen last, or another was seen
   */
  public record Span(String state, Instant from, Instant until) {}

  public static States none() {
    return new States(List.of());
  }

  /** With one more look; what comes late changes nothing, and the oldest are forgotten. */
  public States seen(String state, Instant at) {
    if (state == null) return this;
    if (spans.isEmpty()) return new States(List.of(new Span(state, at, at)));
    var last = spans.get(spans.size() - 1);
    if (at.isBefore(last.until())) return this;
    var all = new ArrayList<>(spans.subList(0, spans.size() - 1));
    boolean looked = Duration.between(last.until(), at).compareTo(UNSEEN) <= 0;
    all.add(looked ? new Span(last.state(), last.from(), at) : last);
    if (!looked || !last.state().equals(state)) all.add(new Span(state, at, at));
    return new States(all.subList(Math.max(0, all.size() - MOST), all.size()));
  }

  /** The last one; null before the first look. */
  public String now() {
    return spans.isEmpty() ? null : spans.get(spans.size() - 1).state();
  }

  /** Hours of a quarter for which it is known to have been in such a state. */
  public double hours(Predicate<String> state, Quarter within) {
    return spans.stream()
        .filter(one -> state.test(one.state()))
        .mapToDouble(one -> hours(one, within))
        .sum();
  }

  private static double hours(Span span, Quarter within) {
    var from = span.from().isBefore(within.from()) ? within.from() : span.from();
    var until = span.until().isAfter(within.to()) ? within.to() : span.until();
    return Math.max(0, Duration.between(from, until).toMillis() / HOUR_MILLIS);
  }
}
