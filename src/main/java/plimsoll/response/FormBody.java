package plimsoll.response;

import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import plimsoll.access.Refusal;
import plimsoll.survey.Answer;

/**
 * What a page of the form sent.
 *
 * @param fields all values of a field, in their order, by the field's name
 */
record FormBody(Map<String, List<String>> fields) {

  /**
   * @throws Refusal 413 when it is larger than anybody writes, 422 when it is not a form
   */
  static FormBody read(InputStream body) {
    var sent = new String(AnswersBody.bytes(body), StandardCharsets.US_ASCII);
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (String field : sent.split("&")) {
      var parts = field.split("=", 2);
      fields
          .computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
          .add(parts.length < 2 ? "" : decoded(parts[1]));
    }
    return new FormBody(fields);
  }

  /** The first value; empty where there is none. */
  String first(String name) {
    return fields.getOrDefault(name, List.of("")).get(0);
  }

  /** What was answered to an item, in the form that is kept, or as it came; null for nothing. */
  Object answer(Item item) {
    var given = fields.getOrDefault(item.id(), List.of()).stream().filter(one -> !one.isBlank());
    var values = given.<Object>map(one -> value(item, one)).toList();
    if (item.ranked() && values.isEmpty()) return ranked(item);
    if (values.isEmpty()) return null;
    boolean alone = values.size() == 1 && (!item.several() || Answer.isNone(values.get(0)));
    return alone ? values.get(0) : values;
  }

  private static Object value(Item item, String sent) {
    if (item.written()) return sent;
    for (var choice : item.choices()) {
      if (choice.value().toString().equals(sent)) return choice.value();
    }
    return item.numeric() ? number(sent) : sent;
  }

  /** Also as it is written in other countries; as it came where it is no number. */
  private static Object number(String sent) {
    var plain = new StringBuilder();
    sent.strip().codePoints().forEach(sign -> plain.appendCodePoint(ascii(sign)));
    try {
      var number = new BigDecimal(plain.toString());
      return number.scale() <= 0 && number.precision() < 10
          ? (Object) number.intValueExact()
          : number;
    } catch (ArithmeticException | NumberFormatException none) {
      return sent;
    }
  }

  private static int ascii(int sign) {
    if (Character.isDigit(sign)) return '0' + Character.digit(sign, 10);
    return sign == ',' || sign == '٫' ? '.' : sign;
  }

  /** Options in the order of their numbers; what came where numbers are missing or there twice. */
  private Object ranked(Item item) {
    var byRank = new TreeMap<String, Object>();
    int given = 0;
    for (var choice : item.answers()) {
      var rank = first(item.id() + "." + choice.value());
      if (!rank.isBlank()) {
        byRank.put("%3s".formatted(rank), choice.value());
        given++;
      }
    }
    if (given == 0) return null;
    boolean whole = byRank.size() == given && byRank.lastKey().strip().equals("" + given);
    return whole ? List.copyOf(byRank.values()) : List.of("");
  }

  private static String decoded(String part) {
    try {
      return AnswersBody.text(URLDecoder.decode(part, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException unreadable) {
      throw new Refusal(422, "This is not a form. Nothing was saved.");
    }
  }
}
