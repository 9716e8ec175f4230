package plimsoll.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plimsoll.language.Language;

class LetterTextTest {
  private static final String LINK = "https://survey.example.org/s/aB3";
  private static final String END = "https://survey.example.org/mail/xY7";

  @Test
  void aLetterSaysTheSameInEachLanguageThatWasChosen() {
    var mail =
        letter(List.of(Language.GERMAN, Language.ARABIC), "Ada").invitation(LINK, "Payments");
    assertEquals("Platform fragt: Quarterly (Minuten: 5)", mail.subject());
    assertEquals(2, count(mail.text(), LINK));
    assertEquals(1, count(mail.text(), END));
    assertTrue(mail.text().contains("10. Dezember 2026"), mail.text());
    assertTrue(mail.html().contains("<div lang=\"de\" dir=\"ltr\">"), mail.html());
    assertTrue(mail.html().contains("<div lang=\"ar\" dir=\"rtl\">"), mail.html());
    assertTrue(mail.html().contains("why in ar"), mail.html());
  }

  @ParameterizedTest
  @EnumSource
  void everyLetterCanBeWrittenInEveryLanguage(Language language) {
    var letter = letter(List.of(language), "Ada");
    for (var mail :
        List.of(letter.invitation(LINK, "Payments"), letter.reminder(LINK), letter.results(LINK))) {
      assertEquals(1, count(mail.text(), LINK));
      assertEquals(1, count(mail.text(), END));
      assertFalse(mail.text().matches("(?s).*\\{\\d}.*"), mail.text());
      assertFalse(mail.subject().contains("\n"));
    }
  }

  @Test
  void aNameIsNoMarkup() {
    var mail = letter(List.of(Language.ENGLISH), "<script>x</script>").reminder(LINK);
    assertFalse(mail.html().contains("<script>"), mail.html());
    assertTrue(mail.html().contains("&lt;script&gt;"), mail.html());
  }

  private static LetterText letter(List<Language> languages, String name) {
    return new LetterText(
        languages, campaign(), name, "a@example.org", one -> "why in " + one.tag(), END);
  }

  private static CampaignView campaign() {
    return new CampaignView(
        new UUID(0, 1),
        "quarterly",
        "2026.1",
        "",
        "Quarterly",
        "Platform",
        null,
        LocalDate.of(2026, 9, 1),
        Instant.parse("2026-12-01T08:00:00Z"),
        Instant.parse("2026-12-10T08:00:00Z"),
        null,
        5,
        List.of(),
        5,
        null,
        null,
        0,
        null);
  }

  private static int count(String text, String part) {
    return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
  }
}
