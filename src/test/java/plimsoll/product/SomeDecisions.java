package plimsoll.product;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import plimsoll.roadmap.Bet;
import plimsoll.roadmap.Initiative;
import plimsoll.roadmap.Initiative.Range;
import plimsoll.roadmap.Verification;
import plimsoll.roadmap.Verification.Wave;

/** Decisions on at least four proposals, in words that try to be markup or formulas. */
public final class SomeDecisions {
  public static final String OWNER = "=cmd|x <script>o()</script>";
  public static final String REASON =
      "No | not now\n| --- |\n<script>r()</script> [x](javascript:x)";
  public static final String TITLE = "- <script>t()</script> | new";
  private static final String SURVEY = "quarterly-2026.1";
  public static final Instant ACCEPTED_AT = Instant.parse("2026-10-05T08:00:00Z");

  private SomeDecisions() {}

  public static RoadmapView none(UUID reading, Instant taken, List<Initiative> proposed) {
    return RoadmapView.of(reading, taken, proposed, Map.of(), Map.of());
  }

  /**
   * The second is proposed in other words, the third accepted, the fourth refused, the first done.
   */
  public static RoadmapView some(UUID reading, Instant taken, List<Initiative> proposed) {
    var decisions = new HashMap<String, Decision>();
    for (var initiative : proposed) {
      decisions.put(initiative.key(), new Decision(initiative.key(), reading));
    }
    decide(decisions, proposed.get(0), State.DONE);
    decisions
        .get(proposed.get(1).key())
        .change(new Claim(TITLE, "1. It falls to 30.", new Range(9, 5, 20)));
    decide(decisions, proposed.get(2), State.ACCEPTED);
    decide(decisions, proposed.get(3), State.REFUSED);
    return RoadmapView.of(reading, taken, proposed, decisions, checks(decisions));
  }

  /** All are due; what they found cannot be told, for one reading lies on either side. */
  private static Map<String, Check> checks(Map<String, Decision> decisions) {
    var checks = new HashMap<String, Check>();
    for (var decision : decisions.values()) {
      if (decision.checkOn() != null) {
        var bet = Checks.bet(decision, List.of());
        var outcome = Verification.of(bet, waves(bet), 1);
        var judgement = new Judgement(Course.CHANGE, OWNER, bet.checkOn(), REASON, null);
        var conclusion =
            new Conclusion(
                decision, decision.reading(), bet.checkOn(), outcome, judgement, ACCEPTED_AT);
        checks.put(decision.initiative(), Check.of(bet, outcome, 2, List.of(conclusion)));
      }
    }
    return checks;
  }

  private static List<Wave> waves(Bet bet) {
    var before = new HashMap<String, Double>();
    var after = new HashMap<String, Double>();
    for (int i = 0; i < 6; i++) {
      before.put("other-" + i, 40.0 + i);
      after.put("other-" + i, 42.0 + 2 * i);
    }
    bet.teams().forEach(team -> before.put(team, 70.0));
    bet.teams().forEach(team -> after.put(team, 65.0));
    return List.of(new Wave(bet.acceptedOn(), before), new Wave(bet.checkOn(), after));
  }

  private static void decide(Map<String, Decision> decisions, Initiative initiative, State state) {
    var quarter = state == State.REFUSED ? null : "2027-Q1";
    var intent = new Intent(state, REASON, OWNER, quarter, null);
    var decision = decisions.get(initiative.key());
    decision.decide(intent, decision.reading(), Offer.of(initiative, SURVEY), ACCEPTED_AT);
  }
}
