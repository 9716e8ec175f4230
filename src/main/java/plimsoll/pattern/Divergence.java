package plimsoll.pattern;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import plimsoll.pattern.Feature.Group;
import plimsoll.readiness.PatternEvidence;

/**
 * What the services' patterns say: which teams are consistent in themselves, and how far apart they
 * lie. Services are a census of production, so nothing here is a sample; the uncertainty is in the
 * choice of features, and {@link #leftOut} shows it.
 *
 * @param teams every team that has a service in the comparison, by key
 * @param consistentTeams how many have {@link TeamPattern#within} of at most {@link #CONSISTENT}
 * @param within W̄: mean distance within consistent teams, 0 to 1; null when none is consistent
 * @param between B: mean distance between services of different consistent teams, 0 to 1; null with
 *     fewer than two of them
 * @param excess D = B − W̄: 0 where teams do not diverge at all, −1 to 1; null where B is
 * @param corrected D* = D / (1 − W̄·L/(L−1)), the divergence with the noise inside teams taken out
 *     (L = 3 levels of a feature); null where D is, or where the noise is too large for it
 * @param leftOut the same with each group of features left out once
 * @param effectivePatterns how many different patterns there are in effect: the exponential of
 *     Shannon's entropy (Hill number of order 1) over average-linkage clusters cut at 0.25; null
 *     with no service, or more than 14,000 different fingerprints
 * @param similarity effective numbers that count near patterns as near (Leinster and Cobbold 2012);
 *     null where the above is
 * @param choices each feature that two teams or more tell of, those in which teams differ most
 *     first
 * @param trials the same question under other thresholds, the stricter first; null in what was kept
 *     before they were tried
 * @param services how many services were compared
 * @param tooLittleKnown how many were left out, because too few of their features are known
 * @param permanova whether services differ more between teams than chance would make them; null
 *     with fewer than four services a team, because nothing could be found, with fewer than two
 *     teams, or where effectivePatterns is
 * @param families keys of services that are nearly alike, in groups for a picture; a service that
 *     is like no other is in none; null where effectivePatterns is
 * @param map where the services lie to each other, for a picture; null where effectivePatterns is,
 *     and in what was kept before it was made
 * @param drift how D moved since an earlier reading, on services that both saw; null without one
 */
