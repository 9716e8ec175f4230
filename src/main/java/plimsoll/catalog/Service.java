package plimsoll.catalog;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Arrays;

/** Something that is built and run: a service, a website, a library. */
@Entity
@Table(name = "service")
@AttributeOverride(name = "key", column = @Column(name = "service_key"))
class Service extends Listed {
  /** The source of a service that nobody described, but whose events came. */
  static final String SEEN = "seen";

  private String kind;
  private String lifecycle;

  @Column(name = "system_key")
  private String system;

  private String location;

  protected Service() {}

  Service(String key, String name, String source) {
    super(key, name, source);
  }

  /**
   * Takes over what is stated; gives true when that changed anything. What is not stated is kept
   * where another source stated it.
   */
  boolean restate(Listing.ServiceEntry entry, String source) {
    var same = source.equals(source());
    var before = Arrays.asList(name(), kind, lifecycle, system, location, retiredAt());
    this.kind = kept(entry.kind(), kind, same);
    this.lifecycle = kept(entry.lifecycle(), lifecycle, same);
    this.system = kept(entry.system(), system, same);
    this.location = kept(entry.location(), location, same);
    restate(key(), entry.name(), source);
    return !before.equals(Arrays.asList(name(), kind, lifecycle, system, location, retiredAt()));
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
}
