package plimsoll.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/** A group of people: a team, or a department that holds teams. */
@Entity
@Table(name = "team")
class Team implements Listed {
  @Id private UUID id;

  @Column(name = "team_key")
  private String key;

  private String name;
  private String kind;
  private String email;

  @Column(name = "parent_key")
  private String parent;

  private String source;

  @Column(name = "retired_at")
  private Instant retiredAt;

  protected Team() {}

  Team(String key, String name, String source) {
    this.id = UUID.randomUUID();
    this.key = key;
    this.name = name;
    this.source = source;
  }

  /**
   * Takes over what is stated; gives true when that changed anything. What is not stated is kept
   * where another source stated it, and the parent also where the import is not complete, because a
   * parent may stand in a file of its own.
   */
  boolean restate(Listing.TeamEntry entry, String source, boolean complete) {
    var same = source.equals(this.source);
    var before = Arrays.asList(name, kind, email, parent, retiredAt);
    this.name = entry.name();
    this.kind = entry.kind() == null && !same ? kind : entry.kind();
    this.email = entry.email() == null && !same ? email : entry.email();
    this.parent = entry.parent() == null && !(same && complete) ? parent : entry.parent();
    this.source = source;
    this.retiredAt = null;
    return !before.equals(Arrays.asList(name, kind, email, parent, retiredAt));
  }

  /** Someone names it without describing it: it is in use again; gives true when it was not. */
  boolean mention() {
    var changed = retiredAt != null;
    retiredAt = null;
    return changed;
  }

  @Override
  public void retire(Instant at) {
    retiredAt = at;
  }

  @Override
  public boolean standsAt(Instant at) {
    return retiredAt == null || retiredAt.isAfter(at);
  }

  UUID id() {
    return id;
  }

  String key() {
    return key;
  }

  String name() {
    return name;
  }

  String kind() {
    return kind;
  }

  String email() {
    return email;
  }

  String parent() {
    return parent;
  }

  @Override
  public String source() {
    return source;
  }
}
