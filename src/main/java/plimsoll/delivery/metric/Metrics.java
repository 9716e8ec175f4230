package plimsoll.delivery.metric;

import java.util.List;

/** All figures of one scope and period. */
public record Metrics(
    Metric deploymentFrequency,
    Metric leadTime,
    Metric changeFailRate,
    Metric recoveryTime,
    Metric reworkRate,
    Metric ticketShare,
    Metric ticketWait,
    Metric manualShare,
    Metric ownerParticipation) {

  public Metric of(Measure measure) {
    return all().get(measure.ordinal());
  }

  /** In the order of {@link Measure}. */
  public List<Metric> all() {
    return List.of(
        deploymentFrequency,
        leadTime,
        changeFailRate,
        recoveryTime,
        reworkRate,
        ticketShare,
        ticketWait,
        manualShare,
        ownerParticipation);
  }

  /** DORA's five. */
  public List<Metric> dora() {
    return all().subList(0, 5);
  }
}
