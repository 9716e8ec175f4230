package plimsoll.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One import that was taken: the record of where teams, people and services come from. */
@Entity
@Table(name = "catalog_import")
public class Import {
  @Id private UUID id;

  @Column(name = "taken_at")
  private Instant takenAt;

  private String source;
  private boolean complete;
  private int added;
  private int updated;
  private int unchanged;
  private int retired;
  private int problems;

  protected Import() {}

  Import(Instant takenAt, String source, boolean complete, Outcome outcome) {
    this.id = UUID.randomUUID();
    this.takenAt = takenAt;
    this.source = source;
    this.complete = complete;
    this.added = outcome.added();
    this.updated = outcome.updated();
    this.unchanged = outcome.unchanged();
    this.retired = outcome.retired();
    this.problems = outcome.problems().size();
  }

  public Instant takenAt() {
    return takenAt;
  }

  public String source() {
    return source;
  }

  public boolean complete() {
    return complete;
  }

  public int added() {
    return added;
  }

  public int updated() {
    return updated;
  }

  public int unchanged() {
    return unchanged;
  }

  public int retired() {
    return retired;
  }

  public int problems() {
    return problems;
  }
}
