package plimsoll.readiness;

import java.util.ArrayList;
import java.util.List;
import plimsoll.disclosure.Published;
import plimsoll.disclosure.Rounding;
import plimsoll.statistics.Estimate;
import plimsoll.statistics.Holm;
import plimsoll.statistics.Interval;
import plimsoll.statistics.Stratified;
import plimsoll.statistics.TwoSamples;

/**
 * How what people say of one criterion moved between two campaigns, in the whole organisation, as
 * it may be shown (measurement 2.8). People are not linked, so all count as different ones, which
 * is careful where the same people answered twice. Teams have no such thing.
 *
 * @param before the score that was published then
 * @param now the score that is published now
 * @param change how far the need moved in points, below 0 is relief; rounded like its ends
 * @param low lower end of its 95 % interval, to 1 outward; to 5 where fewer than 100 people
 *     answered
 * @param high upper end of the same
 * @param p of Mann and Whitney's test, adjusted by Holm over all criteria compared; rounded up to
 *     0.01
 * @param moved whether chance is ruled out well enough to say that it moved: p is 0.05 or less and
 *     the interval lies on one side of 0
 */
public record WaveChange(
    Criterion criterion,
    Published before,
    Published now,
    double change,
    double low,
    double high,
    double p,
    boolean moved) {
  private static final double CHANCE = 0.05;
  private static final double ENOUGH_COVERAGE = 0.80;
  private static final int SMALL_ORGANISATION = 100;

  /**
   * The criteria that both campaigns asked with the same items, published, and covered; in the
   * order of the table. An item that was changed is another item, so its criterion is left out.
   */
  public static List<WaveChange> between(Wave before, Wave now) {
    var pairs = new ArrayList<Pair>();
    for (Criterion each : Sitting.SCORED) {
      var pair = Pair.of(each, before, now);
      if (pair != null) pairs.add(pair);
    }
    double[] p = Holm.adjusted(pairs.stream().mapToDouble(Pair::p).toArray());
    var changes = new ArrayList<WaveChange>();
    for (int i = 0; i < p.length; i++) changes.add(pairs.get(i).change(p[i]));
    return List.copyOf(changes);
  }

  /** One criterion in both waves. */
  private record Pair(
      Criterion criterion, Published then, Published today, Scores before, Scores now) {

    /** Null where it may not or can't be compared. */
    static Pair of(Criterion criterion, Wave before, Wave now) {
      Published then = said(criterion, before);
      Published today = said(criterion, now);
      Part part = part(criterion, before);
      if (then == null || today == null || part == null) return null;
      if (likeATeam(then) || likeATeam(today)) return null;
      Part same = part(criterion, now);
      if (same == null || !part.items().equals(same.items())) return null;
      var pair =
          new Pair(
              criterion,
              then,
              today,
              new Scores(part, before.teams()),
              new Scores(same, now.teams()));
      return covered(pair.before) && covered(pair.now) ? pair : null;
    }

    double p() {
      return TwoSamples.compare(now.everybody(), before.everybody()).p();
    }

    WaveChange change(double p) {
      double step = Math.min(before.people(), now.people()) < SMALL_ORGANISATION ? 5 : 1;
      Interval ends = interval();
      double low = Math.floor(ends.low() / step) * step;
      double high = Math.ceil(ends.high() / step) * step;
      double middle = Math.rint((ends.low() + ends.high()) / 2 / step) * step;
      boolean moved = p <= CHANCE && (low >= 0 || high <= 0);
      double rounded = Math.max(0.01, Math.ceil(p * 100 - 1e-9) / 100);
      return new WaveChange(criterion, then, today, middle, low, high, rounded, moved);
    }

    /** Of the difference of two independent means, by Welch and Satterthwaite. */
    private Interval interval() {
      Estimate a = before.organisation().estimate();
      Estimate b = now.organisation().estimate();
      double first = a.standardError() * a.standardError();
      double second = b.standardError() * b.standardError();
      double both = first + second;
      double freedom =
          both
              * both
              / (first * first / a.degreesOfFreedom() + second * second / b.degreesOfFreedom());
      return new Estimate(b.value() - a.value(), Math.sqrt(both), freedom).interval(0.95);
    }

    /** An organisation of which so few answered has no such thing either. */
    private static boolean likeATeam(Published score) {
      return Rounding.isBand(score.people());
    }

    private static boolean covered(Scores scores) {
      Stratified whole = scores.organisation();
      return whole != null && whole.coverage() >= ENOUGH_COVERAGE;
    }

    private static Part part(Criterion criterion, Wave wave) {
      return Part.of(wave.keying(), 5).stream()
          .filter(each -> each.key().equals(criterion.construct()))
          .findFirst()
          .orElse(null);
    }

    private static Published said(Criterion criterion, Wave wave) {
      return wave.published().criteria().stream()
          .filter(each -> each.criterion() == criterion && each.said().shown())
          .map(Readiness.CriterionResult::said)
          .findFirst()
          .orElse(null);
    }
  }
}
