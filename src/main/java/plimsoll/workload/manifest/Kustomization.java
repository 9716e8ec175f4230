package plimsoll.workload.manifest;

import java.util.List;
import java.util.stream.Stream;
import plimsoll.document.Node;

/** One file that says which objects there are and what is changed about them. */
record Kustomization(Text text, Node root) {

  String folder() {
    return Chart.folder(text.file().path());
  }

  /** Files and folders, as they are named; those of other repositories too. */
  List<Node> resources() {
    return Stream.of("resources", "bases")
        .flatMap(field -> root.at(field).items().stream())
        .toList();
  }

  List<Node> components() {
    return root.at("components").items();
  }

  /** Bases and charts that lie in other repositories. */
  List<Node> remotes() {
    return Stream.concat(
            Stream.concat(resources().stream(), components().stream())
                .filter(one -> isRemote(one.text())),
            root.at("helmCharts").items().stream()
                .map(chart -> chart.at("repo"))
                .filter(Node::isThere))
        .toList();
  }

  static boolean isRemote(String name) {
    return name.contains("://")
        || name.contains("?ref=")
        || name.startsWith("git@")
        || name.startsWith("github.com/");
  }
}
