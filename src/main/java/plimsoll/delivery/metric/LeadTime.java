package plimsoll.delivery.metric;

import java.time.Instant;

/**
 * How long one commit took to its first arrival in production of one service.
 *
 * @param estimated the arrival on the default branch is not known, so the commit's own time stands
 *     in for it
 * @param seconds may be negative, when the clocks contradict each other
 * @param reverts the commit that it takes back; null when it takes none back
 */
public record LeadTime(
    String commit, Instant arrivedAt, double seconds, boolean estimated, String reverts) {

  static LeadTime of(
      String commit, Instant arrivedAt, Instant deployedAt, boolean estimated, String reverts) {
    double seconds = Timeline.seconds(arrivedAt, deployedAt);
    return new LeadTime(commit, arrivedAt, seconds, estimated, reverts);
  }
}
