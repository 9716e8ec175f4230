package plimsoll.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import plimsoll.statistics.Proportion;

/**
 * Who comes to the platform and who stays (measurement 6). A unit is a team or a service, by its
 * key. Those who must use the platform are counted here like all others; that they use it says
 * nothing about whether they like it ({@link Satisfaction}).
 *
 * @param deliveries production deployments that the platform carried, in any order; one sent twice
 *     counts once
 */
public record Adoption(Collection<Delivery> deliveries) {

  /** So soon an onboarded service should have been deployed. */
  static final Duration SOON = Duration.ofDays(14);

  public Adoption {
    deliveries = List.copyOf(deliveries);
  }

  /** A deployment of a unit to production by the platform's path. */
  public record Delivery(String unit, Instant at) {}

  /**
   * A unit that left the path.
   *
   * @param reason as given; null when nobody gave one
   */
  public record Eject(String unit, Instant at, String reason) {}

  /**
   * @param soon of the services onboarded, those deployed within 14 days
   * @param pending onboarded less than 14 days ago; they count neither way, even if deployed, since
   *     counting only the quick ones of them would flatter
   */
  public record Activation(Proportion soon, int pending) {}

  /**
   * @param kept of the units active in the first quarter, those active in the next
   * @param ejects of those units, in the order of time
   * @param unexplained keys of those that are active no more and have no eject, sorted
   */
  public record Retention(Proportion kept, List<Eject> ejects, List<String> unexplained) {}

  /**
   * Units with a delivery or more in the quarter among those that could have one.
   *
   * @param eligible keys; deliveries of others are not counted
   */
  public Proportion reach(Set<String> eligible, Quarter quarter) {
    return among(active(quarter), eligible);
  }

  /**
   * @param onboarded when each service came to the platform, by its key
   * @param quarter in which they came
   * @param asOf the data cut
   */
  public Activation activation(Map<String, Instant> onboarded, Quarter quarter, Instant asOf) {
    var came = new HashSet<String>();
    var soon = new HashSet<String>();
    int pending = 0;
    for (var each : onboarded.entrySet()) {
      if (!quarter.contains(each.getValue())) continue;
      Instant end = each.getValue().plus(SOON);
      if (end.isAfter(asOf)) {
        pending++;
        continue;
      }
      came.add(each.getKey());
      if (delivered(each.getKey(), each.getValue(), end)) soon.add(each.getKey());
    }
    return new Activation(new Proportion(soon.size(), came.size()), pending);
  }

  /** Who of those active in one quarter is active in the next. */
  public Retention retention(Quarter quarter, Quarter next, Collection<Eject> ejects) {
    var before = active(quarter);
    var kept = active(next);
    kept.retainAll(before);
    var left = new TreeSet<>(before);
    left.removeAll(kept);
    var own =
        ejects.stream()
            .filter(one -> before.contains(one.unit()) && one.at().isBefore(next.to()))
            .filter(one -> !one.at().isBefore(quarter.from()))
            .distinct()
            .sorted(Comparator.comparing(Eject::at).thenComparing(Eject::unit))
            .toList();
    own.forEach(one -> left.remove(one.unit()));
    return new Retention(new Proportion(kept.size(), before.size()), own, List.copyOf(left));
  }

  private Set<String> active(Quarter quarter) {
    var units = new HashSet<String>();
    for (var each : deliveries) if (quarter.contains(each.at())) units.add(each.unit());
    return units;
  }

  private boolean delivered(String unit, Instant from, Instant end) {
    return deliveries.stream()
        .filter(one -> one.unit().equals(unit))
        .anyMatch(one -> !one.at().isBefore(from) && !one.at().isAfter(end));
  }

  private static Proportion among(Set<String> active, Set<String> eligible) {
    active.retainAll(eligible);
    return new Proportion(active.size(), eligible.size());
  }
}
