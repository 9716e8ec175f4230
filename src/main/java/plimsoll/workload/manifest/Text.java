package plimsoll.workload.manifest;

import java.util.List;
import java.util.stream.Stream;
import plimsoll.document.Node;
import plimsoll.pattern.Evidence;
import plimsoll.workload.file.SourceFile;

/** A file and its lines, so that what was found can be quoted. */
record Text(SourceFile file, List<String> lines) {
  private static final int ABOVE = 8;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /**
   * Without byte order mark and without tabs at the ends of lines, which Go's parser passes over.
   */
  static Text of(SourceFile file) {
    var text = file.text();
    var bare = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    return new Text(file, bare.lines().map(Text::withoutTabsAtTheEnd).toList());
  }

  /** All of it, its lines parted by line feeds. */
  String whole() {
    return String.join("\n", lines);
  }

  /**
   * @param line counted from 1; what lies outside the file has no words
   */
  Evidence at(int line) {
    var quote = line > 0 && line <= lines.size() ? lines.get(line - 1) : "";
    return new Evidence(file.path(), file.live() ? 0 : line, quote);
  }

  /**
   * @param name what the value is called; said of objects of a cluster, which have no lines
   */
  Evidence at(Node node, String name) {
    if (!file.live()) return at(node.line());
    var value = node.text();
    return new Evidence(file.path(), 0, value.isEmpty() ? name : name + ": " + value);
  }

  /** A few lines before something. */
  Stream<String> above(Node node) {
    int to = Math.max(0, Math.min(lines.size(), node.line()));
    return lines.subList(Math.max(0, to - ABOVE), to).stream();
  }

  private static String withoutTabsAtTheEnd(String line) {
    if (line.isEmpty() || line.charAt(line.length() - 1) != '\t') return line;
    return line.stripTrailing();
  }
}
