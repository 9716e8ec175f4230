package plimsoll.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Services as numbers, team by team, so that millions of pairs can be compared. Their order does
 * not depend on the order in which they were given.
 */
final class Census {
  private static final Comparator<Fingerprint> ORDER =
      Comparator.comparing(Fingerprint::team).thenComparing(Fingerprint::service);

  private final List<Fingerprint> all;
  private final List<String> teams = new ArrayList<>();
  private final List<Integer> starts = new ArrayList<>();
  private final Part[] parts;

  Census(List<Fingerprint> fingerprints) {
    all = fingerprints.stream().sorted(ORDER).toList();
    for (int i = 0; i < all.size(); i++) {
      if (i == 0 || !all.get(i).team().equals(all.get(i - 1).team())) {
        teams.add(all.get(i).team());
        starts.add(i);
      }
    }
    starts.add(all.size());
    parts = Part.all(all);
  }

  int size() {
    return all.size();
  }

  List<String> teams() {
    return teams;
  }

  /** Index of the first service of a team; that of the next team is where they end. */
  int start(int team) {
    return starts.get(team);
  }

  /** How many services a team has. */
  int size(int team) {
    return starts.get(team + 1) - starts.get(team);
  }

  /** The key of one service. */
  String key(int service) {
    return all.get(service).service();
  }

  PatternMap.Owned owned(int service) {
    return new PatternMap.Owned(key(service), all.get(service).team());
  }

  /** The different fingerprints, and how far they lie apart. */
  Ways ways() {
    return Ways.of(all);
  }

  /** Number of a choice, which two services share when they choose alike; −1 when not known. */
  int choice(int service, Feature feature) {
    return parts[feature.group().ordinal()].choice(service, feature);
  }

  /** To compare one pair after another. */
  Distance distance() {
    return new Distance(parts);
  }

  /** The index of each service's team. */
  int[] teamOf() {
    return IntStream.range(0, teams.size())
        .flatMap(team -> IntStream.range(0, size(team)).map(i -> team))
        .toArray();
  }
}
