package plimsoll.catalog;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** Something of which a portal makes new services. */
@Entity
@Table(name = "portal_template")
@AttributeOverride(name = "key", column = @Column(name = "template_key"))
class Template extends Listed {
  @Column(name = "first_at")
  private Instant firstAt;

  protected Template() {}

  Template(String key, String name, Taking taking) {
    super(key, name, taking.source());
    this.firstAt = taking.at();
  }

  /** Takes over what is stated; gives true when that changed anything. */
  boolean restate(Listing.TemplateEntry entry, String source) {
    boolean changed = retiredAt() != null || !name().equals(entry.name());
    restate(key(), entry.name(), source);
    return changed;
  }

  /** When it was known first. */
  Instant firstAt() {
    return firstAt;
  }
}
