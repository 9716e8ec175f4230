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
        "Nobody is shown your answers. What is shown are scores of groups, rounded, with how many"
            + " people stand behind them as a range.",
        own(team, people, group),
        "What you write in your own words is kept apart from all your other answers and from your"
            + " team's name. It is shown only where ten people or more wrote something.",
        "That you have answered is noted, without the time, so that nobody reminds you again. What"
            + " you answered is stored apart, with your team's name, but without your name, your"
            + " link or the time.");
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
    String rule =
        "A score of your team, "
            + team
            + ", is shown only when "
            + group
            + " people of it or more have answered";
    return people < group
        ? rule + ". It has " + people + ", so none is; your answers count in larger groups alone."
        : rule
            + ", and only where nobody else's can be worked out from it. Otherwise your answers"
            + " count in larger groups alone.";
  }
}
