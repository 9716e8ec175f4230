package plimsoll.roadmap;

import java.util.List;
import plimsoll.readiness.Criterion;

/**
 * One thing the platform or the teams could do next. Safe to show.
 *
 * @param key stable across readings: the same proposal keeps its key
 * @param title what to do, as an imperative
 * @param criterion the criterion it serves
 * @param teams keys of the teams it reaches
 * @param reach people in those teams
 * @param relief what it should take off the criterion, in points of 0 to 100
 * @param effortWeeks person-weeks
 * @param confidence probability that it works: 0.2 (opinion), 0.4 (one source), 0.6 (people and
 *     records agree), 0.8 (and three entries of research), 0.9 (piloted with an effect), less where
 *     such a one did not help here
 * @param benefit reach × relief × confidence, in person-points a quarter
 * @param probabilityTopThree share of draws in which it is among the first three, 0 to 1
 * @param probabilityBeatsNext share of draws in which it is better than the next, 0 to 1; null for
 *     the last
 * @param tiedWithNext true when the next one is about as good (probability 0.4 to 0.6)
 * @param hypothesis what will be true if it works, with number, teams and wave
 * @param evidence what it rests on, each a plain sentence
 * @param evidenceIds the same as places in the reading: "D2" is the organisation's criterion,
 *     "D2/payments" a team's
 * @param hours the same in hours of waiting; null where no wait was measured
 * @param services keys of the services that it is for, where files name them; null where none do
 */
public record Initiative(
    String key,
    String title,
    Criterion criterion,
    List<String> teams,
    int reach,
    Range relief,
    Range effortWeeks,
    double confidence,
    Range benefit,
    double probabilityTopThree,
    Double probabilityBeatsNext,
    boolean tiedWithNext,
    String hypothesis,
    List<String> evidence,
    List<String> evidenceIds,
    Hours hours,
    List<String> services) {

  /** One for which files name no services. */
  public Initiative(
      String key,
      String title,
      Criterion criterion,
      List<String> teams,
      int reach,
      Range relief,
      Range effortWeeks,
      double confidence,
      Range benefit,
      double probabilityTopThree,
      Double probabilityBeatsNext,
      boolean tiedWithNext,
      String hypothesis,
      List<String> evidence,
      List<String> evidenceIds,
      Hours hours) {
    this(
        key,
        title,
        criterion,
        teams,
        reach,
        relief,
        effortWeeks,
        confidence,
        benefit,
        probabilityTopThree,
        probabilityBeatsNext,
        tiedWithNext,
        hypothesis,
        evidence,
        evidenceIds,
        hours,
        null);
  }

  /** Median with its 10th and 90th percentile, in the unit that the component names. */
  public record Range(double median, double p10, double p90) {}

  /**
   * A place in the ranking of those that shorten a measured wait. Hours and points are never added,
   * so this ranking stands beside the other.
   *
   * @param rank from 1, by hours saved for each week of effort
   * @param waited hours that each person reached waits in a quarter
   * @param relief hours of these that it should save
   * @param benefit reach × relief × confidence, in hours a quarter
   */
  public record Hours(
      int rank,
      double waited,
      Range relief,
      Range benefit,
      double probabilityTopThree,
      Double probabilityBeatsNext,
      boolean tiedWithNext) {}
}
