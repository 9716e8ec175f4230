package plimsoll.disclosure;

import java.time.Duration;
import java.time.Instant;

/**
 * When own words may be read by anybody, reviewers included (measurement 8.5): only of the whole
 * organisation, where so many wrote that none of them stands out, and so late that who was seen
 * writing is forgotten.
 */
public enum OwnWords {
  READABLE,
  /** Fewer than ten people, or than the minimum group, wrote something. */
  TOO_FEW,
  /** The campaign is open, or closed less than seven days ago. */
  TOO_EARLY;

  /** Fewest people who wrote to one question. */
  public static final int FEWEST = 10;

  public static final Duration WAIT = Duration.ofDays(7);

  /**
   * @param people how many wrote something to the question
   * @param closedAt null while the campaign is not closed
   */
  public static OwnWords of(int people, int minimumGroup, Instant closedAt, Instant now) {
    if (closedAt == null || now.isBefore(closedAt.plus(WAIT))) return TOO_EARLY;
    return people < Math.max(FEWEST, minimumGroup) ? TOO_FEW : READABLE;
  }
}
