package plimsoll.survey;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * Words in one or more languages; English is always among them.
 *
 * @param in by BCP 47 language tag, such as "en" or "pt-BR"
 */
public record Text(Map<String, String> in) {
  public static final String ENGLISH = "en";

  public Text {
    in = Map.copyOf(in);
    if (!in.containsKey(ENGLISH)) {
      throw new IllegalArgumentException("English is missing");
    }
  }

  public static Text english(String words) {
    return new Text(Map.of(ENGLISH, words));
  }

  /** False for numbers and signs, which need no translation. */
  public boolean wordy() {
    return in.get(ENGLISH).codePoints().anyMatch(Character::isLetter);
  }

  /** The same after a sign that reads alike in all languages. */
  public Text after(String sign) {
    return new Text(
        in.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, each -> sign + each.getValue())));
  }

  /** The words in the language asked for; in English where they were not translated. */
  public String in(String language) {
    return in.getOrDefault(language, in.get(ENGLISH));
  }

  /** The same with each {@code {name}} put in place of its name. */
  public String in(String language, Map<String, String> names) {
    String words = in(language);
    for (var name : names.entrySet()) {
      words = words.replace("{" + name.getKey() + "}", name.getValue());
    }
    return words;
  }
}
