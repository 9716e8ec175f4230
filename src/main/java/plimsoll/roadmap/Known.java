package plimsoll.roadmap;

import plimsoll.readiness.BadCase;
import plimsoll.roadmap.Effect.Finding;

/**
 * What is known of a kind of initiative besides the reading.
 *
 * @param relief what it is believed to take off its criterion
 * @param research entries of the research log that speak for it, 0 or more
 * @param helped how many finished ones helped here
 * @param failed how many had no effect that matters, or made it worse
 */
public record Known(Prior relief, int research, int helped, int failed) {

  /** Published scores are rounded to 5: no effect is known more exactly. */
  private static final double ROUNDING = 5 / Math.sqrt(12);

  public Known {
    BadCase.unless(
        relief != null && research >= 0 && helped >= 0 && failed >= 0,
        "what is known has a belief, and no counts below 0");
  }

  /** The judgement of the method, before anything was tried. */
  public static Known of(InitiativeType type) {
    return new Known(type.relief(), 0, 0, 0);
  }

  /**
   * After a finished one. Its relief moves the belief by its precision; one whose effect could not
   * be told moves it little, and counts neither for nor against.
   *
   * @param relief what it took off, in points
   * @param standardError of that; infinite where there were too few teams for an interval
   */
  public Known after(Finding finding, double relief, double standardError) {
    return new Known(
        this.relief.after(relief, Math.max(ROUNDING, standardError)),
        research,
        helped + (finding == Finding.HELPED ? 1 : 0),
        failed + (finding == Finding.NO_EFFECT || finding == Finding.WORSE ? 1 : 0));
  }

  /** The same with so many entries of research. */
  public Known researched(int entries) {
    return new Known(relief, entries, helped, failed);
  }
}
