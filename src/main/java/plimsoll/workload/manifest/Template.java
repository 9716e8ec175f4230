package plimsoll.workload.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Go template as a tree: words, actions, and blocks that hold more of both. */
final class Template {
  private static final int PIECES_MAX = 50_000;
  private static final int DEPTH_MAX = 50;
  private static final Pattern BLOCK =
      Pattern.compile("(if|with|range|define|block|else|end)\\b\\s*(.*)", Pattern.DOTALL);

  /** A part of a template. */
  sealed interface Piece {
    int line();
  }

  record Words(String text, int line) implements Piece {}

  record Action(String expression, int line) implements Piece {}

  /**
   * @param word "if", "with", "range", "define" or "block"
   * @param raw what lies between its beginning and its end, as it stands there
   */
  record Block(String word, List<Branch> branches, String raw, int line) implements Piece {}

  /**
   * @param expression empty for a plain "else"
   * @param raw its body as it stands in the file
   */
  record Branch(String expression, List<Piece> body, String raw) {}

  private final String text;
  private int at;
  private int line = 1;
  private int pieces;

  private Template(String text) {
    this.text = text;
  }

  /**
   * @throws TemplateException when its blocks do not match or it is too large
   */
  static List<Piece> of(String text) {
    var template = new Template(text);
    var body = new ArrayList<Piece>();
    var end = template.body(body, 0);
    if (end != null) throw new TemplateException("Line " + template.line + " ends nothing.");
    return body;
  }

  /** Reads until something ends this body, and gives that: "else…" or "end"; null at the end. */
  private String body(List<Piece> into, int depth) {
    if (depth > DEPTH_MAX) throw new TemplateException("The template is too deep.");
    while (at < text.length()) {
      if (++pieces > PIECES_MAX) throw new TemplateException("The template is too long.");
      int open = text.indexOf("{{", at);
      if (open < 0) {
        words(into, text.length(), false);
        return null;
      }
      boolean trimBefore = open + 3 < text.length() && text.charAt(open + 2) == '-';
      words(into, open, trimBefore);
      int began = line;
      var inside = action(open + (trimBefore ? 3 : 2));
      if (inside.startsWith("/*") || inside.isEmpty()) continue;
      Matcher block = BLOCK.matcher(inside);
      if (!block.matches()) into.add(new Action(inside, began));
      else if (block.group(1).equals("end")) return "end";
      else if (block.group(1).equals("else")) return "else " + block.group(2).strip();
      else into.add(block(block.group(1), block.group(2).strip(), began, depth));
    }
    return null;
  }

  private Block block(String word, String expression, int began, int depth) {
    int from = at;
    var branches = new ArrayList<Branch>();
    var condition = expression;
    while (true) {
      int branchFrom = at;
      var body = new ArrayList<Piece>();
      var end = body(body, depth + 1);
      if (end == null) throw new TemplateException("Line " + began + " has no end.");
      int branchTo = Math.max(branchFrom, text.lastIndexOf("{{", at - 1));
      branches.add(new Branch(condition, body, text.substring(branchFrom, branchTo)));
      if (end.equals("end")) break;
      condition = end.substring("else ".length()).replaceFirst("^(?:if|with)\\s+", "");
      if (condition.isEmpty()) condition = "";
    }
    return new Block(word, branches, text.substring(from, at), began);
  }

  private void words(List<Piece> into, int to, boolean trimEnd) {
    var words = text.substring(at, to);
    int began = line;
    line += (int) words.chars().filter(c -> c == '\n').count();
    at = to;
    var kept = trimEnd ? words.stripTrailing() : words;
    if (!kept.isEmpty()) into.add(new Words(kept, began));
  }

  /** What stands between braces; quotes may hold braces too. */
  private String action(int from) {
    int end = from;
    char quote = 0;
    boolean comment = text.startsWith("/*", skipBlanks(from));
    while (end < text.length()) {
      char c = text.charAt(end);
      if (!comment && quote == 0 && (c == '"' || c == '`')) quote = c;
      else if (quote == '"' && c == '\\') end++;
      else if (c == quote) quote = 0;
      else if (quote == 0 && text.startsWith("}}", end)) break;
      end++;
    }
    if (end >= text.length()) throw new TemplateException("Line " + line + " has no end.");
    var inside = text.substring(from, end);
    line += (int) inside.chars().filter(c -> c == '\n').count();
    at = end + 2;
    boolean trimAfter = inside.endsWith("-") && (inside.length() < 2 || isBlank(inside));
    if (trimAfter) {
      inside = inside.substring(0, inside.length() - 1);
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        if (text.charAt(at) == '\n') line++;
        at++;
      }
    }
    return inside.strip();
  }

  private int skipBlanks(int from) {
    int i = from;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) i++;
    return i;
  }

  private static boolean isBlank(String inside) {
    char before = inside.charAt(inside.length() - 2);
    return Character.isWhitespace(before) || before == '/' || before == ')' || before == '"';
  }

  /** It is no template, or more than we read. */
  static final class TemplateException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TemplateException(String why) {
      super(why);
    }
  }
}
