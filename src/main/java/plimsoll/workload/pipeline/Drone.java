package plimsoll.workload.pipeline;

import java.util.List;
import plimsoll.document.Node;
import plimsoll.workload.pipeline.Pipeline.Job;

/** Drone's pipelines and Woodpecker's, which grew out of them. */
final class Drone implements Language {

  @Override
  public Pipeline read(Parsed text, List<Parsed> all) {
    boolean woodpecker = text.file().path().matches("(?:.*/)?\\.woodpecker(?:/[^/]+)?\\.ya?ml");
    boolean named = text.name().matches("\\.?drone\\.ya?ml");
    var own = text.documents().stream().filter(one -> woodpecker || drone(one, named)).toList();
    if (own.isEmpty()) return null;
    var pipeline = new Pipeline(woodpecker ? "woodpecker" : "drone", text.file());
    own.forEach(document -> read(pipeline, document));
    return pipeline;
  }

  private static boolean drone(Node document, boolean named) {
    var kind = document.at("kind").text();
    boolean pipeline = kind.equals("pipeline") && document.at("steps").isThere();
    return pipeline || named && (kind.equals("template") || document.at("pipeline").isMap());
  }

  private static void read(Pipeline pipeline, Node document) {
    var load = document.at("load");
    if (document.at("kind").text().equals("template") && load.isThere()) {
      pipeline.refer(load.text(), load.line(), "load: " + load.text());
    }
    var steps = document.at("steps").isThere() ? document.at("steps") : document.at("pipeline");
    steps.items().forEach(step -> step(pipeline, document, step.at("name").text(), step));
    steps.fields().forEach((name, step) -> step(pipeline, document, name, step));
  }

  private static void step(Pipeline pipeline, Node document, String name, Node step) {
    var job = pipeline.job(name, step.line());
    for (var when : List.of(document.at("trigger"), step.at("when"))) {
      when(job, when);
      when.items().forEach(one -> when(job, one));
    }
    if (step.at("commands").isThere()) {
      job.script(step.at("commands"));
    } else {
      job.image(step.at("image").text(), step.at("image").line());
      job.publishing(true);
    }
  }

  private static void when(Job job, Node when) {
    var events = texts(when.at("event"));
    if (!events.isEmpty() && events.stream().allMatch("pull_request"::equals)) job.forReview(true);
    if (!events.isEmpty() && events.stream().allMatch("promote"::equals)) {
      job.approved(when.at("event").line(), "event: promote");
      texts(when.at("target")).forEach(target -> job.into(target, when.at("target").line()));
    }
    if (when.at("branch").isThere()) {
      job.on(texts(when.at("branch")), job.tagged());
    }
  }

  private static List<String> texts(Node given) {
    var list = given.at("include").isThere() ? given.at("include") : given;
    if (list.isList()) return list.items().stream().map(Node::text).toList();
    return list.text().isBlank() ? List.of() : List.of(list.text());
  }
}
