package plimsoll.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Another name under which the events of a service come, such as its repository. */
@Entity
@Table(name = "service_alias")
class ServiceAlias {
  @Id private String alias;

  @Column(name = "service_id")
  private UUID service;

  protected ServiceAlias() {}

  ServiceAlias(String alias, UUID service) {
    this.alias = alias;
    this.service = service;
  }

  /** From now on it means another service. */
  void mean(UUID service) {
    this.service = service;
  }

  String alias() {
    return alias;
  }

  UUID service() {
    return service;
  }
}
