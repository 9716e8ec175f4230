package plimsoll.readiness;

import java.util.List;
import java.util.Locale;
import plimsoll.disclosure.Published;

/** How numbers are said in sentences. */
final class Words {

  private Words() {}

  /** "4", "0.21": no more digits than are needed, two after the point at most. */
  static String number(double value) {
    if (value == Math.rint(value)) return String.format(Locale.ROOT, "%,d", (long) value);
    return String.format(Locale.ROOT, "%.2f", value);
  }

  static String percent(double share) {
    long whole = Math.round(100 * share);
    if (whole == 100 && share < 1) return "more than 99 %";
    if (whole == 0 && share > 0) return "less than 1 %";
    return whole + " %";
  }

  /**
   * That people and records lie apart, and who sees more need, from what is shown of both.
   *
   * @param said withheld where too few answered; then no number is told
   */
  static String apart(Published said, Published recorded) {
    var finding = "People and records lie more than 25 points apart";
    if (!said.shown() || !recorded.shown()) return finding + ".";
    return "%s: people say %d, records %d of 100, so %s."
        .formatted(
            finding,
            Math.round(said.value()),
            Math.round(recorded.value()),
            said.value() > recorded.value()
                ? "people see more need than events show"
                : "events show more need than people see");
  }

  /** "1 team", "3 teams". */
  static String count(long count, String one, String many) {
    return number(count) + " " + (count == 1 ? one : many);
  }

  /** "a, b and c". */
  static String list(List<String> all) {
    if (all.size() < 2) return String.join("", all);
    String first = String.join(", ", all.subList(0, all.size() - 1));
    return first + " and " + all.get(all.size() - 1);
  }

  /** At most so many of them, then how many more. */
  static String list(List<String> all, int most) {
    if (all.size() <= most) return list(all);
    return String.join(", ", all.subList(0, most)) + " and " + (all.size() - most) + " more";
  }

  /** "72, 95 % interval 65 to 79". */
  static String score(Published score) {
    return number(score.value())
        + ", 95 % interval "
        + number(score.low())
        + " to "
        + number(score.high());
  }

  /** "agree narrowly". */
  static String plain(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static String lower(String title) {
    return title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
  }
}
