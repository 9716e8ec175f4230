package plimsoll.campaign;

import java.util.ArrayList;
import java.util.List;
import plimsoll.access.Refusal.Fault;
import plimsoll.rota.Draw;

/**
 * How many to ask instead of everybody; one of the two.
 *
 * @param share of each team, above 0 and up to 1, rounded up; but never fewer than the minimum
 *     group
 * @param people in all
 */
public record Sample(Double share, Integer people) {

  /** Null for everybody. */
  static Sample of(Double share, Integer people) {
    return share == null && people == null ? null : new Sample(share, people);
  }

  List<Fault> faults() {
    var faults = new ArrayList<Fault>();
    if ((share == null) == (people == null)) {
      faults.add(new Fault("/sample", "must have a share or a number of people"));
    }
    if (share != null && !(share > 0 && share <= 1)) {
      faults.add(new Fault("/sample/share", "must be above 0 and at most 1"));
    }
    if (people != null && people < Plan.SMALLEST_GROUP) {
      faults.add(new Fault("/sample/people", "must be " + Plan.SMALLEST_GROUP + " or more"));
    }
    return faults;
  }

  Draw.Size size(int minimumGroup) {
    return share == null ? new Draw.Size.People(people) : new Draw.Size.Share(share, minimumGroup);
  }
}
