package plimsoll.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BcaTest {

  @Test
  void thirtyUnitsAreNeeded() {
    double[] thirty = new double[30];
    Arrays.setAll(thirty, i -> 1 + i % 4);
    assertNotNull(Bca.ofRatio(thirty, thirty, 50, 0.95, new Chance(1)));
    double[] fewer = Arrays.copyOf(thirty, 29);
    assertNull(Bca.ofRatio(fewer, fewer, 50, 0.95, new Chance(1)));
  }

  @Test
  void aRatioThatEveryUnitHasIsCertain() {
    double[] wholes = new double[40];
    Arrays.setAll(wholes, i -> 2 + i % 5);
    double[] quarters = Arrays.stream(wholes).map(w -> w / 4).toArray();
    var found = Bca.ofRatio(quarters, wholes, 200, 0.95, new Chance(3));
    assertEquals(new Interval(0.25, 0.25), found.interval());
    assertEquals(0, found.bias());
    assertEquals(0, found.acceleration());
  }

  /** Worked out again with NumPy and SciPy's bootstrap (paired, BCa, 200,000 samples). */
  @Test
  void aSkewedRatioLeansAsItDoesElsewhere() {
    double[] parts = new double[40];
    double[] wholes = new double[40];
    Arrays.setAll(parts, i -> i == 3 ? 30 : i * i % 11);
    Arrays.setAll(wholes, i -> 10 + i % 7);
    var found = Bca.ofRatio(parts, wholes, 20_000, 0.95, new Chance(11));
    assertEquals(0.08793983491842845, found.acceleration(), 1e-12);
    assertEquals(0.2620, found.interval().low(), 0.005);
    assertEquals(0.5351, found.interval().high(), 0.015);
  }

  /** Units hang together: the interval is that of 40 units, not of their 400 parts. */
  @Test
  void wholeUnitsAreDrawnAndNotTheirParts() {
    double[] parts = new double[40];
    double[] wholes = new double[40];
    Arrays.setAll(parts, i -> i % 2 == 0 ? 10 : 0);
    Arrays.fill(wholes, 10);
    var found = Bca.ofRatio(parts, wholes, 4000, 0.95, new Chance(5));
    double expected = 1.96 * Math.sqrt(0.25 / 40);
    assertEquals(expected, found.interval().halfWidth(), 0.02);
    assertTrue(found.interval().contains(0.5));
    var again = Bca.ofRatio(parts, wholes, 4000, 0.95, new Chance(5));
    assertEquals(found, again);
    var narrower = Bca.ofRatio(parts, wholes, 4000, 0.80, new Chance(5));
    assertTrue(narrower.interval().halfWidth() < found.interval().halfWidth());
  }

  @Test
  void aRatioIsOfSumsAndNotTheMeanOfRatios() {
    double[] parts = new double[30];
    double[] wholes = new double[30];
    Arrays.fill(wholes, 1);
    parts[0] = 1000;
    wholes[0] = 1000;
    var found = Bca.ofRatio(parts, wholes, 500, 0.95, new Chance(7));
    assertTrue(found.interval().high() > 1000 / 1029.0 - 1e-9);
  }

  /** Efron 1987: a is a sixth of the skewness of what each unit brings. */
  @Test
  void skewedUnitsAccelerate() {
    double[] leftOut = {0, 0, 0, 0, 5};
    double mean = 1;
    double cubes = 4 * mean * mean * mean + Math.pow(mean - 5, 3);
    double squares = 4 * mean * mean + Math.pow(mean - 5, 2);
    var found = Bca.of(2, new double[] {1, 2, 3}, leftOut, 0.95);
    assertEquals(cubes / (6 * Math.pow(squares, 1.5)), found.acceleration(), 1e-12);
    assertEquals(0, found.bias(), 1e-12);
  }

  /** Where the correction turns over itself, the end is the farthest resample. */
  @Test
  void anExtremeLevelEndsAtTheFarthestResample() {
    double[] resampled = new double[1000];
    Arrays.setAll(resampled, i -> i);
    double[] leftOut = new double[40];
    leftOut[0] = -1;
    var found = Bca.of(500, resampled, leftOut, 1 - 1e-14);
    assertEquals(new Interval(0, 999), found.interval());
    leftOut[0] = 1;
    assertEquals(new Interval(0, 999), Bca.of(500, resampled, leftOut, 1 - 1e-14).interval());
  }

  @Test
  void anEstimateBeyondAllResamplesIsRefused() {
    double[] resampled = {1, 2, 3};
    assertThrows(IllegalArgumentException.class, () -> Bca.of(9, resampled, resampled, 0.95));
    assertThrows(IllegalArgumentException.class, () -> Bca.of(0, resampled, resampled, 0.95));
    double[] thirty = new double[30];
    var chance = new Chance(1);
    assertThrows(
        IllegalArgumentException.class, () -> Bca.ofRatio(thirty, thirty, 9, 0.95, chance));
    assertThrows(
        IllegalArgumentException.class, () -> Bca.ofRatio(resampled, thirty, 9, 0.95, chance));
  }
}
