package plimsoll.workload.pipeline;

import java.util.List;
import plimsoll.document.Node;
import plimsoll.workload.pipeline.Pipeline.Job;

/**
 * Azure's pipelines. Checks of an environment are a setting that no file shows; a template with the
 * name of a repository behind it is shared.
 */
final class AzurePipelines implements Language {
  private static final List<String> SCRIPTS = List.of("script", "bash", "pwsh", "powershell");
  private static final List<String> STRATEGIES = List.of("runOnce", "rolling", "canary");

  @Override
  public Pipeline read(Parsed text, List<Parsed> all) {
    for (var document : text.documents()) {
      if (azure(text, document)) {
        var reading = new Reading(new Pipeline("azure-pipelines", text.file()), document);
        reading.holder(document, "");
        reading.template(document.at("extends"));
        return reading.pipeline();
      }
    }
    return null;
  }

  private static boolean azure(Parsed text, Node document) {
    if (text.name().matches("\\.?azure-pipelines.*\\.ya?ml")) return true;
    boolean steps = document.at("steps").items().stream().anyMatch(AzurePipelines::step);
    boolean jobs =
        document.at("jobs").items().stream()
            .anyMatch(job -> job.at("job").isThere() || job.at("deployment").isThere());
    boolean stages =
        document.at("stages").items().stream()
            .anyMatch(stage -> stage.at("stage").isThere() || stage.at("template").isThere());
    boolean extended =
        document.at("extends", "template").isThere()
            && (document.at("resources").isThere() || document.at("trigger").isThere());
    boolean headed =
        document.at("trigger").isThere()
            || document.at("pr").isThere()
            || document.at("pool").isThere()
            || document.at("parameters").isThere();
    return jobs || stages || extended || steps && headed;
  }

  private static boolean step(Node step) {
    return step.at("task").isThere()
        || step.at("checkout").isThere()
        || SCRIPTS.stream().anyMatch(field -> step.at(field).isThere());
  }

  private record Reading(Pipeline pipeline, Node document) {

    void holder(Node holder, String name) {
      for (var stage : holder.at("stages").items()) {
        template(stage);
        holder(stage, stage.at("stage").text());
      }
      for (var job : holder.at("jobs").items()) {
        template(job);
        job(job, name);
      }
      if (holder.at("steps").isList()) steps(pipeline.job(name, holder.line()), holder.at("steps"));
    }

    private void job(Node given, String stage) {
      var deployment = given.at("deployment");
      var own = deployment.isThere() ? deployment.text() : given.at("job").text();
      var job = pipeline.job((stage + " " + own).strip(), given.line());
      var environment = given.at("environment");
      var name = environment.isMap() ? environment.at("name") : environment;
      if (name.isThere()) {
        job.gateUnseen(true);
        job.into(name.text().replaceFirst("\\..*$", ""), name.line());
      }
      steps(job, given.at("steps"));
      for (var strategy : STRATEGIES) {
        given.at("strategy", strategy).fields().values().forEach(phase -> phases(job, phase));
      }
    }

    private void phases(Job job, Node phase) {
      steps(job, phase.at("steps"));
      phase.fields().values().forEach(inner -> steps(job, inner.at("steps")));
    }

    private void steps(Job job, Node steps) {
      for (var step : steps.items()) {
        template(step);
        SCRIPTS.forEach(field -> job.script(step.at(field)));
        task(job, step);
      }
    }

    private static void task(Job job, Node step) {
      var task = step.at("task");
      if (!task.isThere()) return;
      var inputs = step.at("inputs");
      var told = inputs.at("command").isThere() ? inputs.at("command") : inputs.at("action");
      job.steps()
          .add(
              new Step(
                  Step.Kind.TASK,
                  List.of(task.text(), told.text()),
                  task.line(),
                  "task: " + task.text()));
      job.publishing(told.text().equalsIgnoreCase("buildAndPush") || told.text().equals("push"));
      job.script(inputs.at("script"));
      job.script(inputs.at("inlineScript"));
    }

    void template(Node holder) {
      var template = holder.at("template");
      int at = template.text().lastIndexOf('@');
      if (at < 0 || template.text().endsWith("@self")) return;
      var alias = template.text().substring(at + 1);
      var repository =
          document.at("resources", "repositories").items().stream()
              .filter(one -> one.at("repository").text().equals(alias))
              .map(one -> one.at("name").text())
              .findFirst()
              .orElse(alias);
      pipeline.refer(
          repository + "/" + template.text().substring(0, at),
          template.line(),
          "template: " + template.text());
    }
  }
}
