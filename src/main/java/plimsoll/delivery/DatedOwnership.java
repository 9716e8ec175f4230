package plimsoll.delivery;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plimsoll.catalog.OwnershipSpan;
import plimsoll.delivery.metric.Ownership;

/** The ownership of the catalog, loaded once for a whole computation. */
final class DatedOwnership implements Ownership {
  private final Map<String, List<OwnershipSpan>> byService;
  private final Set<String> teams;

  /**
   * @param spans by the time from which they held
   */
  DatedOwnership(List<OwnershipSpan> spans, Set<String> teams) {
    this.byService = spans.stream().collect(groupingBy(OwnershipSpan::service));
    this.teams = Set.copyOf(teams);
  }

  @Override
  public String teamAt(String service, Instant at) {
    String team = null;
    for (var span : byService.getOrDefault(service, List.of())) {
      boolean ended = span.until() != null && !span.until().isAfter(at);
      if (!span.from().isAfter(at) && !ended) team = span.team();
    }
    return team;
  }

  @Override
  public Set<String> teams() {
    return teams;
  }
}
