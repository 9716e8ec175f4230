package plimsoll.workload.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import plimsoll.workload.manifest.Values.Unknown;

/**
 * What stands between the braces of a template, reckoned out as far as it can be: fields, pipes and
 * the plain functions on texts, numbers, lists and maps. Whatever asks for more is unknown.
 */
final class Expression {
  private static final int DEPTH_MAX = 30;

  /**
   * What an expression can see.
   *
   * @param root what "$" is
   * @param include makes a named template's text of a value
   */
  record Scope(
      Object dot,
      Object root,
      Map<String, Object> variables,
      BiFunction<String, Object, Object> include) {

    Scope at(Object other) {
      return new Scope(other, root, new HashMap<>(variables), include);
    }
  }

  private final String text;
  private final Scope scope;
  private int at;
  private int depth;

  private Expression(String text, Scope scope) {
    this.text = text;
    this.scope = scope;
  }

  /** Never fails: what is not understood is unknown. */
  static Object of(String text, Scope scope) {
    try {
      var expression = new Expression(text, scope);
      var value = expression.pipe();
      expression.blanks();
      return expression.at < text.length() ? new Unknown(text) : value;
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      return new Unknown(text);
    }
  }

  private Object pipe() {
    if (++depth > DEPTH_MAX) throw new Template.TemplateException("An expression is too deep.");
    var value = command(null, false);
    blanks();
    while (at < text.length() && text.charAt(at) == '|') {
      at++;
      value = command(value, true);
      blanks();
    }
    depth--;
    return value;
  }

  private Object command(Object piped, boolean isPiped) {
    blanks();
    int from = at;
    if (at < text.length() && Character.isLetter(text.charAt(at))) {
      var name = name();
      if (name.equals("true")) return true;
      if (name.equals("false")) return false;
      if (name.equals("nil")) return null;
      var arguments = arguments();
      if (isPiped) arguments.add(piped);
      var words = text.substring(from, at) + (isPiped ? " " + Values.text(piped) : "");
      return Functions.call(name, arguments, words, scope);
    }
    var value = operand();
    return isPiped ? new Unknown(text) : value;
  }

  private List<Object> arguments() {
    var arguments = new ArrayList<Object>();
    blanks();
    while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
      arguments.add(operand());
      blanks();
    }
    return arguments;
  }

  private Object operand() {
    blanks();
    int from = at;
    char c = text.charAt(at);
    if (c == '(') {
      at++;
      var value = pipe();
      blanks();
      if (text.charAt(at) == ')') at++;
      return fields(value, from);
    }
    if (c == '"' || c == '`') return string(c);
    if (Character.isDigit(c) || c == '-') return number();
    if (c == '$') {
      at++;
      var name = name();
      var value =
          name.isEmpty()
              ? scope.root()
              : scope.variables().getOrDefault(name, new Unknown("$" + name));
      return fields(value, from);
    }
    if (c == '.') {
      boolean bare = at + 1 >= text.length() || !isNamed(text.charAt(at + 1));
      if (bare) {
        at++;
        return scope.dot();
      }
      return fields(scope.dot(), from);
    }
    var name = name();
    if (name.isEmpty()) throw new IndexOutOfBoundsException();
    return switch (name) {
      case "true" -> true;
      case "false" -> false;
      case "nil" -> null;
      default -> Functions.call(name, new ArrayList<>(), name, scope);
    };
  }

  /** A field that nobody states is unknown, for somebody may state it elsewhere. */
  private Object fields(Object value, int from) {
    while (at + 1 < text.length() && text.charAt(at) == '.' && isNamed(text.charAt(at + 1))) {
      at++;
      var name = name();
      value =
          value instanceof Map<?, ?> map && map.containsKey(name)
              ? map.get(name)
              : new Unknown(text.substring(from, at));
    }
    return value;
  }

  private Object number() {
    int from = at++;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '.')) at++;
    var digits = text.substring(from, at);
    return digits.contains(".") ? (Object) Double.valueOf(digits) : (Object) Long.decode(digits);
  }

  private String string(char quote) {
    var out = new StringBuilder();
    at++;
    while (text.charAt(at) != quote) {
      char c = text.charAt(at++);
      if (c == '\\' && quote == '"') {
        char next = text.charAt(at++);
        out.append(next == 'n' ? '\n' : next == 't' ? '\t' : next);
      } else {
        out.append(c);
      }
    }
    at++;
    return out.toString();
  }

  private String name() {
    int from = at;
    while (at < text.length() && isNamed(text.charAt(at))) at++;
    return text.substring(from, at);
  }

  private static boolean isNamed(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private void blanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
  }
}
