package plimsoll.demonstration;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import plimsoll.pattern.Feature;
import plimsoll.pattern.Finding.Answer;
import plimsoll.pattern.Fingerprint;
import plimsoll.pattern.Trait;

/**
 * How one service is built, delivered and run.
 *
 * @param choices all that it chose, whether or not a file tells of it
 * @param has traits that it has by its own files and that follow from no choice
 * @param settings numbers and names in its files that are no choice of a pattern
 */
record Blueprint(
    String service,
    Story team,
    Map<Feature, String> choices,
    Set<Trait> has,
    Map<String, String> settings) {

  /** What files tell of it. */
  Fingerprint fingerprint() {
    return new Fingerprint(service, team.key(), Fitting.told(choices));
  }

  /**
   * What its files tell of its production workload, with those of the cluster that it was seen in.
   *
   * @param around null where no cluster tells of it
   */
  Map<Trait, Answer> traits(Cluster around) {
    var answers = new EnumMap<Trait, Answer>(Trait.class);
    for (var trait : Trait.values()) answers.put(trait, yes(has.contains(trait)));
    boolean agents = around != null && around.collectsLogs();
    if (!has.contains(Trait.LOGGING)) answers.put(Trait.LOGGING, known(agents, around));
    answers.put(Trait.ALERTING, alerting(around));
    answers.put(Trait.TLS, yes(!is(Feature.TLS, "load-balancer")));
    answers.put(Trait.AUTOSCALING, yes(!is(Feature.AUTOSCALING, "none")));
    answers.put(Trait.REQUESTS_AND_LIMITS, yes(is(Feature.RESOURCES_SET, "true")));
    answers.put(Trait.REPLICAS, yes(!settings.get("replicas").equals("1")));
    return answers;
  }

  /** A rule that names no team goes to nobody knows whom; one that is missing may lie elsewhere. */
  private Answer alerting(Cluster around) {
    if (!is(Feature.ALERT_RULES, "true")) return known(false, around);
    return has.contains(Trait.ALERTING) ? Answer.YES : Answer.UNKNOWN;
  }

  private static Answer known(boolean holds, Cluster around) {
    return around == null ? Answer.UNKNOWN : yes(holds);
  }

  private static Answer yes(boolean holds) {
    return holds ? Answer.YES : Answer.NO;
  }

  boolean is(Feature feature, String word) {
    return word.equals(choices.get(feature));
  }
}
