package plimsoll.roadmap;

import java.util.List;
import plimsoll.roadmap.Effect.Finding;

/**
 * What published readings say of a bet. Safe to show: it is made from nothing but scores that were
 * shown.
 *
 * @param finding what may be said; null before the check
 * @param effect how much more the score changed in the teams that took it on, judged by itself;
 *     null before the check and where there was nothing to compare
 * @param p probability of an effect as large if it did nothing, 0 to 1; null likewise
 * @param smallestP no scores could make p smaller with so many teams; 1 where none can be compared
 * @param earlier the same estimate one reading before anybody took it on; null where only one
 *     reading lies before, and where effect is
 * @param groups those that took it on and the others, as far as they were shown in the last reading
 *     before and in each since; without a score after where effect is null
 * @param readingsBefore how many lie before the acceptance
 * @param readingsAfter how many lie after it, up to the check
 * @param atAnEnd a score lay at an end of what is shown, where it cannot be seen to move
 */
public record Outcome(
    Finding finding,
    Effect effect,
    Double p,
    double smallestP,
    Effect earlier,
    List<Group> groups,
    int readingsBefore,
    int readingsAfter,
    boolean atAnEnd) {

  /** Which teams. */
  public enum Kind {
    TOOK_IT_ON("Took it on"),
    DID_NOT("Did not"),
    /** What stands high by chance falls by itself; these show by how much. */
    AS_HIGH("Did not, though as high");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  /**
   * The mean of some teams' scores.
   *
   * @param teams their keys, sorted; may be empty
   * @param before in the last reading before the acceptance; null for no team
   * @param after over the readings since; null for no team, and before the check
   */
  public record Group(Kind kind, List<String> teams, Double before, Double after) {
    /** Below 0 is relief; null where there is no score after. */
    public Double change() {
      return after == null ? null : (Double) (after - before);
    }
  }

  /** The check is still to come. */
  public boolean early() {
    return finding == null;
  }

  /** Whether the teams moved alike before; null where that cannot be known. */
  public Boolean parallel() {
    return earlier == null || Double.isInfinite(earlier.standardError())
        ? null
        : (Boolean) (earlier.low() <= 0 && earlier.high() >= 0);
  }

  public Group group(Kind kind) {
    return groups.stream().filter(group -> group.kind() == kind).findFirst().orElseThrow();
  }
}
