package plimsoll.response;

import java.util.Optional;
import java.util.regex.Pattern;
import plimsoll.language.Language;

/**
 * Finds what looks like a name or an address in somebody's own words, so that she can leave it out.
 * It knows no roster, for none may be sent to a page; so it looks at how words are written.
 */
final class Giveaway {
  private static final String ADDRESS = "[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+\\.[\\p{L}\\p{N}.-]+";
  private static final String HANDLE = "(?<![\\p{L}\\p{N}.])@[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]+";
  private static final String NUMBER = "\\+?\\d(?:[ ()/.-]?\\d){6,}";
  private static final String ADDRESSED =
      "(?<!\\p{L})(?:Mr|Mrs|Ms|Dr|Herrn?|Frau|M|Mme|Monsieur|Madame|Sr|Sra|Señora?|Senhora?)\\.? \\p{Lu}\\p{L}+"
          + "|(?<!\\p{L})(?:السيد|السيدة|الأستاذ|الأستاذة|المهندس|المهندسة) \\p{L}+"
          + "|(?:(?!皆|客)[\\p{sc=Han}\\p{sc=Katakana}ー]){1,8}(?:さん|氏|ちゃん)";

  /** Two words with capitals, one after the other, inside of a sentence. */
  private static final String FULL_NAME =
      "(?<=\\p{Ll},? )\\p{Lu}\\p{Ll}{2,} \\p{Lu}\\p{Ll}{2,}(?!\\p{L})";

  private Giveaway() {}

  /** The pattern, as the script reads it too; in German every noun has a capital. */
  static String pattern(Language language) {
    var common = String.join("|", ADDRESS, HANDLE, NUMBER, ADDRESSED);
    return language == Language.GERMAN ? common : common + "|" + FULL_NAME;
  }

  /** The first such words; empty where nothing looks like it. */
  static Optional<String> in(String words, Language language) {
    var found = Pattern.compile(pattern(language)).matcher(words);
    return found.find() ? Optional.of(found.group()) : Optional.empty();
  }
}
