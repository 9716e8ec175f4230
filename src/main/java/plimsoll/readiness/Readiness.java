package plimsoll.readiness;

import java.util.List;
import plimsoll.disclosure.Published;

/**
 * What a reading says of the organisation and its teams, after the disclosure gate: all of it may
 * be shown.
 *
 * @param methodEdition the edition of the method that it was taken with, such as "2026.1"
 * @param verdict the organisation's
 * @param axes where the organisation lies
 * @param load the organisation's infrastructure load (construct EXI)
 * @param criteria the organisation's criteria, in the order of {@link Criterion}
 * @param teams one entry for each team, by name; scores of small groups are withheld
 * @param unknown what could not be known, each with how to find out
 * @param invited how many people were asked
 * @param answered how many answered
 */
public record Readiness(
    String methodEdition,
    Verdict verdict,
    Axes axes,
    Published load,
    List<CriterionResult> criteria,
    List<TeamResult> teams,
    List<Unknown> unknown,
    int invited,
    int answered) {

  /**
   * A place on the plane.
   *
   * @param devopsPractice 0 to 100, higher is better practice: 100 less the mean need of D1 to D4
   * @param platformNeed 0 to 100, higher is more need: the mean of P2 to P4
   */
  public record Axes(Published devopsPractice, Published platformNeed) {}

  /**
   * One criterion: what people say beside what records say.
   *
   * @param said from the survey
   * @param recorded from machine records; withheld with NO_EVIDENCE where none speak to it
   * @param joined both together, the value that is judged
   * @param probabilityMet probability that the need is 50 or more, 0 to 1; null when unknown
   * @param disagrees survey and records lie more than 25 points apart
   * @param fact a plain sentence where the criterion is a fact and not a score, or a note; null
   *     when there is nothing to say
   */
  public record CriterionResult(
      Criterion criterion,
      Published said,
      Published recorded,
      Published joined,
      Double probabilityMet,
      boolean disagrees,
      String fact) {}

  /**
   * One team.
   *
   * @param team its key in the catalog
   * @param name as people call it
   * @param response share who answered as a band: "< 50 %", "50–79 %" or "≥ 80 %"
   * @param verdict the team's own; UNCLEAR where scores are withheld
   * @param load infrastructure load (construct EXI)
   */
  public record TeamResult(
      String team,
      String name,
      String response,
      Verdict verdict,
      Axes axes,
      Published load,
      List<CriterionResult> criteria) {}

  /** What is missing, and the step that would find out. */
  public record Unknown(String what, String how) {}
}
