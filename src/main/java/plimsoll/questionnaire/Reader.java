package plimsoll.questionnaire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import plimsoll.survey.Text;

/** Takes pieces of a YAML file for what they should be, and notes every fault of the file. */
class Reader {
  static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}";

  private final List<SurveyFault> faults = new ArrayList<>();

  /** Which every text must have; empty as long as the title was not read. */
  private Set<String> languages = Set.of();

  List<SurveyFault> faults() {
    return List.copyOf(faults);
  }

  boolean sound() {
    return faults.isEmpty();
  }

  /** Notes a fault and goes on, so that all faults of a file are told at once. */
  <T> T attempt(Supplier<T> read) {
    try {
      return read.get();
    } catch (SurveyFault fault) {
      note(fault);
      return null;
    }
  }

  /** The elements that can be read. */
  <T> List<T> each(YamlNode node, Function<YamlNode, T> read) {
    List<T> values = new ArrayList<>();
    for (YamlNode element : node.elements()) {
      T value = attempt(() -> read.apply(element));
      if (value != null) values.add(value);
    }
    return values;
  }

  /** Notes each field that nobody would read. */
  void knowOnly(YamlNode node, Set<String> known) {
    node.fields().values().stream()
        .filter(field -> !known.contains(last(field.field())))
        .map(
            field -> field.fault("is no field here; those are " + String.join(", ", sorted(known))))
        .forEach(this::note);
  }

  /** The title's languages are those that the whole survey is offered in. */
  Text title(YamlNode node) {
    Text title = words(node);
    languages = title.in().keySet();
    return title;
  }

  Text words(YamlNode node) {
    Map<String, String> in = new LinkedHashMap<>();
    node.fields().forEach((language, words) -> in.put(tag(language, words), words.text()));
    if (!in.containsKey(Text.ENGLISH)) {
      throw node.fault("needs the words in English: {en: …}");
    }
    Text text = new Text(in);
    var missing = languages.stream().filter(one -> !in.containsKey(one)).sorted().toList();
    if (!missing.isEmpty() && text.wordy()) {
      note(node.fault("lacks " + String.join(", ", missing) + ", which the title has"));
    }
    return text;
  }

  /** Where a field may be left out. */
  static <T> T optional(YamlNode node, String field, T otherwise, Function<YamlNode, T> read) {
    YamlNode found = node.fields().get(field);
    return found == null ? otherwise : read.apply(found);
  }

  static YamlNode need(YamlNode node, String field) {
    YamlNode found = node.fields().get(field);
    if (found == null) {
      throw node.fault("lacks the field " + field);
    }
    return found;
  }

  static String name(YamlNode node) {
    if (!node.text().matches(NAME)) {
      throw node.fault("must be 1 to 40 letters, digits, dots or hyphens");
    }
    return node.text();
  }

  static int between(YamlNode node, int lowest, int highest) {
    if (node.number() < lowest || node.number() > highest) {
      throw node.fault("must be from " + lowest + " to " + highest);
    }
    return node.number();
  }

  static BigDecimal decimal(YamlNode node) {
    if (!node.text().matches("-?[0-9]{1,12}(\\.[0-9]{1,3})?")) {
      throw node.fault("must be a number, such as 12 or 0.5");
    }
    return new BigDecimal(node.text());
  }

  static <E extends Enum<E>> E choice(YamlNode node, E[] choices) {
    List<String> names = new ArrayList<>();
    for (E choice : choices) {
      String name = choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (name.equals(node.text())) return choice;
      names.add(name);
    }
    throw node.fault("must be one of " + String.join(", ", names));
  }

  /** What makes no sense is told where it stands. */
  static <T> T sensible(YamlNode node, Supplier<T> make) {
    try {
      return make.get();
    } catch (IllegalArgumentException e) {
      throw node.fault("is wrong: " + e.getMessage());
    }
  }

  static List<String> sorted(Set<String> names) {
    return names.stream().sorted().collect(Collectors.toList());
  }

  private void note(SurveyFault fault) {
    faults.add(fault);
  }

  private static String tag(String language, YamlNode node) {
    if (!language.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
      throw node.fault("must be a language tag, such as en or pt-BR");
    }
    return language;
  }

  private static String last(String field) {
    return field.substring(field.lastIndexOf('.') + 1);
  }
}
