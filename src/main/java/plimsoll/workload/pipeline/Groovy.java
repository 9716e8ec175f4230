package plimsoll.workload.pipeline;

import java.util.ArrayList;
import java.util.List;

/** Cuts a Groovy script into names, texts and signs; anything else is passed over. */
final class Groovy {
  private static final int TOKENS_MAX = 200_000;
  private static final String[] QUOTES = {"\"\"\"", "'''", "\"", "'"};

  private final String script;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line = 1;

  private Groovy(String script) {
    this.script = script;
  }

  /** What a token is. */
  enum Kind {
    NAME,
    STRING,
    SIGN
  }

  /** A name, a text without its quotes, or a sign; the end of a line is a sign too. */
  record Token(Kind kind, String text, int line) {

    boolean is(String sign) {
      return kind == Kind.SIGN && text.equals(sign);
    }

    boolean name() {
      return kind == Kind.NAME;
    }

    boolean string() {
      return kind == Kind.STRING;
    }
  }

  static List<Token> tokens(String script) {
    return new Groovy(script).read();
  }

  private List<Token> read() {
    while (at < script.length() && tokens.size() < TOKENS_MAX) {
      take(script.charAt(at));
    }
    return tokens;
  }

  private void take(char sign) {
    if (sign == '\n') {
      add(Kind.SIGN, "\n", at + 1);
      line++;
    } else if (script.startsWith("//", at) || script.startsWith("#!", at)) {
      int end = script.indexOf('\n', at);
      at = end < 0 ? script.length() : end;
    } else if (script.startsWith("/*", at)) {
      int end = script.indexOf("*/", at + 2);
      over(end < 0 ? script.length() : end + 2);
    } else if (quote() != null) {
      string(quote());
    } else if (Character.isJavaIdentifierStart(sign) || sign == '@') {
      name();
    } else {
      if (!Character.isWhitespace(sign)) add(Kind.SIGN, String.valueOf(sign), at + 1);
      else at++;
    }
  }

  private String quote() {
    for (var mark : QUOTES) {
      if (script.startsWith(mark, at)) return mark;
    }
    return null;
  }

  private void string(String mark) {
    int began = line;
    int from = at + mark.length();
    int end = from;
    while (end < script.length() && !script.startsWith(mark, end)) {
      if (mark.length() == 1 && script.charAt(end) == '\n') break;
      end += script.charAt(end) == '\\' ? 2 : 1;
    }
    end = Math.min(end, script.length());
    var text = script.substring(Math.min(from, end), end);
    over(Math.min(script.length(), end + (script.startsWith(mark, end) ? mark.length() : 0)));
    tokens.add(new Token(Kind.STRING, plain(text), began));
  }

  /** What stands behind a stroke; one at the end of a line is the shell's and stays. */
  private static String plain(String text) {
    return text.replace("\\\"", "\"").replace("\\'", "'").replace("\\$", "$").replace("\\\\", "\\");
  }

  private void name() {
    int end = at + 1;
    while (end < script.length() && Character.isJavaIdentifierPart(script.charAt(end))) {
      end++;
    }
    add(Kind.NAME, script.substring(at, end), end);
  }

  private void add(Kind kind, String text, int next) {
    tokens.add(new Token(kind, text, line));
    at = next;
  }

  private void over(int next) {
    line += (int) script.substring(at, next).chars().filter(sign -> sign == '\n').count();
    at = next;
  }
}
