package plimsoll.workload.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import plimsoll.document.Node;
import plimsoll.document.YamlStream;

/**
 * Where Alertmanager sends alerts: its own configuration in a ConfigMap or Secret, or the
 * operator's AlertmanagerConfig. The receiver of the trunk gets what nobody else gets, and is no
 * team.
 */
final class Routes {
  private static final int DEPTH_MAX = 20;
  private static final Pattern CONDITION =
      Pattern.compile("\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*(=~|!~|!=|=)\\s*\"?(.*?)\"?\\s*");

  /**
   * @param namespace that alerts have to come from; null for any
   */
  private record Tree(Node route, Node receivers, String namespace) {}

  private final List<Tree> trees = new ArrayList<>();

  Routes(Scene scene) {
    Stream.of("ConfigMap", "Secret").flatMap(kind -> scene.all(kind).stream()).forEach(this::own);
    for (var config : scene.all("AlertmanagerConfig")) {
      trees.add(
          new Tree(config.at("spec", "route"), config.at("spec", "receivers"), config.namespace()));
    }
  }

  private void own(Manifest holder) {
    for (var data : List.of("data", "stringData")) {
      for (Map.Entry<String, Node> file : holder.at(data).fields().entrySet()) {
        if (!file.getKey().startsWith("alertmanager.y")) continue;
        for (var part : YamlStream.nodes(file.getValue().text())) {
          if (part.content() instanceof Node root && root.at("route").isMap()) {
            trees.add(new Tree(root.at("route"), root.at("receivers"), null));
          }
        }
      }
    }
  }

  boolean isEmpty() {
    return trees.isEmpty();
  }

  /** Who gets an alert beside everybody; null when nobody does. */
  String receiver(Node labels, String alert, String namespace) {
    for (var tree : trees) {
      if (tree.namespace() != null && namespace != null && !tree.namespace().equals(namespace)) {
        continue;
      }
      boolean operators = tree.namespace() != null;
      var found = branch(tree.route(), labels, alert, operators ? 0 : 1);
      if (found != null && reachesSomebody(tree, found)) return found;
    }
    return null;
  }

  /** The deepest branch that takes it: an operator's trunk is a team's own already. */
  private static String branch(Node route, Node labels, String alert, int trunk) {
    if (trunk > DEPTH_MAX) return null;
    for (var child : route.at("routes").items()) {
      if (takes(child, labels, alert)) {
        var deeper = branch(child, labels, alert, trunk + 2);
        return deeper != null ? deeper : child.at("receiver").text();
      }
    }
    return trunk == 0 ? route.at("receiver").text() : null;
  }

  private static boolean takes(Node route, Node labels, String alert) {
    boolean equal =
        route.at("match").fields().entrySet().stream()
            .allMatch(one -> value(one.getKey(), labels, alert).equals(one.getValue().text()));
    boolean like =
        route.at("match_re").fields().entrySet().stream()
            .allMatch(
                one ->
                    Alternatives.of(one.getValue().text())
                        .takes(value(one.getKey(), labels, alert)));
    return equal
        && like
        && route.at("matchers").items().stream().allMatch(one -> condition(one, labels, alert));
  }

  private static boolean condition(Node condition, Node labels, String alert) {
    if (condition.isMap()) {
      var type = condition.at("matchType").text();
      return holds(
          condition.at("name").text(),
          condition.at("regex").isTrue() ? "=~" : type.isEmpty() ? "=" : type,
          condition.at("value").text(),
          labels,
          alert);
    }
    var parts = CONDITION.matcher(condition.text());
    return condition.text().length() < 1000
        && parts.matches()
        && holds(parts.group(1), parts.group(2), parts.group(3), labels, alert);
  }

  private static boolean holds(
      String label, String operator, String wanted, Node labels, String alert) {
    var value = value(label, labels, alert);
    return switch (operator) {
      case "=" -> value.equals(wanted);
      case "!=" -> !value.equals(wanted);
      case "=~" -> Alternatives.of(wanted).takes(value);
      default -> !Alternatives.of(wanted).takes(value);
    };
  }

  private static String value(String label, Node labels, String alert) {
    return label.equals("alertname") ? alert : labels.at(label).text();
  }

  /** A receiver that sends nothing anywhere is a waste-paper basket. */
  private static boolean reachesSomebody(Tree tree, String name) {
    return tree.receivers().items().stream()
        .filter(one -> one.at("name").text().equals(name))
        .anyMatch(one -> one.fields().size() > 1);
  }
}
