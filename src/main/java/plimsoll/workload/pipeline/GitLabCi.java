package plimsoll.workload.pipeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import plimsoll.document.Node;
import plimsoll.workload.pipeline.Pipeline.Job;

/**
 * GitLab's pipelines: jobs with what they extend and refer to, also from other files of the
 * repository. What is included from elsewhere is shared.
 */
final class GitLabCi implements Language {
  private static final Set<String> RESERVED =
      Set.of(
          "default",
          "include",
          "stages",
          "variables",
          "workflow",
          "image",
          "services",
          "cache",
          "before_script",
          "after_script",
          "spec");
  private static final List<String> SCRIPTS = List.of("before_script", "script", "after_script");
  private static final Pattern BRANCH =
      Pattern.compile("\\$CI_COMMIT_(?:BRANCH|REF_NAME)\\s*==\\s*['\"]?([^'\"\\s&|)]+)");
  private static final int DEPTH_MAX = 11;

  @Override
  public Pipeline read(Parsed text, List<Parsed> all) {
    if (text.documents().stream().noneMatch(document -> pipeline(text, document))) return null;
    var pipeline = new Pipeline("gitlab-ci", text.file());
    var templates = templates(all);
    for (var document : text.documents()) {
      include(pipeline, document.at("include"));
      document.fields().forEach((name, job) -> read(pipeline, document, templates, name, job));
    }
    return pipeline;
  }

  private static boolean pipeline(Parsed text, Node document) {
    if (!document.isMap()) return false;
    boolean named = text.name().matches(".*\\.?gitlab-ci\\.ya?ml");
    boolean job =
        document.fields().entrySet().stream()
            .anyMatch(field -> job(field.getKey(), field.getValue()));
    var stages = document.at("stages");
    boolean says =
        stages.isList()
            && stages.items().stream().allMatch(stage -> stage.kind() == Node.Kind.TEXT);
    return named
        || job && (says || text.file().path().matches("(?:.*/)?(?:\\.gitlab|templates)/.*"));
  }

  private static boolean job(String name, Node given) {
    return !RESERVED.contains(name)
        && given.isMap()
        && (given.at("script").isThere()
            || given.at("extends").isThere()
            || given.at("trigger").isThere());
  }

  /** Every job of every file by its name, since included files are one text to GitLab. */
  private static Map<String, Template> templates(List<Parsed> all) {
    var found = new LinkedHashMap<String, Template>();
    for (var text : all) {
      for (var document : text.documents()) {
        if (pipeline(text, document)) {
          document
              .fields()
              .forEach((name, job) -> found.putIfAbsent(name, new Template(text, job)));
        }
      }
    }
    return found;
  }

  private record Template(Parsed text, Node job) {}

  private void read(
      Pipeline pipeline, Node document, Map<String, Template> templates, String name, Node given) {
    if (RESERVED.contains(name) || name.startsWith(".") || !given.isMap()) return;
    var job = pipeline.job(name, given.line());
    var reading = new Reading(pipeline, templates, job);
    var effective = reading.effective(given, new HashSet<>(), 0);
    reading.read(document, effective);
  }

  /** One job with all that it is made of. */
  private record Reading(Pipeline pipeline, Map<String, Template> templates, Job job) {

    /** Its fields and those that it extends; its own hold, maps are merged at their first level. */
    Map<String, Node> effective(Node given, Set<String> seen, int depth) {
      var fields = new LinkedHashMap<>(given.fields());
      if (depth > DEPTH_MAX) return fields;
      var bases = new ArrayList<>(texts(given.at("extends")));
      java.util.Collections.reverse(bases);
      for (var base : bases) {
        var template = templates.get(base);
        if (template == null) {
          pipeline.unclear(
              given.at("extends").line(),
              "extends: " + base,
              "What it extends is not in the files.");
        } else if (seen.add(base)) {
          effective(template.job(), seen, depth + 1).forEach(fields::putIfAbsent);
        }
      }
      return fields;
    }

    void read(Node document, Map<String, Node> fields) {
      job.forReview(reviewOnly(fields));
      gate(fields);
      branches(fields);
      environment(fields.getOrDefault("environment", Node.MISSING));
      for (var part : SCRIPTS) {
        var inherited =
            document.at("default", part).isThere()
                ? document.at("default", part)
                : document.at(part);
        script(fields.getOrDefault(part, inherited), 0);
      }
      secrets(fields.getOrDefault("secrets", Node.MISSING));
      trigger(fields.getOrDefault("trigger", Node.MISSING));
    }

    private void script(Node script, int depth) {
      if (depth > DEPTH_MAX) return;
      if (script.tag().equals("!reference")) {
        script(referred(script), depth + 1);
      } else if (script.isList()) {
        script.items().forEach(item -> script(item, depth + 1));
      } else {
        job.script(script);
      }
    }

