package plimsoll.workload.pipeline;

import java.util.List;
import plimsoll.document.Node;

/** Google's Cloud Build: containers one after another, most named for the program in them. */
final class CloudBuild implements Language {

  @Override
  public Pipeline read(Parsed text, List<Parsed> all) {
    for (var document : text.documents()) {
      var steps = document.at("steps");
      boolean named = text.name().matches("(?:.*[-.])?cloudbuild.*\\.(?:ya?ml|json)");
      boolean says =
          steps.items().stream()
              .anyMatch(
                  step ->
                      step.at("name").text().contains("/")
                          && (step.at("args").isThere() || step.at("entrypoint").isThere()));
      if (steps.isList() && (named || says)) return read(text, document);
    }
    return null;
  }

  private static Pipeline read(Parsed text, Node document) {
    var pipeline = new Pipeline("cloud-build", text.file());
    var job = pipeline.job("steps", document.at("steps").line());
    job.publishing(document.at("images").isThere());
    for (var step : document.at("steps").items()) {
      if (step.at("script").isThere()) {
        job.script(step.at("script"));
      } else {
        var program = Step.imageName(step.at("name").text()).replaceFirst("^.*/", "");
        var entry = step.at("entrypoint");
        job.container(
            step.at("name"),
            entry.isThere() ? entry : Node.scalar(Node.Kind.TEXT, program, step.line()),
            step.at("args"));
        job.image(step.at("name").text(), step.at("name").line());
      }
    }
    return pipeline;
  }
}
