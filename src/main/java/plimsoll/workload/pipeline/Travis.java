package plimsoll.workload.pipeline;

import java.util.List;
import plimsoll.document.Node;
import plimsoll.workload.pipeline.Pipeline.Job;

/** Travis' builds. */
final class Travis implements Language {
  private static final List<String> PHASES =
      List.of(
          "before_install",
          "install",
          "before_script",
          "script",
          "after_success",
          "before_deploy",
          "after_deploy",
          "after_script");

  @Override
  public Pipeline read(Parsed text, List<Parsed> all) {
    if (!text.name().matches("\\.?travis\\.ya?ml")) return null;
    var pipeline = new Pipeline("travis", text.file());
    for (var document : text.documents()) {
      phases(pipeline.job("build", document.line()), document);
      for (var field : List.of("jobs", "matrix")) {
        for (var one : document.at(field, "include").items()) {
          phases(pipeline.job(one.at("stage").text(), one.line()), one);
        }
      }
      imports(pipeline, document.at("import"));
    }
    return pipeline;
  }

  private static void phases(Job job, Node given) {
    PHASES.forEach(phase -> job.script(given.at(phase)));
    var deploy = given.at("deploy");
    (deploy.isList() ? deploy.items() : List.of(deploy)).forEach(one -> deploy(job, one));
  }

  private static void deploy(Job job, Node deploy) {
    var provider = deploy.isMap() ? deploy.at("provider") : deploy;
    job.step(
        Step.Kind.STEP,
        "travis:" + provider.text(),
        provider.line(),
        "provider: " + provider.text());
    job.script(deploy.at("script"));
  }

  private static void imports(Pipeline pipeline, Node given) {
    for (var one : given.isList() ? given.items() : List.of(given)) {
      var source = one.isMap() ? one.at("source") : one;
      if (source.text().contains(":")) {
        pipeline.refer(
            GitHubActions.versionless(source.text()), source.line(), "import: " + source.text());
      }
    }
  }
}
