package plimsoll.questionnaire;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import plimsoll.access.Secret;

/** An edition that was written in the service: a draft, which may be wrong, or published. */
@Entity
@Table(name = "manuscript")
class Manuscript {
  @Id private String name;

  @Column(name = "survey_key")
  private String key;

  @Column(name = "survey_edition")
  private String edition;

  private String words;
  private String digest;
  private boolean published;
  private int revision;

  @Column(name = "changed_by")
  private String changedBy;

  @Column(name = "changed_at")
  private Instant changedAt;

  protected Manuscript() {}

  Manuscript(String key, String edition, String words, String by, Instant at) {
    this.name = key + "-" + edition;
    this.key = key;
    this.edition = edition;
    this.words = words;
    this.digest = Secret.hash(words);
    this.revision = 1;
    this.changedBy = by;
    this.changedAt = at;
  }

  Written view() {
    return new Written(
        name, key, edition, words, digest, published, revision, changedBy, changedAt);
  }
}
