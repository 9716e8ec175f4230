package plimsoll.delivery.fact;

import static plimsoll.delivery.fact.Fact.first;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import plimsoll.delivery.metric.Incident.Cause;

/** What a version of an event states of an incident. */
public record IncidentFact(
    String id,
    String service,
    Instant startedAt,
    Instant resolvedAt,
    Cause cause,
    String causedBy,
    List<String> responders)
    implements Fact {

  @Override
  public Instant asOf() {
    return first(resolvedAt, startedAt);
  }

  @Override
  public int advance() {
    return resolvedAt == null ? 0 : 1;
  }

  @Override
  public Fact over(Fact other) {
    var earlier = (IncidentFact) other;
    return new IncidentFact(
        id,
        first(service, earlier.service),
        first(startedAt, earlier.startedAt),
        first(resolvedAt, earlier.resolvedAt),
        first(cause, earlier.cause),
        first(causedBy, earlier.causedBy),
        Stream.concat(responders.stream(), earlier.responders.stream())
            .distinct()
            .sorted()
            .toList());
  }
}
