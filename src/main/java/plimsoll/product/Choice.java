package plimsoll.product;

import java.util.List;
import plimsoll.roadmap.Selection;
import plimsoll.roadmap.Selection.Candidate;

/**
 * What to take on with the people there are.
 *
 * @param weeks person-weeks of the quarter
 * @param planned the part of them that may be planned
 * @param reserve the part that is kept for service levels and research, at the least
 * @param used how many of the planned the choice takes, at the 70th percentile of its efforts
 * @param picks what to take on
 */
public record Choice(long weeks, long planned, long reserve, long used, List<Pick> picks) {
  private static final long SEED = 1;

  /**
   * @param stabilityPercent share of draws that choose it too
   * @param optional true when luck decides on it
   */
  public record Pick(String title, long stabilityPercent, boolean optional) {}

  /** From the first open ones, as many as can be tried in all combinations. */
  static Choice of(RoadmapView view, double weeks) {
    var candidates =
        view.in(State.PROPOSED, State.ACCEPTED).stream()
            .limit(Selection.MOST_CANDIDATES)
            .map(Choice::candidate)
            .toList();
    double planned = Selection.PLANNED * weeks;
    var best = Selection.best(candidates, planned);
    var stability = Selection.stability(candidates, planned, SEED);
    var picks =
        best.chosen().stream()
            .map(key -> pick(view.entry(key).orElseThrow().title(), stability.get(key)))
            .toList();
    return new Choice(
        Math.round(weeks),
        Math.round(planned),
        Math.round(Selection.RESERVE * weeks),
        Math.round(best.weeks()),
        picks);
  }

  private static Candidate candidate(RoadmapView.Entry entry) {
    return Selection.candidate(entry.key(), entry.benefit(), entry.effortWeeks());
  }

  private static Pick pick(String title, double stability) {
    return new Pick(title, Math.round(100 * stability), stability < Selection.STABLE);
  }
}
