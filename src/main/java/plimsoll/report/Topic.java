package plimsoll.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A paragraph of the method, {@code docs/method.md}, that explains a number. */
public enum Topic {
  ORGANISATION_SCORE("the organisation's score"),
  TEAM_SCORE("a team's score"),
  GROUP_SCORE("a group's score"),
  GROUP_RESPONSE("a group's response"),
  RESIDUALS("nothing by subtraction"),
  JOINED("people and records together"),
  RECORDS("what counts as a record"),
  DELIVERY("how each figure of delivery is counted"),
  ATTRIBUTION("which deployment failed"),
  SMALL_COUNTS("small counts"),
  CRITERIA("when a criterion is met"),
  AXES("the axes"),
  DISAGREEMENT("where the two disagree"),
  AGREEMENT("whether people agree"),
  RELIABILITY("whether items tell the same story"),
  ICC("whether teams differ"),
  NON_RESPONSE("those who kept silent"),
  PATTERNS("patterns and how far they are apart"),
  DISTANCE("the distance of two services"),
  CONSISTENCY("when a team is consistent"),
  DIVERGENCE("when patterns diverge"),
  CHOICES("which choices diverge"),
  EFFECTIVE_NUMBERS("how many patterns there are in effect"),
  PERMANOVA("whether it may be chance"),
  MAP("the map"),
  TRAITS("what workloads have"),
  COPIES("what a near-copy is"),
  REBUILDING("what is built anew"),
  GAPS("what was not understood"),
  VERDICT("the table that decides"),
  TEAM_VERDICT("a team's table"),
  METHOD_ERROR("the method's own error"),
  EDITIONS("editions of the method"),
  PROBABILITY("how sure it is"),
  HYSTERESIS("why a verdict stands until another is sure"),
  ROBUSTNESS("other thresholds"),
  FLIPS("what would change it"),
  GATHER("what to gather"),
  GATES("when evidence does not suffice"),
  CHANGE("what counts as change"),
  PLATFORM("the platform as a product"),
  PLATFORM_INDEX("the index"),
  PLATFORM_USERS("what users say"),
  PLATFORM_PRACTICE("product practice"),
  VALUE("what an initiative is worth"),
  BETS("whether it helped"),
  SELECTION("what fits into a quarter"),
  ITEMS("questions that are part of no score"),
  ROUNDING("how scores are rounded"),
  DISCLOSURE("what is withheld"),
  NOT_VALIDATED("what is not validated");

  private final String title;

  Topic(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** The name of its anchor. */
  @JsonValue
  String anchor() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Its address, given that of the method. */
  String at(String method) {
    return method + "#" + anchor();
  }
}
