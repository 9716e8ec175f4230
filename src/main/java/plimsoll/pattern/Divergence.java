package plimsoll.pattern;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plimsoll.pattern.Feature.Group;
import plimsoll.pattern.Spread.Look;
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
 *     with no service, or more than {@link #MOST_CLUSTERED}
 * @param similarity effective numbers that count near patterns as near (Leinster and Cobbold 2012);
 *     null where the above is
 * @param choices how much each feature differs between teams, 0 (same mix) to 1 (nothing in
 *     common), largest first: Jensen–Shannon divergence over log₂ of the number of teams
 * @param trials the same question under other thresholds, the stricter first; null in what was kept
 *     before they were tried
 * @param services how many services were compared
 * @param tooLittleKnown how many were left out, because too few of their features are known
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
    int tooLittleKnown) {

  /** A team is consistent up to this mean distance within it; a judgement, not validated. */
  public static final double CONSISTENT = 0.25;

  /** Patterns diverge from this excess on; a judgement, not validated. */
  public static final double DIVERGING = 0.10;

  /** Above this distance between teams a platform may have nothing to abstract; a judgement. */
  public static final double SHARED_CORE = 0.70;

  /** Clustering keeps all pairs in memory. */
  public static final int MOST_CLUSTERED = 2_000;

  /** Typical number of levels of a feature, by which the noise correction reckons. */
  private static final double LEVELS = 3;

  private static final List<Look> LOOKS =
      Stream.concat(
              Trial.LOOKS.stream(),
              Stream.of(Group.values()).map(group -> new Look(group, CONSISTENT)))
          .toList();

  /**
   * One team.
   *
   * @param team its key
   * @param services how many of its services were compared
   * @param within W: mean distance between them, 0 to 1; null with fewer than two
   * @param consistent whether that is at most {@link #CONSISTENT}
   */
  public record TeamPattern(String team, int services, Double within, boolean consistent) {}

  /** How much one feature differs between teams, 0 to 1. */
  public record Choice(Feature feature, double divergence) {}

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
    return among(
        fingerprints.stream().filter(f -> f.known() >= Fingerprint.ENOUGH_KNOWN).toList(),
        fingerprints.size());
  }

  private static Divergence among(List<Fingerprint> services, int offered) {
    var spreads = Spread.of(services, LOOKS);
    var spread = spreads.get(new Look(null, CONSISTENT));
    boolean clustered = !services.isEmpty() && services.size() <= MOST_CLUSTERED;
    double[][] distances = clustered ? Distance.matrix(services) : null;
    boolean complete = clustered && complete(distances);
    return new Divergence(
        teams(services, spread),
        spread.consistent(),
        spread.meanWithin(),
        spread.between(),
        spread.excess(),
        corrected(spread),
        Arrays.stream(Group.values()).map(group -> leaving(group, spreads)).toList(),
        complete ? (Double) Diversity.hill(Clusters.shares(distances, CONSISTENT)) : null,
        complete ? Diversity.of(distances, teamOf(services)) : null,
        Choices.of(services),
        Trial.grid(spreads),
        services.size(),
        offered - services.size());
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

  private static List<TeamPattern> teams(List<Fingerprint> services, Spread spread) {
    var sizes =
        services.stream()
            .collect(Collectors.groupingBy(Fingerprint::team, TreeMap::new, Collectors.counting()));
    return sizes.entrySet().stream()
        .map(e -> team(e.getKey(), e.getValue().intValue(), spread.within().get(e.getKey())))
        .toList();
  }

  private static TeamPattern team(String key, int services, Double within) {
    return new TeamPattern(key, services, within, within != null && within <= CONSISTENT + 1e-9);
  }

  private static Double corrected(Spread spread) {
    if (spread.excess() == null) {
      return null;
    }
    double noise = spread.meanWithin() * LEVELS / (LEVELS - 1);
    return noise > 0.5 ? null : (Double) (spread.excess() / (1 - noise));
  }

  private static LeftOut leaving(Group group, Map<Look, Spread> spreads) {
    var spread = spreads.get(new Look(group, CONSISTENT));
    return new LeftOut(
        group, spread.within(), spread.consistent(), spread.between(), spread.excess());
  }

  private static boolean complete(double[][] distances) {
    return Arrays.stream(distances).flatMapToDouble(Arrays::stream).noneMatch(Double::isNaN);
  }

  private static int[] teamOf(List<Fingerprint> services) {
    var keys = services.stream().map(Fingerprint::team).distinct().toList();
    return services.stream().mapToInt(service -> keys.indexOf(service.team())).toArray();
  }
}
