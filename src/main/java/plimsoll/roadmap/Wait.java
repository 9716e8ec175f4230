package plimsoll.roadmap;

import plimsoll.readiness.BadCase;
import plimsoll.readiness.Criterion;

/**
 * A wait that records measured.
 *
 * @param team its key
 * @param hours that the team waited in a quarter, for each of its people; 0 or more
 */
public record Wait(Criterion criterion, String team, double hours) {

  public Wait {
    BadCase.unless(
        criterion != null && team != null && Double.isFinite(hours) && hours >= 0,
        "a wait has a criterion, a team, and hours that are 0 or more");
  }
}
