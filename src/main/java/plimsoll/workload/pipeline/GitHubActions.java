package plimsoll.workload.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import plimsoll.document.Node;
import plimsoll.workload.file.SourceFile;
import plimsoll.workload.pipeline.Pipeline.Job;

/**
 * Workflows and composite actions of GitHub, and of Gitea and Forgejo, which write them alike. What
 * a workflow of another repository does can't be seen here; it is a shared one.
 */
final class GitHubActions implements Language {
  private static final Pattern FOLDER =
      Pattern.compile("(?:^|.*/)\\.(?:github|gitea|forgejo)/workflows/[^/]+\\.ya?ml");
  private static final Set<String> REVIEWS =
      Set.of("pull_request", "pull_request_target", "merge_group", "pull_request_review");
  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\{\\{\\s*(matrix|inputs|github\\.event\\.inputs)\\.([\\w-]+)\\s*}}");

  @Override
  public Pipeline read(Parsed text, List<Parsed> all) {
    for (var document : text.documents()) {
      if (workflow(text.file(), document)) return read(text.file(), document);
      if (composite(document)) return composite(text.file(), document);
    }
    return null;
  }

  private static boolean workflow(SourceFile file, Node document) {
    boolean says = document.at("jobs").isMap() && trigger(document).isThere();
    return says || FOLDER.matcher(file.path()).matches() && document.at("jobs").isThere();
  }

  private static boolean composite(Node document) {
    return document.at("runs", "using").text().equals("composite");
  }

  /** YAML 1.1 takes "on" for true, and who wrote the file may have let such a tool write it. */
  private static Node trigger(Node document) {
    return document.at("on").isThere() ? document.at("on") : document.at("true");
  }

  private Pipeline read(SourceFile file, Node document) {
    var pipeline = new Pipeline("github-actions", file);
    document
        .at("jobs")
        .fields()
        .forEach(
            (name, job) -> {
              if (job.isMap() && !job.at("if").isFalse()) read(pipeline, document, name, job);
            });
    return pipeline;
  }

  private void read(Pipeline pipeline, Node document, String name, Node given) {
    var job = pipeline.job(name, given.line());
    var events = events(trigger(document));
    job.forReview(!events.isEmpty() && REVIEWS.containsAll(events));
    job.startedByHand(events.equals(List.of("workflow_dispatch")));
    var push = trigger(document).at("push");
    job.on(
        events.equals(List.of("push")) ? texts(push.at("branches")) : List.of(),
        events.equals(List.of("release"))
            || events.equals(List.of("push"))
                && push.at("tags").isThere()
                && !push.at("branches").isThere());
    environment(document, given, job);
    called(pipeline, given.at("uses"));
    steps(pipeline, job, given.at("steps"));
  }

  private static List<String> events(Node trigger) {
    if (trigger.isMap()) return List.copyOf(trigger.fields().keySet());
    return texts(trigger);
  }

  private static List<String> texts(Node given) {
    if (given.isList()) {
      return given.items().stream().map(Node::text).filter(text -> !text.isBlank()).toList();
    }
    return given.text().isBlank() ? List.of() : List.of(given.text());
  }

  private void environment(Node document, Node given, Job job) {
    var environment = given.at("environment");
    var name = environment.isMap() ? environment.at("name") : environment;
    job.gateUnseen(name.isThere());
    if (!name.isThere()) return;
    values(document, given, name.text()).forEach(value -> job.into(value, name.line()));
  }

  /** A name with one variable has all the values that the matrix or a choice gives it. */
  private static List<String> values(Node document, Node job, String name) {
    if (!name.contains("${{")) return List.of(name);
    var variable = VARIABLE.matcher(name);
    if (!variable.find()) return List.of(name);
    var found =
        variable.group(1).equals("matrix")
            ? matrix(job, variable.group(2))
            : texts(
                trigger(document).at("workflow_dispatch", "inputs", variable.group(2), "options"));
    return found.isEmpty()
        ? List.of(name)
        : found.stream().map(value -> name.replace(variable.group(), value)).toList();
  }

  private static List<String> matrix(Node job, String key) {
    var matrix = job.at("strategy", "matrix");
    var found = new ArrayList<>(texts(matrix.at(key)));
    matrix.at("include").items().forEach(one -> found.addAll(texts(one.at(key))));
    return found;
  }

  private static void called(Pipeline pipeline, Node uses) {
    if (uses.isThere() && !uses.text().startsWith("./")) {
      pipeline.refer(versionless(uses.text()), uses.line(), "uses: " + uses.text());
    }
  }

  private void steps(Pipeline pipeline, Job job, Node steps) {
    for (var step : steps.items()) {
      if (step.at("if").isFalse()) continue;
      action(pipeline, job, step);
      if (step.at("run").isThere()) job.script(step.at("run"));
    }
  }

  private static void action(Pipeline pipeline, Job job, Node step) {
    var uses = step.at("uses");
    if (!uses.isThere()) return;
    var name = versionless(uses.text());
    var quote = "uses: " + uses.text();
    if (name.startsWith("docker://")) {
      job.image(name.substring("docker://".length()), uses.line());
    } else if (!name.startsWith("./")) {
      var command = step.at("with", "command").text();
      job.steps().add(new Step(Step.Kind.ACTION, List.of(name, command), uses.line(), quote));
      if (name.matches("[^/]+/\\.github(?:/.*)?")) pipeline.refer(name, uses.line(), quote);
      var push = step.at("with", "push");
      job.publishing(push.isTrue() || push.text().contains("${{"));
    }
    scripted(job, name, step.at("with"));
  }

  /** An action that runs what it is given on another machine or over an interface. */
  private static void scripted(Job job, String name, Node with) {
    if (Set.of("actions/github-script").contains(name.toLowerCase(Locale.ROOT))) return;
    for (var field : List.of("script", "run", "inlineScript")) {
      if (with.at(field).isThere()) job.script(with.at(field));
    }
  }

  private Pipeline composite(SourceFile file, Node document) {
    var pipeline = new Pipeline("github-actions", file);
    var runs = document.at("runs");
    steps(pipeline, pipeline.job("runs", runs.line()), runs.at("steps"));
    return pipeline;
  }

  static String versionless(String name) {
    if (name.startsWith("docker://")) return name;
    int version = name.indexOf('@');
    return version < 0 ? name : name.substring(0, version);
  }
}
