package plimsoll.delivery.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The fields of a JSON object, each read as what it should be, or refused by its name. */
public record Fields(ObjectNode object) {
  private static final int TEXT_MAX = 300;

  /** A commit may come as its id alone, or as "id@time" in a spreadsheet. */
  public static Fields ofCommit(JsonNode text) {
    var object = JsonNodeFactory.instance.objectNode();
    var parts = text.isTextual() ? text.textValue().strip().split("@", 2) : new String[] {""};
    object.put("id", parts[0]);
    if (parts.length == 2) object.put("committedAt", parts[1]);
    return new Fields(object);
  }

  public Set<String> names() {
    var names = new TreeSet<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  public String needed(String name) {
    var value = text(name);
    if (value == null) {
      throw new BadEvent(name + " is missing.");
    }
    return value;
  }

  /** The text without blanks around it; null when there is none. */
  public String text(String name) {
    var value = object.get(name);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isTextual() && !value.isIntegralNumber()) {
      throw new BadEvent(name + " is not a text.");
    }
    return checked(name, value.asText().strip());
  }

  /**
   * The object under a name.
   *
   * @throws BadEvent when there is none
   */
  public Fields part(String name) {
    if (object.get(name) instanceof ObjectNode part) {
      return new Fields(part);
    }
    throw new BadEvent(name + " is missing.");
  }

  /** The object under a name; one without fields when there is none. */
  public Fields partOrNone(String name) {
    return object.get(name) instanceof ObjectNode part
        ? new Fields(part)
        : new Fields(JsonNodeFactory.instance.objectNode());
  }

  /** The objects of an array; what is no object is left out. */
  public List<Fields> parts(String name) {
    return StreamSupport.stream(object.path(name).spliterator(), false)
        .filter(ObjectNode.class::isInstance)
        .map(one -> new Fields((ObjectNode) one))
        .toList();
  }

  /** True only where it says true. */
  public boolean flag(String name) {
    return object.path(name).asBoolean(false);
  }

  /** True when something other than null stands under the name. */
  public boolean has(String name) {
    return object.hasNonNull(name);
  }

  /** What people wrote, of any length and with line ends, only to be searched; never null. */
  public String prose(String name) {
    return object.path(name).asText("");
  }

  /** Null when there is none. */
  public Instant moment(String name, Moments moments) {
    var value = object.get(name);
    if (value != null && value.isNumber()) {
      throw new BadEvent(name + " is a number; a time is a text such as 2026-03-23T09:00:00Z.");
    }
    var text = text(name);
    return text == null ? null : moments.read(name, text);
  }

  /** Null when there is none. */
  public Integer count(String name) {
    var text = text(name);
    if (text != null && !text.matches("\\d{1,6}")) {
      throw new BadEvent(name + " is not a whole number from 0 to 999999.");
    }
    return text == null ? null : Integer.valueOf(text);
  }

  /** Null when there is none. */
  public <E extends Enum<E>> E choice(String name, Class<E> choices) {
    var text = text(name);
    if (text == null) {
      return null;
    }
    var wanted = text.toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(choices.getEnumConstants())
        .filter(one -> one.name().equals(wanted))
        .findFirst()
        .orElseThrow(
            () -> new BadEvent(name + " \"" + cut(text) + "\" is not " + words(choices) + "."));
  }

  /** Elements of an array, or of a text that blanks or semicolons divide. */
  public List<JsonNode> list(String name, int most) {
    var value = object.get(name);
    var all =
        value == null || value.isNull()
            ? List.<JsonNode>of()
            : value.isArray()
                ? StreamSupport.stream(value.spliterator(), false).toList()
                : divided(text(name));
    if (all.size() > most) {
      throw new BadEvent(
          name + " has " + all.size() + " elements; at most " + most + " are taken.");
    }
    return all;
  }

  public List<String> texts(String name, int most) {
    return list(name, most).stream()
        .map(one -> one.isTextual() ? checked(name, one.textValue().strip()) : null)
        .peek(one -> refuseNull(name, one))
        .distinct()
        .sorted()
        .toList();
  }

  /** The text, or null where there is none that could be used; for what is good to know only. */
  public String hint(String name) {
    var value = object.get(name);
    if (value == null || !value.isTextual() && !value.isIntegralNumber()) {
      return null;
    }
    var text = value.asText().strip();
    boolean usable = !text.isEmpty() && text.length() <= TEXT_MAX && !holdsControls(text);
    return usable ? text : null;
  }

  /** The texts of an array as far as they can be used, in their order. */
  public List<String> hints(String name) {
    return StreamSupport.stream(object.path(name).spliterator(), false)
        .map(one -> new Fields(JsonNodeFactory.instance.objectNode().set(name, one)).hint(name))
        .filter(Objects::nonNull)
        .toList();
  }

  public static String cut(String text) {
    return text.length() <= 60 ? text : text.substring(0, 59) + "…";
  }

  private static List<JsonNode> divided(String text) {
    return text == null
        ? List.of()
        : Arrays.stream(text.split("[\\s;]+"))
            .<JsonNode>map(JsonNodeFactory.instance::textNode)
            .toList();
  }

  private static void refuseNull(String name, String value) {
    if (value == null) {
      throw new BadEvent(name + " holds something that is not a text.");
    }
  }

  private static String checked(String name, String text) {
    if (text.length() > TEXT_MAX) {
      throw new BadEvent(name + " is longer than " + TEXT_MAX + " characters.");
    }
    if (holdsControls(text)) {
      throw new BadEvent(name + " holds a control character.");
    }
    return text.isEmpty() ? null : text;
  }

  private static boolean holdsControls(String text) {
    return text.chars().anyMatch(Character::isISOControl);
  }

  private static <E extends Enum<E>> String words(Class<E> choices) {
    return Arrays.stream(choices.getEnumConstants())
        .map(one -> one.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
