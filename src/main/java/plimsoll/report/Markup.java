package plimsoll.report;

/** Writes text into HTML, SVG and XHTML so that it stays text. */
final class Markup {
  private Markup() {}

  /** Escapes for content and quoted attributes; what XML cannot hold becomes a question mark. */
  static String escape(String text) {
    var out = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(point -> append(out, point));
    return out.toString();
  }

  private static void append(StringBuilder out, int point) {
    switch (point) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      default -> out.appendCodePoint(allowed(point) ? point : 0xFFFD);
    }
  }

  private static boolean allowed(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || (point >= 0x20 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }

  /** JSON that may stand inside a script element: nothing in it can end the element. */
  static String script(String json) {
    return json.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  /** An element with text. */
  static String element(String name, String text) {
    return "<" + name + ">" + escape(text) + "</" + name + ">";
  }

  /** Text that leads somewhere; plain text where there is nowhere to go. */
  static String link(String text, String href) {
    return href == null
        ? escape(text)
        : "<a href=\"" + escape(href) + "\">" + escape(text) + "</a>";
  }
}
