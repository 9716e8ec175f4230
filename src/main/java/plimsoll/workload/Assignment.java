package plimsoll.workload;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Which objects of clusters somebody said to belong to a service. */
@Entity
@Table(name = "workload_assignment")
class Assignment {
  @Id private UUID id;
  private String namespace;
  private String name;
  private String label;

  @Column(name = "service_key")
  private String service;

  @Column(name = "said_by")
  private String saidBy;

  @Column(name = "said_at")
  private Instant saidAt;

  protected Assignment() {}

  /**
   * @param namespace "" for any
   * @param name of the object, "" for any
   * @param label as "key=value", "" for any
   */
  Assignment(
      String namespace, String name, String label, String service, String saidBy, Instant saidAt) {
    this.id = UUID.randomUUID();
    this.namespace = namespace;
    this.name = name;
    this.label = label;
    this.service = service;
    this.saidBy = saidBy;
    this.saidAt = saidAt;
  }

  boolean holds(ClusterObject object) {
    return fits(namespace, object.namespace())
        && fits(name, object.name())
        && (label.isEmpty() || object.labels().contains(label));
  }

  private static boolean fits(String wanted, String is) {
    return wanted.isEmpty() || wanted.equals(is);
  }

  /** What says more goes first. */
  int precision() {
    return (name.isEmpty() ? 0 : 4) + (label.isEmpty() ? 0 : 2) + (namespace.isEmpty() ? 0 : 1);
  }

  String service() {
    return service;
  }

  Assignments.View view() {
    return new Assignments.View(id, namespace, name, label, service, saidBy, saidAt);
  }
}
