package plimsoll.workload.manifest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

  private Manifests() {}

  /** Files of other languages are passed over. */
  static Manifests of(List<SourceFile> files) {
    var manifests = new Manifests();
    files.stream()
        .sorted(Comparator.comparing(SourceFile::path).thenComparing(SourceFile::origin))
        .filter(Manifests::isYaml)
        .forEach(file -> manifests.plain(Text.of(file)));
    return manifests;
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
