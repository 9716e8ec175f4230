package plimsoll.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How far a campaign is. Of teams only bands are told, and only of those that are large enough.
 *
 * @param state "planned", "open" or "closed"
 * @param invited people asked
 * @param answered people whose answers are in
 */
public record Progress(
    UUID id,
    String survey,
    String edition,
    String title,
    String askedBy,
    String platform,
    String state,
    Instant opensAt,
    Instant closesAt,
    int minimumGroup,
    int invited,
    int answered,
    List<TeamProgress> teams) {

  /**
   * @param rate "< 50 %", "50–79 %" or "≥ 80 %"; null where the team is smaller than the minimum
   *     group
   */
  public record TeamProgress(String team, String name, int invited, String rate) {}

  static Progress of(CampaignView campaign, Map<String, Invitations.Count> counts, Instant now) {
    return new Progress(
        campaign.id(),
        campaign.survey(),
        campaign.edition(),
        campaign.title(),
        campaign.askedBy(),
        campaign.platform(),
        campaign.state(now).name().toLowerCase(java.util.Locale.ROOT),
        campaign.opensAt(),
        campaign.closesAt(),
        campaign.minimumGroup(),
        counts.values().stream().mapToInt(Invitations.Count::invited).sum(),
        counts.values().stream().mapToInt(Invitations.Count::answered).sum(),
        campaign.teams().stream().map(team -> progress(team, campaign, counts)).toList());
  }

  private static TeamProgress progress(
      CampaignView.Team team, CampaignView campaign, Map<String, Invitations.Count> counts) {
    var count = counts.getOrDefault(team.key(), new Invitations.Count(0, 0));
    var rate = count.invited() >= campaign.minimumGroup() ? band(count) : null;
    return new TeamProgress(team.key(), team.name(), count.invited(), rate);
  }

  /** The share as one of three bands, so that one more answer is seldom seen. */
  static String band(Invitations.Count count) {
    double share = (double) count.answered() / count.invited();
    if (share < 0.5) {
      return "< 50 %";
    }
    return share < 0.8 ? "50–79 %" : "≥ 80 %";
  }
}
