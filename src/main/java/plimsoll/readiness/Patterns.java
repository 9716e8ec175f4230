package plimsoll.readiness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import plimsoll.statistics.Chance;
import plimsoll.statistics.Moments;

/**
 * How alike services are deployed, in the best estimate and with one group of features left out.
 * What was said before stays said until the figure has moved well past its threshold.
 */
final class Patterns {
  /** The way to look that leaves nothing out: the best estimate. */
  static final int ALL_FEATURES = 0;

  static final double CONSISTENT = 0.25;
  static final double DIVERGING = Setting.USUAL.divergence();
  private static final double STILL_CONSISTENT = 0.28;
  private static final double SLACK_OF_DIVERGENCE = 0.02;
  private static final double FALL = 0.03;

  /** Absorbs what binary fractions do to a figure that lies on its threshold. */
  private static final double EPSILON = 1e-9;

  private final PatternEvidence evidence;
  private final Readiness.Patterns previous;
  private final Set<String> consistentBefore;
  private final List<View> views = new ArrayList<>();
  private final int[] viewOfWorld = new int[Worlds.DRAWS];

  /** One way to look: all features, or all but one group. */
  private record View(Map<String, Double> within, Double divergence, int consistent) {}

  private Patterns(PatternEvidence evidence, Readiness.Patterns previous, long seed) {
    this.evidence = evidence;
    this.previous = previous;
    this.consistentBefore = previous == null ? Set.of() : new HashSet<>(previous.consistent());
    views.add(view(evidence.within(), evidence.divergence()));
    evidence.leftOut().forEach(each -> views.add(view(each.within(), each.divergence())));
    var chance = Chance.of(seed, "patterns");
    for (int w = 0; w < viewOfWorld.length; w++) {
      viewOfWorld[w] = views.size() == 1 ? 0 : 1 + chance.below(views.size() - 1);
    }
  }

  /** Null when no manifest was read. */
  static Patterns of(Case given) {
    if (given.patterns() == null || given.patterns().within().isEmpty()) return null;
    var before = given.previous() == null ? null : given.previous().patterns();
    return new Patterns(given.patterns(), before, given.seed());
  }

  /** How many ways to look there are; 0 is the one with all features. */
  int views() {
    return views.size();
  }

  /** The way to look in a world. */
  int view(int world) {
    return viewOfWorld[world];
  }

  int consistent(int view) {
    return views.get(view).consistent;
  }

  /** A team with fewer than two services has nothing to be inconsistent with. */
  boolean consistent(int view, String team) {
    Double within = views.get(view).within.getOrDefault(team, evidence.within().get(team));
    return within == null || consistent(team, within);
  }

  /** Null when it cannot be told. */
  Boolean diverging(int view, double threshold, double moved) {
    Double divergence = views.get(view).divergence;
    if (divergence == null) return null;
    double from = divergingBefore() ? threshold - SLACK_OF_DIVERGENCE : threshold;
    return divergence + moved >= from - EPSILON && !fallen(moved);
  }

  Boolean diverging() {
    return diverging(ALL_FEATURES, DIVERGING, 0);
  }

  /** Whether the divergence is clearly smaller than in the last reading. */
  boolean fallen(double moved) {
    Double now = evidence.divergence();
    return now != null
        && previous != null
        && previous.divergence() != null
        && previous.divergence() - now - moved >= FALL - EPSILON;
  }

  Double divergenceBefore() {
    return previous == null ? null : previous.divergence();
  }

  /** How far the divergence moves when a group of features is left out; null when it does not. */
  Double standardDeviation() {
    double[] all = leftOut();
    if (all.length < 2) return null;
    double deviation = Moments.standardDeviation(all);
    return deviation > 0 ? deviation : null;
  }

  Readiness.Patterns shown() {
    var keys =
        evidence.within().keySet().stream()
            .filter(k -> consistent(ALL_FEATURES, k))
            .sorted()
            .toList();
    double[] all = leftOut();
    return new Readiness.Patterns(
        keys,
        evidence.within().size(),
        rounded(evidence.between()),
        rounded(evidence.divergence()),
        all.length == 0 ? null : rounded(Arrays.stream(all).min().orElseThrow()),
        all.length == 0 ? null : rounded(Arrays.stream(all).max().orElseThrow()),
        diverging());
  }

  private double[] leftOut() {
    return evidence.leftOut().stream()
        .map(PatternEvidence.LeftOut::divergence)
        .filter(Objects::nonNull)
        .mapToDouble(d -> d)
        .toArray();
  }

  private View view(Map<String, Double> within, Double divergence) {
    int consistent = 0;
    for (var each : evidence.within().entrySet()) {
      if (consistent(each.getKey(), within.getOrDefault(each.getKey(), each.getValue()))) {
        consistent++;
      }
    }
    return new View(within, divergence, consistent);
  }

  private boolean consistent(String team, double within) {
    return within <= (consistentBefore.contains(team) ? STILL_CONSISTENT : CONSISTENT) + EPSILON;
  }

  private boolean divergingBefore() {
    return previous != null && Boolean.TRUE.equals(previous.diverging());
  }

  private static Double rounded(Double value) {
    return value == null ? null : (Double) (Math.rint(value * 1000) / 1000);
  }
}
