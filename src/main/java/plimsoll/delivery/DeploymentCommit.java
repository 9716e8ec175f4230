package plimsoll.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import plimsoll.delivery.metric.Deployment.Commit;

/** A commit that the record of a deployment lists. Who wrote it is never stored. */
@Entity
@Table(name = "deployment_commit")
class DeploymentCommit {
  @Id private UUID id;

  @Column(name = "deployment_id")
  private UUID deployment;

  @Column(name = "commit_id")
  private String commit;

  @Column(name = "committed_at")
  private Instant committedAt;

  private String reverts;

  protected DeploymentCommit() {}

  DeploymentCommit(UUID deployment, Commit commit) {
    this.id = UUID.randomUUID();
    this.deployment = deployment;
    this.commit = commit.id();
    this.committedAt = commit.committedAt();
    this.reverts = commit.reverts();
  }

  UUID deployment() {
    return deployment;
  }

  Commit commit() {
    return new Commit(commit, committedAt, reverts);
  }
}
