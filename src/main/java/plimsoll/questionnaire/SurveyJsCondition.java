package plimsoll.questionnaire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads an expression of SurveyJS, such as {@code {size} = 'small' and {hours} > 2}, as a condition
 * of ours. What has no counterpart is refused in words.
 */
final class SurveyJsCondition {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(\\{[^}]*\\})|('(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\")|(&&|\\|\\||[!<>=]=|<>"
              + "|\\*=|[=<>!()\\[\\],+*/%^-])|([^\\s{}()\\[\\],'\"=<>!&|]+))");
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("==", "="),
          Map.entry("equal", "="),
          Map.entry("<>", "!="),
          Map.entry("notequal", "!="),
          Map.entry("greater", ">"),
          Map.entry("less", "<"),
          Map.entry("greaterorequal", ">="),
          Map.entry("lessorequal", "<="),
          Map.entry("contain", "contains"),
          Map.entry("*=", "contains"),
          Map.entry("notcontain", "notcontains"),
          Map.entry("&&", "and"),
          Map.entry("||", "or"),
          Map.entry("not", "!"));

  private final List<String> tokens;
  private final Function<String, Asked> items;
  private int at;

  private SurveyJsCondition(List<String> tokens, Function<String, Asked> items) {
    this.tokens = tokens;
    this.items = items;
  }

  /**
   * What an expression may look at.
   *
   * @param values what is kept here, by what is kept there; empty for numbers
   * @param lowest null where it is answered with no number
   * @param step between two numbers
   */
  record Asked(
      String id,
      Map<String, String> values,
      BigDecimal lowest,
      BigDecimal highest,
      BigDecimal step) {}

  /** Reads expressions over our own items, whatever they are: what makes no sense is told later. */
  static Map<String, Object> read(String expression) {
    return read(
        expression, id -> new Asked(id, new Anything(), BigDecimal.ZERO, null, BigDecimal.ONE));
  }

  /** Takes each answer for itself. */
  private static final class Anything extends java.util.AbstractMap<String, String> {
    @Override
    public String get(Object key) {
      return key.toString();
    }

    @Override
    public java.util.Set<Entry<String, String>> entrySet() {
      return java.util.Set.of(Map.entry("", ""));
    }
  }

  /** Why an expression can't be carried over. */
  static final class Unknown extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unknown(String why) {
      super(why, null, false, false);
    }
  }

  /**
   * @param items finds what is asked by its name there; gives null where nothing is
   * @throws Unknown where there is no counterpart
   */
  static Map<String, Object> read(String expression, Function<String, Asked> items) {
    var reader = new SurveyJsCondition(tokens(expression), items);
    var condition = reader.or();
    if (reader.at < reader.tokens.size()) throw new Unknown("“" + reader.next() + "” is not known");
    return condition;
  }

  private static List<String> tokens(String expression) {
    List<String> tokens = new ArrayList<>();
    var found = TOKEN.matcher(expression.strip());
    int end = 0;
    while (found.find() && found.start() == end) {
      tokens.add(found.group().strip());
      end = found.end();
    }
    if (end < expression.strip().length() || tokens.size() > 400)
      throw new Unknown("it can't be read");
    return tokens;
  }

  private Map<String, Object> or() {
    return many("or", "any", this::and);
  }

  private Map<String, Object> and() {
    return many("and", "all", this::single);
  }

  private Map<String, Object> many(
      String word, String name, java.util.function.Supplier<Map<String, Object>> part) {
    List<Object> parts = new ArrayList<>();
    parts.add(part.get());
    while (isNext(word)) {
      next();
      parts.add(part.get());
      if (name.equals("all")) joinBounds(parts);
    }
    return parts.size() == 1 ? first(parts) : Map.of(name, parts);
  }

  /** "At least" and "at most" of one item are one condition here. */
  @SuppressWarnings("unchecked")
  private static void joinBounds(List<Object> parts) {
    var last = (Map<String, Object>) parts.get(parts.size() - 1);
    var before = (Map<String, Object>) parts.get(parts.size() - 2);
    boolean bounds =
        before.keySet().equals(java.util.Set.of("item", "at-least"))
            && last.keySet().equals(java.util.Set.of("item", "at-most"))
            && before.get("item").equals(last.get("item"));
    if (!bounds) return;
    var both = new LinkedHashMap<>(before);
    both.put("at-most", last.get("at-most"));
    parts.set(parts.size() - 2, both);
    parts.remove(parts.size() - 1);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> first(List<Object> parts) {
    return (Map<String, Object>) parts.get(0);
  }

  private Map<String, Object> single() {
    if (isNext("!")) {
      next();
      return Map.of("not", single());
    }
    if (isNext("(")) {
      next();
      var inner = or();
      expect(")");
      return inner;
    }
    return comparison();
  }

  private Map<String, Object> comparison() {
    var left = operand();
    if (at >= tokens.size() || isNext(")") || isNext("and") || isNext("or")) {
      if (left instanceof Asked asked) return answered(asked);
      throw new Unknown("“" + left + "” alone says nothing");
    }
    var sign = NAMES.getOrDefault(word(peek()), word(peek()));
    next();
    if (left instanceof Asked asked) {
      if (sign.equals("notempty")) return answered(asked);
      if (sign.equals("empty")) return Map.of("not", answered(asked));
      return compared(asked, sign, operand());
    }
    var right = operand();
    if (right instanceof Asked asked) return compared(asked, turned(sign), left);
    throw new Unknown("it looks at no question");
  }

  private static String turned(String sign) {
    return switch (sign) {
      case ">" -> "<";
      case "<" -> ">";
      case ">=" -> "<=";
      case "<=" -> ">=";
      default -> sign;
    };
  }

  private Object operand() {
    var token = next();
    if (token.startsWith("{")) {
      var name = token.substring(1, token.length() - 1).strip();
      var asked = items.apply(name);
      if (asked == null) throw new Unknown("{" + name + "} is nothing that is asked before");
      return asked;
    }
    if (token.equals("[")) return list();
    if (token.equals("-")) return "-" + next();
    if (token.matches("['\"].*")) return token.substring(1, token.length() - 1).replace("\\", "");
    if (isNext("(")) throw new Unknown("the function " + token + " is not known here");
    return token;
  }

  private List<String> list() {
    List<String> values = new ArrayList<>();
    while (!isNext("]")) {
      if (operand() instanceof String value) values.add(value);
      if (isNext(",")) next();
    }
    expect("]");
    return values;
  }

  private static Map<String, Object> compared(Asked asked, String sign, Object value) {
    if (value instanceof Asked) throw new Unknown("it compares two answers");
    List<String> values =
        value instanceof List<?> list
            ? list.stream().map(Object::toString).toList()
            : List.of(value.toString());
    return switch (sign) {
      case "=", "contains", "anyof" -> in(asked, values);
      case "!=", "notcontains", "noneof" -> Map.of("not", in(asked, values));
      case "allof" -> Map.of("all", values.stream().map(one -> in(asked, List.of(one))).toList());
      case ">" ->
          bound(
              "at-least",
              asked,
              number(values).add(asked.step() == null ? BigDecimal.ONE : asked.step()));
      case ">=" -> bound("at-least", asked, number(values));
      case "<" ->
          bound(
              "at-most",
              asked,
              number(values).subtract(asked.step() == null ? BigDecimal.ONE : asked.step()));
      case "<=" -> bound("at-most", asked, number(values));
      default -> throw new Unknown("“" + sign + "” is not known here");
    };
  }

  private static Map<String, Object> in(Asked asked, List<String> values) {
    if (asked.values().isEmpty() && asked.lowest() != null && values.size() == 1) {
      var exactly = new LinkedHashMap<>(bound("at-least", asked, number(values)));
      exactly.put("at-most", number(values));
      return exactly;
    }
    var ours = values.stream().map(value -> ours(asked, value)).toList();
    return ours.size() == 1 ? condition(asked, "is", ours.get(0)) : condition(asked, "in", ours);
  }

  private static String ours(Asked asked, String value) {
    var ours = asked.values().get(value);
    if (ours == null) throw new Unknown("“" + value + "” is no answer of " + asked.id());
    return ours;
  }

  private static Map<String, Object> answered(Asked asked) {
    if (asked.values() instanceof Anything) throw new Unknown("say which answer it must be");
    if (!asked.values().isEmpty()) {
      return condition(asked, "in", asked.values().values().stream().distinct().toList());
    }
    if (asked.lowest() == null) throw new Unknown("it looks whether " + asked.id() + " has words");
    return bound("at-least", asked, asked.lowest());
  }

  private static Map<String, Object> bound(String name, Asked asked, BigDecimal number) {
    if (asked.lowest() == null) throw new Unknown(asked.id() + " is not answered with a number");
    return condition(asked, name, number);
  }

  private static Map<String, Object> condition(Asked asked, String name, Object value) {
    var condition = new LinkedHashMap<String, Object>();
    condition.put("item", asked.id());
    condition.put(name, value);
    return condition;
  }

  private static BigDecimal number(List<String> values) {
    try {
      return new BigDecimal(values.get(0));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new Unknown("“" + values + "” is no number");
    }
  }

  private boolean isNext(String word) {
    return at < tokens.size() && NAMES.getOrDefault(word(peek()), word(peek())).equals(word);
  }

  private static String word(String token) {
    return token.toLowerCase(Locale.ROOT);
  }

  private String peek() {
    return tokens.get(at);
  }

  private String next() {
    if (at >= tokens.size()) throw new Unknown("it ends too early");
    return tokens.get(at++);
  }

  private void expect(String token) {
    if (!next().equals(token)) throw new Unknown("“" + token + "” is missing");
  }
}
