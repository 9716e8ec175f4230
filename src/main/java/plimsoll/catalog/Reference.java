package plimsoll.catalog;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names one entity of Backstage: {@code [kind:][namespace/]name}, where what is left out comes from
 * the place at which it stands. Letter case does not matter, so all parts are in lower case.
 */
record Reference(String kind, String namespace, String name) {
  static final String DEFAULT_NAMESPACE = "default";

  private static final Pattern FORM =
      Pattern.compile("(?:([^:/\\s]+):)?(?:([^:/\\s]+)/)?([^:/\\s]+)");

  Reference {
    kind = kind.toLowerCase(Locale.ROOT);
    namespace = namespace.toLowerCase(Locale.ROOT);
    name = name.toLowerCase(Locale.ROOT);
  }

  /** Empty when the text has not the form of a reference. */
  static Optional<Reference> read(String text, String kind, String namespace) {
    var form = FORM.matcher(text.strip());
    if (!form.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new Reference(
            form.group(1) == null ? kind : form.group(1),
            form.group(2) == null ? namespace : form.group(2),
            form.group(3)));
  }

  /** The same from text or from the catalog API's {@code {kind, namespace, name}}. */
  static Optional<Reference> of(Object stated, String kind, String namespace) {
    if (stated instanceof String text) {
      return read(text, kind, namespace);
    }
    if (stated instanceof Map<?, ?> parts && parts.get("name") instanceof String name) {
      return Optional.of(
          new Reference(text(parts, "kind", kind), text(parts, "namespace", namespace), name));
    }
    return Optional.empty();
  }

  private static String text(Map<?, ?> parts, String name, String otherwise) {
    return parts.get(name) instanceof String text ? text : otherwise;
  }

  boolean isGroup() {
    return kind.equals("group");
  }

  boolean isUser() {
    return kind.equals("user");
  }

  /** What it is called here; fit for an address, which a slash is not. */
  String key() {
    return namespace.equals(DEFAULT_NAMESPACE) ? name : namespace + ":" + name;
  }
}
