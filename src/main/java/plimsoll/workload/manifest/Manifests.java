package plimsoll.workload.manifest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import plimsoll.document.Node;
import plimsoll.document.YamlStream;
import plimsoll.pattern.Profile.Gap;
import plimsoll.workload.file.SourceFile;

/**
 * The Kubernetes objects in files, whatever order these come in, and what could not be read of
 * them.
 */
final class Manifests {
  private static final Pattern KIND =
      Pattern.compile("^\\s*(?:-\\s+)?\"?kind\"?:\\s*\"?([A-Za-z]+)");
  private static final Pattern VERSION = Pattern.compile("^\\s*(?:-\\s+)?\"?apiVersion\"?:.*");

  final List<Manifest> objects = new ArrayList<>();
  final Set<Gap> gaps = new HashSet<>();

  /** Those that held objects, or should have. */
  final Set<SourceFile> known = new HashSet<>();

  /** Kinds of objects that may be there unseen. */
  final Set<String> hidden = new HashSet<>();

  /** Folders and values files of environments, by the names of these. */
  final Map<String, Text> layers = new TreeMap<>();

  private Manifests() {}

  final List<Chart> charts = new ArrayList<>();
  final List<Kustomization> kustomizations = new ArrayList<>();

  /** Whether objects of any kind may be there unseen. */
  boolean hidesAll;

  /** Files of other languages are passed over. */
  static Manifests of(List<SourceFile> files) {
    var manifests = new Manifests();
    var texts =
        files.stream()
            .sorted(Comparator.comparing(SourceFile::path).thenComparing(SourceFile::origin))
            .filter(file -> isYaml(file) || file.path().endsWith(".tpl"))
            .map(Text::of)
            .toList();
    manifests.readCharts(texts);
    var plain = texts.stream().filter(text -> !manifests.ofChart(text)).toList();
    var kustomizations = new Kustomizations(plain, manifests);
    kustomizations.read();
    plain.stream()
        .filter(text -> !kustomizations.took(text))
        .filter(text -> isYaml(text.file()))
        .forEach(manifests::plain);
    manifests.charts.forEach(chart -> chart.render(manifests));
    manifests.preferMade();
    return manifests;
  }

  /** Charts inside of charts are dependencies that were brought along, and no services. */
  private void readCharts(List<Text> texts) {
    for (var text : texts) {
      var path = text.file().path();
      boolean named = path.equals("Chart.yaml") || path.endsWith("/Chart.yaml");
      if (!named || text.file().live() || path.contains("/charts/") && isInside(path)) continue;
      for (var part : documents(text)) {
        if (part.content() instanceof Node root && root.isMap()) {
          charts.add(new Chart(text, root));
          known.add(text.file());
          break;
        }
      }
    }
  }

  private boolean isInside(String path) {
    return charts.stream().anyMatch(chart -> path.startsWith(chart.folder() + "charts/"));
  }

  /** Whether a file is a chart's own affair. */
  private boolean ofChart(Text text) {
    var path = text.file().path();
    if (text.file().live()) return false;
    for (var chart : charts) {
      if (!path.startsWith(chart.folder())) continue;
      if (text == chart.about || chart.takes(text)) return true;
      if (path.startsWith(chart.folder() + "charts/")) return true;
    }
    return false;
  }

  /** What somebody rendered beats the template that it came from. */
  private void preferMade() {
    if (charts.isEmpty()) return;
    var plain = objects.stream().filter(Manifests::isMade).map(Manifest::called).toList();
    objects.removeIf(
        one ->
            one.origin() == Manifest.Origin.CHART
                && plain.stream().anyMatch(other -> isOf(other, one.called())));
    charts.forEach(
        chart -> chart.environments().forEach((name, text) -> layers.putIfAbsent(name, text)));
  }

  /** Whether Helm made it, as it then says of itself. */
  private static boolean isMade(Manifest object) {
    if (object.origin() == Manifest.Origin.CHART) return false;
    var labels = object.labels();
    return object.live()
        || labels.at("helm.sh/chart").isThere()
        || labels.at("app.kubernetes.io/managed-by").text().equals("Helm")
        || labels.at("heritage").isThere()
        || object.text().above(object.root()).anyMatch(line -> line.startsWith("# Source: "));
  }

