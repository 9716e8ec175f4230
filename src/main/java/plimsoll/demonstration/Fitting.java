package plimsoll.demonstration;

import static plimsoll.pattern.Feature.AUTOMATED_SYNC;
import static plimsoll.pattern.Feature.CHART_SOURCE;
import static plimsoll.pattern.Feature.CI_SYSTEM;
import static plimsoll.pattern.Feature.ENVIRONMENTS;
import static plimsoll.pattern.Feature.FEATURE_FLAGS;
import static plimsoll.pattern.Feature.MANIFEST_KIND;
import static plimsoll.pattern.Feature.MECHANISM;
import static plimsoll.pattern.Feature.MIGRATION_STEP;
import static plimsoll.pattern.Feature.PRODUCTION_GATE;
import static plimsoll.pattern.Feature.PROMOTION;
import static plimsoll.pattern.Feature.ROLLBACK;
import static plimsoll.pattern.Feature.SELF_HEAL;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import plimsoll.pattern.Feature;

/** Which choices go together, and which of them no file tells. */
record Fitting(Map<Feature, String> choices) {

  /** What is chosen in fact by somebody who would like this. */
  static Map<Feature, String> together(Map<Feature, String> wanted) {
    var fitting = new Fitting(new EnumMap<>(wanted));
    fitting.deliver();
    fitting.promote();
    fitting.run();
    return fitting.choices;
  }

  /** What files tell of it: the rest is unknown. */
  static Map<Feature, String> told(Map<Feature, String> chosen) {
    var fitting = new Fitting(new EnumMap<>(chosen));
    fitting.forgetUntold();
    return fitting.choices;
  }

  /** Whether each environment has a file of its own beside what holds for all. */
  static boolean layered(Map<Feature, String> chosen) {
    var fitting = new Fitting(chosen);
    return !fitting.is(MANIFEST_KIND, "raw") && !fitting.is(PROMOTION, "pipeline");
  }

  private boolean is(Feature feature, String... words) {
    return List.of(words).contains(choices.get(feature));
  }

  private void deliver() {
    if (is(MECHANISM, "flux")) {
      if (is(MANIFEST_KIND, "raw")) choices.put(MANIFEST_KIND, "kustomize");
      choices.put(CHART_SOURCE, "own");
      choices.put(AUTOMATED_SYNC, "true");
      choices.put(SELF_HEAL, "true");
    }
    if (is(AUTOMATED_SYNC, "false")) choices.put(SELF_HEAL, "false");
    if (!is(MANIFEST_KIND, "helm")) choices.put(CHART_SOURCE, "own");
  }

  private void promote() {
    boolean raw = is(MANIFEST_KIND, "raw");
    if (is(MECHANISM, "push")) {
      if (raw || is(PROMOTION, "branch", "image-updater")) choices.put(PROMOTION, "pipeline");
    } else if (is(PROMOTION, "pipeline") || is(MECHANISM, "flux") && is(PROMOTION, "branch")) {
      choices.put(PROMOTION, "overlay");
    }
    if (raw && is(PROMOTION, "overlay")) choices.put(PROMOTION, "branch");
    if (is(PRODUCTION_GATE, "ticket") && is(CI_SYSTEM, "gitlab-ci", "tekton")) {
      choices.put(PRODUCTION_GATE, "ci-approval");
    }
  }

  private void run() {
    boolean push = is(MECHANISM, "push");
    boolean helm = is(MANIFEST_KIND, "helm");
    choices.put(ROLLBACK, !push ? "git-revert" : helm ? "helm" : "kubectl");
    if (is(MIGRATION_STEP, "pipeline") && !push) choices.put(MIGRATION_STEP, "job");
    if (is(MIGRATION_STEP, "job") && !helm && !is(MECHANISM, "argocd")) {
      choices.put(MIGRATION_STEP, "init-container");
    }
  }

  private void forgetUntold() {
    boolean push = is(MECHANISM, "push");
    boolean byPipeline = push && is(PROMOTION, "pipeline");
    boolean namesEnvironments = is(CI_SYSTEM, "github-actions", "gitlab-ci");
    if (push) forget(AUTOMATED_SYNC, SELF_HEAL);
    if (byPipeline && !namesEnvironments) forget(PROMOTION, ENVIRONMENTS);
    // An environment may be protected by settings that no file shows.
    boolean noneIsSeen = push && !(byPipeline && namesEnvironments);
    boolean production = push || is(PROMOTION, "overlay");
    if (!production || is(PRODUCTION_GATE, "none") && !noneIsSeen) forget(PRODUCTION_GATE);
    if (is(FEATURE_FLAGS, "false")) forget(FEATURE_FLAGS);
  }

  private void forget(Feature... features) {
    List.of(features).forEach(choices::remove);
  }
}
