package plimsoll.workload.pipeline;

/** Takes the comments out of a text; what stands in quotes is none. */
final class Comments {
  private final String text;
  private final boolean slashes;
  private final boolean hashes;
  private final StringBuilder kept = new StringBuilder();
  private int at;

  /**
   * @param slashes whether two slashes, and a slash with a star, begin a comment
   * @param hashes whether a hash at the start of a word begins one
   */
  Comments(String text, boolean slashes, boolean hashes) {
    this.text = text;
    this.slashes = slashes;
    this.hashes = hashes;
  }

  String without() {
    while (at < text.length()) {
      take();
    }
    return kept.toString();
  }

  private void take() {
    if (slashes && text.startsWith("//", at) || text.startsWith("#!", at) && at == 0) {
      skipTo("\n", 0);
    } else if (slashes && text.startsWith("/*", at)) {
      skipTo("*/", 2);
    } else if (text.startsWith("{{/*", at) || text.startsWith("{{- /*", at)) {
      skipTo("}}", 2);
    } else if (hashes && text.charAt(at) == '#' && startsWord()) {
      skipTo("\n", 0);
    } else if (slashes && quote() != null) {
      quoted(quote());
    } else {
      kept.append(text.charAt(at++));
    }
  }

  private boolean startsWord() {
    return at == 0 || Character.isWhitespace(text.charAt(at - 1));
  }

  private String quote() {
    for (var mark : new String[] {"\"\"\"", "'''", "\"", "'"}) {
      if (text.startsWith(mark, at)) return mark;
    }
    return null;
  }

  private void quoted(String mark) {
    int from = at;
    at += mark.length();
    while (at < text.length() && !text.startsWith(mark, at)) {
      boolean ends = mark.length() == 1 && text.charAt(at) == '\n';
      if (ends) break;
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at = Math.min(text.length(), at + (text.startsWith(mark, at) ? mark.length() : 0));
    kept.append(text, from, at);
  }

  private void skipTo(String end, int over) {
    int found = text.indexOf(end, at);
    at = found < 0 ? text.length() : found + over;
  }
}
