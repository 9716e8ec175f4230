package plimsoll.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import plimsoll.disclosure.Published;
import plimsoll.disclosure.Withholding;

class WordsTest {
  private static final Published TEAM = new Published(55.0, 40.0, 70.0, "5–7", null);

  @Test
  void aScoreCarriesItsIntervalAndItsPeople() {
    assertEquals("55 (40–70), n = 5–7", Words.whole(TEAM));
  }

  @Test
  void theEndsOfATeamsScaleAreNotToldApart() {
    assertEquals("≤ 10", Words.teamScore(new Published(5.0, 0.0, 20.0, "5–7", null)));
    assertEquals("≥ 90", Words.teamScore(new Published(95.0, 80.0, 100.0, "5–7", null)));
    assertEquals("85", Words.teamScore(new Published(85.0, 70.0, 100.0, "5–7", null)));
  }

  @Test
  void aWithheldScoreSaysWhy() {
    assertEquals(
        "withheld: too few answered", Words.whole(Published.withheld(Withholding.TOO_FEW)));
  }

  @Test
  void nothingIsCertain() {
    assertEquals("86 %", Words.percent(0.86));
    assertEquals("> 99 %", Words.percent(1.0));
    assertEquals("< 1 %", Words.percent(0.0));
    assertEquals("–", Words.percent(null));
  }

  @Test
  void namesAreListedAsInASentence() {
    assertEquals("", Words.list(List.of()));
    assertEquals("a", Words.list(List.of("a")));
    assertEquals("a, b and c", Words.list(List.of("a", "b", "c")));
  }
}
