package plimsoll.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plimsoll.access.Refusal;
import plimsoll.roadmap.Initiative.Range;

class ClaimTest {
  private static final Claim PROPOSED = new Claim("Do it", "falls", new Range(6, 3.5, 11));

  @Test
  void aChangeLeavesWhatItDoesNotSay() {
    var changed = new Claim(null, "rises", null).over(PROPOSED);
    assertEquals(new Claim("Do it", "rises", new Range(6, 3.5, 11)), changed);
    assertEquals(new Claim(null, "rises", null), changed.unlike(PROPOSED));
    assertEquals(Claim.NOTHING, PROPOSED.unlike(PROPOSED));
  }

  @Test
  void wordsAreOneLineAndWeeksAreTenths() {
    var claim = new Claim(" a\r\n b\u0000\u2028c\ud800 ", "  ", new Range(6.04, 3.46, 11));
    assertEquals("a b c", claim.title());
    assertNull(claim.hypothesis());
    assertEquals(new Range(6, 3.5, 11), claim.effortWeeks());
  }

  @Test
  void everyFaultIsNamed() {
    assertEquals(
        List.of("/title", "/hypothesis", "/effortWeeks/p10", "/effortWeeks/median"),
        pointers(new Claim("x".repeat(201), "x".repeat(1001), new Range(1001, 0, 1000))));
    new Claim("x".repeat(200), "x".repeat(1000), new Range(1000, 0.1, 1000)).checked();
  }

  @ParameterizedTest
  @CsvSource({
    "6, 3, many, /effortWeeks/p90",
    "6, -3, 9, /effortWeeks/p10",
    "'', 3, 9, /effortWeeks/median",
    "6, 0.01, 9, /effortWeeks/p10",
    "9, 9, 9, /effortWeeks/p90",
    "99, 9, 1001, /effortWeeks/p90",
    "1e1, 3, 11, /effortWeeks/median",
    "NaN, 3, 11, /effortWeeks/median",
  })
  void weeksThatAreNoneAreRefused(String median, String low, String high, String pointer) {
    var faults = pointers(Claim.typed("a", "b", median, low, high));
    assertEquals(pointer, faults.get(0));
  }

  @Test
  void weeksMayHaveEitherSeparatorOrBeLeftOut() {
    assertEquals(
        new Range(6.5, 3, 11.5), Claim.typed("a", "b", "6,5", " 3 ", "11.5").effortWeeks());
    assertNull(Claim.typed("a", "b", null, "", " ").effortWeeks());
  }

  private static List<String> pointers(Claim wrong) {
    var refusal = assertThrows(Refusal.class, wrong::checked);
    assertEquals(422, refusal.status());
    return refusal.faults().stream().map(Refusal.Fault::pointer).toList();
  }
}
