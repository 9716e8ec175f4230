package plimsoll.workload.manifest;

import java.util.Map;
import plimsoll.document.Node;
import plimsoll.pattern.Evidence;

/**
 * A Kubernetes object, as a file or a cluster tells it.
 *
 * @param environment null when neither folder, nor label, nor namespace names one
 * @param patched parts that stand in other files, by identity
 * @param origin what it was made by: plain text, a chart's template, a kustomization
 */
record Manifest(
    Text text, Node root, Environment environment, Map<Node, Text> patched, Origin origin) {

  /** What made an object. */
  enum Origin {
    PLAIN,
    CHART,
    KUSTOMIZATION
  }

  static Manifest plain(Text text, Node root) {
    return new Manifest(text, root, environment(text, root), Map.of(), Origin.PLAIN);
  }

  /** By its folder, else by its namespace, else by its label. */
  static Environment environment(Text text, Node root) {
    var byFolder = text.file().live() ? null : Environment.ofPath(text.file().path());
    if (byFolder != null) return byFolder;
    var byNamespace = Environment.named(root.at("metadata", "namespace").text());
    return byNamespace != null
        ? byNamespace
        : Environment.named(root.at("metadata", "labels", "app.kubernetes.io/environment").text());
  }

  boolean live() {
    return text.file().live();
  }

  String kind() {
    return root.at("kind").text();
  }

  /** Empty for the core group. */
  String group() {
    var version = root.at("apiVersion").text();
    int slash = version.indexOf('/');
    return slash < 0 ? "" : version.substring(0, slash);
  }

  String version() {
    var version = root.at("apiVersion").text();
    return version.substring(version.indexOf('/') + 1);
  }

  boolean is(String group, String kind) {
    return kind().equals(kind) && group().equals(group);
  }

  String name() {
    var name = root.at("metadata", "name").text();
    return name.isEmpty() ? root.at("metadata", "generateName").text() : name;
  }

  /** Null when it doesn't say. */
  String namespace() {
    var namespace = root.at("metadata", "namespace").text();
    return namespace.isEmpty() || Open.is(namespace) ? null : namespace;
  }

  Node labels() {
    return root.at("metadata", "labels");
  }

  String annotation(String key) {
    return root.at("metadata", "annotations", key).text();
  }

  /** A field, open where a template may have put it. */
  Node at(String... path) {
    return Open.at(root, path);
  }

  /** As in a sentence: "Deployment web". */
  String called() {
    return kind() + " " + name();
  }

  /** Where a part of it stands. */
  Evidence evidence(Node part, String name) {
    return textOf(part).at(part.isThere() ? part : at("kind"), name);
  }

  /** The file that a part stands in. */
  Text textOf(Node part) {
    return patched.getOrDefault(part, text);
  }

  /** That something is not there. */
  Evidence lacking() {
    var where = text.file();
    return new Evidence(where.path(), where.live() ? 0 : root.at("kind").line(), "");
  }
}
