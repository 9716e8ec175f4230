package plimsoll.roadmap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import plimsoll.readiness.Criterion;
import plimsoll.readiness.Readiness;
import plimsoll.roadmap.Initiative.Range;

/**
 * Proposes what to do about the criteria that a reading finds met.
 *
 * <p>Proposals are ranked by the median of benefit for each week of effort, over {@value
 * Worth#DRAWS} draws: reach is binomial by how sure each team is to meet the criterion, relief
 * normal, the chance that it works beta, effort lognormal. Two proposals for the same criterion are
 * two ways to relieve it, and their reliefs do not add up in full.
 */
public final class Roadmap {
  private static final double ONE_SOURCE = 0.4;
  private static final double TWO_SOURCES = 0.6;

  private Roadmap() {}

  /**
   * The proposals, best first; empty when no criterion is met, or nothing may be shown.
   *
   * @param heads people in each team by its key; a team that is missing or empty is not reached
   * @param seed the same seed and reading give the same proposals
   */
  public static List<Initiative> propose(
      Readiness readiness, Map<String, Integer> heads, long seed) {
    return propose(readiness, heads, Map.of(), seed);
  }

  /**
   * @param learned what finished initiatives taught; other kinds keep their prior
   */
  public static List<Initiative> propose(
      Readiness readiness,
      Map<String, Integer> heads,
      Map<InitiativeType, Prior> learned,
      long seed) {
    if (heads.values().stream().anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException("a team cannot have fewer than no people");
    }
    var proposals =
        Stream.of(Criterion.values())
            .flatMap(criterion -> Gap.of(criterion, readiness, heads).stream())
            .flatMap(gap -> proposals(gap, learned, seed).stream())
            .toList();
    return ranked(proposals);
  }

  private static List<Proposal> proposals(Gap gap, Map<InitiativeType, Prior> learned, long seed) {
    var reach = Worth.reach(gap.groups(), mix(seed, gap.criterion().name()));
    var proposals = new ArrayList<Proposal>();
    for (var type : InitiativeType.values()) {
      if (type.criterion() == gap.criterion() && gap.groups().size() >= type.teamsAtLeast()) {
        var relief = learned.getOrDefault(type, type.relief());
        proposals.add(proposal(type, gap, relief, reach, seed));
      }
    }
    return proposals;
  }

  private static Proposal proposal(
      InitiativeType type, Gap gap, Prior relief, int[] reach, long seed) {
    double confidence = gap.twoSources() ? TWO_SOURCES : ONE_SOURCE;
    var effort = type.weeks().forTeams(gap.groups().size());
    var worth = Worth.of(reach, relief, gap.need(), confidence, effort, mix(seed, type.name()));
    return new Proposal(type, gap, relief, confidence, effort, worth);
  }

  private static List<Initiative> ranked(List<Proposal> proposals) {
    var ranking = new Ranking(proposals.stream().map(Proposal::worth).toList());
    var order = ranking.order();
    var topThree = ranking.topThree();
    var initiatives = new ArrayList<Initiative>();
    for (int place = 0; place < order.size(); place++) {
      int i = order.get(place);
      boolean tied = place + 1 < order.size() && tied(ranking.beats(i, order.get(place + 1)));
      initiatives.add(proposals.get(i).initiative(topThree[i], tied));
    }
    return List.copyOf(initiatives);
  }

  private static boolean tied(double probability) {
    return probability > 0.4 && probability < 0.6;
  }

  /** A seed of its own for each purpose, so that one more proposal changes no other. */
  private static long mix(long seed, String purpose) {
    return seed * 0x9E3779B97F4A7C15L + purpose.hashCode() * 0xBF58476D1CE4E5B9L;
  }

  /** One thing that could be done, with what it may be worth. */
  private record Proposal(
      InitiativeType type, Gap gap, Prior relief, double confidence, Effort effort, Worth worth) {

    Initiative initiative(double topThree, boolean tied) {
      var range = reliefRange();
      return new Initiative(
          type.key(),
          type.title(),
          type.criterion(),
          gap.teams(),
          gap.heads(),
          range,
          range(effort.median(), effort.p10(), effort.p90()),
          confidence,
          range(benefit(50), benefit(10), benefit(90)),
          Math.round(topThree * 100) / 100.0,
          tied,
          Wording.hypothesis(gap, range.median()),
          Wording.evidence(gap, relief));
    }

    private Range reliefRange() {
      double spread = Effort.Z90 * relief.sd();
      return range(
          Math.min(relief.mean(), gap.need()),
          Math.min(relief.mean() - spread, gap.need()),
          Math.min(relief.mean() + spread, gap.need()));
    }

    private double benefit(double percent) {
      return Ranking.percentile(worth.benefit(), percent);
    }

    private static Range range(double median, double p10, double p90) {
      return new Range(tenth(median), tenth(p10), tenth(p90));
    }

    private static double tenth(double value) {
      return Math.round(value * 10) / 10.0;
    }
  }
}
