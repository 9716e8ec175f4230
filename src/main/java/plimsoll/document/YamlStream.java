package plimsoll.document;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Cuts a YAML stream at its document marks and reads each document alone, so that a broken one
 * costs only itself. Plain words mean what YAML 1.2 says, as in Backstage: "on" and "2024-01-01"
 * are texts.
 */
public final class YamlStream {
  private static final int DOCUMENT_LENGTH_MAX = 5_000_000;

  /** The parser takes long for what has no end of line. */
  private static final int LINE_LENGTH_MAX = 1_000_000;

  private static final int ALIASES_MAX = 50;
  private static final int DEPTH_MAX = 100;
  private static final Pattern TABS =
      Pattern.compile("(?<=:)[ \\t]*\\t[ \\t]*|[ \\t]*\\t[ \\t]*(?=\\n)");
  private static final Pattern START = Pattern.compile("---(?=\\s|$)");

  private final List<Part> parts = new ArrayList<>();
  private final StringBuilder document = new StringBuilder();
  private int longestLine;
  private final Reading reading;
  private int firstLine = 1;
  private int begin;

  /** How one document is read. */
  private interface Reading {
    Object of(String document, int firstLine, int begin);
  }

  private YamlStream(Reading reading) {
    this.reading = reading;
  }

  /** The documents in order, as maps, lists and plain values; empty ones are left out. */
  public static List<Part> read(String text) {
    return read(text, (document, line, begin) -> yaml().load(document));
  }

  /**
   * The same, each document as a {@link Node}. Where these stand in the text is right for texts
   * whose lines end with a line feed alone.
   */
  public static List<Part> nodes(String text) {
    return read(text, YamlStream::composed);
  }

  private static Object composed(String document, int firstLine, int begin) {
    var root = yaml().compose(new StringReader(document));
    return root == null ? null : new Composed(document, firstLine, begin).node(root);
  }

  private static List<Part> read(String text, Reading reading) {
    var stream = new YamlStream(reading);
    int number = 0;
    int at = 0;
    for (var line : (Iterable<String>) text.lines()::iterator) {
      stream.line(line, ++number, at);
      at += line.length() + 1;
    }
    stream.finish();
    return stream.parts;
  }

  private void line(String line, int number, int at) {
    if (START.matcher(line).lookingAt()) {
      finish();
      firstLine = number;
      begin = at + 3;
      document.append(line, 3, line.length()).append('\n');
    } else if (line.equals("...") || line.startsWith("%")) {
      document.append(" ".repeat(line.length())).append('\n');
    } else {
      document.append(line).append('\n');
    }
    longestLine = Math.max(longestLine, line.length());
  }

  private void finish() {
    try {
      var content = content(document.toString());
      if (content != null) {
        parts.add(new Part(content, null, firstLine));
      }
    } catch (YAMLException e) {
      parts.add(new Part(null, fault(e), faultLine(e)));
    } catch (Composed.LimitException e) {
      parts.add(
          new Part(
              null,
              "The document that starts in line %d can't be read: %s."
                  .formatted(firstLine, e.getMessage()),
              firstLine));
    }
    document.setLength(0);
    longestLine = 0;
  }

  /** Go's parser takes tabs behind a value or a colon, and so do people who write for it. */
  private Object content(String text) {
    if (longestLine > LINE_LENGTH_MAX) {
      throw new Composed.LimitException("it has a line of more than a million characters");
    }
    try {
      return reading.of(text, firstLine, begin);
    } catch (YAMLException e) {
      if (!TABS.matcher(text).find()) throw e;
      var mended = TABS.matcher(text).replaceAll(tabs -> " ".repeat(tabs.group().length()));
      return reading.of(mended, firstLine, begin);
    }
  }

  private String fault(YAMLException e) {
    if (e instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
      return "Line %d is not readable as YAML: %s. If this is a template, import what it makes."
          .formatted(firstLine + marked.getProblemMark().getLine(), marked.getProblem());
    }
    return "The document that starts in line %d is not readable as YAML: it is too long, too deep"
            .formatted(firstLine)
        + ", or refers to itself too often.";
  }

  private int faultLine(YAMLException e) {
    return e instanceof MarkedYAMLException marked && marked.getProblemMark() != null
        ? firstLine + marked.getProblemMark().getLine()
        : firstLine;
  }

  private static Yaml yaml() {
    var limits = new LoaderOptions();
    limits.setCodePointLimit(DOCUMENT_LENGTH_MAX);
    limits.setMaxAliasesForCollections(ALIASES_MAX);
    limits.setNestingDepthLimit(DEPTH_MAX);
    limits.setAllowDuplicateKeys(false);
    var writing = new DumperOptions();
    return new Yaml(
        new PlainKeys(limits), new Representer(writing), writing, limits, new CoreSchema());
  }

  /** Fields have names: a template's {@code {{name}}} would make a field whose name is a map. */
  private static final class PlainKeys extends SafeConstructor {
    PlainKeys(LoaderOptions limits) {
      super(limits);
    }

    @Override
    protected void constructMapping2ndStep(MappingNode node, Map<Object, Object> mapping) {
      for (var field : node.getValue()) {
        if (!(field.getKeyNode() instanceof ScalarNode)) {
          throw new FaultException("a field without a name", field.getKeyNode().getStartMark());
        }
      }
      super.constructMapping2ndStep(node, mapping);
    }
  }

  private static final class FaultException extends MarkedYAMLException {
    private static final long serialVersionUID = 1;

    FaultException(String problem, Mark mark) {
      super(null, null, problem, mark);
    }
  }

  /**
   * @param content null when it cannot be read
   * @param fault null when it can
   * @param line on which it begins, or the fault is
   */
  public record Part(Object content, String fault, int line) {}

  /** Which plain words are no texts: the core schema of YAML 1.2, and merge keys. */
  private static final class CoreSchema extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.BOOL, Pattern.compile("true|True|TRUE|false|False|FALSE"), "tTfF");
      addImplicitResolver(Tag.NULL, Pattern.compile("~|null|Null|NULL| "), "~nN\0");
      addImplicitResolver(Tag.NULL, Pattern.compile("^$"), null);
      addImplicitResolver(Tag.INT, Pattern.compile("[-+]?(?:0|[1-9][0-9]{0,17})"), "-+0123456789");
      addImplicitResolver(
          Tag.FLOAT,
          Pattern.compile("[-+]?[0-9]+\\.[0-9]*(?:[eE][-+]?[0-9]{1,3})?"),
          "-+0123456789");
      addImplicitResolver(Tag.MERGE, Pattern.compile("<<"), "<");
    }
  }
}
