package plimsoll.workload.pipeline;

import java.util.List;
import plimsoll.document.Node;
import plimsoll.workload.pipeline.Pipeline.Job;

/** CircleCI's pipelines. A job that an orb brings is shared; a step of an orb is a tool. */
final class CircleCi implements Language {

  @Override
  public Pipeline read(Parsed text, List<Parsed> all) {
    for (var document : text.documents()) {
      boolean placed = text.file().path().matches("(?:.*/)?\\.circleci/[^/]+\\.ya?ml");
      boolean says = document.at("version").text().startsWith("2");
      boolean jobs = document.at("jobs").isMap() || document.at("workflows").isMap();
      if (jobs && (placed || says && !document.at("on").isThere())) {
        return new Reading(new Pipeline("circleci", text.file()), document).read();
      }
    }
    return null;
  }

  private record Reading(Pipeline pipeline, Node document) {

    Pipeline read() {
      var flows = document.at("workflows").fields().values().stream().filter(Node::isMap).toList();
      for (var flow : flows) {
        flow.at("jobs").items().forEach(this::entry);
      }
      if (flows.isEmpty()) {
        document
            .at("jobs")
            .fields()
            .forEach((name, job) -> steps(pipeline.job(name, job.line()), job));
      }
      return pipeline;
    }

    private void entry(Node entry) {
      if (!entry.isMap()) {
        job(entry.text(), entry.line(), Node.MISSING);
      } else {
        entry.fields().forEach((name, how) -> job(name, entry.line(), how));
      }
    }

    private void job(String name, int line, Node how) {
      var job = pipeline.job(how.at("name").isThere() ? how.at("name").text() : name, line);
      var only = how.at("filters", "branches", "only");
      job.on(
          only.isList()
              ? only.items().stream().map(Node::text).toList()
              : List.of(only.text()).stream().filter(text -> !text.isBlank()).toList(),
          how.at("filters", "tags", "only").isThere()
              && how.at("filters", "branches", "ignore").isThere());
      if (how.at("type").text().equals("approval")) job.approved(line, "type: approval");
      var orb = orb(name);
      if (orb != null) {
        pipeline.refer(orb, line, name);
        job.step(Step.Kind.ORB, orb, line, name);
      }
      steps(job, document.at("jobs", name));
    }

    private void steps(Job job, Node given) {
      given.at("steps").items().forEach(step -> step(job, step, 0));
    }

    private void step(Job job, Node step, int depth) {
      if (depth > 5) return;
      if (!step.isMap()) {
        named(job, step.text(), step, depth);
        return;
      }
      step.fields()
          .forEach(
              (name, how) -> {
                if (name.equals("run")) {
                  job.script(how.isMap() ? how.at("command") : how);
                } else if (name.equals("when") || name.equals("unless")) {
                  how.at("steps").items().forEach(inner -> step(job, inner, depth + 1));
                } else {
                  named(job, name, step, depth);
                }
              });
    }

    private void named(Job job, String name, Node step, int depth) {
      var orb = orb(name);
      if (orb != null) job.step(Step.Kind.ORB, orb, step.line(), name);
      document.at("commands", name, "steps").items().forEach(inner -> step(job, inner, depth + 1));
    }

    /** "aws-ecr/build" as "circleci/aws-ecr/build"; null when it is of no orb that is named. */
    private String orb(String name) {
      int slash = name.indexOf('/');
      if (slash < 0) return null;
      var source = document.at("orbs", name.substring(0, slash));
      if (source.text().isBlank()) return null;
      return GitHubActions.versionless(source.text()) + name.substring(slash);
    }
  }
}
