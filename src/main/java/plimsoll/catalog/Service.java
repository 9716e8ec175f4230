package plimsoll.catalog;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
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

  @Column(name = "in_portal")
  private boolean inPortal;

  private boolean docs;
  private int apis;

  @Column(name = "template_key")
  private String template;

  @Column(name = "template_at")
  private Instant templateAt;

  @Column(name = "said_name")
  private String saidName;

  @Column(name = "same_as")
  private String sameAs;

  @Column(name = "left_out")
  private boolean leftOut;

  protected Service() {}

  Service(String key, String name, String source) {
    super(key, name, source);
  }

  /**
   * Takes over what is stated; gives true when that changed anything. What is not stated is kept
   * where another source stated it.
   */
  boolean restate(Listing.ServiceEntry entry, String source, Instant at) {
    var same = source.equals(source());
    var before = Arrays.asList(name(), kind, lifecycle, system, location, portal(), retiredAt());
    restate(entry.portal(), at);
    this.kind = kept(entry.kind(), kind, same);
    this.lifecycle = kept(entry.lifecycle(), lifecycle, same);
    this.system = kept(entry.system(), system, same);
    this.location = kept(entry.location(), location, same);
    restate(key(), entry.name(), source);
    return !before.equals(
        Arrays.asList(name(), kind, lifecycle, system, location, portal(), retiredAt()));
  }

  /** What a source that is no portal leaves alone. */
  private void restate(Portal portal, Instant at) {
    if (portal == null) return;
    inPortal = true;
    docs = portal.docs();
    apis = portal.apis();
    if (portal.template() != null && !portal.template().equals(template)) templateAt = at;
    if (portal.template() == null) templateAt = null;
    template = portal.template();
  }

  /** Null when no portal describes it. */
  Portal portal() {
    return inPortal ? new Portal(docs, apis, template) : null;
  }

  /** When it was first said to have come from its template; null where it names none. */
  Instant templateAt() {
    return templateAt;
  }

  /** As people here call it, or else as its source does. */
  @Override
  String name() {
    return saidName == null ? super.name() : saidName;
  }

  /**
   * @param name null for the one that its source gives it
   */
  void callIt(String name) {
    saidName = name;
  }

  /** Key of the service for which its events count; null when that is itself. */
  String sameAs() {
    return sameAs;
  }

  void beSameAs(String service) {
    sameAs = service;
  }

  /** True when its events count for nobody. */
  boolean isLeftOut() {
    return leftOut;
  }

  void leaveOut(boolean out) {
    leftOut = out;
  }

  /** False for one that is left out, or is only another name. */
  boolean countsItself() {
    return !leftOut && sameAs == null;
  }

  /** True where people here gave it a name. */
  boolean isRenamed() {
    return saidName != null;
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
