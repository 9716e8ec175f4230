package plimsoll.estate;

import java.util.List;
import java.util.Objects;
import plimsoll.workload.pipeline.Outliner;

/**
 * What is kept of a Composition: how a kind that is asked for is made of others.
 *
 * @param type "group/Kind" that it makes; null when it says none
 * @param mode "Pipeline" or "Resources"
 * @param functions that its pipeline calls, in their order
 * @param resources how many it lists itself; what functions make by a program is not among them
 * @param lines what it says, normalised like files are, to find copies
 */
record Composed(
    String type, String mode, List<String> functions, int resources, List<String> lines) {
  private static final int LINES_MAX = 2_000;

  static Composed of(ClusterObject object) {
    var spec = object.at("spec");
    var steps = spec.at("pipeline").items();
    return new Composed(
        type(object),
        steps.isEmpty() ? "Resources" : "Pipeline",
        steps.stream()
            .map(step -> ClusterObject.text(step.at("functionRef", "name")))
            .filter(Objects::nonNull)
            .toList(),
        spec.at("resources").items().size()
            + steps.stream().mapToInt(step -> step.at("input", "resources").items().size()).sum(),
        Outliner.lines(object.node()).stream().limit(LINES_MAX).toList());
  }

  private static String type(ClusterObject object) {
    var version = object.text("spec", "compositeTypeRef", "apiVersion");
    var kind = object.text("spec", "compositeTypeRef", "kind");
    return version == null || kind == null ? null : version.replaceFirst("/.*", "") + "/" + kind;
  }
}
