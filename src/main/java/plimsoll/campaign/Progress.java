package plimsoll.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import plimsoll.disclosure.Rounding;

/**
 * How far a campaign is. Of teams only bands are told, and only of those that are large enough.
 * While it is open, how many answered is told in steps ({@link Turnout}).
 *
 * @param state "planned", "open" or "closed"
 * @param invited people asked
 * @param answered people whose answers are in; null when fewer than 20 are asked
 * @param response the same as a band: "< 50 %", "50–79 %" or "≥ 80 %"; null while nobody is asked,
 *     and where one team alone is asked whose band is withheld
 * @param leftOut people who were not asked because their minutes of the quarter are used up
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
    Integer answered,
    String response,
    List<TeamProgress> teams,
    int leftOut) {

  /**
   * @param rate "< 50 %", "50–79 %" or "≥ 80 %"; null where fewer people than the minimum group are
   *     in the team or have answered
   */
  public record TeamProgress(String team, String name, int invited, String rate) {}

  static Progress of(CampaignView campaign, Map<String, Invitations.Count> counts, Instant now) {
    int invited = counts.values().stream().mapToInt(Invitations.Count::invited).sum();
    int answered = counts.values().stream().mapToInt(Invitations.Count::answered).sum();
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
        invited,
        Rounding.counted(heard(counts), campaign.minimumGroup()),
        response(invited, answered, counts.size(), campaign.minimumGroup()),
        campaign.teams().stream().map(team -> progress(team, campaign, counts)).toList(),
        campaign.leftOut());
  }

  private static List<Rounding.Heard> heard(Map<String, Invitations.Count> counts) {
    return counts.values().stream()
        .map(count -> new Rounding.Heard(count.invited(), count.answered()))
        .toList();
  }

  private static TeamProgress progress(
      CampaignView.Team team, CampaignView campaign, Map<String, Invitations.Count> counts) {
    var count = counts.getOrDefault(team.key(), new Invitations.Count(0, 0));
    var rate = response(count.invited(), count.answered(), 1, campaign.minimumGroup());
    return new TeamProgress(team.key(), team.name(), count.invited(), rate);
  }

  /** As in a reading; one team alone is told of as a team. */
  private static String response(int invited, int answered, int teams, int minimumGroup) {
    if (invited == 0) {
      return null;
    }
    return teams == 1
        ? Rounding.teamResponse(answered, invited, minimumGroup)
        : Rounding.response(answered, invited);
  }
}
