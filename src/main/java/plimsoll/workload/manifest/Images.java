package plimsoll.workload.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plimsoll.document.Node;

/** Other names, tags and digests for images. */
final class Images {
  private Images() {}

  static Manifest changed(Manifest object, Node image, Text from) {
    var containers = object.root().at("spec", "template", "spec", "containers");
    if (containers.items().stream().noneMatch(one -> isOf(one, image))) return object;
    var changed = new ArrayList<Node>();
    for (var one : containers.items()) changed.add(isOf(one, image) ? renamed(one, image) : one);
    var patch = Node.list(changed, containers.line());
    for (var field : List.of("containers", "spec", "template", "spec")) {
      patch = Node.map(Map.of(field, patch), containers.line());
    }
    var merged = Patching.strategic(object, patch, object.text());
    var lines = new java.util.IdentityHashMap<>(merged.patched());
    changed.forEach(one -> lines.put(one.at("image"), from));
    return new Manifest(merged.text(), merged.root(), merged.environment(), lines, merged.origin());
  }

  private static boolean isOf(Node container, Node image) {
    return name(container.at("image").text()).equals(image.at("name").text());
  }

  private static Node renamed(Node container, Node image) {
    var name = image.at("newName").isThere() ? image.at("newName") : image.at("name");
    var digest = image.at("digest").text();
    var version = digest.isEmpty() ? ":" + image.at("newTag").text() : "@" + digest;
    var fields = new LinkedHashMap<>(container.fields());
    fields.put(
        "image", Node.scalar(Node.Kind.TEXT, name.text() + version, image.at("name").line()));
    return Node.map(fields, container.line());
  }

  /** Without tag and digest. */
  static String name(String image) {
    int at = image.indexOf('@');
    var bare = at >= 0 ? image.substring(0, at) : image;
    int colon = bare.lastIndexOf(':');
    return colon > bare.lastIndexOf('/') ? bare.substring(0, colon) : bare;
  }
}
