package plimsoll.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plimsoll.survey.Keying;
import plimsoll.survey.Sheet;

class WaveChangeTest {

  @Test
  void aLargeFallIsTold() {
    var changes = WaveChange.between(wave(Cases.five(4, 3)), wave(Cases.five(2, 3)));
    var d2 = changes.get(1);
    assertEquals(Criterion.D2, d2.criterion());
    assertTrue(d2.moved());
    assertEquals(-50, d2.change(), 5);
    assertTrue(d2.high() < 0);
    assertEquals(0.01, d2.p());
  }

  @Test
  void theSameAnswersAgainAreNoChange() {
    for (var change : WaveChange.between(wave(Cases.five(3, 3)), wave(Cases.five(3, 3)))) {
      assertFalse(change.moved());
      assertEquals(0, change.change());
      assertEquals(1, change.p());
      assertTrue(change.low() < 0 && change.high() > 0);
    }
  }

  @Test
  void fewerThanAHundredPeopleAreToldInFives() {
    var change = WaveChange.between(wave(Cases.five(3, 3)), wave(Cases.five(4, 3))).get(0);
    for (double each : List.of(change.change(), change.low(), change.high())) {
      assertEquals(0, each % 5);
    }
  }

  private static Cases halves(int some, int others) {
    var cases = new Cases();
    cases.keying = new Keying(List.of(Cases.construct("D1", "D1a+")));
    var sheets = new ArrayList<Sheet>();
    for (int i = 0; i < 120; i++) {
      sheets.add(new Sheet(Map.of("D1a", i % 2 == 0 ? some : others), Set.of()));
    }
    return cases.add("a", 120, sheets);
  }

  /**
   * Half at 25 and half at 75, then half at 0 and half at 100: squared errors of 625 / 119 and 2500
   * / 119, together 26.26, and by Welch and Satterthwaite 119 · 25 / 17 = 175 degrees of freedom,
   * so 1.974 · 5.124 = 10.1 to either side.
   */
  @Test
  void aLargerOrganisationIsToldToThePoint() {
    var change = WaveChange.between(wave(halves(2, 4)), wave(halves(1, 5))).get(0);
    assertEquals(0, change.change());
    assertEquals(-11, change.low());
    assertEquals(11, change.high());
    assertFalse(change.moved());
  }

  @Test
  void whatWasWithheldOnceIsNotCompared() {
    var four = new Cases().team("a", 4, 3, 3);
    assertEquals(List.of(), WaveChange.between(wave(four), wave(Cases.five(3, 3))));
    assertEquals(List.of(), WaveChange.between(wave(Cases.five(3, 3)), wave(four)));
  }

  @Test
  void anItemThatWasChangedIsNotCompared() {
    var changed = Cases.five(3, 3);
    changed.keying =
        new Keying(List.of(Cases.construct("D1", "D1a+", "D1b-"), Cases.construct("D2", "D2a+")));
    var compared = WaveChange.between(wave(Cases.five(3, 3)), wave(changed));
    assertEquals(List.of(Criterion.D1), compared.stream().map(WaveChange::criterion).toList());
  }

  @Test
  void aWaveInWhichMostTeamsKeptSilentIsNotCompared() {
    var silent = new Cases().team("a", 9, 3, 3).team("b", 9, 0, 3, 3).team("c", 9, 0, 3, 3);
    assertEquals(List.of(), WaveChange.between(wave(silent), wave(Cases.five(3, 3))));
  }

  private static Wave wave(Cases cases) {
    return new Wave(cases.assess(), cases.keying, cases.teams);
  }
}
