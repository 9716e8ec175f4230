package plimsoll.product;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import plimsoll.access.Refusal;
import plimsoll.access.Refusal.Fault;
import plimsoll.roadmap.Initiative.Range;

/**
 * What a product manager wants to happen with an initiative.
 *
 * @param state required
 * @param reason why it is refused, at most 2,000 characters; required then, and kept only then
 * @param owner who sees it through, at most 200 characters; null for nobody yet
 * @param quarter when, such as 2027-Q1; null for no date yet
 * @param position its place among the open ones, from 1; null to leave it where it is
 * @param title what to do, at most 200 characters; null leaves it, as with the next two
 * @param hypothesis what will be true if it works, at most 1,000 characters
 * @param effortWeeks person-weeks, above 0 and at most 1,000
 * @param smallestEffect points of 0 to 100 below which a change counts as no effect, above 0 and at
 *     most 50; null for 10. Like the next it is kept from acceptance on
 * @param checkOn the first reading from this day on tells whether it helped; null for 26 weeks
 *     after acceptance
 * @param inUse how many of its teams use it, 0 or more; null leaves it
 */
public record Intent(
    @Schema(required = true) State state,
    @Schema(example = "The vendor ships this in March.") String reason,
    @Schema(example = "Ada Byron") String owner,
    @Schema(example = "2027-Q1", pattern = "20[0-9]{2}-Q[1-4]") String quarter,
    @Schema(example = "1", minimum = "1", maximum = "100") Integer position,
    @Schema(example = "Let teams deploy by a merge", maxLength = 200) String title,
    @Schema(example = "D2 falls from 80 to 60 or less in payments by June.", maxLength = 1000)
        String hypothesis,
    Range effortWeeks,
    @Schema(example = "10", minimum = "1", maximum = "50") Double smallestEffect,
    @Schema(example = "2027-05-24") LocalDate checkOn,
    @Schema(example = "3", minimum = "0") Integer inUse) {

  private static final double MOST_EFFECT = 50;
  private static final Pattern QUARTER = Pattern.compile("20[0-9]{2}-Q[1-4]");
  private static final int MOST_REASON = 2_000;
  private static final int MOST_OWNER = 200;
  private static final int MOST_POSITION = 100;
  private static final int MOST_TEAMS = 10_000;

  public Intent {
    reason = Typed.lines(reason);
    owner = Typed.line(owner);
    quarter = Typed.line(quarter);
  }

  /** One that leaves the words as they are. */
  Intent(State state, String reason, String owner, String quarter, Integer position) {
    this(state, reason, owner, quarter, position, null, null, null, null, null, null);
  }

  /** The same with what the result will be held against; null for what is usual. */
  Intent checkedBy(Double smallestEffect, LocalDate checkOn, Integer inUse) {
    return new Intent(
        state,
        reason,
        owner,
        quarter,
        position,
        title,
        hypothesis,
        effortWeeks,
        smallestEffect,
        checkOn,
        inUse);
  }

  /** What is wanted otherwise than it stands. */
  Claim claim() {
    return new Claim(title, hypothesis, effortWeeks);
  }

  /**
   * The same, when nothing is wrong with it.
   *
   * @throws Refusal 422 with every fault named
   */
  Intent checked() {
    var faults = faults();
    if (!faults.isEmpty()) {
      throw Refusal.wrong("The decision was not taken: some values are wrong.", faults);
    }
    return this;
  }

  private List<Fault> faults() {
    var faults = new ArrayList<Fault>();
    if (state == null) {
      faults.add(
          new Fault(
              "/state", "State is one of \"proposed\", \"accepted\", \"refused\", \"done\"."));
    }
    if (state == State.REFUSED && reason == null) {
      faults.add(new Fault("/reason", "Say why it is refused: the next to propose it will ask."));
    }
    Claim.limit(faults, "/reason", reason, MOST_REASON);
    Claim.limit(faults, "/owner", owner, MOST_OWNER);
    if (quarter != null && !QUARTER.matcher(quarter).matches()) {
      faults.add(new Fault("/quarter", "A quarter is written like 2027-Q1."));
    }
    if (position != null && (position < 1 || position > MOST_POSITION)) {
      faults.add(new Fault("/position", "A position is a number from 1 to 100."));
    }
    if (smallestEffect != null && !(smallestEffect > 0 && smallestEffect <= MOST_EFFECT)) {
      faults.add(
          new Fault("/smallestEffect", "The smallest effect is a number above 0, at most 50."));
    }
    if (inUse != null && (inUse < 0 || inUse > MOST_TEAMS)) {
      faults.add(new Fault("/inUse", "The teams that use it are a number from 0 on."));
    }
    faults.addAll(claim().faults());
    return faults;
  }
}
