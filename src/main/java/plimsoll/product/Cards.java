package plimsoll.product;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import plimsoll.product.RoadmapView.Entry;
import plimsoll.product.RoadmapView.Promise;
import plimsoll.readiness.Readiness;
import plimsoll.readiness.Readiness.TeamResult;
import plimsoll.roadmap.Initiative.Hours;
import plimsoll.roadmap.Initiative.Range;
import plimsoll.roadmap.Telling;

/** The initiatives in the words of their page. */
record Cards(List<Card> all) {

  /**
   * One initiative in words.
   *
   * @param relief points, such as "20 (9 to 32)"
   * @param effort person-weeks, likewise
   * @param rank such as "1 by benefit for each week"; null when it is no longer proposed
   * @param hours its place by hours of waiting; null where no wait was measured
   * @param beats such as "better than the next in 72 %"; null for the last
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
      String hours,
      String topThree,
      boolean tied,
      String beats,
      String hypothesis,
      Proposed proposed,
      Weeks weeks,
      List<String> evidence,
      String first,
      String reason,
      String owner,
      String quarter,
      String date,
      String promise,
      Integer inUse) {}

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

  /**
   * What was accepted, and whether it helped, in words.
   *
   * @param due such as "30 September 2026"
   * @param smallest points, such as "10"
   * @param rows the groups of teams
   * @param decide true where somebody has to say whether to stop, change or continue
   */
  public record BetCard(
      String key,
      String title,
      String hypothesis,
      String metric,
      String teams,
      String date,
      String due,
      String smallest,
      Telling told,
      List<BetRow> rows,
      Integer inUse,
      List<String> conclusions,
      boolean early,
      boolean decide) {}

  /** One group of teams, with points such as "64" and "−12". */
  public record BetRow(String group, String teams, String before, String after, String change) {}

  static List<BetCard> bets(RoadmapView view, Readiness readiness) {
    var names = names(readiness);
    return view.checked().stream().map(entry -> bet(entry, names)).toList();
  }

  private static BetCard bet(Entry entry, Map<String, String> names) {
    var promise = entry.decision().promise();
    var check = entry.check();
    return new BetCard(
        entry.key(),
        entry.title(),
        promise.hypothesis(),
        promise.metric(),
        listed(promise.teams(), names),
        Bets.day(LocalDate.ofInstant(promise.acceptedAt(), ZoneOffset.UTC)),
        Bets.day(check.dueOn()),
        Bets.number(promise.smallestEffect()),
        check.telling(),
        check.groups().stream().map(group -> row(group, names)).toList(),
        check.inUse(),
        check.conclusions().stream().map(Bets::concluded).toList(),
        check.early(),
        check.undecided());
  }

  private static BetRow row(Check.Group group, Map<String, String> names) {
    return new BetRow(
        group.kind().title(),
        group.teams().isEmpty() ? "no team" : listed(group.teams(), names),
        Bets.score(group.before()),
        Bets.score(group.after()),
        Bets.change(group.change()));
  }

  private static String listed(List<String> teams, Map<String, String> names) {
    return teams.isEmpty()
        ? "the whole organisation"
        : teams.stream().map(key -> names.getOrDefault(key, key)).collect(Collectors.joining(", "));
  }

  private static Map<String, String> names(Readiness readiness) {
    return readiness.teams().stream().collect(Collectors.toMap(TeamResult::team, TeamResult::name));
  }

  static Cards of(RoadmapView view, Readiness readiness) {
    var names = names(readiness);
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
        hours(entry.hours()),
        "among the first three in " + percent(entry.probabilityTopThree()) + " of draws",
        entry.tiedWithNext(),
        beats(entry),
        entry.hypothesis(),
        Proposed.of(entry.proposedAs() == null ? Claim.NOTHING : entry.proposedAs()),
        Weeks.of(entry.effortWeeks()),
        entry.evidence(),
        first(entry, view),
        decision.reason(),
        decision.owner(),
        decision.quarter(),
        promise == null ? null : promise.acceptedAt().toString().substring(0, 10),
        promised(promise),
        entry.check() == null ? null : entry.check().inUse());
  }

  /** The reading ranked it by the effort that it proposed. */
  private static String rank(Entry entry) {
    var was = entry.proposedAs();
    var effort = was == null || was.effortWeeks() == null ? "effort" : "the effort proposed";
    return entry.rank() == null ? null : entry.rank() + " by benefit for each week of " + effort;
  }

  private static String beats(Entry entry) {
    return entry.probabilityBeatsNext() == null
        ? null
        : "better than the next in " + percent(entry.probabilityBeatsNext());
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
    return percent(probability) + ": " + basis(probability);
  }

  /** One that failed here stands a little below the step it is on. */
  private static String basis(double probability) {
    if (probability > 0.8) {
      return "one like it helped here";
    }
    if (probability > 0.6) {
      return "people, records and research agree";
    }
    return probability > 0.4
        ? "people and records agree"
        : probability > 0.2 ? "one source, or two that disagree" : "an opinion";
  }

  private static String promised(Promise promise) {
    return promise == null ? null : range(promise.relief()) + " points";
  }

  private static String hours(Hours hours) {
    return hours == null
        ? null
        : "%d by hours: saves %s of the %d hours that each person waits in a quarter, %s in all%s"
            .formatted(
                hours.rank(),
                range(hours.relief()),
                Math.round(hours.waited()),
                range(hours.benefit()),
                hours.tiedWithNext() ? "; tied with the next by hours" : "");
  }

  private static String percent(double share) {
    return Math.round(100 * share) + " %";
  }
}
