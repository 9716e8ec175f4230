package plimsoll.delivery.metric;

import java.time.Instant;

/**
 * How long one commit took to its first arrival in production of one service.
 *
 * @param estimated the arrival on the default branch is not known, so the commit's own time stands
 *     in for it
 * @param seconds may be negative, when the clocks contradict each other
 * @param firstCommitAt when the first commit of it was written; null when not known
 * @param reverts the commit that it takes back; null when it takes none back
 */
public record LeadTime(
    String commit,
    Instant arrivedAt,
    double seconds,
    boolean estimated,
    Instant firstCommitAt,
    String reverts) {

  static LeadTime of(
      String commit,
      Instant arrivedAt,
      Instant deployedAt,
      boolean estimated,
      Instant firstCommitAt,
      String reverts) {
    double seconds = Timeline.seconds(arrivedAt, deployedAt);
    return new LeadTime(commit, arrivedAt, seconds, estimated, firstCommitAt, reverts);
  }

  /** Seconds from when its first commit was written; null when that is not known. */
  Double secondsFromFirstCommit() {
    return firstCommitAt == null
        ? null
        : (Double) (seconds + Timeline.seconds(firstCommitAt, arrivedAt));
  }
}
