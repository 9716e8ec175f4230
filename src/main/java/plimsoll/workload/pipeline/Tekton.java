package plimsoll.workload.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import plimsoll.document.Node;
import plimsoll.workload.pipeline.Pipeline.Job;

/** Tasks, pipelines and runs of Tekton; what a resolver fetches is shared. */
final class Tekton implements Language {
  private static final Set<String> KINDS =
      Set.of(
          "Task",
          "ClusterTask",
          "StepAction",
          "Pipeline",
          "PipelineRun",
          "TaskRun",
          "TriggerTemplate");

  @Override
  public Pipeline read(Parsed text, List<Parsed> all) {
    var own = text.documents().stream().filter(Tekton::tekton).toList();
    if (own.isEmpty()) return null;
    var pipeline = new Pipeline("tekton", text.file());
    own.forEach(document -> read(pipeline, document, all));
    return pipeline;
  }

  private static boolean tekton(Node document) {
    return document.at("apiVersion").text().matches("(?:triggers\\.)?tekton\\.dev/.*")
        && KINDS.contains(document.at("kind").text());
  }

  private static void read(Pipeline pipeline, Node document, List<Parsed> all) {
    var spec = document.at("spec");
    var name = document.at("metadata", "name").text();
    steps(pipeline.job(name, document.line()), spec);
    spec.at("resourcetemplates").items().forEach(made -> read(pipeline, made, all));
    referred(pipeline, spec.at("pipelineRef"), all, "Pipeline");
    referred(pipeline, spec.at("taskRef"), all, "Task");
    for (var holder : List.of(spec, spec.at("pipelineSpec"))) {
      for (var field : List.of("tasks", "finally")) {
        holder.at(field).items().forEach(task -> task(pipeline, task, all));
      }
    }
  }

  private static void task(Pipeline pipeline, Node task, List<Parsed> all) {
    var job = pipeline.job(task.at("name").text(), task.line());
    steps(job, task.at("taskSpec"));
    var reference = task.at("taskRef");
    var name = referred(pipeline, reference, all, "Task");
    if (name != null) job.step(Step.Kind.TASKREF, name, reference.line(), "taskRef: " + name);
    if (reference.at("kind").text().matches("ApprovalTask|WaitTask|.*[Aa]pproval.*")) {
      job.approved(reference.line(), "kind: " + reference.at("kind").text());
    }
  }

  private static void steps(Job job, Node task) {
    for (var step : task.at("steps").items()) {
      if (step.at("script").isThere()) {
        job.script(step.at("script"));
      } else {
        job.container(step.at("image"), step.at("command"), step.at("args"));
      }
    }
  }

  /**
   * The name that something goes by, or null where it is among the files or none is referred to.
   */
  private static String referred(Pipeline pipeline, Node reference, List<Parsed> all, String kind) {
    if (!reference.isMap()) return null;
    var resolver = reference.at("resolver").text();
    var parameters = new ArrayList<>(List.of(""));
    for (var key : List.of("url", "bundle", "catalog", "pathInRepo", "name")) {
      value(reference, key).filter(value -> !value.isBlank()).ifPresent(parameters::add);
    }
    var name = value(reference, "name").orElse(reference.at("name").text());
    if (!resolver.isEmpty()) {
      var whole = resolver + String.join("/", parameters);
      pipeline.refer(whole, reference.line(), "resolver: " + resolver);
    } else if (reference.at("bundle").isThere()) {
      pipeline.refer(
          Step.imageName(reference.at("bundle").text()) + "/" + name,
          reference.line(),
          "bundle: " + reference.at("bundle").text());
    } else if (known(all, kind, name)) {
      return null;
    }
    return name.isBlank() ? null : name;
  }

  private static java.util.Optional<String> value(Node reference, String parameter) {
    return reference.at("params").items().stream()
        .filter(one -> one.at("name").text().equals(parameter))
        .map(one -> one.at("value").text())
        .findFirst();
  }

  private static boolean known(List<Parsed> all, String kind, String name) {
    return all.stream()
        .flatMap(text -> text.documents().stream())
        .anyMatch(
            document ->
                document.at("kind").text().equals(kind)
                    && document.at("metadata", "name").text().equals(name));
  }
}
