package plimsoll.workload.manifest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import plimsoll.document.Node;
import plimsoll.document.YamlStream;
import plimsoll.pattern.Profile.Gap;
import plimsoll.workload.manifest.Manifest.Origin;

/**
 * Puts together what kustomizations name: files, folders, components and patches, as far as these
 * lie with the service. Names keep their bare form, without prefix, suffix or hash, so that what
 * refers to them still does.
 */
final class Kustomizations {
  private static final Set<String> NAMES =
      Set.of("kustomization.yaml", "kustomization.yml", "Kustomization");
  private static final int DEPTH_MAX = 20;
  private static final int OBJECTS_MAX = 20_000;

  private final Map<String, Text> texts = new LinkedHashMap<>();
  private final Map<String, Kustomization> byFolder = new TreeMap<>();
  private final Set<Text> taken = new HashSet<>();
  private final Manifests into;
  private int made;

  Kustomizations(List<Text> all, Manifests into) {
    this.into = into;
    for (var text : all) {
      if (text.file().live()) continue;
      var path = text.file().path();
      texts.putIfAbsent(path, text);
      if (!NAMES.contains(path.substring(path.lastIndexOf('/') + 1))) continue;
      for (var part : Manifests.documents(text)) {
        if (part.content() instanceof Node root && root.isMap() && isOwn(root)) {
          byFolder.put(Chart.folder(path), new Kustomization(text, root));
        } else if (part.fault() != null) {
          into.unreadable(text, part.line(), part.fault());
          taken.add(text);
        }
      }
    }
  }

  /** Flux has objects of the same name. */
  private static boolean isOwn(Node root) {
    return !root.at("apiVersion").text().startsWith("kustomize.toolkit.fluxcd.io");
  }

  /** Makes what those make that no other one names. */
  void read() {
    var named = new HashSet<String>();
    for (var one : byFolder.values()) {
      Stream.concat(one.resources().stream(), one.components().stream())
          .map(name -> folder(one.folder(), name.text()))
          .forEach(named::add);
    }
    byFolder.forEach(
        (folder, one) -> {
          taken.add(one.text());
          into.known.add(one.text().file());
          if (named.contains(folder)) return;
          into.kustomizations.add(one);
          layer(one);
          var environment = environment(one);
          for (var object : built(one, List.of(), 0)) add(object, environment);
        });
  }

  /** Whether a file went into one. */
  boolean took(Text text) {
    return taken.contains(text);
  }

  private void add(Manifest object, Environment environment) {
    into.add(
        new Manifest(
            object.text(),
            object.root(),
            environment == null ? object.environment() : environment,
            object.patched(),
            Origin.KUSTOMIZATION));
  }

  private static Environment environment(Kustomization one) {
    var byFolder = Environment.ofPath(one.text().file().path());
    return byFolder != null ? byFolder : Environment.named(one.root().at("namespace").text());
  }

  /** The last folder of one that lies among others, or is called as an environment is. */
  private void layer(Kustomization one) {
    var parts = one.folder().split("/");
    var last = parts[parts.length - 1];
    boolean among = parts.length > 1 && parts[parts.length - 2].startsWith("overlay");
    if (among || Environment.named(last) != null) into.layers.putIfAbsent(last, one.text());
  }

  private List<Manifest> built(Kustomization one, List<Manifest> given, int depth) {
    if (depth > DEPTH_MAX) {
      gap(one, one.root(), "Kustomizations name each other in a circle.");
      return given;
    }
    var objects = new ArrayList<>(given);
    one.resources().forEach(name -> objects.addAll(resource(one, name, depth)));
    one.root()
        .at("configMapGenerator")
        .items()
        .forEach(g -> objects.add(made(one, g, "ConfigMap")));
    one.root().at("secretGenerator").items().forEach(g -> objects.add(made(one, g, "Secret")));
    var all = new ArrayList<>(changed(one, objects));
    for (var name : one.components()) {
      var component = byFolder.get(folder(one.folder(), name.text()));
      if (component == null) unseen(one, name);
      else all = new ArrayList<>(built(component, all, depth + 1));
    }
    for (var field : List.of("transformers", "generators", "vars", "replacements", "helmCharts")) {
      if (one.root().at(field).isThere()) {
        gap(one, one.root().at(field), "What %s change is not read.".formatted(field));
      }
    }
    if (!one.root().at("helmCharts").items().isEmpty()) into.hidesAll = true;
    return all;
  }

  private List<Manifest> resource(Kustomization one, Node name, int depth) {
    var folder = folder(one.folder(), name.text());
    var text = texts.get(folder.substring(0, Math.max(0, folder.length() - 1)));
    if (Kustomization.isRemote(name.text())) {
      unseen(one, name);
      return List.of();
    }
    if (byFolder.containsKey(folder)) return built(byFolder.get(folder), List.of(), depth + 1);
    if (text == null) {
      unseen(one, name);
      return List.of();
    }
    taken.add(text);
    return objects(text);
  }

  private List<Manifest> objects(Text text) {
    var objects = new ArrayList<Manifest>();
    for (var part : Manifests.documents(text)) {
      if (part.fault() != null) into.fault(text, part);
      else if (part.content() instanceof Node root) {
        Manifests.expanded(root).forEach(each -> objects.add(Manifest.plain(text, each)));
      }
    }
    into.known.add(text.file());
    made += objects.size();
    if (made > OBJECTS_MAX) return List.of();
    return objects;
  }

