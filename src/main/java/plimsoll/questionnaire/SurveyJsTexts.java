package plimsoll.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plimsoll.survey.Text;

/** Texts of SurveyJS, plain or by language, as texts of ours. */
final class SurveyJsTexts {
  private final String locale;
  private final List<Map<String, Object>> all = new ArrayList<>();
  private boolean englishIsMissing;

  SurveyJsTexts(String locale) {
    this.locale = locale.isBlank() ? Text.ENGLISH : locale;
  }

  /** True when words of another language stand where English must. */
  boolean englishIsMissing() {
    return englishIsMissing;
  }

  static boolean isGiven(JsonNode node) {
    return node.isTextual() && !node.asText().isBlank()
        || node.isNumber()
        || node.isBoolean()
        || node.isObject() && node.size() > 0;
  }

  /** The words by language; those of the default language where there is no English. */
  Map<String, Object> of(JsonNode node, String otherwise) {
    if (!isGiven(node)) return noted(Map.of(Text.ENGLISH, otherwise));
    if (!node.isObject()) return noted(Map.of(defaultLanguage(), plain(node.asText())));
    Map<String, Object> in = new LinkedHashMap<>();
    node.properties()
        .forEach(
            each -> {
              var words = plain(each.getValue().asText());
              var language =
                  each.getKey().equals("default") ? defaultLanguage() : tag(each.getKey());
              if (!words.isBlank() && language != null) in.putIfAbsent(language, words);
            });
    return noted(in.isEmpty() ? Map.of(Text.ENGLISH, otherwise) : in);
  }

  /** Languages that all texts with words have, after {@link #of} was asked for each. */
  Set<String> complete() {
    Set<String> languages = null;
    for (var text : all) {
      if (text.get(Text.ENGLISH).toString().codePoints().noneMatch(Character::isLetter)) continue;
      if (languages == null) languages = new LinkedHashSet<>(text.keySet());
      languages.retainAll(text.keySet());
    }
    return languages == null ? Set.of(Text.ENGLISH) : languages;
  }

  private String defaultLanguage() {
    var language = tag(locale);
    return language == null ? Text.ENGLISH : language;
  }

  private static String tag(String locale) {
    return locale.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*") ? locale : null;
  }

  private Map<String, Object> noted(Map<String, Object> words) {
    Map<String, Object> in = new LinkedHashMap<>();
    var first = words.values().iterator().next();
    if (!words.containsKey(Text.ENGLISH)) englishIsMissing = true;
    in.put(Text.ENGLISH, words.getOrDefault(Text.ENGLISH, first));
    words.forEach(in::putIfAbsent);
    all.add(in);
    return in;
  }

  /** Without marks of HTML, which would be read as they are. */
  static String plain(String words) {
    return words
        .replaceAll("(?i)<(br|/p|/li|/div|/h[1-6])\\s*/?>", " ")
        .replaceAll("</?[A-Za-z][^>]{0,500}>", "")
        .replace("&nbsp;", " ")
        .replace("&amp;", "&")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
