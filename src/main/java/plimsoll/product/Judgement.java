package plimsoll.product;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import plimsoll.access.Refusal;
import plimsoll.access.Refusal.Fault;

/**
 * What somebody decides about a bet that was checked.
 *
 * @param course required
 * @param by name of who decides, at most 200 characters; required
 * @param on the day of the decision, not before the acceptance and not in the future; required
 * @param note why, at most 2,000 characters; null for nothing to say
 * @param checkOn where it goes on, the day from which a reading says more; null for no further
 *     check
 */
public record Judgement(
    @Schema(required = true) Course course,
    @Schema(required = true, example = "Ada Byron") String by,
    @Schema(required = true, example = "2026-10-05") LocalDate on,
    @Schema(example = "Three of five teams use it; we go on for two quarters.") String note,
    @Schema(example = "2027-04-01") LocalDate checkOn) {

  private static final int MOST_NAME = 200;
  private static final int MOST_NOTE = 2_000;

  public Judgement {
    by = Typed.line(by);
    note = Typed.lines(note);
  }

  /**
   * The same, when nothing is wrong with it.
   *
   * @throws Refusal 422 with every fault named
   */
  Judgement checked(LocalDate accepted, LocalDate today) {
    var faults = faults(accepted, today);
    if (!faults.isEmpty()) {
      throw Refusal.wrong("The decision was not taken: some values are wrong.", faults);
    }
    return this;
  }

  private List<Fault> faults(LocalDate accepted, LocalDate today) {
    var faults = new ArrayList<Fault>();
    if (course == null) {
      faults.add(new Fault("/course", "Say one of \"stop\", \"change\", \"continue\"."));
    }
    if (by == null) {
      faults.add(new Fault("/by", "Say who decides."));
    }
    Claim.limit(faults, "/by", by, MOST_NAME);
    if (on == null || on.isBefore(accepted) || on.isAfter(today)) {
      faults.add(
          new Fault("/on", "Say the day of the decision: from " + accepted + " to " + today + "."));
    }
    Claim.limit(faults, "/note", note, MOST_NOTE);
    if (checkOn != null && (course == Course.STOP || !checkOn.isAfter(today))) {
      faults.add(new Fault("/checkOn", "A further check lies in the future, and on what goes on."));
    }
    return faults;
  }
}
