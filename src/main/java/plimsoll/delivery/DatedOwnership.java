package plimsoll.delivery;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plimsoll.catalog.OwnershipSpan;
import plimsoll.catalog.TeamView;
import plimsoll.delivery.metric.Ownership;

/** The ownership of the catalog, loaded once for a whole computation. */
final class DatedOwnership implements Ownership {
  private final Map<String, List<OwnershipSpan>> byService;
  private final Map<String, ZoneId> zones;
  private final Set<String> teams;
  private final TeamNames names;

  /**
   * @param spans by the time from which they held
   */
  DatedOwnership(List<OwnershipSpan> spans, List<TeamView> teams) {
    this.byService = spans.stream().collect(groupingBy(OwnershipSpan::service));
    this.teams = teams.stream().map(TeamView::key).collect(toSet());
    this.names = new TeamNames(teams);
    this.zones =
        teams.stream()
            .filter(team -> team.zone() != null)
            .collect(toMap(TeamView::key, team -> ZoneId.of(team.zone())));
  }

  @Override
  public ZoneId zoneOf(String team) {
    return zones.get(team);
  }

  @Override
  public String named(String name) {
    return names.key(name);
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