  /** Whether a name may be what a template's name becomes: marks stand for anything. */
  private static boolean isOf(String name, String template) {
    int from = 0;
    for (var part : template.split(Open.LEFT + "[^" + Open.RIGHT + "]*" + Open.RIGHT, -1)) {
      int found = name.indexOf(part, from);
      if (found < 0 || from == 0 && found > 0) return false;
      from = found + part.length();
    }
    return from == name.length() || template.endsWith(Open.RIGHT);
  }

  /** A condition of a template that nobody decided. */
  void undecided(Text text, int line) {
    gaps.add(new Gap(text.at(line), "No value is stated that decides this."));
  }

  /** Part of a chart or a kustomization that could not be read; what it makes may be there. */
  void unreadable(Text text, int line, String why) {
    known.add(text.file());
    gaps.add(new Gap(text.at(line), why));
    text.lines().forEach(this::hide);
  }

  static boolean isYaml(SourceFile file) {
    if (file.live()) return true;
    var path = file.path().toLowerCase(Locale.ROOT);
    return path.endsWith(".yaml") || path.endsWith(".yml") || path.endsWith(".json");
  }

  /** The objects of a text, one by one, those of lists too. */
  private void plain(Text text) {
    for (var part : documents(text)) {
      if (part.fault() != null) fault(text, part);
      else if (part.content() instanceof Node root) {
        for (var object : expanded(root)) add(Manifest.plain(text, object));
      }
    }
  }

  void add(Manifest object) {
    objects.add(object);
    known.add(object.text().file());
  }

  /** JSON may be indented by tabs, which the YAML that it else is forbids. */
  static List<YamlStream.Part> documents(Text text) {
    var whole = text.whole();
    boolean json = whole.stripLeading().startsWith("{") || whole.stripLeading().startsWith("[");
    return YamlStream.nodes(json ? whole.replace('\t', ' ') : whole);
  }

  /** What is no object at all counts for nothing. */
  static List<Node> expanded(Node root) {
    if (root.isList()) {
      return root.items().stream().flatMap(item -> expanded(item).stream()).toList();
    }
    var kind = root.at("kind").text();
    if (kind.endsWith("List") && root.at("items").isList()) {
      var own = kind.substring(0, kind.length() - "List".length());
      return root.at("items").items().stream()
          .map(item -> own.isEmpty() ? item : typed(item, root, own))
          .filter(Manifests::isObject)
          .toList();
    }
    return isObject(root) ? List.of(root) : List.of();
  }

  /** Items of a typed list need not say what they are. */
  private static Node typed(Node item, Node list, String kind) {
    if (!item.isMap() || item.at("kind").isThere()) return item;
    var fields = new LinkedHashMap<String, Node>();
    fields.put("apiVersion", list.at("apiVersion"));
    fields.put("kind", Node.scalar(Node.Kind.TEXT, kind, item.line()));
    fields.putAll(item.fields());
    return Node.map(fields, item.line());
  }

  private static boolean isObject(Node root) {
    return !root.at("apiVersion").text().isBlank() && !root.at("kind").text().isBlank();
  }

  /** A broken file of another language is no matter of ours. */
  void fault(Text text, YamlStream.Part part) {
    if (text.lines().stream().noneMatch(line -> VERSION.matcher(line).matches())) return;
    known.add(text.file());
    gaps.add(new Gap(text.at(part.line()), part.fault()));
    text.lines().forEach(this::hide);
  }

  /** Notes the kind that a line names. */
  void hide(String line) {
    var kind = KIND.matcher(line);
    if (kind.find()) hidden.add(kind.group(1));
  }

  /** Objects that a name selects, such as all that go by a kind. */
  Map<String, List<Manifest>> byKind() {
    var kinds = new LinkedHashMap<String, List<Manifest>>();
    for (var object : objects) {
      kinds.computeIfAbsent(object.kind(), any -> new ArrayList<>()).add(object);
    }
    return kinds;
  }
}
