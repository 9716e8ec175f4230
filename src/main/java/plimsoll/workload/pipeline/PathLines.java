package plimsoll.workload.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plimsoll.document.Node;

/**
 * Writes a document as lines of "path=value". Keys are sorted; lists keep their order, without
 * numbers, so that one more item moves no other. Where keys are names that somebody chose, what
 * they hold is sorted instead.
 */
final class PathLines {
  /** Their keys are names of jobs, services and the like. */
  private static final Set<String> NAMED =
      Set.of("jobs", "services", "orbs", "workflows", "pipelines");

  /** What a cluster adds to an object, and what only one object has. */
  private static final Set<String> RECORDS =
      Set.of(
          "creationTimestamp",
          "generation",
          "managedFields",
          "resourceVersion",
          "selfLink",
          "uid",
          "kubectl.kubernetes.io/last-applied-configuration");

  /** Their values are names, and say nothing of how a thing is done. */
  private static final Set<String> NAMES =
      Set.of(
          "name",
          "namespace",
          "id",
          "title",
          "description",
          "label",
          "display",
          "displayName",
          "run-name",
          "serviceAccountName",
          "serviceAccount",
          "releaseName",
          "secretName",
          "claimName",
          "needs",
          "app.kubernetes.io/name",
          "app.kubernetes.io/instance",
          "app.kubernetes.io/part-of",
          "app",
          "key");

  /** Names in these lists are part of what is said. */
  private static final Set<String> SAYING = Set.of("env", "ports", "args", "parameters");

  private final Masking masks;

  PathLines(Masking masks) {
    this.masks = masks;
  }

  List<String> of(Node document) {
    var kind = document.at("apiVersion").isThere() ? document.at("kind").text() : "";
    boolean object = !kind.isEmpty();
    return lines(object ? kind : "", "", document, object);
  }

  private List<String> lines(String path, String key, Node node, boolean object) {
    if (node.isMap()) return map(path, key, node, object);
    if (node.isList()) {
      return node.items().stream()
          .flatMap(item -> lines(path + "[]", key, item, false).stream())
          .toList();
    }
    return values(path, key, node);
  }

  private List<String> map(String path, String key, Node node, boolean object) {
    boolean named = NAMED.contains(key) || node.tag().isEmpty() && key.isEmpty() && gitLab(node);
    var blocks = new ArrayList<List<String>>();
    node.fields().entrySet().stream()
        .filter(
            field ->
                !RECORDS.contains(field.getKey()) && !(object && field.getKey().equals("status")))
        .sorted(Map.Entry.comparingByKey())
        .forEach(field -> blocks.add(block(path, key, named, field.getKey(), field.getValue())));
    if (named) blocks.sort(Comparator.comparing(List::toString));
    return blocks.stream().flatMap(List::stream).toList();
  }

  private List<String> block(String path, String parent, boolean named, String key, Node value) {
    boolean name = named && value.isMap();
    var shown = name ? "*" : masks.of(key);
    var inside = path.isEmpty() ? shown : path + "." + shown;
    boolean saying = SAYING.contains(parent) && key.equals("name");
    return lines(inside, name ? "*" : saying ? "" : key, value, false);
  }

  /** GitLab's jobs stand at the top, beside everything else. */
  private static boolean gitLab(Node node) {
    return node.fields().values().stream()
        .anyMatch(field -> field.at("script").isThere() || field.at("extends").isThere());
  }

  private List<String> values(String path, String key, Node node) {
    if (NAMES.contains(key)) return List.of(path + "=NAME");
    if (key.equals("uses")) return List.of(path + "=" + GitHubActions.versionless(node.text()));
    var text = key.equals("image") ? Step.imageName(node.text()) : node.text();
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .map(line -> path + "=" + masks.of(line))
        .toList();
  }
}