public record Divergence(
    List<TeamPattern> teams,
    int consistentTeams,
    Double within,
    Double between,
    Double excess,
    Double corrected,
    List<LeftOut> leftOut,
    Double effectivePatterns,
    Diversity similarity,
    List<Choice> choices,
    List<Trial> trials,
    int services,
    int tooLittleKnown,
    Permanova permanova,
    List<List<String>> families,
    PatternMap map,
    Drift drift) {

  /** A team is consistent up to this mean distance within it; a judgement, not validated. */
  public static final double CONSISTENT = 0.25;

  /** Patterns diverge from this excess on; a judgement, not validated. */
  public static final double DIVERGING = 0.10;

  /** Above this distance between teams a platform may have nothing to abstract; a judgement. */
  public static final double SHARED_CORE = 0.70;

  /** Typical number of levels of a feature, by which the noise correction reckons. */
  private static final double LEVELS = 3;

  /** With more noise than this the correction would multiply errors more than it mends. */
  private static final double MOST_NOISE = 0.5;

  /** First those of the trials, then with each group left out. */
  private static final List<Spread.Look> LOOKS =
      Stream.concat(
              Trial.LOOKS.stream(),
              Arrays.stream(Group.values()).map(group -> new Spread.Look(group, CONSISTENT)))
          .toList();

  /** Which of the trials' looks is the one at {@link #CONSISTENT}. */
  private static final int USUAL = 1;

  /**
   * One team.
   *
   * @param team its key
   * @param services how many of its services were compared
   * @param within W: mean distance between them, 0 to 1; null with fewer than two
   * @param consistent whether that is at most {@link #CONSISTENT}
   */
  public record TeamPattern(String team, int services, Double within, boolean consistent) {}

  /**
   * How much teams differ in one feature.
   *
   * @param divergence of the mixes of choices, 0 (same mix) to 1 (nothing in common):
   *     Jensen–Shannon divergence over log₂ of the number of teams
   * @param within share of the pairs of services of one team that differ, the mean over teams; null
   *     where no team tells of two
   * @param between the same of services of two teams, the mean over pairs of teams
   */
  public record Choice(Feature feature, double divergence, Double within, double between) {}

  /**
   * What comes out without one group of features.
   *
   * @param within W for each team that has one, by key
   * @param between B; null with fewer than two consistent teams
   * @param excess D; null where B is
   */
  public record LeftOut(
      Group group, Map<String, Double> within, int consistentTeams, Double between, Double excess) {

    PatternEvidence.LeftOut evidence() {
      return new PatternEvidence.LeftOut(group.name().toLowerCase(Locale.ROOT), within, excess);
    }
  }

  /** Compares the services of which enough is known; an empty list has an empty result. */
  public static Divergence of(List<Fingerprint> fingerprints) {
    return of(fingerprints, null, 0);
  }

  /**
   * The same, with how it moved since an earlier reading.
   *
   * @param earlier what that reading knew; null when there is none
   * @param seed of the random arrangements, where there are too many to try all
   * @throws IllegalArgumentException when a service is described in two ways
   */
  public static Divergence of(
      List<Fingerprint> fingerprints, List<Fingerprint> earlier, long seed) {
    var all = once(fingerprints);
    var known = all.stream().filter(Fingerprint::enoughKnown).toList();
    var drift = earlier == null ? null : Drift.between(once(earlier), all);
    return among(new Census(known), all.size() - known.size(), drift, seed);
  }

  private static List<Fingerprint> once(List<Fingerprint> fingerprints) {
    var once = fingerprints.stream().distinct().toList();
    if (once.stream().map(Fingerprint::service).distinct().count() < once.size()) {
      throw new IllegalArgumentException("a service is described in two ways");
    }
    return once;
  }

  private static Divergence among(Census services, int tooLittleKnown, Drift drift, long seed) {
    var spreads = Spread.of(services, LOOKS);
    var tried = spreads.subList(0, Trial.LOOKS.size());
    var spread = tried.get(USUAL);
    var ways = services.ways();
    boolean few = services.size() > 0 && ways.compared();
    int[] clusters = few ? Clusters.of(ways, ways.weights(), CONSISTENT) : null;
    return new Divergence(
        teams(services, spread),
        spread.consistent().size(),
        spread.meanWithin(),
        spread.between(),
        spread.excess(),
        corrected(spread.excess(), spread.meanWithin()),
        leftOut(spreads.subList(tried.size(), spreads.size())),
        few ? (Double) Diversity.hill(Clusters.shares(clusters, ways.weights())) : null,
        few ? Diversity.of(ways.ofServices(), services.teamOf()) : null,
        Choices.of(services),
        Trial.grid(tried),
        services.size(),
        tooLittleKnown,
        few && tellsOfTeams(services)
            ? Permanova.of(ways.ofServices(), services.teamOf(), seed)
            : null,
        few ? Families.of(services, ways) : null,
        few ? PatternMap.of(services, ways, clusters) : null,
        drift);
  }

  private static boolean tellsOfTeams(Census services) {
    int teams = services.teams().size();
    return teams > 1 && services.size() >= Permanova.SERVICES_A_TEAM * teams;
  }

  /** Whether a distance keeps a threshold, which a sum of thirds may miss by the last bit. */
  static boolean upTo(double threshold, double distance) {
    return distance <= threshold + 1e-9;
  }

  /** Whether a platform would find something that the teams have in common; null when unknown. */
  public Boolean sharedCore() {
    return between == null ? null : (Boolean) (between <= SHARED_CORE);
  }

  /** Smallest D over the groups left out; null where none has one. */
  public Double excessLow() {
    return excesses().min(Comparator.naturalOrder()).orElse(null);
  }

  /** Largest D over the groups left out; null where none has one. */
  public Double excessHigh() {
    return excesses().max(Comparator.naturalOrder()).orElse(null);
  }

  /** The same in the words of the verdict. */
  public PatternEvidence evidence() {
    return new PatternEvidence(
        within(teams),
        between,
        excess,
        services(teams),
        leftOut.stream().map(LeftOut::evidence).toList());
  }

  private static Map<String, Double> within(List<TeamPattern> teams) {
    return teams.stream()
        .filter(team -> team.within() != null)
        .collect(Collectors.toMap(TeamPattern::team, TeamPattern::within));
  }

  private static Map<String, Integer> services(List<TeamPattern> teams) {
    return teams.stream().collect(Collectors.toMap(TeamPattern::team, TeamPattern::services));
  }

  private Stream<Double> excesses() {
    return leftOut.stream().map(LeftOut::excess).filter(Objects::nonNull);
  }

  private static List<TeamPattern> teams(Census services, Spread spread) {
    return IntStream.range(0, services.teams().size())
        .mapToObj(
            team -> {
              String key = services.teams().get(team);
              Double within = spread.within().get(key);
              boolean consistent = within != null && upTo(CONSISTENT, within);
              return new TeamPattern(key, services.size(team), within, consistent);
            })
        .toList();
  }

  /** Null where D is, or where the noise is too large. Teams that are consistent never are. */
  static Double corrected(Double excess, Double within) {
    if (excess == null) return null;
    double noise = within * LEVELS / (LEVELS - 1);
    return noise > MOST_NOISE ? null : (Double) (excess / (1 - noise));
  }

  private static List<LeftOut> leftOut(List<Spread> spreads) {
    return Arrays.stream(Group.values())
        .map(
            group -> {
              var spread = spreads.get(group.ordinal());
              return new LeftOut(
                  group,
                  spread.within(),
                  spread.consistent().size(),
                  spread.between(),
                  spread.excess());
            })
        .toList();
  }
}
