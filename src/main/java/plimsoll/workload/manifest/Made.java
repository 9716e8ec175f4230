package plimsoll.workload.manifest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import plimsoll.document.Node;
import plimsoll.document.YamlStream;
import plimsoll.workload.manifest.Manifest.Origin;

/** The objects that a template made, on the lines of the template. */
record Made(Text text, Rendering rendering) {

  void into(Manifests into, Environment environment) {
    var made = rendering.text();
    for (var part : YamlStream.nodes(made)) {
      if (part.content() instanceof Node root) add(root, false, environment, into);
    }
    if (YamlStream.nodes(made).stream().anyMatch(part -> part.fault() != null)) {
      again(made, environment, into);
    }
  }

  /** Without the lines that are not known; what is missing then may be anywhere. */
  private void again(String made, Environment environment, Manifests into) {
    var bare =
        made.lines()
            .map(
                line ->
                    line.strip().startsWith(Open.LEFT) || line.strip().startsWith("- " + Open.LEFT)
                        ? ""
                        : line)
            .collect(Collectors.joining("\n"));
    var before = YamlStream.nodes(made);
    var after = YamlStream.nodes(bare);
    var read =
        before.stream().filter(part -> part.fault() == null).map(YamlStream.Part::line).toList();
    for (var part : after) {
      if (part.content() instanceof Node root && !read.contains(part.line())) {
        add(root, true, environment, into);
      } else if (part.fault() != null) {
        into.unreadable(
            text, rendering.line(part.line()), "What it makes is not readable as YAML.");
      }
    }
  }

  private void add(Node root, boolean open, Environment environment, Manifests into) {
    for (var object : Manifests.expanded(root)) {
      var lined = lined(object, open);
      var own = Manifest.environment(text, lined);
      into.add(
          new Manifest(
              text, lined, environment == null ? own : environment, Map.of(), Origin.CHART));
    }
  }

  private Node lined(Node node, boolean open) {
    int line = rendering.line(node.line());
    if (node.isList()) {
      return Node.list(node.items().stream().map(item -> lined(item, open)).toList(), line);
    }
    if (!node.isMap()) return Node.scalar(node.kind(), node.text(), line);
    var fields = new LinkedHashMap<String, Node>();
    node.fields().forEach((name, value) -> fields.put(name, lined(value, open)));
    if (open)
      fields.put(Open.LEFT + Open.RIGHT, Node.scalar(Node.Kind.TEXT, Open.LEFT + Open.RIGHT, line));
    return Node.map(fields, line);
  }
}
