package plimsoll.figure;

import java.util.List;
import java.util.Locale;
import plimsoll.disclosure.Published;
import plimsoll.disclosure.Withholding;
import plimsoll.readiness.Criterion;

/** How numbers are said: plain, short, with their interval and how many stand behind them. */
public final class Words {
  private static final List<String> SMALL =
      List.of("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine");

  private Words() {}

  /** A score of 0 to 100 such as "55", or in words why it is not shown. */
  public static String score(Published published) {
    return published.shown() ? number(published.value()) : reason(published.withheld());
  }

  /**
   * A team's score: the ends of the scale are not told apart, so that nobody can tell that all of a
   * small team answered alike (measurement model, 8.4 P5).
   */
  public static String teamScore(Published published) {
    if (!published.shown()) {
      return reason(published.withheld());
    }
    if (published.value() <= 10) {
      return "≤ 10";
    }
    return published.value() >= 90 ? "≥ 90" : number(published.value());
  }

  /** The 95 % interval such as "45–65"; "–" when there is none. */
  public static String interval(Published published) {
    if (!published.shown() || published.low() == null || published.high() == null) {
      return "–";
    }
    return number(published.low()) + "–" + number(published.high());
  }

  /** How many people stand behind it, such as "5–7"; "–" when records and not people do. */
  public static String people(Published published) {
    return published.shown() && published.people() != null ? published.people() : "–";
  }

  /** Score with its interval, such as "55 (45–65)". */
  public static String range(Published published) {
    return range(published, score(published));
  }

  /** The same for a team. */
  public static String teamRange(Published published) {
    return range(published, teamScore(published));
  }

  private static String range(Published published, String score) {
    return !published.shown() || published.low() == null
        ? score
        : score + " (" + interval(published) + ")";
  }

  /** Score, interval and people in one, such as "55 (45–65), n = 5–7". */
  public static String whole(Published published) {
    return whole(published, score(published));
  }

  /** The same for a team. */
  public static String teamWhole(Published published) {
    return whole(published, teamScore(published));
  }

  private static String whole(Published published, String score) {
    var people = !published.shown() || published.people() == null;
    return range(published, score) + (people ? "" : ", n = " + published.people());
  }

  /** Why a score is not shown, for the reader who looks for it. */
  public static String reason(Withholding withholding) {
    return switch (withholding) {
      case TOO_FEW -> "withheld: too few answered";
      case WOULD_REVEAL_ANOTHER -> "withheld: would reveal a smaller group";
      case ROSTER_CHANGED -> "withheld: one or two people joined or left";
      case NO_EVIDENCE -> "no evidence";
    };
  }

  /** How many answered, as a band; "withheld" where it may not be told. */
  public static String response(String band) {
    return band == null ? "withheld" : band;
  }

  /** A probability such as "86 %"; never 0 % or 100 %, because nothing is certain. */
  public static String percent(Double probability) {
    if (probability == null) {
      return "–";
    }
    if (probability > 0.99) {
      return "> 99 %";
    }
    return probability < 0.01 ? "< 1 %" : Math.round(probability * 100) + " %";
  }

  /** A whole number where it is one, else one decimal. */
  public static String number(double value) {
    return value == Math.rint(value)
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.1f", value);
  }

  /** A number at an axis, of at most two decimals. */
  public static String tick(double value) {
    return value == Math.rint(value)
        ? number(value)
        : String.format(Locale.ROOT, "%.2f", value).replaceFirst("0$", "");
  }

  /** "1 team", "7 teams". */
  public static String count(int n, String noun) {
    return n + " " + noun + (n == 1 ? "" : "s");
  }

  /** A number that opens a sentence: in words up to nine. */
  public static String opening(int n) {
    return n >= 0 && n < SMALL.size() ? SMALL.get(n) : String.valueOf(n);
  }

  /** "a", "a and b", "a, b and c". */
  public static String list(List<String> names) {
    var last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  /** A criterion by its title and its name, such as "Release steps are manual (D4)". */
  public static String criterion(Criterion criterion) {
    return criterion.title() + " (" + criterion.name() + ")";
  }
}
