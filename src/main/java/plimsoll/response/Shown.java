package plimsoll.response;

import java.util.List;
import plimsoll.campaign.CampaignView;
import plimsoll.disclosure.Published;
import plimsoll.disclosure.Rounding;
import plimsoll.disclosure.Withholding;
import plimsoll.figure.CriteriaFigure;
import plimsoll.figure.Figure;
import plimsoll.figure.LoadFigure;
import plimsoll.language.Language;
import plimsoll.readiness.Criterion;
import plimsoll.readiness.Readiness.CriterionResult;
import plimsoll.readiness.Readiness.TeamResult;

/**
 * What a report will show of somebody's team: the rule, and two tables as the report has them, of
 * made-up numbers that go through the same rounding.
 *
 * @param rules sentences, the campaign's numbers in them
 * @param enough whether scores of a team of that size are shown where nearly all answer
 * @param answered how many of the example's people answered
 * @param people how many are asked in the team
 */
public record Shown(
    List<String> rules, boolean enough, int answered, int people, List<Figure> tables) {
  private static final int STEP = 5;
  private static final int LOWEST = 10;
  private static final int HIGHEST = 90;

  static Shown of(CampaignView campaign, String team, int people, Language say) {
    int group = campaign.minimumGroup();
    boolean enough = people >= group;
    int answered = enough ? Math.max(group, (int) Math.round(people * 0.8)) : 0;
    return new Shown(
        rules(group, say), enough, answered, people, new Example(team, answered, people).tables());
  }

  private static List<String> rules(int group, Language say) {
    return List.of(
        say.say("shown.group", group),
        say.say("shown.rounded", STEP, LOWEST, HIGHEST),
        say.say("shown.range", STEP),
        say.say("shown.band", Rounding.band(5), Rounding.band(8), Rounding.band(13)),
        say.say("shown.words", Promise.writers(group)),
        say.say("shown.nobody"));
  }

  /**
   * A made-up team.
   *
   * @param answered 0 where too few are asked for any score
   */
  private record Example(String team, int answered, int people) {
    private static final Published NO_RECORD = Published.withheld(Withholding.NO_EVIDENCE);

    List<Figure> tables() {
      var load =
          new TeamResult(
              team, team, response(), null, null, said(58), List.of(), List.of(), null, 0);
      var criteria =
          List.of(
              criterion(Criterion.D2, said(66), 0.93),
              criterion(Criterion.D4, said(41), 0.27),
              criterion(Criterion.P2, said(7), 0.004));
      return List.of(LoadFigure.of(List.of(load), key -> null), CriteriaFigure.ofTeam(criteria));
    }

    private CriterionResult criterion(Criterion criterion, Published said, double met) {
      return new CriterionResult(
          criterion, said, NO_RECORD, said, said.shown() ? met : null, false, null);
    }

    /** An interval as wide as such teams have mostly. */
    private Published said(double value) {
      if (answered == 0) return Published.withheld(Withholding.TOO_FEW);
      double half = 45 / Math.sqrt(answered);
      return Rounding.team(value, value - half, value + half, answered);
    }

    private String response() {
      return answered == 0 ? null : Rounding.response(answered, people);
    }
  }
}
