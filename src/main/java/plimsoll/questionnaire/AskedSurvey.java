package plimsoll.questionnaire;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** That an edition was asked, and the digest of its words then. */
@Entity
@Table(name = "asked_survey")
class AskedSurvey {
  @Id private String name;
  private String digest;

  protected AskedSurvey() {}

  AskedSurvey(String name, String digest) {
    this.name = name;
    this.digest = digest;
  }

  String digest() {
    return digest;
  }
}
