package plimsoll.delivery;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import plimsoll.delivery.metric.Change;
import plimsoll.delivery.metric.Deployment;
import plimsoll.delivery.metric.Deployment.Commit;
import plimsoll.delivery.metric.Events;
import plimsoll.delivery.metric.Incident;
import plimsoll.delivery.metric.Ticket;
import plimsoll.delivery.metric.Window;

/** The events that figures are made of. */
@ApplicationScoped
@Transactional
public class DeliveredEvents {
  /**
   * A commit may have arrived in production before the window, a ticket have waited long, and what
   * mends a deployment may come after it.
   */
  private static final Duration AROUND = Duration.ofDays(90);

  @PersistenceContext EntityManager database;

  /**
   * All that a window needs: its own events, and those of the 90 days before and after it.
   *
   * @param asOf the data cut; what happened later is left out
   */
  public Events in(Window window, Instant asOf) {
    var from = window.from().minus(AROUND);
    var until = earlier(window.to().plus(AROUND), asOf);
    return new Events(
        deployments(from, until),
        incidents(from, until),
        tickets(from, until),
        changes(from, until),
        asOf);
  }

  /** When the first and the last known deployment ended; null when there is none. */
  public Span span() {
    var first = end("asc");
    return first == null ? null : new Span(first, end("desc"));
  }

  /** From the first to the last. */
  public record Span(Instant first, Instant last) {}

  /** Not by min and max: their time comes as another type from PostgreSQL. */
  private Instant end(String direction) {
    return database
        .createQuery(
            "select d from DeploymentRow d where d.finishedAt is not null order by d.finishedAt "
                + direction,
            DeploymentRow.class)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(row -> row.deployment(List.of()).finishedAt())
        .orElse(null);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private List<Deployment> deployments(Instant from, Instant until) {
    var commits = commits(from, until);
    return between("DeploymentRow", "finishedAt", DeploymentRow.class, from, until)
        .map(row -> row.deployment(commits.getOrDefault(row.id(), List.of())))
        .toList();
  }

  private Map<UUID, List<Commit>> commits(Instant from, Instant until) {
    return database
        .createQuery(
            "select c from DeploymentCommit c, DeploymentRow d where c.deployment = d.id"
                + " and d.finishedAt >= :from and d.finishedAt < :until",
            DeploymentCommit.class)
        .setParameter("from", from)
        .setParameter("until", until)
        .getResultStream()
        .collect(
            groupingBy(DeploymentCommit::deployment, mapping(DeploymentCommit::commit, toList())));
  }

  private List<Incident> incidents(Instant from, Instant until) {
    return between("IncidentRow", "startedAt", IncidentRow.class, from, until)
        .map(IncidentRow::incident)
        .toList();
  }

  private List<Ticket> tickets(Instant from, Instant until) {
    return between("TicketRow", "openedAt", TicketRow.class, from.minus(AROUND), until)
        .map(TicketRow::ticket)
        .toList();
  }

  private List<Change> changes(Instant from, Instant until) {
    return between("ChangeRow", "mergedAt", ChangeRow.class, from.minus(AROUND), until)
        .map(ChangeRow::change)
        .toList();
  }

  private <T> Stream<T> between(
      String entity, String time, Class<T> type, Instant from, Instant until) {
    return database
        .createQuery(
            "select r from "
                + entity
                + " r where r."
                + time
                + " >= :from and r."
                + time
                + " < :until",
            type)
        .setParameter("from", from)
        .setParameter("until", until)
        .getResultStream();
  }
}
