package plimsoll.workload.crossplane;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import plimsoll.document.Documents;
import plimsoll.document.Node;
import plimsoll.pattern.Slot;
import plimsoll.workload.file.Reader;
import plimsoll.workload.file.Sketch;
import plimsoll.workload.file.SourceFile;

/**
 * Reads how a service comes by buckets, queues and databases: by asking for a kind that a platform
 * defines, which is reuse, or by resources and compositions of its own, in Crossplane or Terraform.
 */
public final class CrossplaneReader implements Reader {
  private static final String GROUP = "apiextensions.crossplane.io/";
  private static final String DEFINITION = "CompositeResourceDefinition";

  @Override
  public void read(List<SourceFile> files, List<SourceFile> surroundings, Sketch sketch) {
    var defined = new HashSet<String>();
    Stream.concat(files.stream(), surroundings.stream())
        .filter(CrossplaneReader::maySpeak)
        .forEach(file -> documents(file).forEach(one -> define(one, defined)));
    for (var file : files) {
      if (file.path().toLowerCase(Locale.ROOT).endsWith(".tf")) {
        Terraform.read(file, sketch);
      } else if (maySpeak(file)) {
        documents(file).forEach(one -> read(one, file, defined, sketch));
      }
    }
  }

  /** Most files say nothing of Crossplane, and parsing is dear. */
  private static boolean maySpeak(SourceFile file) {
    return file.path().toLowerCase(Locale.ROOT).matches(".*\\.(?:ya?ml|json)|[^.]*")
        && file.text().contains("apiVersion");
  }

  private static List<Node> documents(SourceFile file) {
    return Documents.of(file.path(), file.text()).stream()
        .map(part -> part.content() instanceof Node node ? node : Node.MISSING)
        .flatMap(CrossplaneReader::objects)
        .filter(one -> one.at("apiVersion").isThere() && one.at("kind").isThere())
        .toList();
  }

  /** A list of Kubernetes is its items. */
  private static Stream<Node> objects(Node one) {
    boolean list = one.at("kind").text().endsWith("List") && one.at("items").isList();
    return list ? one.at("items").items().stream() : Stream.of(one);
  }

  private static void define(Node one, Set<String> defined) {
    if (!one.at("kind").text().equals(DEFINITION)) return;
    for (var names : List.of("names", "claimNames")) {
      var kind = one.at("spec", names, "kind").text();
      if (!kind.isEmpty()) defined.add(one.at("spec", "group").text() + "/" + kind);
    }
  }

  private static void read(Node one, SourceFile file, Set<String> defined, Sketch sketch) {
    var version = one.at("apiVersion").text();
    var kind = one.at("kind").text();
    var quote = "kind: " + kind;
    int line = one.at("kind").line();
    if (version.startsWith(GROUP)) {
      sketch.read(file);
      if (kind.equals("Composition")) sketch.fill(Slot.PROVISIONING, null, file, line, quote);
      return;
    }
    var group = version.replaceFirst("/.*", "");
    if (!group.contains(".")) return;
    var name = group + "/" + kind;
    var shape = Shape.of(one);
    if (defined.contains(name) || shape == Shape.CLAIM || shape == Shape.COMPOSITE) {
      sketch.read(file);
      sketch.fill(Slot.PROVISIONING, name, file, line, quote);
      if (!defined.contains(name)) sketch.gap(file, line, quote, unknown(name));
    } else if (shape == Shape.MANAGED) {
      sketch.read(file);
      sketch.fill(Slot.PROVISIONING, null, file, line, quote);
    }
  }

  private static String unknown(String name) {
    return "The definition of "
        + name
        + " is not among what was read, so what it provides is not known.";
  }
}
