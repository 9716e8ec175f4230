package plimsoll.language;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Stream;

/** A language that whoever is asked is spoken to in, and what is said in it. */
public enum Language {
  ENGLISH("English", Locale.UK),
  GERMAN("Deutsch", Locale.GERMAN),
  FRENCH("Français", Locale.FRENCH),
  SPANISH("Español", Locale.forLanguageTag("es")),
  PORTUGUESE("Português", Locale.forLanguageTag("pt")),
  JAPANESE("日本語", Locale.JAPANESE),
  /** Its digits are the European ones, as in the questionnaires and on the keyboard. */
  ARABIC("العربية", Locale.forLanguageTag("ar"));

  private static final String FILES = "plimsoll.language.words";

  /** Letters that run from right to left, and signs that turn the direction. */
  private static final String TURNS =
      ".*[\\u0590-\\u08FF\\u200E\\u200F\\u202A-\\u202E\\uFB1D-\\uFEFC].*";

  /** What could end an isolate from inside. */
  private static final String ISOLATES = "[\\u2066-\\u2069]";

  private final String own;
  private final Locale locale;

  Language(String own, Locale locale) {
    this.own = own;
    this.locale = locale;
  }

  /** The language of a tag such as "pt-BR"; English where we don't speak it. */
  public static Language of(String tag) {
    return known(tag).findFirst().orElse(ENGLISH);
  }

  /**
   * What she chose, else the first that her browser asks for and we speak, else English.
   *
   * @param chosen a tag; null when she chose none
   * @param accepted the header {@code Accept-Language}; null when there is none
   */
  public static Language of(String chosen, String accepted) {
    return Stream.concat(known(chosen), wanted(accepted).stream().flatMap(Language::known))
        .findFirst()
        .orElse(ENGLISH);
  }

  private static Stream<Language> known(String tag) {
    var language = Locale.forLanguageTag(tag == null ? "" : tag.strip()).getLanguage();
    return Stream.of(values()).filter(each -> each.tag().equals(language));
  }

  /** The best first, without those that are refused; none where the header can't be read. */
  private static List<String> wanted(String accepted) {
    try {
      return accepted == null || accepted.isBlank()
          ? List.of()
          : Locale.LanguageRange.parse(accepted).stream()
              .filter(range -> range.getWeight() > 0)
              .map(Locale.LanguageRange::getRange)
              .toList();
    } catch (IllegalArgumentException unreadable) {
      return List.of();
    }
  }

  /** Such as "pt". */
  public String tag() {
    return locale.getLanguage();
  }

  /** What those who speak it call it. */
  public String own() {
    return own;
  }

  /** "rtl" where one reads from right to left, else "ltr". */
  public String direction() {
    return this == ARABIC ? "rtl" : "ltr";
  }

  /** The sentence of a key. */
  public String say(String key) {
    return bundle().getString(key);
  }

  public String say(String key, Object first) {
    return say(key, new Object[] {first});
  }

  public String say(String key, Object first, Object second) {
    return say(key, new Object[] {first, second});
  }

  public String say(String key, Object first, Object second, Object third) {
    return say(key, new Object[] {first, second, third});
  }

  public String say(String key, Object first, Object second, Object third, Object fourth) {
    return say(key, new Object[] {first, second, third, fourth});
  }

  /** Names are isolated, so that one that is read the other way turns nothing around it. */
  private String say(String key, Object[] named) {
    var words = say(key).split("(?=\\{\\d})|(?<=\\{\\d})");
    for (int i = 0; i < words.length; i++) {
      if (words[i].matches("\\{\\d}")) {
        words[i] = isolated(String.valueOf(named[words[i].charAt(1) - '0']));
      }
    }
    return String.join("", words);
  }

  public String isolated(String name) {
    boolean alike = this != ARABIC && !name.matches("(?s)" + TURNS) || name.matches("\\d+");
    var inside = name.replaceAll(ISOLATES, "");
    return alike ? inside : "\u2068" + inside + "\u2069";
  }

  /** A day as nobody can mistake it, such as "1 October 2026". */
  public String day(LocalDate day) {
    var words = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
    return day.getDayOfMonth() == 1 ? ordinal(words) : words;
  }

  /** In French and Brazilian Portuguese the first day of a month alone is counted so. */
  private String ordinal(String first) {
    return switch (this) {
      case FRENCH -> first.replaceFirst("^1 ", "1er ");
      case PORTUGUESE -> first.replaceFirst("^1 ", "1º ");
      default -> first;
    };
  }

  /** A moment as nobody can mistake it, such as "10 December 2026, 23:59 UTC". */
  public String moment(Instant at, ZoneId zone) {
    var there = at.atZone(zone);
    var time = DateTimeFormatter.ofPattern("HH:mm zzz", locale).format(there);
    return say("moment", day(there.toLocalDate()), time);
  }

  public ResourceBundle bundle() {
    var file = this == ENGLISH ? Locale.ROOT : locale;
    return ResourceBundle.getBundle(
        FILES, file, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }
}
