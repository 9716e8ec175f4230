package plimsoll.workload;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Whether the files of a service were read as they are now, by the rules that hold now. */
@Entity
@Table(name = "workload_state")
class WorkloadState {
  @Id
  @Column(name = "service_key")
  private String service;

  private long revision;

  @Column(name = "read_revision")
  private long readRevision;

  private int edition;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Column(name = "read_at")
  private Instant readAt;

  protected WorkloadState() {}

  WorkloadState(String service, Instant at) {
    this.service = service;
    this.changedAt = at;
  }

  void change(Instant at) {
    revision++;
    changedAt = at;
  }

  void read(Instant at) {
    readRevision = revision;
    edition = Readers.EDITION;
    readAt = at;
  }

  boolean isStale() {
    return readRevision < revision || edition != Readers.EDITION;
  }

  /** Null when they never were. */
  Instant readAt() {
    return readAt;
  }

  Instant changedAt() {
    return changedAt;
  }
}
