package plimsoll.readiness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An edition of the method: the judgements in which one differs from another. A reading names the
 * one that it was taken with, so that it can be taken again with a newer one. An edition that was
 * ever published is never changed.
 *
 * @param name such as "2026.2"
 * @param since the day from which on it is the current one
 * @param methodError what people and records miss beyond chance, as far as is known beforehand:
 *     standard deviation in points
 * @param methodErrorWorth how many observed gaps between people and records that is worth; infinite
 *     where no gap can change it
 */
public record Edition(String name, LocalDate since, double methodError, double methodErrorWorth) {

  private static final Edition FIRST =
      new Edition("2026.1", LocalDate.of(2026, 1, 1), 10, Double.POSITIVE_INFINITY);

  /** What is judged by where nobody says otherwise. */
  public static final Edition CURRENT = new Edition("2026.2", LocalDate.of(2026, 11, 23), 10, 4);

  /** All editions, the oldest first. */
  public static final List<Edition> ALL = List.of(FIRST, CURRENT);

  /**
   * @throws BadCase for a name that no edition has; its message names those that there are
   */
  public static Edition of(String name) {
    return ALL.stream()
        .filter(each -> each.name.equals(name))
        .findFirst()
        .orElseThrow(
            () -> new BadCase("There is no edition " + name + " of the method; " + known() + "."));
  }

  private static String known() {
    return "known are " + Words.list(ALL.stream().map(Edition::name).toList());
  }

  public boolean newerThan(Edition other) {
    return since.isAfter(other.since);
  }

  /** The editions after this one, the newest first. */
  public List<Edition> newer() {
    return ALL.stream()
        .filter(each -> each.newerThan(this))
        .sorted(Comparator.comparing(Edition::since).reversed())
        .toList();
  }

  /**
   * One rule or number in which two editions differ.
   *
   * @param what the rule, in words
   * @param anchor of its paragraph in docs/method.md
   */
  public record Difference(String what, String before, String after, String anchor) {}

  /** What this edition does otherwise than an older one; empty where they judge alike. */
  public List<Difference> unlike(Edition older) {
    var all = new ArrayList<Difference>();
    add(all, "The method's own error", "method-error", older, Edition::errorInWords);
    return List.copyOf(all);
  }

  /** What the method's own error is, and whether the records of an organisation can change it. */
  private String errorInWords() {
    String points = number(methodError) + " points";
    return Double.isInfinite(methodErrorWorth)
        ? points + " in every organisation"
        : points
            + " to start from, worth "
            + number(methodErrorWorth)
            + " gaps, then learned from how far people and records lie apart here";
  }

  private interface Told {
    Object of(Edition edition);
  }

  private void add(List<Difference> all, String what, String anchor, Edition older, Told told) {
    String before = told.of(older).toString();
    String after = told.of(this).toString();
    if (!before.equals(after)) all.add(new Difference(what, before, after, anchor));
  }

  private static String number(double value) {
    return Words.number(value);
  }
}
