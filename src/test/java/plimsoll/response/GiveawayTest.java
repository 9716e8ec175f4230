package plimsoll.response;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plimsoll.language.Language;

class GiveawayTest {
  @ParameterizedTest
  @CsvSource({
    "write to ada.l@example.org first, ada.l@example.org",
    "ask @grace about it, @grace",
    "call +44 20 7946 0958 today, +44 20 7946 0958",
    "then Mrs. Hopper decides, Mrs. Hopper",
    "dann entscheidet Herr Müller, Herr Müller",
    "il faut demander à Mme Curie, Mme Curie",
    "we wait for Ada Lovelace each time, Ada Lovelace",
    "毎回田中さんに聞く, 毎回田中さん",
    "ننتظر السيد كمال دائما, السيد كمال"
  })
  void whatLooksLikeANameOrAnAddressIsFound(String words, String found) {
    assertEquals(Optional.of(found), Giveaway.in(words, Language.ENGLISH));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Deployments wait for a ticket. They take 3 days, or 12 in December.",
        "Kubernetes is hard; Argo CD is not. Use HTTP and TLS.",
        "Version 2026.1 broke 40 % of builds @ night",
        "皆さんに聞いた。お客さんが待つ。",
        "ننتظر فريقًا آخر دائمًا"
      })
  void plainWordsAreLeftAlone(String words) {
    assertEquals(Optional.empty(), Giveaway.in(words, Language.ENGLISH));
  }

  /** There every noun has a capital. */
  @Test
  void inGermanTwoCapitalsAreNoName() {
    assertEquals(Optional.empty(), Giveaway.in("wir warten auf Andere Teams", Language.GERMAN));
  }

  @Test
  void itTakesNoLongerThanItIsLong() {
    var words = "a".repeat(2_000) + "@" + "1 ".repeat(1_000);
    org.junit.jupiter.api.Assertions.assertTimeout(
        java.time.Duration.ofSeconds(5), () -> Giveaway.in(words, Language.ENGLISH));
  }
}
