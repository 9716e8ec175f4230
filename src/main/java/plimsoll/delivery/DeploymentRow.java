package plimsoll.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import plimsoll.delivery.fact.DeploymentFact;
import plimsoll.delivery.fact.Fact;
import plimsoll.delivery.metric.Deployment;
import plimsoll.delivery.metric.Deployment.Commit;
import plimsoll.delivery.metric.Deployment.Kind;
import plimsoll.delivery.metric.Deployment.Outcome;
import plimsoll.delivery.metric.Deployment.Trigger;

/** A deployment; its commits have rows of their own. */
@Entity
@Table(name = "deployment")
class DeploymentRow extends SubjectRow {
  private String service;
  private String repository;
  private String revision;
  private String environment;
  private boolean production;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "finished_at")
  private Instant finishedAt;

  @Enumerated(EnumType.STRING)
  private Outcome outcome;

  @Enumerated(EnumType.STRING)
  private Kind purpose;

  @Column(name = "set_off_by")
  @Enumerated(EnumType.STRING)
  private Trigger trigger;

  private String ticket;

  @Column(name = "manual_steps")
  private Integer manualSteps;

  private String remediates;

  protected DeploymentRow() {}

  DeploymentRow(UUID id, String source, String eventId, Instant receivedAt) {
    super(id, source, eventId, receivedAt);
  }

  @Override
  void restate(Fact stated, String service) {
    var fact = (DeploymentFact) stated;
    this.service = service;
    repository = fact.repository();
    revision = fact.revision();
    environment = fact.environment();
    production = Boolean.TRUE.equals(fact.production());
    startedAt = fact.startedAt();
    finishedAt = fact.finishedAt();
    outcome = fact.outcome();
    purpose = Fact.first(fact.kind(), Kind.CHANGE);
    trigger = fact.trigger();
    ticket = fact.ticket();
    manualSteps = fact.manualSteps();
    remediates = fact.remediates();
  }

  Deployment deployment(List<Commit> commits) {
    return new Deployment(
        source(),
        eventId(),
        service,
        repository,
        revision,
        production,
        startedAt,
        finishedAt,
        outcome,
        purpose,
        trigger,
        null,
        ticket,
        commits,
        manualSteps,
        remediates,
        receivedAt());
  }
}
