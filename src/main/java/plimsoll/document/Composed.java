package plimsoll.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Makes values with lines of what the parser composed. Anchors are followed, merge keys filled in,
 * and both only as far as the limits go: a document of a kilobyte may say that it has a billion
 * values.
 */
final class Composed {
  private static final int VALUES_MAX = 1_000_000;
  private static final Map<Tag, Node.Kind> KINDS =
      Map.of(
          Tag.INT, Node.Kind.NUMBER,
          Tag.FLOAT, Node.Kind.NUMBER,
          Tag.BOOL, Node.Kind.BOOLEAN,
          Tag.NULL, Node.Kind.NULL);

  private final Set<Object> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private final String document;
  private final int firstLine;
  private final int begin;
  private final boolean plain;
  private int values;

  /**
   * @param firstLine of the document in its file, counted from 1
   * @param begin where in the text of its file it begins
   */
  Composed(String document, int firstLine, int begin) {
    this.document = document;
    this.firstLine = firstLine;
    this.begin = begin;
    this.plain = document.chars().noneMatch(one -> Character.isSurrogate((char) one));
  }

  /**
   * @throws LimitException when it has too many values, or holds itself
   */
  Node node(org.yaml.snakeyaml.nodes.Node given) {
    if (++values > VALUES_MAX) throw new LimitException("it has more than a million values");
    if (!open.add(given)) throw new LimitException("a value in it holds itself");
    try {
      var made = made(given).spanning(at(given.getStartMark()), at(given.getEndMark()));
      return own(given.getTag()) ? made.tagged(given.getTag().getValue()) : made;
    } finally {
      open.remove(given);
    }
  }

  private Node made(org.yaml.snakeyaml.nodes.Node given) {
    int line = firstLine + given.getStartMark().getLine();
    if (given instanceof MappingNode map) return Node.map(fields(map), line);
    if (given instanceof SequenceNode list) {
      return Node.list(list.getValue().stream().map(this::node).toList(), line);
    }
    var scalar = (ScalarNode) given;
    var kind = KINDS.getOrDefault(scalar.getTag(), Node.Kind.TEXT);
    return Node.scalar(kind, scalar.getValue(), line);
  }

  /** The parser counts characters outside of the first plane once, and texts count them twice. */
  private int at(Mark mark) {
    int index = mark.getIndex();
    return begin + (plain ? index : document.offsetByCodePoints(0, index));
  }

  private static boolean own(Tag tag) {
    return tag.getValue().startsWith("!");
  }

  /** What a map says itself holds over what it takes from elsewhere. */
  private Map<String, Node> fields(MappingNode map) {
    var taken = new ArrayList<Map<String, Node>>();
    var fields = new LinkedHashMap<String, Node>();
    for (var field : map.getValue()) {
      if (field.getKeyNode().getTag().equals(Tag.MERGE)) {
        taken.addAll(merged(node(field.getValueNode())));
      } else if (field.getKeyNode() instanceof ScalarNode name) {
        fields.put(name.getValue(), node(field.getValueNode()));
      } else {
        throw new LimitException("a field in it has no name");
      }
    }
    taken.forEach(other -> other.forEach(fields::putIfAbsent));
    return fields;
  }

  private static List<Map<String, Node>> merged(Node from) {
    return from.isList()
        ? from.items().stream().map(Node::fields).toList()
        : List.of(from.fields());
  }

  /** It is larger than it looks, or no tree. */
  static final class LimitException extends RuntimeException {
    private static final long serialVersionUID = 1;

    LimitException(String why) {
      super(why);
    }
  }
}
