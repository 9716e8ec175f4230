package plimsoll.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import plimsoll.access.Refusal;
import plimsoll.access.Refusal.Fault;
import plimsoll.roadmap.Initiative;
import plimsoll.roadmap.Initiative.Range;

/**
 * What an initiative claims, in words and weeks. A part that is null says nothing: in a change it
 * leaves what stands.
 *
 * @param title what to do, one line of at most 200 characters
 * @param hypothesis what will be true if it works, one line of at most 1,000 characters
 * @param effortWeeks person-weeks, in tenths, above 0 and at most 1,000
 */
public record Claim(String title, String hypothesis, Range effortWeeks) {
  static final Claim NOTHING = new Claim(null, null, null);

  private static final int MOST_TITLE = 200;
  private static final int MOST_HYPOTHESIS = 1_000;
  private static final int MOST_WEEKS = 1_000;

  public Claim {
    title = Typed.line(title);
    hypothesis = Typed.line(hypothesis);
    effortWeeks = effortWeeks == null ? null : inTenths(effortWeeks);
  }

  static Claim of(Initiative initiative) {
    return new Claim(initiative.title(), initiative.hypothesis(), initiative.effortWeeks());
  }

  /** As typed into a form; weeks that are no numbers become 0, which is refused. */
  static Claim typed(String title, String hypothesis, String median, String low, String high) {
    var weeks = List.of(typed(median), typed(low), typed(high));
    return new Claim(
        title,
        hypothesis,
        weeks.stream().allMatch(String::isEmpty)
            ? null
            : new Range(number(weeks.get(0)), number(weeks.get(1)), number(weeks.get(2))));
  }

  /** Says this, and where this says nothing, what the other says. */
  Claim over(Claim other) {
    return new Claim(
        title == null ? other.title : title,
        hypothesis == null ? other.hypothesis : hypothesis,
        effortWeeks == null ? other.effortWeeks : effortWeeks);
  }

  /** Only what differs from the other. */
  Claim unlike(Claim other) {
    return new Claim(
        Objects.equals(title, other.title) ? null : title,
        Objects.equals(hypothesis, other.hypothesis) ? null : hypothesis,
        Objects.equals(effortWeeks, other.effortWeeks) ? null : effortWeeks);
  }

  /**
   * The same, when nothing is wrong with it.
   *
   * @throws Refusal 422 with every fault named
   */
  Claim checked() {
    var faults = faults();
    if (!faults.isEmpty()) {
      throw Refusal.wrong("Nothing was changed: some values are wrong.", faults);
    }
    return this;
  }

  List<Fault> faults() {
    var faults = new ArrayList<Fault>();
    limit(faults, "/title", title, MOST_TITLE);
    limit(faults, "/hypothesis", hypothesis, MOST_HYPOTHESIS);
    if (effortWeeks != null) {
      weeks(faults, effortWeeks);
    }
    return faults;
  }

  static void limit(List<Fault> faults, String pointer, String text, int most) {
    if (text != null && text.length() > most) {
      faults.add(new Fault(pointer, "This has more than %d characters.".formatted(most)));
    }
  }

  private static void weeks(List<Fault> faults, Range weeks) {
    if (weeks.p10() <= 0) {
      faults.add(new Fault("/effortWeeks/p10", "The low end is a number of weeks above 0."));
    }
    if (weeks.p90() <= weeks.p10() || weeks.p90() > MOST_WEEKS) {
      faults.add(
          new Fault(
              "/effortWeeks/p90", "The high end is a number above the low end, at most 1000."));
    }
    if (weeks.median() < weeks.p10() || weeks.median() > weeks.p90()) {
      faults.add(new Fault("/effortWeeks/median", "The median is a number between the two ends."));
    }
  }

  private static Range inTenths(Range weeks) {
    return new Range(tenth(weeks.median()), tenth(weeks.p10()), tenth(weeks.p90()));
  }

  private static double tenth(double value) {
    return Math.round(value * 10) / 10.0;
  }

  private static String typed(String text) {
    return text == null ? "" : text.strip();
  }

  private static double number(String typed) {
    return typed.matches("[0-9]{1,6}([.,][0-9]{1,6})?")
        ? Double.parseDouble(typed.replace(',', '.'))
        : 0;
  }
}
