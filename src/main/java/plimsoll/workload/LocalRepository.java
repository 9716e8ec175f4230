package plimsoll.workload;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A repository on this machine whose files are read whenever its branch moved. */
@Entity
@Table(name = "workload_repository")
class LocalRepository {
  @Id private String name;
  private String branch;

  @Column(name = "service_key")
  private String service;

  @Column(name = "asked_by")
  private String askedBy;

  @Column(name = "asked_at")
  private Instant askedAt;

  @Column(name = "commit_id")
  private String commit;

  @Column(name = "read_at")
  private Instant readAt;

  private String words;

  protected LocalRepository() {}

  LocalRepository(String name) {
    this.name = name;
  }

  /** It is read again from scratch. */
  void ask(String branch, String service, String by, Instant at) {
    this.branch = branch;
    this.service = service;
    this.askedBy = by;
    this.askedAt = at;
    this.commit = "";
    this.words = "";
  }

  void read(String commit, String words, Instant at) {
    this.commit = commit;
    this.words = words;
    this.readAt = at;
  }

  LocalRepositories.View view() {
    return new LocalRepositories.View(
        name, branch, service, askedBy, askedAt, commit, readAt, words);
  }
}