    private Node referred(Node reference) {
      var names = texts(reference);
      var template = names.isEmpty() ? null : templates.get(names.get(0));
      if (template == null) {
        pipeline.unclear(
            reference.line(), "!reference " + names, "What it refers to is not in the files.");
        return Node.MISSING;
      }
      return template.job().at(names.subList(1, names.size()).toArray(String[]::new));
    }

    private void environment(Node environment) {
      var name = environment.isMap() ? environment.at("name") : environment;
      var action = environment.at("action").text();
      if (!name.isThere() || action.equals("stop")) return;
      job.gateUnseen(true);
      var tier = environment.at("deployment_tier").text();
      job.into(tier.equals("production") ? tier : name.text(), name.line());
    }

    private void gate(Map<String, Node> fields) {
      var when = fields.getOrDefault("when", Node.MISSING);
      if (when.text().equals("manual")) job.approved(when.line(), "when: manual");
      for (var rule : fields.getOrDefault("rules", Node.MISSING).items()) {
        if (rule.at("when").text().equals("manual")) {
          job.approved(rule.at("when").line(), "when: manual");
        }
      }
    }

    private static boolean reviewOnly(Map<String, Node> fields) {
      var only = fields.getOrDefault("only", Node.MISSING);
      var refs = texts(only.isMap() ? only.at("refs") : only);
      if (!refs.isEmpty()) return refs.stream().allMatch("merge_requests"::equals);
      var rules =
          fields.getOrDefault("rules", Node.MISSING).items().stream()
              .filter(rule -> !rule.at("when").text().equals("never"))
              .toList();
      return !rules.isEmpty()
          && rules.stream()
              .allMatch(
                  rule ->
                      rule.at("if")
                          .text()
                          .matches(
                              "(?s).*\\$CI_PIPELINE_SOURCE\\s*==\\s*['\"]merge_request_event.*|\\s*\\$CI_MERGE_REQUEST_(?:ID|IID)\\s*"));
    }

    private void branches(Map<String, Node> fields) {
      var only = fields.getOrDefault("only", Node.MISSING);
      var refs = new ArrayList<>(texts(only.isMap() ? only.at("refs") : only));
      for (var rule : fields.getOrDefault("rules", Node.MISSING).items()) {
        if (rule.at("when").text().equals("never")) continue;
        var condition = rule.at("if").text();
        var branch = BRANCH.matcher(condition);
        if (branch.find()) refs.add(branch.group(1));
        else if (condition.contains("$CI_COMMIT_TAG")) refs.add("tags");
      }
      boolean tagged = !refs.isEmpty() && refs.stream().allMatch("tags"::equals);
      job.on(refs.stream().filter(ref -> !ref.equals("tags")).distinct().toList(), tagged);
    }

    private void secrets(Node secrets) {
      secrets
          .fields()
          .values()
          .forEach(
              secret ->
                  secret
                      .fields()
                      .keySet()
                      .forEach(
                          from ->
                              job.step(
                                  Step.Kind.STEP, "secrets:" + from, secret.line(), from + ":")));
    }

    private void trigger(Node trigger) {
      include(pipeline, trigger.at("include"));
      var project = trigger.isMap() ? trigger.at("project") : trigger;
      if (project.isThere()) {
        pipeline.unclear(
            project.line(),
            "trigger: " + project.text(),
            "What the pipeline of another project does is not in the files.");
      }
    }
  }

  private static void include(Pipeline pipeline, Node include) {
    if (include.isList()) {
      include.items().forEach(one -> include(pipeline, one));
    } else if (include.isMap()) {
      mapped(pipeline, include);
    } else if (include.text().matches("https?://.*")) {
      refer(pipeline, include.text(), include, "include: ");
    }
  }

  private static void mapped(Pipeline pipeline, Node include) {
    var files = texts(include.at("file"));
    var project = include.at("project");
    if (project.isThere()) {
      files.forEach(
          file ->
              refer(
                  pipeline,
                  project.text() + "/" + file.replaceFirst("^/", ""),
                  project,
                  "project: "));
    }
    for (var kind : List.of("remote", "template", "component")) {
      var from = include.at(kind);
      if (from.isThere()) refer(pipeline, named(kind, from.text()), from, kind + ": ");
    }
  }

  /** A component's host is the instance's own wherever a variable says so. */
  private static String named(String kind, String text) {
    if (!kind.equals("component")) return text;
    var name = GitHubActions.versionless(text);
    return name.replaceFirst("^[^/]*/", "");
  }

  private static void refer(Pipeline pipeline, String name, Node at, String key) {
    pipeline.refer(name, at.line(), key + at.text());
    pipeline.job("include", at.line()).step(Step.Kind.TEMPLATE, name, at.line(), key + at.text());
  }

  private static List<String> texts(Node given) {
    if (!given.isList()) return given.text().isBlank() ? List.of() : List.of(given.text());
    return given.items().stream().map(Node::text).filter(text -> !text.isBlank()).toList();
  }
}
