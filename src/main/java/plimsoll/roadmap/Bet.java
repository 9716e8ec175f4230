package plimsoll.roadmap;

import java.time.LocalDate;
import java.util.List;
import plimsoll.readiness.BadCase;
import plimsoll.readiness.Criterion;

/**
 * What was claimed of an initiative before the work began, so that nobody can fit the claim to the
 * result.
 *
 * @param criterion whose score, as people answer, is to fall
 * @param teams keys of those that take it on; empty where it is for the whole organisation
 * @param acceptedOn readings after this day lie after the adoption
 * @param smallest effect of interest, in points above 0
 * @param checkOn the first reading on or after this day says whether it helped
 */
public record Bet(
    Criterion criterion,
    List<String> teams,
    LocalDate acceptedOn,
    double smallest,
    LocalDate checkOn) {

  /** A smaller change would not be worth the work; a judgement. */
  public static final double SMALLEST_POINTS = 10;

  /** The same where hours of waiting are at stake, as a share of them. */
  public static final double SMALLEST_SHARE_OF_HOURS = 0.2;

  public Bet {
    teams = List.copyOf(teams);
    BadCase.unless(
        smallest > 0 && smallest <= 100, "the smallest effect of interest lies above 0, up to 100");
    BadCase.unless(checkOn.isAfter(acceptedOn), "the check lies after the day of acceptance");
  }
}
