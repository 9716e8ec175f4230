package plimsoll.estate;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import plimsoll.delivery.fact.BadEvent;
import plimsoll.delivery.fact.Moments;
import plimsoll.document.JsonStream;
import plimsoll.document.Node;
import plimsoll.document.YamlStream;

/**
 * One object as its system tells it.
 *
 * @param node all of it
 * @param moments reads its times; those that can't be true are taken as not told
 */
record ClusterObject(Node node, Moments moments) {
  private static final int NAME_MAX = 300;

  /** What was sent is no object. */
  static final class NoObjectException extends Exception {
    private static final long serialVersionUID = 1;

    NoObjectException(String message) {
      super(message);
    }
  }

  /**
   * @throws NoObjectException when it is not readable, or lacks its kind or name
   */
  static ClusterObject of(String json, Moments moments) throws NoObjectException {
    var parts = JsonStream.nodes(json);
    var fault = parts.stream().map(YamlStream.Part::fault).filter(Objects::nonNull).findFirst();
    if (fault.isPresent()) throw new NoObjectException(fault.get());
    if (parts.size() != 1) throw new NoObjectException("This is no object.");
    return of((Node) parts.get(0).content(), moments);
  }

  static ClusterObject of(Node node, Moments moments) throws NoObjectException {
    var found = new ClusterObject(node, moments);
    if (Stream.of("apiVersion", "kind").anyMatch(name -> text(node.at(name)) == null)) {
      throw new NoObjectException("This is no object: apiVersion or kind is missing.");
    }
    if (text(node.at("metadata", "name")) == null) {
      throw new NoObjectException(
          "This " + found.kind() + " has no name that can be kept in metadata.");
    }
    return found;
  }

  Node at(String... path) {
    return node.at(path);
  }

  /** A text that is short enough to be kept; null when there is none. */
  String text(String... path) {
    return text(node.at(path));
  }

  static String text(Node value) {
    var text = value.kind() == Node.Kind.TEXT ? value.text().strip() : "";
    boolean kept =
        !text.isEmpty()
            && text.length() <= NAME_MAX
            && text.chars().noneMatch(Character::isISOControl);
    return kept ? text : null;
  }

  /** Empty for objects of the core API. */
  String group() {
    var version = text("apiVersion");
    return version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
  }

  String kind() {
    return text("kind");
  }

  /** "group/Kind", whatever the version. */
  String groupKind() {
    return group() + "/" + kind();
  }

  /** Empty for what lies in none. */
  String namespace() {
    return Objects.requireNonNullElse(text("metadata", "namespace"), "");
  }

  String name() {
    return text("metadata", "name");
  }

  /** Empty for what is only a file. */
  String uid() {
    var uid = text("metadata", "uid");
    return uid == null || uid.length() > 100 ? "" : uid;
  }

  /** Null when it is only a file. */
  Instant createdAt() {
    return moment(at("metadata", "creationTimestamp"));
  }

  /** When somebody asked for its end; null while nobody did. */
  Instant deletedAt() {
    return moment(at("metadata", "deletionTimestamp"));
  }

  /** The first of these labels or annotations that it has. */
  Optional<String> labelled(String name) {
    return Stream.of("labels", "annotations")
        .map(where -> text(at("metadata", where, name)))
        .filter(Objects::nonNull)
        .findFirst();
  }

  List<Condition> conditions() {
    return at("status", "conditions").items().stream().map(this::condition).toList();
  }

  private Condition condition(Node one) {
    return new Condition(
        Objects.requireNonNullElse(text(one.at("type")), ""),
        Objects.requireNonNullElse(text(one.at("status")), ""),
        Objects.requireNonNullElse(text(one.at("reason")), ""),
        one.at("message").text().strip(),
        moment(one.at("lastTransitionTime")));
  }

  /** A time; null when there is none, or none that can be true. */
  Instant moment(Node value) {
    var text = text(value);
    if (text == null) return null;
    try {
      return moments.read("time", text);
    } catch (BadEvent e) {
      return null;
    }
  }

  /**
   * What a controller says of an object.
   *
   * @param since of this status; null when not told
   */
  record Condition(String type, String status, String reason, String message, Instant since) {

    boolean is(String type, String status) {
      return this.type.equals(type) && this.status.equals(status);
    }
  }
}
