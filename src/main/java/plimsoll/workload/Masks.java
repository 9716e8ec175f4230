package plimsoll.workload;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import plimsoll.document.Documents;
import plimsoll.document.Node;
import plimsoll.document.YamlStream;
import plimsoll.workload.file.SourceFile;

/**
 * Takes secrets and people out of files before they are kept. Lines keep their numbers, references
 * to secrets stay, and a file that was masked once is not changed again.
 */
final class Masks {
  static final String MASK = "***";

  private static final String LAST_APPLIED = "last-applied-configuration";
  private static final Set<String> PEOPLE =
      Set.of("maintainers", "author", "authors", "reviewers", "assignees", "initiatedby");
  private static final Pattern ANCHOR = Pattern.compile("(?:[&!]\\S*\\s+)*");

  private final String text;

  /** Where what is to be masked stands: its end by its start. */
  private final Map<Integer, Integer> spans = new TreeMap<>();

  private Masks(String text) {
    this.text = text;
  }

  /** Its text without what nobody may know, with lines that end alike. */
  static String of(SourceFile file) {
    // What a cluster tells is JSON, whatever the name of the object ends with.
    return of(file.live() ? "object.json" : file.path(), file.text());
  }

  static String of(String path, String text) {
    var plain = text.replace("\r\n", "\n").replace('\r', '\n');
    var masked = isStructured(path) ? structured(path, plain) : plain;
    return MaskedWords.of(masked);
  }

  static boolean isStructured(String path) {
    var name = path.toLowerCase(Locale.ROOT);
    return name.matches(".*\\.(ya?ml|json|tpl|j2|gotmpl)(\\.\\w+)?") || !name.contains(".");
  }

  private static String structured(String path, String text) {
    var parts = Documents.of(path, text);
    var masks = new Masks(text);
    parts.stream()
        .map(YamlStream.Part::content)
        .filter(Node.class::isInstance)
        .forEach(root -> masks.look((Node) root));
    var masked = masks.masked();
    return parts.stream().anyMatch(part -> part.fault() != null) ? MaskedLines.of(masked) : masked;
  }

  private void look(Node node) {
    if (node.isMap()) {
      boolean secret = node.at("kind").text().equals("Secret");
      node.fields().forEach((name, value) -> look(name, value, secret));
      if (SecretNames.variable(node.at("name").text())) hide(node.at("value"));
    } else if (node.isList()) {
      look(node.items());
    }
  }

  private void look(String name, Node value, boolean inSecret) {
    if (inSecret && (name.equals("data") || name.equals("stringData"))) {
      hideAll(value);
    } else if (name.endsWith(LAST_APPLIED)) {
      hideAll(value);
    } else if (PEOPLE.contains(name.toLowerCase(Locale.ROOT))) {
      hideAll(value);
    } else if (SecretNames.field(name)) {
      hide(value);
    }
    look(value);
  }

  /** An argument that names a secret is followed by it. */
  private void look(List<Node> items) {
    for (int i = 0; i < items.size(); i++) {
      look(items.get(i));
      boolean named = i > 0 && items.get(i - 1).text().startsWith("-");
      if (named && SecretNames.field(items.get(i - 1).text())) hide(items.get(i));
    }
  }

  private void hide(Node value) {
    boolean scalar = value.isThere() && !value.isMap() && !value.isList();
    if (scalar && value.kind() != Node.Kind.BOOLEAN && !SecretNames.isPlain(value.text())) {
      hideAll(value);
    }
  }

  private void hideAll(Node value) {
    value.fields().values().forEach(this::hideAll);
    value.items().forEach(this::hideAll);
    boolean scalar = value.isThere() && !value.isMap() && !value.isList();
    if (scalar && !value.text().isEmpty() && value.start() >= 0) {
      spans.put(value.start(), value.end());
    }
  }

  private String masked() {
    var masked = new StringBuilder();
    int at = 0;
    for (var span : spans.entrySet()) {
      if (span.getKey() >= at) {
        masked.append(text, at, span.getKey());
        masked.append(hidden(text.substring(span.getKey(), span.getValue())));
        at = span.getValue();
      }
    }
    return masked.append(text, at, text.length()).toString();
  }

  /** Anchors stay, because others point to them; so do the ends of lines. */
  private static String hidden(String span) {
    var anchor = ANCHOR.matcher(span);
    var kept = anchor.lookingAt() ? anchor.group() : "";
    var lines =
        "\n".repeat((int) span.substring(kept.length()).chars().filter(c -> c == '\n').count());
    return kept + '"' + MASK + '"' + lines;
  }
}
