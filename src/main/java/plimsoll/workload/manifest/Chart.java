package plimsoll.workload.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import plimsoll.document.Node;
import plimsoll.document.YamlStream;
import plimsoll.workload.manifest.Template.Block;
import plimsoll.workload.manifest.Template.Piece;
import plimsoll.workload.manifest.Template.TemplateException;
import plimsoll.workload.manifest.Values.Unknown;

/**
 * A Helm chart: its templates, read with the values that it states and those that it states for
 * production.
 */
final class Chart {
  private static final Pattern VALUES =
      Pattern.compile("(?:values[-_.](.{1,60})|(.{1,60})[-_.]values)\\.ya?ml");
  private static final Pattern NAME = Pattern.compile("\\s*\"([^\"]{1,200})\"");

  final Text about;
  final Node root;
  private final String folder;
  private final List<Text> templates = new ArrayList<>();
  private final List<Text> crds = new ArrayList<>();
  private final Map<String, Text> valuesOf = new TreeMap<>();
  private Text values;

  Chart(Text about, Node root) {
    this.about = about;
    this.root = root;
    this.folder = folder(about.file().path());
  }

  /** With a slash at its end; empty for the top. */
  static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  String folder() {
    return folder;
  }

  /** Takes a file of its folder; false for what is nothing of a chart. */
  boolean takes(Text text) {
    var path = text.file().path().substring(folder.length());
    if (path.startsWith("templates/")) {
      if (!path.startsWith("templates/tests/") && !path.endsWith("NOTES.txt")) templates.add(text);
    } else if (path.startsWith("crds/")) {
      crds.add(text);
    } else if (path.equals("values.yaml") || path.equals("values.yml")) {
      values = text;
    } else if (VALUES.matcher(path.substring(path.lastIndexOf('/') + 1)).matches()) {
      valuesOf.put(path, text);
    } else {
      return path.equals("values.schema.json") || path.equals("Chart.lock");
    }
    return true;
  }

  /** Values files of environments, by the names of these. */
  Map<String, Text> environments() {
    var found = new TreeMap<String, Text>();
    valuesOf.forEach(
        (path, text) -> {
          var name = VALUES.matcher(path.substring(path.lastIndexOf('/') + 1));
          if (!name.matches()) return;
          var word = name.group(1) != null ? name.group(1) : name.group(2);
          if (Environment.named(word) != null) found.put(word, text);
        });
    return found;
  }

  List<Node> dependencies() {
    return root.at("dependencies").items();
  }

  boolean isLibrary() {
    return root.at("type").text().equals("library");
  }

  boolean hasTemplates() {
    return templates.stream().anyMatch(one -> !one.file().path().endsWith(".tpl"));
  }

  /** Makes what it makes for production, or else by its own values. */
  void render(Manifests into) {
    if (isLibrary()) return;
    var production =
        environments().entrySet().stream()
            .filter(one -> Environment.named(one.getKey()) == Environment.PRODUCTION)
            .findFirst();
    var stated = new LinkedHashMap<String, Object>();
    if (values != null) stated.putAll(read(values, into));
    Map<String, Object> all =
        production.isPresent()
            ? Values.merged(stated, read(production.get().getValue(), into))
            : stated;
    var named = new HashMap<String, List<Piece>>();
    var bodies = new LinkedHashMap<Text, List<Piece>>();
    for (var text : templates) {
      try {
        var body = Template.of(text.whole());
        define(body, named);
        if (!text.file().path().endsWith(".tpl")) bodies.put(text, body);
      } catch (TemplateException e) {
        into.unreadable(text, 1, e.getMessage());
      }
    }
    var environment = production.isPresent() ? Environment.PRODUCTION : null;
    bodies.forEach((text, body) -> render(text, body, named, scope(all), environment, into));
    crds.forEach(text -> into.known.add(text.file()));
  }

  private static Map<String, Object> read(Text text, Manifests into) {
    into.known.add(text.file());
    for (var part : YamlStream.nodes(text.whole())) {
      if (part.content() instanceof Node node && node.isMap()) return Values.map(Values.of(node));
      if (part.fault() != null) into.unreadable(text, part.line(), part.fault());
    }
    return Map.of();
  }

  static void define(List<Piece> body, Map<String, List<Piece>> named) {
    for (var piece : body) {
      if (!(piece instanceof Block block)) continue;
      var name = NAME.matcher(block.branches().get(0).expression());
      if (Set.of("define", "block").contains(block.word()) && name.lookingAt()) {
        named.put(name.group(1), block.branches().get(0).body());
      }
      block.branches().forEach(branch -> define(branch.body(), named));
    }
  }

  private Map<String, Object> scope(Map<String, Object> values) {
    var chart = new LinkedHashMap<String, Object>(Values.map(Values.of(root)));
    var known = new LinkedHashMap<String, Object>();
    chart.forEach((name, value) -> known.put(capital(name), value));
    known.putIfAbsent("AppVersion", new Unknown("Chart.AppVersion"));
    var scope = new LinkedHashMap<String, Object>();
    scope.put("Values", values);
    scope.put("Chart", known);
    scope.put("Release", Map.of("Service", "Helm"));
    return scope;
  }

  private static String capital(String name) {
    return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private void render(
      Text text,
      List<Piece> body,
      Map<String, List<Piece>> named,
      Map<String, Object> scope,
      Environment environment,
      Manifests into) {
    into.known.add(text.file());
    var rendering = new Rendering(named);
    try {
      rendering.render(body, scope);
    } catch (TemplateException e) {
      into.unreadable(text, 1, e.getMessage());
      return;
    }
    rendering.undecided().forEach((line, words) -> into.undecided(text, line));
    rendering.unmade().forEach(unmade -> unmade.lines().forEach(into::hide));
    new Made(text, rendering).into(into, environment);
  }

  /** Names of the values that its environments have of their own. */
  Set<String> layers() {
    return new TreeSet<>(environments().keySet());
  }
}
