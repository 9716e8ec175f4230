package plimsoll.response;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Unfinished answers, readable only with the link. */
@Entity
@Table(name = "draft")
class Draft {
  @Id
  @Column(name = "draft_key")
  private String key;

  @Column(name = "campaign_id")
  private UUID campaign;

  private String sealed;

  protected Draft() {}

  Draft(String key, UUID campaign) {
    this.key = key;
    this.campaign = campaign;
  }

  void seal(String text, Seal seal, int length) {
    sealed = seal.close(text, length);
  }

  String open(Seal seal) {
    return seal.open(sealed);
  }
}
