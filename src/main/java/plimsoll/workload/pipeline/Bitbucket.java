package plimsoll.workload.pipeline;

import java.util.List;
import plimsoll.document.Node;
import plimsoll.workload.pipeline.Pipeline.Job;

/** Bitbucket's pipelines. */
final class Bitbucket implements Language {

  @Override
  public Pipeline read(Parsed text, List<Parsed> all) {
    for (var document : text.documents()) {
      boolean named = text.name().matches("bitbucket-pipelines.*\\.ya?ml");
      boolean says =
          document.at("pipelines", "default").isList()
              || document.at("pipelines", "branches").isMap();
      if (document.at("pipelines").isMap() && (named || says)) {
        var pipeline = new Pipeline("bitbucket", text.file());
        document.at("pipelines").fields().forEach((start, what) -> start(pipeline, start, what));
        return pipeline;
      }
    }
    return null;
  }

  private static void start(Pipeline pipeline, String start, Node what) {
    if (what.isList()) items(pipeline, what, new Start(start, ""));
    what.fields()
        .forEach(
            (name, inner) -> {
              if (inner.at("import").isThere()) {
                var from = inner.at("import");
                pipeline.refer(
                    from.text().replaceFirst(":.*$", ""), from.line(), "import: " + from.text());
              }
              items(pipeline, inner.isMap() ? inner.at("steps") : inner, new Start(start, name));
            });
  }

  /** What makes it run, such as "branches" and the branch. */
  private record Start(String kind, String name) {}

  private static void items(Pipeline pipeline, Node items, Start start) {
    for (var item : items.items()) {
      step(pipeline, item.at("step"), Node.MISSING, start);
      var parallel = item.at("parallel");
      items(pipeline, parallel.isMap() ? parallel.at("steps") : parallel, start);
      var stage = item.at("stage");
      stage.at("steps").items().forEach(inner -> step(pipeline, inner.at("step"), stage, start));
    }
  }

  private static void step(Pipeline pipeline, Node step, Node stage, Start start) {
    if (!step.isMap()) return;
    var job = pipeline.job(step.at("name").text(), step.line());
    job.forReview(start.kind().equals("pull-requests"));
    job.startedByHand(start.kind().equals("custom"));
    job.on(
        start.kind().equals("branches") ? List.of(start.name()) : List.of(),
        start.kind().equals("tags"));
    for (var holder : List.of(step, stage)) {
      var deployment = holder.at("deployment");
      if (deployment.isThere()) job.gateUnseen(true).into(deployment.text(), deployment.line());
      if (holder.at("trigger").text().equals("manual")) {
        job.approved(holder.at("trigger").line(), "trigger: manual");
      }
    }
    for (var part : List.of("script", "after-script")) {
      step.at(part).items().forEach(line -> line(job, line));
    }
  }

  private static void line(Job job, Node line) {
    var pipe = line.at("pipe");
    if (pipe.isThere()) {
      job.step(
          Step.Kind.PIPE,
          pipe.text().replaceFirst("^docker://", "").replaceFirst(":[^:/]*$", ""),
          pipe.line(),
          "pipe: " + pipe.text());
    } else {
      job.script(line);
    }
  }
}
