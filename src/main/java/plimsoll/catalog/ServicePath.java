package plimsoll.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A part of a repository that people said to be a service. */
@Entity
@Table(name = "service_path")
class ServicePath {
  @Id private UUID id;

  @Column(name = "service_id")
  private UUID service;

  private String repository;
  private String prefix;

  protected ServicePath() {}

  ServicePath(UUID service, ServicePart part) {
    this.id = UUID.randomUUID();
    this.service = service;
    this.repository = part.repository();
    this.prefix = part.prefix();
  }

  UUID service() {
    return service;
  }
}
