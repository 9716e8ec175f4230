package plimsoll.estate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import plimsoll.json.Json;

/** An object of a live system, as long as it was seen. */
@Entity
@Table(name = "estate_object")
class Tracked {
  @Id private UUID id;
  private String origin;

  @Enumerated(EnumType.STRING)
  private Part part;

  private String kind;
  private String namespace;
  private String name;
  private String uid;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "first_at")
  private Instant firstAt;

  @Column(name = "seen_at")
  private Instant seenAt;

  @Column(name = "gone_at")
  private Instant goneAt;

  private String facts;

  protected Tracked() {}

  Tracked(String origin, Part part, ClusterObject object, Instant at) {
    this.id = UUID.randomUUID();
    this.origin = origin;
    this.part = part;
    this.kind = object.groupKind();
    this.namespace = object.namespace();
    this.name = object.name();
    this.uid = object.uid();
    this.createdAt = object.createdAt();
    this.firstAt = at;
    this.seenAt = at;
  }

  /**
   * Each object once, where several systems tell of it, as a cluster and Argo CD's own interface
   * do: as one tells that still sees it, and else as it was told last.
   */
  static List<Tracked> once(List<Tracked> all) {
    var told = new HashSet<String>();
    return all.stream()
        .sorted(
            Comparator.comparing((Tracked one) -> one.goneAt != null)
                .thenComparing(Tracked::seenAt, Comparator.reverseOrder()))
        .filter(one -> one.uid.isEmpty() || told.add(one.uid))
        .toList();
  }

  /** What a later look says, or an earlier one that came later. */
  void restate(Part part, Object facts, Instant at) {
    this.part = part;
    this.facts = Json.write(facts);
    if (at.isAfter(seenAt)) seenAt = at;
  }

  /** Where it is seen again, it never went. */
  void goneSince(Instant at) {
    goneAt = at;
  }

  <T> T facts(Class<T> type) {
    return Json.read(facts, type);
  }

  boolean hasFacts() {
    return facts != null;
  }

  UUID id() {
    return id;
  }

  String origin() {
    return origin;
  }

  Part part() {
    return part;
  }

  String kind() {
    return kind;
  }

  /** The last word of its "group/Kind". */
  String shortKind() {
    return kind.substring(kind.indexOf('/') + 1);
  }

  String namespace() {
    return namespace;
  }

  String name() {
    return name;
  }

  String uid() {
    return uid;
  }

  /** Null when its system did not say. */
  Instant createdAt() {
    return createdAt;
  }

  Instant firstAt() {
    return firstAt;
  }

  Instant seenAt() {
    return seenAt;
  }

  /** Null while it is there. */
  Instant goneAt() {
    return goneAt;
  }

  /** One name at a time belongs to one object. */
  String place() {
    return place(kind, namespace, name);
  }

  static String place(String kind, String namespace, String name) {
    return kind + " " + namespace + "/" + name;
  }
}
