package plimsoll.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/** Something that is built and run: a service, a website, a library. */
@Entity
@Table(name = "service")
class Service implements Listed {
  /** The source of a service that nobody described, but whose events came. */
  static final String SEEN = "seen";

  @Id private UUID id;

  @Column(name = "service_key")
  private String key;

  private String name;
  private String kind;
  private String lifecycle;

  @Column(name = "system_key")
  private String system;

  private String location;
  private String source;

  @Column(name = "retired_at")
  private Instant retiredAt;

  protected Service() {}

  Service(String key, String name, String source) {
    this.id = UUID.randomUUID();
    this.key = key;
    this.name = name;
    this.source = source;
  }

  /**
   * Takes over what is stated; gives true when that changed anything. What is not stated is kept
   * where another source stated it.
   */
  boolean restate(Listing.ServiceEntry entry, String source) {
    var same = source.equals(this.source);
    var before = Arrays.asList(name, kind, lifecycle, system, location, retiredAt);
    this.name = entry.name();
    this.kind = entry.kind() == null && !same ? kind : entry.kind();
    this.lifecycle = entry.lifecycle() == null && !same ? lifecycle : entry.lifecycle();
    this.system = entry.system() == null && !same ? system : entry.system();
    this.location = entry.location() == null && !same ? location : entry.location();
    this.source = source;
    this.retiredAt = null;
    return !before.equals(Arrays.asList(name, kind, lifecycle, system, location, retiredAt));
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

  String lifecycle() {
    return lifecycle;
  }

  String system() {
    return system;
  }

  String location() {
    return location;
  }

  @Override
  public String source() {
    return source;
  }
}
