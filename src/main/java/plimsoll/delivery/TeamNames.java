package plimsoll.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import plimsoll.catalog.TeamView;
import plimsoll.delivery.metric.Claim;
import plimsoll.delivery.metric.Events;
import plimsoll.delivery.metric.Incident;
import plimsoll.delivery.metric.Ticket;

/** Finds the teams that events name by key, by name or by entity reference. */
final class TeamNames {
  private final Map<String, String> keys = new HashMap<>();

  TeamNames(List<TeamView> teams) {
    teams.stream()
        .filter(team -> team.name() != null)
        .forEach(team -> keys.put(plain(team.name()), team.key()));
    teams.forEach(team -> keys.put(plain(team.key()), team.key()));
  }

  /** The same events with keys in place of names; a name that nobody knows stays. */
  Events in(Events events) {
    return new Events(
        events.deployments(),
        events.incidents().stream().map(this::in).toList(),
        events.tickets().stream().map(this::in).toList(),
        events.changes(),
        events.claims().stream().map(this::in).toList(),
        events.asOf());
  }

  private Incident in(Incident one) {
    return new Incident(
        one.source(),
        one.id(),
        one.service(),
        one.startedAt(),
        one.resolvedAt(),
        one.cause(),
        one.causedBy(),
        one.responders().stream().map(this::key).toList());
  }

  private Ticket in(Ticket one) {
    return new Ticket(
        one.source(),
        one.id(),
        key(one.fromTeam()),
        key(one.toTeam()),
        one.kind(),
        one.openedAt(),
        one.closedAt());
  }

  private Claim in(Claim one) {
    return new Claim(
        one.source(),
        one.id(),
        key(one.team()),
        one.capability(),
        one.requestedAt(),
        one.readyAt(),
        one.channel(),
        one.outcome());
  }

  /** Null for null. */
  String key(String name) {
    return name == null ? null : keys.getOrDefault(plain(name), name);
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceFirst("^(group:)?(default/)?", "");
  }
}
