package plimsoll.product;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import plimsoll.product.Check.Concluded;

/** How what came of a bet is said, on its page and in reports. */
public final class Bets {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private Bets() {}

  /** Such as "30 September 2026". */
  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** Such as "64"; "–" where there is none. */
  public static String score(Double points) {
    return points == null ? "–" : number(points);
  }

  /** Such as "−12" or "+3"; "–" where there is none. */
  public static String change(Double points) {
    if (points == null) {
      return "–";
    }
    return points > 0 ? "+" + number(points) : points < 0 ? "−" + number(-points) : "0";
  }

  /** Such as "Continue: Ada Byron, 5 October 2026, on “We can't tell yet”. Next check …". */
  public static String concluded(Concluded one) {
    return "%s: %s, %s, on “%s”%s.%s%s"
        .formatted(
            one.course().title(),
            one.by(),
            day(one.on()),
            one.finding().title(),
            one.estimate() == null ? "" : " (" + change(one.estimate()) + " points)",
            one.note() == null ? "" : " " + one.note(),
            one.checkOn() == null ? "" : " Next check: " + day(one.checkOn()) + ".");
  }

  static String number(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.1f", value);
  }
}
