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
 * @param confidence probability that it works, 0.2 (opinion) to 0.9 (piloted)
 * @param benefit reach × relief × confidence, in person-points a quarter
 * @param probabilityTopThree share of draws in which it is among the first three, 0 to 1
 * @param tiedWithNext true when the next one is about as good (probability 0.4 to 0.6)
 * @param hypothesis what will be true if it works, with number, teams and wave
 * @param evidence what it rests on, each a plain sentence
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
    boolean tiedWithNext,
    String hypothesis,
    List<String> evidence) {

  /** Median with its 10th and 90th percentile, in the unit that the component names. */
  public record Range(double median, double p10, double p90) {}
}
