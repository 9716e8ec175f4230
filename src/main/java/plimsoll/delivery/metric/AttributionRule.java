package plimsoll.delivery.metric;

import static plimsoll.delivery.metric.Attribution.EXPLICIT;
import static plimsoll.delivery.metric.Attribution.LAST_DEPLOYMENT;
import static plimsoll.delivery.metric.Attribution.REVERT;
import static plimsoll.delivery.metric.Attribution.ROLLBACK;
import static plimsoll.delivery.metric.Attribution.WITHIN_24_HOURS;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which attributions count together. Where an incident or a mend names a deployment and stated
 * links count, nothing else is made of it; where they do not count, its time speaks alone.
 */
public enum AttributionRule {
  HEADLINE(
      "What records state; where an incident names none, the last deployment of the 24 hours"
          + " before; rollbacks; reverts within 24 hours",
      EXPLICIT,
      WITHIN_24_HOURS,
      ROLLBACK,
      REVERT),
  STATED("Only what records state", EXPLICIT),
  STATED_AND_ROLLBACK("What records state, and rollbacks", EXPLICIT, ROLLBACK),
  WITHOUT_TIMES(
      "What records state, rollbacks and reverts; nothing from the times of incidents",
      EXPLICIT,
      ROLLBACK,
      REVERT),
  ONLY_WITHIN_24_HOURS(
      "Each incident laid on the last deployment of the 24 hours before, whatever it names",
      WITHIN_24_HOURS),
  ONLY_LAST_DEPLOYMENT(
      "Each incident laid on the last deployment, however long before: what many tools do",
      WITHIN_24_HOURS,
      LAST_DEPLOYMENT),
  ONLY_ROLLBACK("Only rollbacks", ROLLBACK),
  ONLY_REVERT("Only reverts within 24 hours", REVERT),
  WIDEST(
      "As here, and where an incident names none, the last deployment however long before",
      EXPLICIT,
      WITHIN_24_HOURS,
      LAST_DEPLOYMENT,
      ROLLBACK,
      REVERT);

  private final String words;
  private final Set<Attribution> counted;

  AttributionRule(String words, Attribution first, Attribution... more) {
    this.words = words;
    this.counted = EnumSet.of(first, more);
  }

  /** All but that of the headline. */
  static List<AttributionRule> others() {
    return Stream.of(values()).filter(rule -> rule != HEADLINE).toList();
  }

  public String words() {
    return words;
  }

  /** Its name in the API, such as "only-last-deployment". */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Set<Attribution> counted() {
    return Set.copyOf(counted);
  }

  boolean counts(Attribution one) {
    return counted.contains(one);
  }

  boolean countsAny(Set<Attribution> some) {
    return some.stream().anyMatch(counted::contains);
  }
}
