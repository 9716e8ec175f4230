package plimsoll.response;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AnswersBodyTest {
  @Test
  void lettersOfAllPlanesAndSignsOfDirectionStay() {
    var words = "a\tb\nc 😀 שלום\u202e\u2066x";
    assertEquals(words, AnswersBody.text(words));
  }

  @Test
  void controlsGoLineEndsAreOneSignAndHalfLettersAreMarked() {
    assertEquals("a\nb\uFFFDc", AnswersBody.text("a\r\nb\ud83dc"));
    assertEquals("ab", AnswersBody.text("\u0000a\u001b\u0085b\u007f"));
  }
}
