package plimsoll.delivery.metric;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

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
    Metric ownerParticipation,
    Metric gitopsShare,
    Metric selfServiceShare,
    Metric infrastructureWait) {

  public Metric of(Measure measure) {
    return all().stream().filter(one -> one.measure() == measure).findFirst().orElseThrow();
  }

  /** In the order of {@link Measure}; a reading of an earlier edition lacks the newer ones. */
  public List<Metric> all() {
    return Stream.of(
            deploymentFrequency,
            leadTime,
            changeFailRate,
            recoveryTime,
            reworkRate,
            ticketShare,
            ticketWait,
            manualShare,
            ownerParticipation,
            gitopsShare,
            selfServiceShare,
            infrastructureWait)
        .filter(Objects::nonNull)
        .toList();
  }

  /** DORA's five. */
  public List<Metric> dora() {
    return all().subList(0, 5);
  }
}
