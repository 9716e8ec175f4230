package plimsoll.campaign;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.UUID;

/** A team that a campaign asks, under the name it had then. */
@Entity
@Table(name = "campaign_team")
class CampaignTeam {
  @Id private UUID id;

  @Column(name = "campaign_id")
  private UUID campaign;

  @Column(name = "team_key")
  private String key;

  @Column(name = "team_name")
  private String name;

  /** Null until it is forgotten who answered. */
  private Integer invited;

  private Integer answered;

  private int told;

  protected CampaignTeam() {}

  CampaignTeam(UUID campaign, String key, String name) {
    this.id = UUID.randomUUID();
    this.campaign = campaign;
    this.key = key;
    this.name = name;
  }

  /** Keeps how many were asked and answered, for when it is no longer known who. */
  void count(Map<String, Invitations.Count> counts) {
    var count = counts.getOrDefault(key, new Invitations.Count(0, 0));
    invited = count.invited();
    answered = count.answered();
  }

  UUID campaign() {
    return campaign;
  }

  String key() {
    return key;
  }

  int told() {
    return told;
  }

  void tell(int answered) {
    told = answered;
  }

  CampaignView.Team view() {
    return new CampaignView.Team(key, name);
  }
}
