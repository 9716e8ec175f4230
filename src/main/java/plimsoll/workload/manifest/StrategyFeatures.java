package plimsoll.workload.manifest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import plimsoll.document.Node;
import plimsoll.pattern.Feature;
import plimsoll.pattern.Slot;
import plimsoll.workload.file.Vocabulary;

/** How a new version takes the place of the old, and what happens to the data and to failures. */
record StrategyFeatures(Scene scene, List<Running> workloads, Choosing choosing) {
  private static final int WORDS_MAX = 5_000;

  /** Tools whose one purpose is to migrate databases, and a migration by its name. */
  private static final Pattern MIGRATION =
      Pattern.compile(
          "(?i)\\b(?:flyway|liquibase|alembic|goose|dbmate|sqitch|golang-migrate|atlas migrate"
              + "|db:migrate|prisma migrate|manage\\.py migrate|migrations?|migrate|sql-schema"
              + "|schema-?migrat[a-z]*|db-?migrat[a-z]*)\\b");

  void read() {
    workloads.forEach(this::rollout);
    migrations();
  }

  private void rollout(Running workload) {
    if (workload.isBatch()) return;
    var flagger = flagger(workload);
    if (flagger.isPresent()) {
      var canary = flagger.get();
      choosing.choose(Feature.ROLLOUT, ofFlagger(canary), canary);
      automatic(canary, canary.at("spec", "analysis"));
    } else if (workload.kind().equals("Rollout")) {
      ofArgo(workload.manifest());
    } else if (!workload.isKnative()) {
      ofKubernetes(workload.manifest());
    }
  }

  private Optional<Manifest> flagger(Running workload) {
    return scene
        .near(workload, "Canary")
        .filter(one -> one.group().equals("flagger.app"))
        .filter(one -> one.at("spec", "targetRef", "name").text().equals(workload.name()))
        .findFirst();
  }

  /** Without weights all traffic moves at once after the tests. */
  private static String ofFlagger(Manifest canary) {
    var analysis = canary.at("spec", "analysis");
    boolean weighs =
        Stream.of("stepWeight", "maxWeight", "stepWeights", "match")
            .anyMatch(field -> analysis.at(field).isThere());
    return weighs ? Vocabulary.CANARY : Vocabulary.BLUE_GREEN;
  }

  private void ofArgo(Manifest rollout) {
    var canary = rollout.at("spec", "strategy", "canary");
    var blueGreen = rollout.at("spec", "strategy", "blueGreen");
    if (blueGreen.isThere() && !Open.is(blueGreen)) {
      choosing.choose(Feature.ROLLOUT, Vocabulary.BLUE_GREEN, rollout, blueGreen, "blueGreen");
      var analysis = blueGreen.at("postPromotionAnalysis");
      automatic(rollout, analysis.isThere() ? analysis : blueGreen.at("prePromotionAnalysis"));
    } else if (canary.isThere() && !Open.is(canary)) {
      boolean steps = !canary.at("steps").items().isEmpty();
      choosing.choose(
          Feature.ROLLOUT,
          steps ? Vocabulary.CANARY : Vocabulary.ROLLING,
          rollout,
          canary,
          "canary");
      automatic(rollout, analysis(canary));
    }
  }

  private static Node analysis(Node canary) {
    return canary.at("analysis").isThere()
        ? canary.at("analysis")
        : canary.at("steps").items().stream()
            .map(step -> step.at("analysis"))
            .filter(Node::isThere)
            .findFirst()
            .orElse(Node.MISSING);
  }

  /** An analysis that fails takes the version back. */
  private void automatic(Manifest where, Node analysis) {
    if (!analysis.isThere()) return;
    choosing.choose(Feature.ROLLBACK, Vocabulary.AUTOMATIC, where, analysis, "analysis");
    var shared =
        analysis.at("templates").items().stream()
            .filter(one -> one.at("clusterScope").isTrue())
            .findFirst();
    choosing.fill(
        Slot.ROLLBACK,
        shared.map(one -> "ClusterAnalysisTemplate/" + one.at("templateName").text()).orElse(null),
        where,
        analysis,
        "analysis");
  }

  /** Kubernetes rolls, where nothing else is said. */
  private void ofKubernetes(Manifest workload) {
    var field = workload.kind().equals("Deployment") ? "strategy" : "updateStrategy";
    var type = workload.at("spec", field, "type");
    if (Open.is(type)) return;
    switch (type.text()) {
      case "" -> {
        if (workload.kind().equals("ReplicaSet") || workload.kind().contains("Controller")) return;
        choosing.lacks(Feature.ROLLOUT, Vocabulary.ROLLING, workload);
      }
      case "Recreate" -> choose(Vocabulary.RECREATE, workload, type);
      case "OnDelete" -> choose(Vocabulary.ON_DELETE, workload, type);
      default -> choose(Vocabulary.ROLLING, workload, type);
    }
  }

  private void choose(String word, Manifest workload, Node type) {
    choosing.choose(Feature.ROLLOUT, word, workload, type, "type");
  }

  /** What is declared to run before or after, and says that it migrates. */
  private void migrations() {
    for (var kind : List.of("AtlasMigration", "AtlasSchema", "Migration", "Table")) {
      for (var object : scene.own(kind)) {
        boolean schema =
            object.group().contains("atlasgo") || object.group().contains("schemahero");
        if (schema) migration(Vocabulary.OPERATOR, object, object.at("kind"));
      }
    }
    for (var job : scene.own("Job")) {
      boolean hook =
          !job.annotation("helm.sh/hook").isEmpty()
              || !job.annotation("argocd.argoproj.io/hook").isEmpty();
      var pod = job.at("spec", "template", "spec");
      if (hook
          && (says(job.name()) || pod.at("containers").items().stream().anyMatch(this::says))) {
        migration(Vocabulary.JOB, job, job.at("metadata", "annotations"));
      }
    }
    for (var workload : workloads) {
      workload.initContainers().stream()
          .filter(this::says)
          .findFirst()
          .ifPresent(one -> migration(Vocabulary.INIT_CONTAINER, workload.manifest(), one));
    }
  }

  private void migration(String word, Manifest where, Node line) {
    choosing.choose(Feature.MIGRATION_STEP, word, where, line, "migration");
    choosing.fill(Slot.MIGRATION, null, where, line, "migration");
  }

  private boolean says(Node container) {
    var words = new StringBuilder(container.at("name").text());
    words.append(' ').append(container.at("image").text());
    for (var list : List.of("command", "args")) {
      container.at(list).items().forEach(word -> words.append(' ').append(word.text()));
    }
    return says(words.toString());
  }

  private static boolean says(String words) {
    return MIGRATION.matcher(words.substring(0, Math.min(WORDS_MAX, words.length()))).find();
  }
}
