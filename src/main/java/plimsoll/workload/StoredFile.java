package plimsoll.workload;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import plimsoll.delivery.Pack;
import plimsoll.workload.file.SourceFile;

/** A file of a service as it was seen last. */
@Entity
@Table(name = "workload_file")
class StoredFile {
  @Id private UUID id;

  @Column(name = "service_key")
  private String service;

  private String origin;
  private String path;
  private String digest;
  private byte[] content;

  @Column(name = "first_seen_at")
  private Instant firstSeenAt;

  @Column(name = "last_seen_at")
  private Instant lastSeenAt;

  @Column(name = "gone_at")
  private Instant goneAt;

  protected StoredFile() {}

  /**
   * @param file without secrets
   */
  StoredFile(String service, SourceFile file, Instant at) {
    this.id = id(service, file.origin(), file.path());
    this.service = service;
    this.origin = file.origin();
    this.path = file.path();
    this.firstSeenAt = at;
    restate(file.text(), at);
  }

  /** The same place gives the same id, so that two senders cannot write it twice. */
  static UUID id(String service, String origin, String path) {
    return UUID.nameUUIDFromBytes(
        (service + '\n' + origin + '\n' + path).getBytes(StandardCharsets.UTF_8));
  }

  static String digest(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** It is there, and says this. */
  final void restate(String text, Instant at) {
    digest = digest(text);
    content = Pack.pack(text);
    lastSeenAt = at;
    goneAt = null;
  }

  boolean isThere() {
    return goneAt == null;
  }

  SourceFile file() {
    return new SourceFile(origin, path, Pack.unpackText(content));
  }

  String origin() {
    return origin;
  }

  String path() {
    return path;
  }
}