  private void unseen(Kustomization one, Node name) {
    into.hidesAll = true;
    gap(one, name, "What it takes from here was not read.");
  }

  private void gap(Kustomization one, Node line, String why) {
    into.gaps.add(new Gap(one.text().at(line.line()), why));
  }

  /** Without its end of a path's dots, and with a slash at its end. */
  private static String folder(String from, String name) {
    var parts = new ArrayList<String>();
    for (var part : (from + name).split("/")) {
      if (part.isEmpty() || part.equals(".")) continue;
      if (part.equals("..") && !parts.isEmpty()) parts.remove(parts.size() - 1);
      else parts.add(part);
    }
    return parts.isEmpty() ? "" : String.join("/", parts) + "/";
  }

  /** An object that a generator makes of files and literals; what these say is not read. */
  private static Manifest made(Kustomization one, Node generator, String kind) {
    int line = generator.line();
    var data = new LinkedHashMap<String, Node>();
    for (var literal : generator.at("literals").items()) {
      int equals = Math.max(0, literal.text().indexOf('='));
      data.put(
          literal.text().substring(0, equals),
          Node.scalar(
              Node.Kind.TEXT, literal.text().substring(equals).replaceFirst("^=", ""), line));
    }
    for (var field : List.of("files", "envs")) {
      for (var file : generator.at(field).items()) data.put(file.text(), text(file.text(), line));
    }
    var fields = new LinkedHashMap<String, Node>();
    fields.put("apiVersion", text("v1", line));
    fields.put("kind", text(kind, line));
    fields.put("metadata", Node.map(Map.of("name", generator.at("name")), line));
    fields.put("data", Node.map(data, line));
    return Manifest.plain(one.text(), Node.map(fields, line));
  }

  private static Node text(String value, int line) {
    return Node.scalar(Node.Kind.TEXT, value, line);
  }

  private List<Manifest> changed(Kustomization one, List<Manifest> objects) {
    var all = objects;
    var root = one.root();
    for (var patch : root.at("patchesStrategicMerge").items()) {
      all = patched(one, patch, Node.MISSING, all);
    }
    for (var field : List.of("patches", "patchesJson6902")) {
      for (var patch : root.at(field).items()) {
        var what = patch.at("path").isThere() ? patch.at("path") : patch.at("patch");
        all = patched(one, what, patch.at("target"), all);
      }
    }
    for (var count : root.at("replicas").items()) all = replicas(one, count, all);
    for (var image : root.at("images").items()) all = images(one, image, all);
    if (root.at("namespace").isThere()) all = inNamespace(one, root.at("namespace"), all);
    return all;
  }

  /** A patch stands in a file of its own, or in place as a text. */
  private List<Manifest> patched(
      Kustomization one, Node patch, Node target, List<Manifest> objects) {
    var path = folder(one.folder(), patch.text());
    var file = texts.get(path.substring(0, Math.max(0, path.length() - 1)));
    boolean inPlace = patch.text().contains("\n") || patch.text().startsWith("[");
    if (file == null && !inPlace) {
      gap(one, patch, "This patch was not read.");
      into.hidesAll = true;
      return objects;
    }
    var from = inPlace ? one.text() : file;
    if (!inPlace) {
      taken.add(file);
      into.known.add(file.file());
    }
    var words = inPlace ? "\n".repeat(patch.line()) + patch.text() : file.whole();
    var all = objects;
    for (var part : YamlStream.nodes(words)) {
      if (part.content() instanceof Node node) all = patched(one, node, from, target, patch, all);
      else if (part.fault() != null) gap(one, patch, part.fault());
    }
    return all;
  }

  private List<Manifest> patched(
      Kustomization one, Node patch, Text from, Node target, Node line, List<Manifest> objects) {
    var all = new ArrayList<Manifest>();
    boolean found = false;
    for (var object : objects) {
      if (!(target.isMap() ? Targets.meets(target, object) : Targets.named(patch, object))) {
        all.add(object);
        continue;
      }
      found = true;
      if (patch.isList()) {
        var edited = Patching.json(object, patch, from);
        if (edited == null) gap(one, line, "This patch finds no place in " + object.called() + ".");
        all.add(edited == null ? object : edited);
      } else {
        var merged = Patching.strategic(object, patch, from);
        if (merged != null) all.add(merged);
      }
    }
    if (!found) gap(one, line, "This patch finds nothing to change.");
    return all;
  }

  private List<Manifest> replicas(Kustomization one, Node count, List<Manifest> objects) {
    return objects.stream()
        .map(
            object -> {
              boolean meant =
                  object.name().equals(count.at("name").text())
                      && object.root().at("spec", "template").isMap();
              if (!meant) return object;
              var patch = nested("spec", nested("replicas", count.at("count")));
              return Patching.strategic(object, patch, one.text());
            })
        .toList();
  }

  private static Node nested(String name, Node value) {
    return Node.map(Map.of(name, value), value.line());
  }

  private List<Manifest> images(Kustomization one, Node image, List<Manifest> objects) {
    return objects.stream().map(object -> Images.changed(object, image, one.text())).toList();
  }

  private List<Manifest> inNamespace(Kustomization one, Node name, List<Manifest> objects) {
    var patch = nested("metadata", nested("namespace", name));
    return objects.stream().map(object -> Patching.strategic(object, patch, one.text())).toList();
  }
}
