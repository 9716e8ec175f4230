package plimsoll.catalog;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Arrays;

/** A group of people: a team, or a department that holds teams. */
@Entity
@Table(name = "team")
@AttributeOverride(name = "key", column = @Column(name = "team_key"))
class Team extends Listed {
  private String kind;
  private String email;

  @Column(name = "parent_key")
  private String parent;

  private String zone;

  protected Team() {}

  Team(String key, String name, String source) {
    super(key, name, source);
  }

  /**
   * Takes over what is stated; gives true when that changed anything. What is not stated is kept
   * where another source stated it, and the parent also where the import is not complete, because a
   * parent may stand in a file of its own.
   */
  boolean restate(Listing.TeamEntry entry, String source, boolean complete) {
    var same = source.equals(source());
    var before = Arrays.asList(name(), kind, email, parent, zone, retiredAt());
    this.kind = kept(entry.kind(), kind, same);
    this.email = kept(entry.email(), email, same);
    this.zone = kept(entry.zone(), zone, same && complete);
    this.parent = kept(entry.parent(), parent, same && complete);
    restate(key(), entry.name(), source);
    return !before.equals(Arrays.asList(name(), kind, email, parent, zone, retiredAt()));
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

  String zone() {
    return zone;
  }
}
