package plimsoll.readiness;

import java.util.List;
import java.util.Map;
import plimsoll.disclosure.Published;
import plimsoll.platform.Product;

/**
 * What a reading says of the organisation, its groups and its teams, after the disclosure gate: all
 * of it may be shown.
 *
 * @param methodEdition the edition of the method that it was taken with, such as "2026.1"
 * @param verdict the organisation's
 * @param axes where the organisation lies
 * @param load the organisation's infrastructure load (construct EXI)
 * @param criteria the organisation's criteria, in the order of {@link Criterion}
 * @param constructs the organisation's constructs of the survey, load and flow included
 * @param teams one entry for each team, by name; scores of small groups are withheld
 * @param groups one entry for each group between the organisation and the teams, by name; empty
 *     where there is none
 * @param patterns how alike services are deployed; null when no manifest was read
 * @param unknown what could not be known, each with how to find out
 * @param invited how many people were asked
 * @param answered how many answered; null when fewer than 20 were asked
 * @param response the same as a band, such as "50–79 %"; null where one team alone was asked whose
 *     band is withheld
 * @param trace how the organisation's verdict came about
 * @param platform how the platform does as a product; null where there is none, and in what was
 *     kept before it was told
 */
public record Readiness(
    String methodEdition,
    Verdict verdict,
    Axes axes,
    Published load,
    List<CriterionResult> criteria,
    List<ConstructResult> constructs,
    List<TeamResult> teams,
    List<GroupResult> groups,
    Patterns patterns,
    List<Unknown> unknown,
    int invited,
    Integer answered,
    String response,
    Trace trace,
    Product platform) {

  public Readiness {
    groups = groups == null ? List.of() : List.copyOf(groups);
  }

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
   * @param response share who answered as a band: "< 50 %", "50–79 %" or "≥ 80 %"; null, withheld,
   *     where fewer than the minimum group are in it or answered
   * @param verdict the team's own; UNCLEAR where scores are withheld
   * @param load infrastructure load (construct EXI)
   * @param constructs the constructs of the survey, in the order of the survey
   * @param within mean distance between the team's services, 0 to 1; null when fewer than two were
   *     read
   * @param services how many of its services were read
   */
  public record TeamResult(
      String team,
      String name,
      String response,
      Verdict verdict,
      Axes axes,
      Published load,
      List<CriterionResult> criteria,
      List<ConstructResult> constructs,
      Double within,
      int services) {}

  /**
   * One group of teams. It has no verdict: what to do is decided for teams and for all.
   *
   * @param group its key in the catalog
   * @param name as people call it
   * @param parent key of the group above; null where that is the organisation
   * @param teams keys of all teams in it, those of groups below included, sorted
   * @param response share who answered as a band: "< 50 %", "50–79 %" or "≥ 80 %"; null, withheld,
   *     where it would tell of fewer people than the minimum group
   * @param load infrastructure load (construct EXI)
   * @param criteria the criteria that are scores; what people say joined with the records of its
   *     teams
   * @param constructs the constructs of the survey, in the order of the survey, with their scores
   *     alone
   */
  public record GroupResult(
      String group,
      String name,
      String parent,
      List<String> teams,
      String response,
      Axes axes,
      Published load,
      List<CriterionResult> criteria,
      List<ConstructResult> constructs) {}

  /**
   * One construct of the survey, or one of its items where these stand alone.
   *
   * @param construct such as "EXI"; the item's id where its items are shown apart ("L10", "L11")
   * @param score 0 to 100, higher is more need or heavier load
   * @param agreement "agree" or "divided"; null where nothing may be said, and for a group
   * @param noBasisShare answers "no basis to answer" over all answers, 0 to 1; null for a team, a
   *     group, and where fewer than 30 people answered
   * @param possible the score if all who kept silent had answered 0, or all 100; null for a team
   *     and a group, and where only the platform's users were asked
   * @param items the items' own means, 0 to 100, keyed like the score; empty for a team, a group,
   *     and where fewer than 30 people answered
   * @param consistency whether the items tell the same story; null for a team, a group, one item
   *     alone, and where too few answered all
   * @param differences whether teams differ; null for a team, a group, and where fewer than five
   *     teams or 50 people in them are shown
   */
  public record ConstructResult(
      String construct,
      Published score,
      String agreement,
      Double noBasisShare,
      Bounds possible,
      List<ItemResult> items,
      Consistency consistency,
      Differences differences) {

    /** With nothing but its score and agreement, as for a team or a group. */
    static ConstructResult alone(String construct, Published score, String agreement) {
      return new ConstructResult(construct, score, agreement, null, null, List.of(), null, null);
    }
  }

  /**
   * How far the items of a construct tell the same story, over the organisation.
   *
   * @param measure "Spearman–Brown" of two items, "α" of more
   * @param coefficient 0 to 1, to 0.01; 0 also where it would be less
   * @param omega one-factor ω, 0 to 1, to 0.01; null for two items, fewer than 100 people, and
   *     where it can't be had
   * @param apart true where the items should be read apart: below 0.50 for two, 0.60 for more
   */
  public record Consistency(String measure, double coefficient, Double omega, boolean apart) {}

  /**
   * How far the teams whose scores are shown differ beyond what their people do.
   *
   * @param single ICC(1), the share of variance between teams, 0 to 1, to 0.01; 0 also where less
   * @param mean ICC(2), how reliable a team's mean is, 0 to 1, to 0.01; 0 also where less
   * @param reliable from 0.05 and 0.60 on; else only the organisation should be spoken of
   */
  public record Differences(double single, double mean, boolean reliable) {}

  /** The mean need of one item over the organisation, and how many people gave it an answer. */
  public record ItemResult(String item, double value, int people) {}

  /** A lowest and a highest possible value. */
  public record Bounds(double low, double high) {}

  /**
   * How alike services are deployed.
   *
   * @param consistent keys of the teams whose own services are alike, sorted
   * @param readable how many teams have two services or more to compare
   * @param between mean distance between services of different consistent teams, 0 to 1; or null
   * @param divergence {@code between} less the mean distance within these teams; or null
   * @param low lowest divergence when one group of features is left out; or null
   * @param high highest of the same; or null
   * @param diverging whether the patterns are said to diverge; null when it cannot be told
   */
  public record Patterns(
      List<String> consistent,
      int readable,
      Double between,
      Double divergence,
      Double low,
      Double high,
      Boolean diverging) {}

  /**
   * How a verdict came about.
   *
   * @param draws how many times the table was applied
   * @param seed of the draws
   * @param rows share of draws in which each row of the decision table fired; sums to 1
   * @param devopsMet how many of D1 to D4 have a best estimate of 50 or more
   * @param platformMet the same for P2 to P4
   * @param owningTeams teams that own a production service; null when not known
   * @param consistentTeams teams whose own services are alike; null when no manifest was read
   * @param diverging null when it cannot be told
   * @param platform whether there is a platform
   * @param gates each reason why evidence does not suffice for any verdict; empty when it does
   * @param methodError what people or records were taken to miss beyond chance, as a standard
   *     deviation in points; null in what was kept before it was told
   */
  public record Trace(
      int draws,
      long seed,
      Map<Integer, Double> rows,
      int devopsMet,
      int platformMet,
      Integer owningTeams,
      Integer consistentTeams,
      Boolean diverging,
      boolean platform,
      List<String> gates,
      Double methodError) {}

  /** What is missing, and the step that would find out. */
  public record Unknown(String what, String how) {}
}
