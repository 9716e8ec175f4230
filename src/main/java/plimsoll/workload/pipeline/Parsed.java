package plimsoll.workload.pipeline;

import java.util.List;
import java.util.Objects;
import plimsoll.document.Node;
import plimsoll.document.YamlStream;
import plimsoll.workload.file.SourceFile;

/**
 * A file with what it says as YAML.
 *
 * @param documents that could be read, in order; empty where it is no YAML
 * @param faults of those that could not
 */
record Parsed(SourceFile file, List<Node> documents, List<YamlStream.Part> faults) {
  private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");

  static Parsed of(SourceFile file) {
    var path = file.path().toLowerCase(java.util.Locale.ROOT);
    if (!file.live() && ENDINGS.stream().noneMatch(path::endsWith)) {
      return new Parsed(file, List.of(), List.of());
    }
    var parts = YamlStream.nodes(file.text());
    return new Parsed(
        file,
        parts.stream()
            .map(YamlStream.Part::content)
            .filter(Objects::nonNull)
            .map(Node.class::cast)
            .toList(),
        parts.stream().filter(part -> part.fault() != null).toList());
  }

  /** The last part of its path. */
  String name() {
    return file.path().substring(file.path().lastIndexOf('/') + 1);
  }
}
