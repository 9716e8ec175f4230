package plimsoll.workload.manifest;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import plimsoll.document.Node;

/** The environments that an object names: its own, or those that it sends others to. */
final class Destinations {
  private static final int DEPTH_MAX = 10;

  private Destinations() {}

  static Set<Environment> of(Manifest object) {
    var found = EnumSet.noneOf(Environment.class);
    if (object.environment() != null) found.add(object.environment());
    switch (object.kind()) {
      case "Application" -> application(object, found);
      case "ApplicationSet" -> elements(object.at("spec"), 0, found);
      default -> {}
    }
    return found;
  }

  private static void application(Manifest object, Set<Environment> found) {
    var words = new ArrayList<String>();
    var destination = object.at("spec", "destination");
    words.add(destination.at("name").text());
    words.add(destination.at("namespace").text());
    words.add(object.name());
    for (var source : DeliverFeatures.sources(object.at("spec"))) {
      words.add(source.at("path").text());
      source.at("helm", "valueFiles").items().forEach(file -> words.add(file.text()));
    }
    words.stream()
        .map(Environment::named)
        .filter(Objects::nonNull)
        .findFirst()
        .ifPresent(found::add);
  }

  /** Each element of a list is one; generators may lie in each other. */
  private static void elements(Node spec, int depth, Set<Environment> found) {
    if (depth > DEPTH_MAX) return;
    for (var generator : spec.at("generators").items()) {
      for (var element : generator.at("list", "elements").items()) {
        named(List.copyOf(element.fields().values()), found);
      }
      elements(generator.at("matrix"), depth + 1, found);
      elements(generator.at("merge"), depth + 1, found);
    }
  }

  private static void named(List<Node> values, Set<Environment> found) {
    values.stream()
        .map(value -> Environment.named(value.text()))
        .filter(Objects::nonNull)
        .findFirst()
        .ifPresent(found::add);
  }
}
