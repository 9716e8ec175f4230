package plimsoll.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One entity of Backstage, as far as it is used here. Relations come from its {@code spec}, or from
 * the {@code relations} that the catalog API adds; where both speak, the API has the last word,
 * because it has read the other side too.
 */
record Entity(int document, Reference self, Map<?, ?> metadata, Map<?, ?> spec, List<?> relations) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?");
  private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9]+(?:-+[a-z0-9]+)*");
  private static final Pattern KIND = Pattern.compile("[A-Za-z][A-Za-z0-9]*");
  private static final int NAME_LENGTH_MAX = 63;

  /**
   * @throws WrongException when it is no entity, or one that Backstage would refuse
   */
  static Entity read(int document, Object content) throws WrongException {
    if (!(content instanceof Map<?, ?> map)) {
      throw new WrongException("This is no entity: it has no fields.");
    }
    var metadata = map(map, "metadata");
    return new Entity(
        document,
        new Reference(kind(map), namespace(metadata), name(metadata)),
        metadata,
        map(map, "spec"),
        map.get("relations") instanceof List<?> relations ? relations : List.of());
  }

  /** True for what is no entity of Backstage at all, such as a manifest of Kubernetes. */
  static boolean isForeign(Object content) {
    return content instanceof Map<?, ?> map
        && map.get("apiVersion") instanceof String version
        && !version.matches("(?:[A-Za-z0-9-]+\\.)*backstage\\.io/.+");
  }

  private static String kind(Map<?, ?> map) throws WrongException {
    if (!(map.get("kind") instanceof String kind)) {
      throw new WrongException("This is no entity: \"kind\" is missing.");
    }
    if (!KIND.matcher(kind).matches() || kind.length() > NAME_LENGTH_MAX) {
      throw new WrongException("The kind %s is not a word.".formatted(quoted(kind)));
    }
    return kind;
  }

  private static String namespace(Map<?, ?> metadata) throws WrongException {
    var namespace = metadata.get("namespace");
    if (namespace == null) {
      return Reference.DEFAULT_NAMESPACE;
    }
    if (!(namespace instanceof String text)
        || !NAMESPACE.matcher(text).matches()
        || text.length() > NAME_LENGTH_MAX) {
      throw new WrongException(
          "The namespace %s is not valid: Backstage takes small letters, digits and \"-\"."
              .formatted(quoted(namespace)));
    }
    return text;
  }

  private static String name(Map<?, ?> metadata) throws WrongException {
    var name = metadata.get("name");
    if (name == null) {
      throw new WrongException("\"metadata.name\" is missing.");
    }
    if (!(name instanceof String text)
        || !NAME.matcher(text).matches()
        || text.length() > NAME_LENGTH_MAX) {
      throw new WrongException(
          ("The name %s is not valid: Backstage takes 1 to 63 letters, digits, \"-\", \"_\" and"
                  + " \".\", and a letter or digit at each end.")
              .formatted(quoted(name)));
    }
    return text;
  }

  private static String quoted(Object value) {
    var text = String.valueOf(value);
    return '"' + (text.length() > 80 ? text.substring(0, 80) + "…" : text) + '"';
  }

  private static Map<?, ?> map(Map<?, ?> map, String field) {
    return map.get(field) instanceof Map<?, ?> inner ? inner : Map.of();
  }

  String name() {
    return (String) metadata.get("name");
  }

  /** What people call it. */
  String title() {
    return text(map(spec, "profile"), "displayName")
        .or(() -> text(metadata, "title"))
        .orElse(name());
  }

  Optional<String> email() {
    return text(map(spec, "profile"), "email");
  }

  Optional<String> spec(String field) {
    return text(spec, field);
  }

  Optional<String> annotation(String name) {
    return text(map(metadata, "annotations"), name);
  }

  /** The entity that an annotation names. */
  Optional<Reference> referred(String annotation, String kind) {
    return annotation(annotation).flatMap(named -> reference(named, kind));
  }

  boolean states(String field, String relation) {
    return spec.get(field) instanceof List || !related(relation).isEmpty();
  }

  /** The entities that a field of {@code spec} or a relation names, each once. */
  List<Reference> all(String field, String relation, String kind) {
    var found = new ArrayList<>(related(relation));
    if (spec.get(field) instanceof List<?> stated) {
      stated.forEach(one -> reference(one, kind).ifPresent(found::add));
    }
    return found.stream().distinct().toList();
  }

  /** The one entity that a relation or else a field of {@code spec} names. */
  Optional<Reference> one(String field, String relation, String kind) {
    return related(relation).stream().findFirst().or(() -> reference(spec.get(field), kind));
  }

  private List<Reference> related(String type) {
    var found = new ArrayList<Reference>();
    for (var one : relations) {
      if (one instanceof Map<?, ?> relation && type.equals(relation.get("type"))) {
        reference(relation.get("targetRef"), "")
            .or(() -> reference(relation.get("target"), ""))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Reference> reference(Object stated, String kind) {
    return Reference.of(stated, kind, self.namespace());
  }

  private static Optional<String> text(Map<?, ?> map, String field) {
    return map.get(field) instanceof String text && !text.isBlank()
        ? Optional.of(text.strip())
        : Optional.empty();
  }

  /** A document that is readable and wrong; the message is for the person who sent it. */
  static final class WrongException extends Exception {
    private static final long serialVersionUID = 1;

    WrongException(String message) {
      super(message);
    }
  }
}
