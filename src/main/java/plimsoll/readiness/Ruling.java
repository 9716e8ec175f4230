package plimsoll.readiness;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import plimsoll.readiness.Verdict.Kind;

/**
 * Which verdict is published, given how probable each is and what was published before (measurement
 * 5.3 and 5.4).
 *
 * @param kind published
 * @param leaning the likeliest one where that is another; null otherwise
 * @param probability of the likeliest one, 0 to 1
 * @param kept true when it stands only because it was published before
 */
record Ruling(
    Kind kind, Kind leaning, double probability, Map<Kind, Double> probabilities, boolean kept) {
  static final double BAR = 0.60;
  static final double HIGH_BAR = 0.80;

  /** What may be claimed at most where survey and records disagree. */
  static final double CAP = 0.80;

  /** And what must be left to it at least. */
  static final double FLOOR = 0.20;

  /**
   * @param counts in how many worlds each verdict comes out
   * @param disagreement survey and records disagree on a criterion, which caps what may be claimed
   * @param previous null at the first reading
   */
  static Ruling of(Map<Kind, Integer> counts, boolean disagreement, Verdict previous) {
    var shares = shares(counts);
    Kind likeliest = likeliest(shares);
    if (disagreement && likeliest != Kind.UNCLEAR && !isFact(likeliest)) cap(shares, likeliest);
    var fresh = fresh(likeliest, shares);
    return previous == null || !protects(previous.kind(), shares)
        ? fresh
        : against(previous, likeliest, fresh);
  }

  private static Ruling fresh(Kind likeliest, Map<Kind, Double> shares) {
    double p = shares.get(likeliest);
    if (likeliest == Kind.UNCLEAR || p >= bar(likeliest)) {
      return new Ruling(likeliest, null, p, shares, false);
    }
    boolean meanwhile = likeliest == Kind.BUILD_PLATFORM_TEAM && p >= BAR;
    Kind kind = meanwhile ? Kind.STANDARDISE : Kind.UNCLEAR;
    return new Ruling(kind, likeliest, p, shares, false);
  }

  private static double bar(Kind kind) {
    return kind == Kind.BUILD_PLATFORM_TEAM ? HIGH_BAR : BAR;
  }

  /**
   * A verdict stands until another is shown well, except that a platform is a fact and missing
   * evidence cannot be made up for by an old verdict.
   */
  private static boolean protects(Kind before, Map<Kind, Double> shares) {
    Kind likeliest = likeliest(shares);
    return before != Kind.UNCLEAR
        && likeliest != Kind.UNCLEAR
        && !isFact(before)
        && !isFact(likeliest);
  }

  private static boolean isFact(Kind kind) {
    return kind == Kind.RUN_PLATFORM_AS_PRODUCT || kind == Kind.PLATFORM_USER;
  }

  private static Ruling against(Verdict previous, Kind likeliest, Ruling fresh) {
    if (fresh.kind == previous.kind()) return fresh;
    if (fresh.kind != Kind.UNCLEAR && fresh.replaces(previous)) return fresh;
    Kind leaning = likeliest == previous.kind() ? null : likeliest;
    return new Ruling(previous.kind(), leaning, fresh.probability, fresh.probabilities, true);
  }

  /** Shown well once, or well enough twice running. */
  private boolean replaces(Verdict previous) {
    double support = support();
    Kind before = previous.leaning() == null ? previous.kind() : previous.leaning();
    boolean twice =
        previous.probability() >= BAR && (before == kind || (leaning != null && before == leaning));
    return support >= HIGH_BAR || (support >= BAR && twice);
  }

  /** Whoever leans to building standardises meanwhile: both speak for it. */
  private double support() {
    return leaning == null ? probability : probability + probabilities.get(kind);
  }

  private static Map<Kind, Double> shares(Map<Kind, Integer> counts) {
    double all = counts.values().stream().mapToInt(c -> c).sum();
    var shares = new EnumMap<Kind, Double>(Kind.class);
    for (Kind kind : Kind.values()) shares.put(kind, counts.getOrDefault(kind, 0) / all);
    return shares;
  }

  private static Kind likeliest(Map<Kind, Double> shares) {
    return Collections.max(shares.entrySet(), Map.Entry.comparingByValue()).getKey();
  }

  private static void cap(Map<Kind, Double> shares, Kind likeliest) {
    double beyond = shares.get(likeliest) - CAP;
    if (beyond <= 0) return;
    shares.put(likeliest, CAP);
    shares.merge(Kind.UNCLEAR, beyond, Double::sum);
  }
}
