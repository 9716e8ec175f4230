package plimsoll.roadmap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import plimsoll.readiness.BadCase;
import plimsoll.readiness.Criterion;
import plimsoll.readiness.Readiness;
import plimsoll.roadmap.Proposal.Place;

/**
 * Proposes what to do about the criteria that a reading finds met.
 *
 * <p>Proposals are ranked by the median of benefit for each week of effort, over {@value
 * Worth#DRAWS} draws: reach is binomial by how sure each team is to meet the criterion, relief
 * normal, the chance that it works beta, effort lognormal. Two proposals for the same criterion are
 * two ways to relieve it, and their reliefs do not add up in full. What shortens a measured wait is
 * ranked by hours too, apart from points.
 */
public final class Roadmap {
  private Roadmap() {}

  /**
   * The proposals, best first; empty when no criterion is met, or nothing may be shown.
   *
   * @param heads people in each team by its key; a team that is missing or empty is not reached
   * @param seed the same seed and reading give the same proposals
   */
  public static List<Initiative> propose(
      Readiness readiness, Map<String, Integer> heads, long seed) {
    return propose(readiness, heads, Map.of(), List.of(), seed);
  }

  /**
   * @param known what finished initiatives and research taught; of other kinds nothing is known yet
   * @param waits what records measured of teams' waiting; may be empty
   * @throws BadCase when a team has fewer than no people
   */
  public static List<Initiative> propose(
      Readiness readiness,
      Map<String, Integer> heads,
      Map<InitiativeType, Known> known,
      List<Wait> waits,
      long seed) {
    return propose(readiness, heads, known, waits, Grounds.none(), seed);
  }

  /**
   * @param grounds what the files of services say for proposals
   * @throws BadCase when a team has fewer than no people
   */
  public static List<Initiative> propose(
      Readiness readiness,
      Map<String, Integer> heads,
      Map<InitiativeType, Known> known,
      List<Wait> waits,
      Grounds grounds,
      long seed) {
    BadCase.unless(
        heads.values().stream().allMatch(count -> count >= 0),
        "a team cannot have fewer than no people");
    var proposals =
        Stream.of(Criterion.values())
            .flatMap(criterion -> Gap.of(criterion, readiness, heads).stream())
            .flatMap(gap -> proposals(gap, known, waits, grounds, seed).stream())
            .toList();
    return ranked(proposals);
  }

  private static List<Proposal> proposals(
      Gap gap, Map<InitiativeType, Known> known, List<Wait> waits, Grounds grounds, long seed) {
    var reach = Worth.reach(gap.groups(), mix(seed, gap.criterion().name()));
    double waited = waited(gap, waits);
    return Stream.of(InitiativeType.values())
        .filter(type -> type.criterion() == gap.criterion())
        .filter(type -> gap.groups().size() >= type.teamsAtLeast())
        .map(type -> proposal(type, gap, known, reach, waited, grounds, seed))
        .toList();
  }

  private static Proposal proposal(
      InitiativeType type,
      Gap gap,
      Map<InitiativeType, Known> all,
      int[] reach,
      double waited,
      Grounds grounds,
      long seed) {
    var known = all.getOrDefault(type, Known.of(type));
    double confidence =
        Confidence.of(gap.oneSource(), gap.twoSources(), known).after(known.failed());
    var effort = type.weeks().forTeams(gap.groups().size());
    var worth =
        Worth.of(reach, known.relief(), gap.need(), confidence, effort, mix(seed, type.name()));
    return new Proposal(type, gap, known, confidence, effort, worth, waited, grounds);
  }

  /** Hours for each person reached; those of whom no wait is known count as not waiting. */
  private static double waited(Gap gap, List<Wait> waits) {
    double hours = 0;
    for (var group : gap.groups()) {
      for (var wait : waits) {
        if (wait.criterion() == gap.criterion() && wait.team().equals(group.team())) {
          hours += wait.hours() * group.heads();
        }
      }
    }
    return hours / gap.heads();
  }

  private static List<Initiative> ranked(List<Proposal> proposals) {
    var places = places(proposals, proposal -> 1);
    var waiting = proposals.stream().filter(proposal -> proposal.waited() > 0).toList();
    var hours = places(waiting, Proposal::hoursForPoint);
    return places.entrySet().stream()
        .map(entry -> entry.getKey().initiative(entry.getValue(), hours.get(entry.getKey())))
        .toList();
  }

  /**
   * By the median of what a week of effort brings, but nothing before what it needs.
   *
   * @param factor turns a proposal's person-points into the unit of this ranking
   */
  private static Map<Proposal, Place> places(
      List<Proposal> proposals, ToDoubleFunction<Proposal> factor) {
    var ranking =
        new Ranking(proposals.stream().map(p -> p.worth().times(factor.applyAsDouble(p))).toList());
    var order =
        Precedence.ordered(
            ranking.order(), i -> proposals.get(i).key(), i -> proposals.get(i).needs());
    var topThree = ranking.topThree();
    var places = new LinkedHashMap<Proposal, Place>();
    for (int rank = 1; rank <= order.size(); rank++) {
      int i = order.get(rank - 1);
      Double beats = rank == order.size() ? null : (Double) ranking.beats(i, order.get(rank));
      places.put(proposals.get(i), new Place(rank, topThree[i], beats));
    }
    return places;
  }

  /** A seed of its own for each purpose, so that one more proposal changes no other. */
  private static long mix(long seed, String purpose) {
    return seed * 0x9E3779B97F4A7C15L + purpose.hashCode() * 0xBF58476D1CE4E5B9L;
  }
}
