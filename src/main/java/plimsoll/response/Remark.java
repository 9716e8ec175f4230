package plimsoll.response;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Somebody's own words on one item, apart from all other answers and without the team. */
@Entity
@Table(name = "remark")
class Remark {
  @Id private UUID id;

  @Column(name = "campaign_id")
  private UUID campaign;

  private String item;
  private String words;

  protected Remark() {}

  Remark(UUID campaign, String item, String words) {
    this.id = UUID.randomUUID();
    this.campaign = campaign;
    this.item = item;
    this.words = words;
  }
}
