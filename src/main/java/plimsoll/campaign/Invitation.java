package plimsoll.campaign;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import plimsoll.access.Secret;

/** One person is asked once in a campaign, as a member of one team. */
@Entity
@Table(name = "invitation")
class Invitation {
  @Id private UUID id;

  @Column(name = "campaign_id")
  private UUID campaign;

  @Column(name = "person_id")
  private UUID person;

  @Column(name = "team_key")
  private String team;

  @Column(name = "token_hash")
  private String tokenHash;

  private boolean submitted;

  @Column(name = "masked_place")
  private int maskedPlace;

  protected Invitation() {}

  /**
   * @param place which part of a bank of items it gets, from 0
   */
  Invitation(UUID campaign, UUID person, String team, int place, CampaignKey key) {
    this.id = UUID.randomUUID();
    this.campaign = campaign;
    this.person = person;
    this.team = team;
    this.tokenHash = Secret.hash(key.token(id));
    this.maskedPlace = place ^ key.mask(id);
  }

  UUID id() {
    return id;
  }

  UUID person() {
    return person;
  }

  String team() {
    return team;
  }

  int place(CampaignKey key) {
    return maskedPlace ^ key.mask(id);
  }

  Seat seat() {
    return new Seat(id, campaign, team, submitted);
  }
}
