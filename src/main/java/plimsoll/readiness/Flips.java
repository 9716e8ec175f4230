package plimsoll.readiness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import plimsoll.disclosure.Published;
import plimsoll.readiness.Verdict.Flip;
import plimsoll.readiness.Verdict.Kind;

/** Looks for the smallest change of each input that alters the published verdict. */
final class Flips {
  private final Inquiry inquiry;
  private final Kind kind;
  private final List<Flip> found = new ArrayList<>();

  Flips(Inquiry inquiry) {
    this.inquiry = inquiry;
    this.kind = inquiry.ruling().kind();
  }

  /**
   * @param shown the score that may be shown; it starts there
   * @param step how fine to look, in points
   */
  void need(Criterion criterion, Published shown, double step) {
    Joined joined = inquiry.joined.get(criterion);
    if (joined == null || !joined.known() || !shown.shown()) return;
    double deviation = joined.standardDeviation();
    search(
        criterion.name(), shown.value(), 0, 100, step, deviation, by -> Change.need(criterion, by));
  }

  void owning(Integer teams) {
    if (teams == null) return;
    int other = teams < 3 ? 3 : 2;
    consider("P1", teams, other, null, inquiry.ruling(Change.owning(other)).kind());
  }

  void patterns(Patterns patterns) {
    if (patterns == null) return;
    var shown = patterns.shown();
    search(
        "R1",
        shown.consistent().size(),
        0,
        shown.readable(),
        1,
        null,
        by -> Change.consistent((int) by.doubleValue()));
    if (shown.divergence() == null) return;
    search("R2", shown.divergence(), -1, 1, 0.01, patterns.standardDeviation(), Change::divergence);
  }

  /** Nearest first: by standard errors, then those inputs that have none. */
  List<Flip> nearestFirst() {
    return found.stream()
        .sorted(
            Comparator.comparing(
                    Flip::standardErrors, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Flip::input))
        .toList();
  }

  private void search(
      String input,
      double from,
      double lowest,
      double highest,
      double step,
      Double deviation,
      Function<Double, Change> change) {
    int up = (int) Math.floor((highest - from) / step + 1e-9);
    int down = (int) Math.floor((from - lowest) / step + 1e-9);
    boolean upward = flips(change, up * step);
    boolean downward = flips(change, -down * step);
    for (int i = 1; i <= Math.max(up, down); i++) {
      if (upward && i <= up && tried(input, from, i * step, deviation, change)) return;
      if (downward && i <= down && tried(input, from, -i * step, deviation, change)) return;
    }
  }

  /** Where going all the way changes nothing, going part of it is not tried. */
  private boolean flips(Function<Double, Change> change, double by) {
    return inquiry.ruling(change.apply(by)).kind() != kind;
  }

  private boolean tried(
      String input, double from, double by, Double deviation, Function<Double, Change> change) {
    Kind becomes = inquiry.ruling(change.apply(by)).kind();
    consider(input, from, from + by, deviation, becomes);
    return becomes != kind;
  }

  private void consider(String input, double from, double to, Double deviation, Kind becomes) {
    if (becomes == kind) return;
    Double errors =
        deviation == null || deviation == 0 ? null : (Double) (Math.abs(to - from) / deviation);
    found.add(
        new Flip(
            input,
            tidy(from),
            tidy(to),
            errors == null ? null : (Double) (Math.rint(errors * 10) / 10),
            becomes));
  }

  private static double tidy(double value) {
    return Math.rint(value * 1000) / 1000;
  }
}
