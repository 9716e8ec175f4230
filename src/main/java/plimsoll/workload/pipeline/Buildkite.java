package plimsoll.workload.pipeline;

import java.util.List;
import plimsoll.document.Node;
import plimsoll.workload.pipeline.Pipeline.Job;

/** Buildkite's pipelines; a block is somebody's approval of all that stands below it. */
final class Buildkite implements Language {
  private static final List<String> OWN =
      List.of("command", "commands", "block", "plugins", "trigger", "group");

  @Override
  public Pipeline read(Parsed text, List<Parsed> all) {
    for (var document : text.documents()) {
      var steps = document.isList() ? document : document.at("steps");
      boolean placed = text.file().path().matches("(?:.*/)?\\.?buildkite[./].*");
      boolean says =
          steps.items().stream()
              .anyMatch(
                  step ->
                      (step.at("label").isThere() || step.at("key").isThere())
                          && OWN.stream().anyMatch(field -> step.at(field).isThere()));
      if (steps.isList() && (placed || says)) {
        var pipeline = new Pipeline("buildkite", text.file());
        steps.items().forEach(step -> read(pipeline, step));
        return pipeline;
      }
    }
    return null;
  }

  private static void read(Pipeline pipeline, Node step) {
    var label = step.at("label").isThere() ? step.at("label").text() : step.at("key").text();
    var job = pipeline.job(label, step.line());
    job.script(step.at("command"));
    job.script(step.at("commands"));
    var plugins = step.at("plugins");
    plugins.fields().forEach((name, how) -> plugin(job, name, how, plugins.line()));
    for (var plugin : plugins.items()) {
      if (!plugin.isMap()) plugin(job, plugin.text(), Node.MISSING, plugin.line());
      plugin.fields().forEach((name, how) -> plugin(job, name, how, plugin.line()));
    }
    approval(job, step);
    if (step.at("branches").isThere()) {
      job.on(List.of(step.at("branches").text().split("\\s+")), false);
    }
    if (step.at("trigger").isThere()) {
      pipeline.unclear(
          step.line(),
          "trigger: " + step.at("trigger").text(),
          "What another pipeline does is not in the files.");
    }
    step.at("steps").items().forEach(inner -> read(pipeline, inner));
  }

  private static void approval(Job job, Node step) {
    if (step.text().equals("block") || step.at("block").isThere()) {
      job.approved(step.line(), "block: " + step.at("block").text());
    }
  }

  private static void plugin(Job job, String name, Node how, int line) {
    int version = name.indexOf('#');
    var plain = (version < 0 ? name : name.substring(0, version)).replaceFirst("^.*/", "");
    plain = plain.replaceFirst("-buildkite-plugin(?:\\.git)?$", "");
    boolean builds = !plain.equals("docker-compose") || how.at("build").isThere();
    if (builds) job.step(Step.Kind.PLUGIN, plain, line, name);
    job.publishing(how.at("push").isThere());
  }
}
