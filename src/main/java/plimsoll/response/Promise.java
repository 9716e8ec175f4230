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
        "We note that you answered, and nobody can tell what: your answers are sealed when you send"
            + " them, with a key that is not in the database. When the survey closes, all are"
            + " opened together and mixed, with the team and without a name, and the key is"
            + " destroyed.");
  }

  /** What somebody could do who can read all of the database: no softer than it is. */
  static String limits() {
    return "All of the database, its logs and its backups tell nobody who sent what, before closing"
        + " or after. Until the survey closes, somebody would need the key as well, which lies on"
        + " the server's disk alone, or would have to change this program; whoever runs the server"
        + " could do that. Whoever was given the list of personal links could open what you saved"
        + " and have not sent. And in any group, colleagues who put all their own answers together"
        + " can narrow down the rest.";
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
