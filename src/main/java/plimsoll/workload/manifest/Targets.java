package plimsoll.workload.manifest;

import plimsoll.document.Node;

/** Which objects a patch is about. */
final class Targets {
  private Targets() {}

  /** As a patch that is a piece of an object says itself. */
  static boolean named(Node patch, Manifest object) {
    var namespace = patch.at("metadata", "namespace").text();
    return patch.at("kind").text().equals(object.kind())
        && patch.at("metadata", "name").text().equals(object.name())
        && (namespace.isEmpty()
            || object.namespace() == null
            || namespace.equals(object.namespace()));
  }

  /** By any of kind, group, version, name (an expression), namespace and labels. */
  static boolean meets(Node target, Manifest object) {
    return meets(target.at("kind"), object.kind())
        && meets(target.at("group"), object.group())
        && meets(target.at("version"), object.version())
        && meets(target.at("name"), object.name())
        && (object.namespace() == null || meets(target.at("namespace"), object.namespace()))
        && labelled(target.at("labelSelector").text(), object);
  }

  private static boolean meets(Node wanted, String value) {
    if (!wanted.isThere() || wanted.text().isEmpty() || wanted.text().equals(".*")) return true;
    return wanted.text().equals(value) || Alternatives.of(wanted.text()).takes(value);
  }

  private static boolean labelled(String selector, Manifest object) {
    if (selector.isEmpty()) return true;
    for (var condition : selector.split(",")) {
      var sides = condition.strip().split("==?", 2);
      var own = object.labels().at(sides[0].strip());
      if (!own.isThere()) return false;
      if (sides.length > 1 && !own.text().equals(sides[1].strip())) return false;
    }
    return true;
  }
}
