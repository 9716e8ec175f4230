package plimsoll.pattern;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the divergence moved since an earlier reading, on what both of them saw: the same services of
 * the same teams, by the features known both times, among teams that were consistent both times. So
 * it moves neither when services come and go or change hands, nor when more becomes known of them.
 *
 * @param services how many services both readings saw
 * @param teams how many teams were consistent both times, by these services alone
 * @param before D then, −1 to 1; null with fewer than two such teams
 * @param now D now among the same teams; null likewise
 * @param strong D rose by {@link #RISE} or more
 */
public record Drift(int services, int teams, Double before, Double now, boolean strong) {
  /** From this rise on the drift is strong; a judgement, not validated. */
  public static final double RISE = 0.03;

  /** A sum of thirds may miss the threshold by the last bit. */
  private static final double EPSILON = 1e-9;

  /** How far D moved; null with fewer than two teams that were consistent both times. */
  public Double change() {
    return before == null ? null : (Double) (now - before);
  }

  static Drift between(List<Fingerprint> earlier, List<Fingerprint> later) {
    var before = matched(earlier, later);
    var now = matched(later, earlier);
    var then = spread(before);
    var today = spread(now);
    var teams = new TreeSet<>(then.consistent());
    teams.retainAll(today.consistent());
    Double was = excess(then, teams, before);
    Double is = excess(today, teams, now);
    boolean strong = was != null && is - was >= RISE - EPSILON;
    return new Drift(now.size(), teams.size(), was, is, strong);
  }

  /** What the others saw too, if enough is left of it. */
  private static List<Fingerprint> matched(List<Fingerprint> own, List<Fingerprint> others) {
    Map<String, Fingerprint> byKey = new HashMap<>();
    others.forEach(other -> byKey.put(other.service(), other));
    return own.stream()
        .filter(one -> byKey.containsKey(one.service()))
        .filter(one -> byKey.get(one.service()).team().equals(one.team()))
        .map(one -> shared(one, byKey.get(one.service())))
        .filter(Fingerprint::enoughKnown)
        .toList();
  }

  private static Fingerprint shared(Fingerprint one, Fingerprint other) {
    var values = new EnumMap<Feature, String>(Feature.class);
    values.putAll(one.values());
    values.keySet().retainAll(other.values().keySet());
    return new Fingerprint(one.service(), one.team(), values);
  }

  /** D among some of the teams that are consistent. */
  private static Double excess(Spread spread, Set<String> teams, List<Fingerprint> services) {
    if (spread.consistent().size() == teams.size()) return spread.excess();
    return spread(services.stream().filter(one -> teams.contains(one.team())).toList()).excess();
  }

  private static Spread spread(List<Fingerprint> services) {
    return Spread.of(new Census(services), List.of(new Spread.Look(null, Divergence.CONSISTENT)))
        .get(0);
  }
}
