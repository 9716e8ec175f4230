package plimsoll.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LanguageTest {
  private static final Instant CLOSES = Instant.parse("2026-12-10T23:59:00Z");

  @ParameterizedTest
  @EnumSource
  void everyLanguageHasEveryKeyAndNoOther(Language language) {
    assertEquals(file(Language.ENGLISH).keySet(), file(language).keySet());
  }

  @ParameterizedTest
  @EnumSource
  void everySentenceNamesWhatTheEnglishOneNames(Language language) {
    var english = file(Language.ENGLISH);
    file(language)
        .forEach(
            (key, words) ->
                assertEquals(named(english.get(key)), named(words), language + " " + key));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
  void aSentenceIsTranslated(Language language) {
    var english = file(Language.ENGLISH);
    var same =
        file(language).entrySet().stream()
            .filter(each -> each.getValue().equals(english.get(each.getKey())))
            .map(each -> each.getKey().toString())
            .filter(key -> !Set.of("moment", "place", "choice.no").contains(key))
            .toList();
    assertEquals(List.of(), same);
  }

  /** A straight one may be taken for the end of something by whoever copies a sentence. */
  @ParameterizedTest
  @EnumSource
  void noSentenceHasAStraightApostropheOrAnExclamationMark(Language language) {
    file(language)
        .forEach((key, words) -> assertFalse(words.toString().matches(".*['!！].*"), "" + key));
  }

  /** Beside a number words would have to change their form, in Arabic in six ways. */
  @ParameterizedTest
  @EnumSource(names = "ARABIC")
  void noArabicWordIsCounted(Language language) {
    var counted =
        Pattern.compile("\\{\\d} (شخص|أشخاص|شخصًا|دقيقة|دقائق|سؤال|أسئلة|ثانية|ثوان|حرف|أحرف)");
    file(language)
        .forEach((key, words) -> assertFalse(counted.matcher("" + words).find(), "" + key));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -, ENGLISH",
        "-, 'de', GERMAN",
        "-, 'pt-BR,pt;q=0.9,en;q=0.8', PORTUGUESE",
        "-, 'zh-CN,zh;q=0.9', ENGLISH",
        "-, 'zh, ja;q=0.4, fr;q=0.6', FRENCH",
        "-, 'en;q=0.1, ar;q=0.9', ARABIC",
        "-, 'fr;q=0, es;q=0.2', SPANISH",
        "-, '*', ENGLISH",
        "-, ';;q=nonsense', ENGLISH",
        "ja, 'de', JAPANESE",
        "xx, 'de', GERMAN",
        "'<script>', 'es-419', SPANISH"
      })
  void theChosenLanguageGoesFirstThenTheBrowsers(
      String chosen, String accepted, Language expected) {
    assertEquals(expected, Language.of(chosen, accepted));
  }

  @ParameterizedTest
  @CsvSource({
    "ENGLISH, '10 December 2026, 23:59 UTC'",
    "GERMAN, '10. Dezember 2026, 23:59 UTC'",
    "FRENCH, '10 décembre 2026, 23:59 UTC'",
    "SPANISH, '10 de diciembre de 2026, 23:59 UTC'",
    "PORTUGUESE, '10 de dezembro de 2026, 23:59 UTC'",
    "JAPANESE, '2026年12月10日 23:59 UTC'",
    "ARABIC, '10 ديسمبر 2026، 23:59 UTC'"
  })
  void aMomentReadsAsPeopleWriteItWithItsZone(Language language, String expected) {
    assertEquals(expected, plain(language.moment(CLOSES, ZoneId.of("UTC"))));
  }

  @Test
  void aMomentIsToldInTheZoneThatIsAskedFor() {
    assertTrue(Language.ENGLISH.moment(CLOSES, ZoneId.of("Asia/Tokyo")).contains("08:59"));
    assertTrue(Language.ENGLISH.moment(CLOSES, ZoneId.of("Asia/Tokyo")).startsWith("11 December"));
    assertEquals("1 October 2026", Language.ENGLISH.day(LocalDate.of(2026, 10, 1)));
  }

  @Test
  void aNameThatIsReadTheOtherWayIsIsolatedAndCannotEndThat() {
    var words = Language.ENGLISH.say("welcome.asks", "\u202eevil\u2069", "فريق الدفع");
    assertEquals("\u2068\u202eevil\u2069 asks you, as a member of \u2068فريق الدفع\u2069.", words);
    assertEquals(
        "A asks you, as a member of B {0}.", Language.ENGLISH.say("welcome.asks", "A", "B {0}"));
    assertTrue(Language.ARABIC.say("welcome.asks", "Ada", "checkout").contains("\u2068Ada\u2069"));
  }

  /** The day that nearly every survey asks from. */
  @ParameterizedTest
  @CsvSource({
    "ENGLISH, 1 October 2026",
    "GERMAN, 1. Oktober 2026",
    "FRENCH, 1er octobre 2026",
    "SPANISH, 1 de octubre de 2026",
    "PORTUGUESE, 1º de outubro de 2026",
    "JAPANESE, 2026年10月1日",
    "ARABIC, 1 أكتوبر 2026"
  })
  void theFirstDayOfAMonthReadsAsPeopleWriteIt(Language language, String expected) {
    assertEquals(expected, plain(language.day(LocalDate.of(2026, 10, 1))));
  }

  @Test
  void arabicAloneRunsFromRightToLeft() {
    assertEquals(
        Set.of(Language.ARABIC),
        Set.of(Language.values()).stream()
            .filter(each -> each.direction().equals("rtl"))
            .collect(Collectors.toSet()));
  }

  private static String plain(String words) {
    return words.replaceAll("[\\u2066-\\u2069\\u200e\\u200f]", "");
  }

  private static Set<String> named(Object words) {
    return Pattern.compile("\\{\\d}")
        .matcher(words.toString())
        .results()
        .map(each -> each.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties file(Language language) {
    var ending = language == Language.ENGLISH ? "" : "_" + language.tag();
    var keys = new Properties();
    try (var file =
        new InputStreamReader(
            Language.class.getResourceAsStream("words" + ending + ".properties"),
            StandardCharsets.UTF_8)) {
      keys.load(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return keys;
  }
}
