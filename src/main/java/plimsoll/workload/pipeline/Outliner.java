package plimsoll.workload.pipeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import plimsoll.document.Node;
import plimsoll.pattern.Outline;
import plimsoll.workload.file.Reader;
import plimsoll.workload.file.Sketch;
import plimsoll.workload.file.SourceFile;

/**
 * Takes from every file what may be a copy of another team's: what it says, without what differs
 * between any two services.
 */
public final class Outliner implements Reader {
  private static final int LINES_MAX = 10_000;

  @Override
  public void read(List<SourceFile> files, List<SourceFile> surroundings, Sketch sketch) {
    var all = files.stream().map(Parsed::of).toList();
    var masks = new Masking(names(all));
    for (var text : all) {
      var lines = lines(text, masks);
      if (!lines.isEmpty()) {
        sketch.outline(
            new Outline(text.file().path(), part(text), lines, List.copyOf(shared(text, all))));
      }
    }
  }

  /** What an object says that lies in no file, in lines like those of files. */
  public static List<String> lines(Node object) {
    var names = new HashSet<String>();
    addNames(names, object);
    return new PathLines(new Masking(names)).of(object);
  }

  private static List<String> lines(Parsed text, Masking masks) {
    boolean whole = !text.documents().isEmpty() && text.faults().isEmpty();
    var lines =
        whole ? paths(text, masks) : PlainText.lines(text.name(), text.file().text(), masks);
    return lines.size() > LINES_MAX ? lines.subList(0, LINES_MAX) : lines;
  }

  /** The order of documents never matters. */
  private static List<String> paths(Parsed text, Masking masks) {
    return text.documents().stream()
        .map(document -> new PathLines(masks).of(document))
        .sorted((one, other) -> one.toString().compareTo(other.toString()))
        .flatMap(List::stream)
        .toList();
  }

  /** Names of objects, which other values repeat. */
  private static Set<String> names(List<Parsed> all) {
    var names = new HashSet<String>();
    for (var text : all) {
      for (var document : text.documents()) {
        addNames(names, document);
        if (text.name().equals("Chart.yaml")) add(names, document.at("name"));
      }
    }
    return names;
  }

  private static void addNames(Set<String> names, Node document) {
    add(names, document.at("metadata", "name"));
    add(names, document.at("metadata", "namespace"));
    document.at("metadata", "labels").fields().values().forEach(label -> add(names, label));
  }

  private static void add(Set<String> names, Node name) {
    if (name.kind() == Node.Kind.TEXT && name.text().length() > 2) names.add(name.text());
  }

  /** The part of the way to production that a file is for; only files of one part are compared. */
  static String part(Parsed text) {
    if (PipelineReader.pipeline(text, List.of(text)) != null) return "pipeline";
    var kinds = text.documents().stream().map(document -> document.at("kind").text()).toList();
    if (kinds.contains("Composition") || kinds.contains("CompositeResourceDefinition")) {
      return "composition";
    }
    if (text.documents().stream().anyMatch(document -> document.at("apiVersion").isThere())) {
      return "manifest";
    }
    if (text.documents().stream().anyMatch(document -> document.at("panels").isList())) {
      return "dashboard";
    }
    return byName(text);
  }

  private static String byName(Parsed text) {
    var path = text.file().path().toLowerCase(Locale.ROOT);
    var name = text.name().toLowerCase(Locale.ROOT);
    if (name.startsWith("jenkinsfile") || name.endsWith(".groovy")) return "pipeline";
    if (name.startsWith("dockerfile")
        || name.endsWith(".dockerfile")
        || name.startsWith("containerfile")) {
      return "image";
    }
    if (path.matches("(?:.*/)?templates/.*\\.(?:ya?ml|tpl)")) return "template";
    if (name.matches("(?:values.*|chart)\\.ya?ml")) return "chart";
    if (name.matches(".*\\.(?:tf|hcl|tfvars)")) return "infrastructure";
    if (name.equals("makefile") || name.endsWith(".mk")) return "makefile";
    int ending = name.lastIndexOf('.');
    return ending < 0 ? name : name.substring(ending + 1);
  }

  private static Set<String> shared(Parsed text, List<Parsed> all) {
    var shared = new TreeSet<String>();
    var pipeline = PipelineReader.pipeline(text, all);
    if (pipeline != null) {
      pipeline.references().forEach(reference -> shared.add(reference.name()));
    }
    for (var document : text.documents()) {
      shared.addAll(charts(document));
      shared.addAll(bases(text, document));
    }
    return shared;
  }

  private static List<String> charts(Node document) {
    var found = new ArrayList<String>();
    for (var one : document.at("dependencies").items()) {
      chart(found, one.at("repository"), one.at("name"));
    }
    chart(found, document.at("spec", "source", "repoURL"), document.at("spec", "source", "chart"));
    for (var source : document.at("spec", "sources").items()) {
      chart(found, source.at("repoURL"), source.at("chart"));
    }
    var spec = document.at("spec", "chart", "spec");
    chart(found, spec.at("sourceRef", "name"), spec.at("chart"));
    return found;
  }

  private static void chart(List<String> found, Node repository, Node name) {
    boolean elsewhere = repository.isThere() && !repository.text().startsWith("file:");
    if (elsewhere && name.isThere()) found.add(repository.text() + "/" + name.text());
  }

  /** Of a kustomization: those that are fetched. */
  private static List<String> bases(Parsed text, Node document) {
    if (!text.name().matches("(?i)kustomization(?:\\.ya?ml)?")) return List.of();
    return List.of("resources", "bases", "components").stream()
        .flatMap(field -> document.at(field).items().stream())
        .map(Node::text)
        .filter(
            base -> base.contains("://") || base.matches("[\\w.-]+\\.[a-z]+/.*|git@.*|.*\\?ref=.*"))
        .map(base -> base.replaceFirst("\\?.*$", ""))
        .toList();
  }
}
