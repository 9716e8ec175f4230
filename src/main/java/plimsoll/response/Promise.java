package plimsoll.response;

import java.util.List;
import plimsoll.campaign.CampaignView;
import plimsoll.disclosure.OwnWords;
import plimsoll.language.Language;

/**
 * Who will see what, said before the first question. Every sentence must be true of the code; who
 * changes the one changes the other.
 */
final class Promise {
  private Promise() {}

  /**
   * @param people how many people of the team are asked
   */
  static List<String> of(CampaignView campaign, String team, int people, Language say) {
    int group = campaign.minimumGroup();
    return List.of(
        say.say("promise.scores"),
        people < group
            ? say.say("promise.below", team, people, group)
            : say.say("promise.team", team, group),
        say.say("promise.words", writers(group)),
        say.say("promise.sealed"));
  }

  /** How many must have written own words before anybody reads them. */
  static int writers(int group) {
    return Math.max(OwnWords.FEWEST, group);
  }

  /** What somebody could do who can read all of the database: no softer than it is. */
  static String limits(Language say) {
    return say.say("limits");
  }
}
