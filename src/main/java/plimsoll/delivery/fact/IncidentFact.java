package plimsoll.delivery.fact;

import static plimsoll.delivery.fact.Fact.first;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import plimsoll.delivery.metric.Incident.Cause;

/**
 * What a version of an event states of an incident.
 *
 * @param service null when the source does not say
 * @param startedAt null when this version does not say
 * @param resolvedAt null when this version does not say that it ended
 * @param opened when it was open again, or was seen to be open, by a tool that tells turn by turn
 * @param ended when it ended, as often as it did, by such a tool
 */
public record IncidentFact(
    String id,
    String service,
    Instant startedAt,
    Instant resolvedAt,
    Cause cause,
    String causedBy,
    List<String> responders,
    List<Instant> opened,
    List<Instant> ended)
    implements Fact {

  public IncidentFact {
    responders = responders == null ? List.of() : List.copyOf(responders);
    opened = opened == null ? List.of() : List.copyOf(opened);
    ended = ended == null ? List.of() : List.copyOf(ended);
    startedAt = startedAt == null && !opened.isEmpty() ? opened.get(0) : startedAt;
  }

  public IncidentFact(
      String id,
      String service,
      Instant startedAt,
      Instant resolvedAt,
      Cause cause,
      String causedBy,
      List<String> responders) {
    this(id, service, startedAt, resolvedAt, cause, causedBy, responders, List.of(), List.of());
  }

  @Override
  public Instant asOf() {
    return Stream.concat(
            Stream.of(first(resolvedAt, startedAt)), Stream.concat(opened.stream(), ended.stream()))
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  @Override
  public int advance() {
    return resolvedAt == null ? 0 : 1;
  }

  /**
   * By a tool that tells turn by turn the first start holds; elsewhere a later version corrects.
   */
  @Override
  public Fact over(Fact other) {
    var earlier = (IncidentFact) other;
    var openings = union(opened, earlier.opened);
    return new IncidentFact(
        id,
        first(service, earlier.service),
        openings.isEmpty()
            ? first(startedAt, earlier.startedAt)
            : earliest(startedAt, earlier.startedAt),
        first(resolvedAt, earlier.resolvedAt),
        first(cause, earlier.cause),
        first(causedBy, earlier.causedBy),
        union(responders, earlier.responders),
        openings,
        union(ended, earlier.ended));
  }

  /**
   * Each time that it hurt users: itself, unless it was open more than once; then one for each
   * time, the second with "#2" behind its id. Empty as long as nobody said when it began.
   */
  public List<IncidentFact> outages() {
    if (startedAt == null) return List.of();
    if (opened.isEmpty()) return List.of(this);
    var starts = new TreeSet<>(opened);
    starts.add(startedAt);
    var ends = new TreeSet<>(ended);
    if (resolvedAt != null) ends.add(resolvedAt);
    var outages = new ArrayList<IncidentFact>();
    for (var start = starts.first(); start != null; ) {
      var end = ends.ceiling(start);
      outages.add(outage(outages.size() + 1, start, end));
      // What was seen to be open before it ended is the same outage.
      start = end == null ? null : starts.higher(end);
    }
    return outages;
  }

  private IncidentFact outage(int number, Instant start, Instant end) {
    var name = number == 1 ? id : id + "#" + number;
    return new IncidentFact(name, service, start, end, cause, causedBy, responders);
  }

  private static Instant earliest(Instant one, Instant other) {
    return Stream.of(one, other).filter(Objects::nonNull).min(Instant::compareTo).orElse(null);
  }

  private static <T extends Comparable<T>> List<T> union(List<T> one, List<T> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().sorted().toList();
  }
}
