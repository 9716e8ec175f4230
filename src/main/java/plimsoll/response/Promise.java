package plimsoll.response;

import java.util.List;
import plimsoll.campaign.CampaignView;

/**
 * Who will see what, said before the first question. Every sentence must be true of the code; who
 * changes the one changes the other.
 */
final class Promise {
  private Promise() {}

  /**
   * @param people how many people of the team are asked
   */
  static List<String> of(CampaignView campaign, String team, int people) {
    int group = campaign.minimumGroup();
    return List.of(
        "Only rounded scores of groups are shown, never one person's answers.",
        own(team, people, group),
        "Your own words are kept apart, without your team, and shown only where ten people or more"
            + " wrote some.",
        "We note that you answered, but not when. What you answered is stored apart, with your team"
            + " and without your name.");
  }

  /** What somebody could do who can read all of the database: no softer than it is. */
  static String limits() {
    return "Until the survey closes, somebody who runs this service and can read its database, its"
        + " logs and its backups could, with effort, work out who sent what, or open answers you"
        + " saved and have not sent. At closing, saved answers and what links are made from are"
        + " destroyed, and all answers are written anew in random order. Backups and logs made"
        + " before that stay as they are. And in any group, colleagues who put all their own"
        + " answers together can narrow down the rest.";
  }

  private static String own(String team, int people, int group) {
    if (people < group) {
      return "Your team, "
          + team
          + ", has "
          + people
          + " people. No score of it is shown, because "
          + group
          + " must have answered; your answers count in larger groups alone.";
    }
    return "A score of your team, "
        + team
        + ", is shown only when "
        + group
        + " people or more have answered, and only where it gives away no smaller group.";
  }
}
