package plimsoll.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The secret with which a source signs. */
@Entity
@Table(name = "source_secret")
class SourceSecret {
  @Id private String source;
  private String secret;

  @Column(name = "set_at")
  private Instant setAt;

  @Column(name = "set_by")
  private String setBy;

  protected SourceSecret() {}

  SourceSecret(String source, String secret, Instant setAt, String setBy) {
    this.source = source;
    this.secret = secret;
    this.setAt = setAt;
    this.setBy = setBy;
  }

  String secret() {
    return secret;
  }
}
