package plimsoll.product;

import java.util.ArrayList;
import java.util.List;
import plimsoll.announcement.Answered;
import plimsoll.figure.Words;
import plimsoll.readiness.Readiness;
import plimsoll.readiness.Readiness.CriterionResult;

/**
 * Lines to begin with, made of nothing but what a reading published of the whole organisation and
 * what was decided on the roadmap.
 */
final class Suggestions {
  private Suggestions() {}

  static List<Answered> of(Readiness readiness, RoadmapView roadmap) {
    var lines = new ArrayList<Answered>();
    for (var entry : roadmap.initiatives()) {
      if (decided(entry)) lines.add(line(readiness, entry));
    }
    readiness.criteria().stream()
        .filter(result -> result.said() != null && result.said().shown())
        .filter(result -> lines.stream().noneMatch(line -> line.said().equals(said(result))))
        .forEach(result -> lines.add(new Answered(said(result), Answered.Course.DO, "", "")));
    return List.copyOf(lines);
  }

  private static boolean decided(RoadmapView.Entry entry) {
    return entry.decision().state() != State.PROPOSED;
  }

  private static Answered line(Readiness readiness, RoadmapView.Entry entry) {
    var said =
        readiness.criteria().stream()
            .filter(result -> result.criterion() == entry.criterion())
            .filter(result -> result.said() != null && result.said().shown())
            .map(Suggestions::said)
            .findFirst()
            .orElse(entry.criterion().title() + ".");
    boolean refused = entry.decision().state() == State.REFUSED;
    return new Answered(
        said,
        refused ? Answered.Course.WONT : Answered.Course.DO,
        refused ? entry.title() + ": " + entry.decision().reason() : entry.title() + ".",
        refused ? "" : due(entry.decision()));
  }

  private static String due(RoadmapView.Decided decision) {
    if (decision.state() == State.DONE) return "done";
    return decision.quarter() == null ? "" : decision.quarter();
  }

  /** Such as "Release steps are manual: 62 (58–66) of 100, where 100 is the greatest need." */
  private static String said(CriterionResult result) {
    return result.criterion().title()
        + ": "
        + Words.teamRange(result.said())
        + " of 100, where 100 is the greatest need.";
  }
}
