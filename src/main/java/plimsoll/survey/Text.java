package plimsoll.survey;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Words in one or more languages; English is always among them.
 *
 * @param in by BCP 47 language tag, such as "en" or "pt-BR", in the order that they were given
 */
public record Text(Map<String, String> in) {
  public static final String ENGLISH = "en";

  public Text {
    in = Collections.unmodifiableMap(new LinkedHashMap<>(in));
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
    var all = new LinkedHashMap<>(in);
    all.replaceAll((language, words) -> sign + words);
    return new Text(all);
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
