package plimsoll.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A campaign as it was set up.
 *
 * @param surveyDigest SHA-256 of the survey's file when the campaign was made
 * @param platform what people here call the platform
 * @param since the first day that is asked about
 * @param closedAt when it was closed; null while it is not
 * @param minimumGroup how many must have answered before a result is shown; frozen, 5 or more
 * @param teams the teams that are asked, by key
 * @param minutes how long the survey takes
 * @param remindAt when those who have not answered are reminded; null for never
 * @param sample how many are asked; null for everybody
 * @param leftOut how many were not asked because their minutes of the quarter are used up
 * @param channel a webhook of its own; null for the one of the configuration
 */
public record CampaignView(
    UUID id,
    String survey,
    String edition,
    String surveyDigest,
    String title,
    String askedBy,
    String platform,
    LocalDate since,
    Instant opensAt,
    Instant closesAt,
    Instant closedAt,
    int minimumGroup,
    List<Team> teams,
    int minutes,
    Instant remindAt,
    Sample sample,
    int leftOut,
    String channel) {

  /** A team under the name it had. */
  public record Team(String key, String name) {}

  /** Where a campaign stands. */
  public enum State {
    PLANNED,
    OPEN,
    CLOSED
  }

  /** Where it stands at a moment: answers are taken only while it is open. */
  public State state(Instant at) {
    if (closedAt != null || !at.isBefore(closesAt)) {
      return State.CLOSED;
    }
    return at.isBefore(opensAt) ? State.PLANNED : State.OPEN;
  }

  /** The team's name, or its key where it is not of this campaign. */
  public String nameOf(String team) {
    return teams.stream()
        .filter(each -> each.key().equals(team))
        .map(Team::name)
        .findFirst()
        .orElse(team);
  }
}
