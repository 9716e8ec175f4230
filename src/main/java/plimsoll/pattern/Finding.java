package plimsoll.pattern;

import java.util.Objects;

/**
 * Whether a service has a trait, and where that was read.
 *
 * @param evidence null when nothing was read that tells of it
 * @param why one short sentence, such as "The autoscaler's least and most are both 3."; never null
 */
public record Finding(Answer answer, Evidence evidence, String why) {

  public Finding {
    Objects.requireNonNull(answer, "answer");
    Objects.requireNonNull(why, "why");
  }

  /** What can be said of a trait. */
  public enum Answer {
    YES,
    NO,
    UNKNOWN,
    /** Such as autoscaling of a batch job. */
    NOT_APPLICABLE
  }
}
