package plimsoll.product;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import plimsoll.product.RoadmapView.Entry;
import plimsoll.product.RoadmapView.Promise;
import plimsoll.readiness.Readiness;
import plimsoll.readiness.Readiness.TeamResult;
import plimsoll.roadmap.Initiative.Range;

/** The initiatives in the words of their page. */
record Cards(List<Card> all) {

  /**
   * One initiative in words.
   *
   * @param relief points, such as "20 (9 to 32)"
   * @param effort person-weeks, likewise
   * @param rank such as "1 by benefit for each week"; null when it is no longer proposed
   * @param first title of what must come before it and is still open; null when nothing must
   * @param proposed what the reading proposed where somebody changed it
   * @param weeks the effort as somebody would type it
   * @param date when it was accepted, such as 2026-11-23; null when it is not
   */
  public record Card(
      String key,
      String title,
      State state,
      String rank,
      String criterionKey,
      String criterion,
      String teams,
      String relief,
      String effort,
      String benefit,
      String confidence,
      String topThree,
      boolean tied,
      String hypothesis,
      Proposed proposed,
      Weeks weeks,
      List<String> evidence,
      String first,
      String reason,
      String owner,
      String quarter,
      String date,
      String promise) {}

  /**
   * Parts that nobody changed are null.
   *
   * @param effort person-weeks, such as "9 (5 to 17)"
   * @param weeks the same as somebody would type it
   */
  public record Proposed(String title, String hypothesis, String effort, Weeks weeks) {
    static Proposed of(Claim claim) {
      var weeks = claim.effortWeeks();
      return new Proposed(
          claim.title(),
          claim.hypothesis(),
          weeks == null ? null : range(weeks),
          weeks == null ? new Weeks(null, null, null) : Weeks.of(weeks));
    }

    public boolean changed() {
      return title != null || hypothesis != null || effort != null;
    }
  }

  /** Person-weeks such as "9" or "4.5". */
  public record Weeks(String median, String low, String high) {
    static Weeks of(Range weeks) {
      return new Weeks(typed(weeks.median()), typed(weeks.p10()), typed(weeks.p90()));
    }

    private static String typed(double weeks) {
      return BigDecimal.valueOf(weeks).stripTrailingZeros().toPlainString();
    }
  }

  static Cards of(RoadmapView view, Readiness readiness) {
    var names =
        readiness.teams().stream().collect(Collectors.toMap(TeamResult::team, TeamResult::name));
    return new Cards(view.initiatives().stream().map(entry -> card(entry, view, names)).toList());
  }

  List<Card> in(State... states) {
    var wanted = List.of(states);
    return all.stream().filter(card -> wanted.contains(card.state())).toList();
  }

  private static Card card(Entry entry, RoadmapView view, Map<String, String> names) {
    var decision = entry.decision();
    var promise = decision.promise();
    return new Card(
        entry.key(),
        entry.title(),
        decision.state(),
        rank(entry),
        entry.criterion().name(),
        entry.criterion().title(),
        teams(entry, names),
        range(entry.relief()),
        range(entry.effortWeeks()),
        range(entry.benefit()) + " person-points a quarter",
        confidence(entry.confidence()),
        "among the first three in " + percent(entry.probabilityTopThree()) + " of draws",
        entry.tiedWithNext(),
        entry.hypothesis(),
        Proposed.of(entry.proposedAs() == null ? Claim.NOTHING : entry.proposedAs()),
        Weeks.of(entry.effortWeeks()),
        entry.evidence(),
        first(entry, view),
        decision.reason(),
        decision.owner(),
        decision.quarter(),
        promise == null ? null : promise.acceptedAt().toString().substring(0, 10),
        promised(promise));
  }

  /** The reading ranked it by the effort that it proposed. */
  private static String rank(Entry entry) {
    var was = entry.proposedAs();
    var effort = was == null || was.effortWeeks() == null ? "effort" : "the effort proposed";
    return entry.rank() == null ? null : entry.rank() + " by benefit for each week of " + effort;
  }

  private static String first(Entry entry, RoadmapView view) {
    return Optional.ofNullable(entry.requires())
        .flatMap(view::entry)
        .filter(Entry::open)
        .map(Entry::title)
        .orElse(null);
  }

  private static String teams(Entry entry, Map<String, String> names) {
    var people = entry.reach() == 1 ? "1 person" : entry.reach() + " people";
    return entry.teams().isEmpty()
        ? "Teams that cannot be named, " + people
        : entry.teams().stream()
                .map(key -> names.getOrDefault(key, key))
                .collect(Collectors.joining(", "))
            + " ("
            + people
            + ")";
  }

  private static String range(Range range) {
    return "%d (%d to %d)"
        .formatted(Math.round(range.median()), Math.round(range.p10()), Math.round(range.p90()));
  }

  private static String confidence(double probability) {
    var basis =
        probability >= 0.6 ? "people and records agree" : "one source, or two that disagree";
    return percent(probability) + ": " + basis;
  }

  private static String promised(Promise promise) {
    return promise == null ? null : range(promise.relief()) + " points";
  }

  private static String percent(double share) {
    return Math.round(100 * share) + " %";
  }
}
