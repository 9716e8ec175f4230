package plimsoll.workload.pipeline;

import java.util.List;
import java.util.Set;
import plimsoll.document.Node;

/** Workflows of Argo and their templates; a template that is not in the files is shared. */
final class ArgoWorkflows implements Language {
  private static final Set<String> KINDS =
      Set.of("Workflow", "WorkflowTemplate", "ClusterWorkflowTemplate", "CronWorkflow");

  @Override
  public Pipeline read(Parsed text, List<Parsed> all) {
    var own = text.documents().stream().filter(ArgoWorkflows::argo).toList();
    if (own.isEmpty()) return null;
    var pipeline = new Pipeline("argo-workflows", text.file());
    for (var document : own) {
      var inner = document.at("spec", "workflowSpec");
      read(pipeline, inner.isMap() ? inner : document.at("spec"), all);
    }
    return pipeline;
  }

  private static boolean argo(Node document) {
    return document.at("apiVersion").text().startsWith("argoproj.io/")
        && KINDS.contains(document.at("kind").text());
  }

  private static void read(Pipeline pipeline, Node spec, List<Parsed> all) {
    refer(pipeline, spec.at("workflowTemplateRef"), all);
    for (var template : spec.at("templates").items()) {
      var job = pipeline.job(template.at("name").text(), template.line());
      var container = template.at("container");
      job.container(container.at("image"), container.at("command"), container.at("args"));
      job.script(template.at("script", "source"));
      if (template.at("suspend").isMap() && !template.at("suspend", "duration").isThere()) {
        job.approved(template.at("suspend").line(), "suspend: {}");
      }
      template
          .at("steps")
          .items()
          .forEach(group -> group.items().forEach(step -> call(pipeline, step, all)));
      template.at("dag", "tasks").items().forEach(task -> call(pipeline, task, all));
    }
  }

  private static void call(Pipeline pipeline, Node step, List<Parsed> all) {
    refer(pipeline, step.at("templateRef"), all);
  }

  private static void refer(Pipeline pipeline, Node reference, List<Parsed> all) {
    var name = reference.at("name").text();
    boolean known =
        all.stream()
            .flatMap(text -> text.documents().stream())
            .anyMatch(
                document -> argo(document) && document.at("metadata", "name").text().equals(name));
    if (!name.isBlank() && !known) pipeline.refer(name, reference.line(), "templateRef: " + name);
  }
}
