package plimsoll.workload.manifest;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plimsoll.document.Node;

/**
 * Changes of objects: strategic merges as Kubernetes defines them, and JSON patches (RFC 6902).
 * What is changed keeps the file and line of the patch.
 */
final class Patching {
  /** By these the items of lists are the same; other lists are taken as a whole. */
  private static final Map<String, List<String>> KEYS =
      Map.of(
          "containers", List.of("name"),
          "initContainers", List.of("name"),
          "volumes", List.of("name"),
          "env", List.of("name"),
          "volumeMounts", List.of("mountPath"),
          "ports", List.of("containerPort", "port"),
          "imagePullSecrets", List.of("name"),
          "topologySpreadConstraints", List.of("topologyKey"),
          "hostAliases", List.of("ip"));

  private static final String DIRECTIVE = "$patch";

  private Patching() {}

  /** Null when the patch deletes the object. */
  static Manifest strategic(Manifest object, Node patch, Text from) {
    var merged = merged("", object.root(), patch);
    return merged == null ? null : changed(object, merged, patch, from);
  }

  /** An object that was changed, with the parts of a patch on the lines of its file. */
  static Manifest changed(Manifest object, Node root, Node patch, Text from) {
    var patched = new IdentityHashMap<>(object.patched());
    note(patch, from, patched);
    return new Manifest(object.text(), root, object.environment(), patched, object.origin());
  }

  private static void note(Node node, Text from, Map<Node, Text> patched) {
    patched.put(node, from);
    node.fields().values().forEach(value -> note(value, from, patched));
    node.items().forEach(item -> note(item, from, patched));
  }

  private static Node merged(String field, Node below, Node above) {
    var directive = above.at(DIRECTIVE).text();
    if (directive.equals("delete")) return null;
    if (above.isMap() && (directive.equals("replace") || !below.isMap())) return without(above);
    if (above.isMap()) return maps(below, above);
    if (above.isList() && below.isList() && KEYS.containsKey(field)) {
      return lists(KEYS.get(field), below, above);
    }
    return above;
  }

  private static Node without(Node map) {
    if (!map.fields().containsKey(DIRECTIVE)) return map;
    var fields = new LinkedHashMap<>(map.fields());
    fields.remove(DIRECTIVE);
    return Node.map(fields, map.line());
  }

  private static Node maps(Node below, Node above) {
    var fields = new LinkedHashMap<>(below.fields());
    above
        .fields()
        .forEach(
            (name, value) -> {
              var merged =
                  value.kind() == Node.Kind.NULL
                      ? null
                      : merged(name, fields.getOrDefault(name, Node.MISSING), value);
              if (merged == null) fields.remove(name);
              else fields.put(name, merged);
            });
    return Node.map(fields, below.line());
  }

  private static Node lists(List<String> keys, Node below, Node above) {
    var items = new ArrayList<>(below.items());
    for (var item : above.items()) {
      int at = same(keys, items, item);
      if (at < 0) {
        if (!item.at(DIRECTIVE).isThere()) items.add(item);
        continue;
      }
      var merged = merged("", items.get(at), item);
      if (merged == null) items.remove(at);
      else items.set(at, merged);
    }
    return Node.list(items, below.line());
  }

  private static int same(List<String> keys, List<Node> items, Node item) {
    for (int i = 0; i < items.size(); i++) {
      for (var key : keys) {
        var value = item.at(key);
        if (value.isThere() && value.text().equals(items.get(i).at(key).text())) return i;
      }
    }
    return -1;
  }

  /** Null when an operation is none of "add", "replace" and "remove", or finds no place. */
  static Manifest json(Manifest object, Node operations, Text from) {
    var root = object.root();
    for (var operation : operations.items()) {
      var path = operation.at("path").text();
      if (!path.startsWith("/")) return null;
      root =
          edited(
              root,
              List.of(path.substring(1).split("/", -1)),
              operation.at("op").text(),
              operation.at("value"));
      if (root == null) return null;
    }
    return changed(object, root, operations, from);
  }

  private static Node edited(Node node, List<String> path, String operation, Node value) {
    var name = path.get(0).replace("~1", "/").replace("~0", "~");
    var rest = path.subList(1, path.size());
    if (node.isList()) return inList(node, name, rest, operation, value);
    if (!node.isMap()) return null;
    var fields = new LinkedHashMap<>(node.fields());
    if (!rest.isEmpty()) {
      var below = edited(fields.getOrDefault(name, Node.MISSING), rest, operation, value);
      if (below == null) return null;
      fields.put(name, below);
    } else if (operation.equals("remove")) {
      if (fields.remove(name) == null) return null;
    } else if (operation.equals("add") || operation.equals("replace")) {
      fields.put(name, value);
    } else {
      return null;
    }
    return Node.map(fields, node.line());
  }

  private static Node inList(
      Node node, String name, List<String> rest, String operation, Node value) {
    var items = new ArrayList<>(node.items());
    int at = name.equals("-") ? items.size() : index(name);
    boolean end = at == items.size() && rest.isEmpty() && operation.equals("add");
    if (at < 0 || at >= items.size() && !end) return null;
    if (!rest.isEmpty()) {
      var below = edited(items.get(at), rest, operation, value);
      if (below == null) return null;
      items.set(at, below);
    } else {
      switch (operation) {
        case "add" -> items.add(at, value);
        case "replace" -> items.set(at, value);
        case "remove" -> items.remove(at);
        default -> {
          return null;
        }
      }
    }
    return Node.list(items, node.line());
  }

  private static int index(String name) {
    return name.matches("[0-9]{1,6}") ? Integer.parseInt(name) : -1;
  }
}
