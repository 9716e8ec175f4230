package plimsoll.delivery.pull;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * When the commits of a default branch arrived on it. The branch itself is the line of first
 * parents: what stands on it arrived when it was committed, and everything else with the merge that
 * brought it. Commits are told of from the newest to the oldest, children before their parents.
 *
 * @param tip the next commit of the line; null before the first commit
 * @param brought when commits arrived that a merge brought and that were not yet told of
 */
public record BranchLine(String tip, Map<String, Instant> brought) {
  private static final int OPEN_MAX = 20_000;

  static BranchLine none() {
    return new BranchLine(null, Map.of());
  }

  /** One commit's arrival, and how to go on. */
  record Arrival(Instant at, BranchLine rest) {}

  /**
   * @param committedAt when it was committed, which is later than when it was written where it was
   *     squashed or moved
   */
  Arrival next(String commit, List<String> parents, Instant committedAt) {
    boolean onTheLine = tip == null || tip.equals(commit);
    var at = onTheLine ? committedAt : brought.getOrDefault(commit, committedAt);
    var open = new HashMap<>(brought);
    open.remove(commit);
    int first = onTheLine ? 1 : 0;
    for (int i = first; i < parents.size() && open.size() < OPEN_MAX; i++) {
      open.merge(parents.get(i), at, (one, other) -> one.isBefore(other) ? one : other);
    }
    var line = !onTheLine ? tip : parents.isEmpty() ? "" : parents.get(0);
    open.remove(line);
    return new Arrival(at, new BranchLine(line, open));
  }
}
