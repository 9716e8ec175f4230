package plimsoll.demonstration;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/** Chance that is the same for the same seed and purpose, whatever else was drawn. */
final class Chance {
  private final SplittableRandom random;

  Chance(long seed, Object... purpose) {
    random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + Objects.hash(purpose));
  }

  boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  double normal(double mean, double deviation) {
    return mean + deviation * random.nextGaussian();
  }

  /** As skewed as waiting times are. */
  double logNormal(double median, double sigma) {
    return median * Math.exp(sigma * random.nextGaussian());
  }

  Duration hours(double median, double sigma) {
    return Duration.ofSeconds(Math.round(3600 * logNormal(median, sigma)));
  }

  Duration minutes(int least, int most) {
    return Duration.ofMinutes(between(least, most));
  }

  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  /** How many of something that happens so often on average. */
  int poisson(double mean) {
    var limit = Math.exp(-mean);
    var product = random.nextDouble();
    var count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }

  /** So many bytes, in hexadecimal digits. */
  String hex(int bytes) {
    var found = new byte[bytes];
    random.nextBytes(found);
    return HexFormat.of().formatHex(found);
  }

  <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** A moment in working hours within seven days. */
  Instant workingTime(LocalDate weekStart) {
    var day = weekStart.plusDays(between(0, 6));
    while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
      day = day.minusDays(1);
    }
    return day.atTime(between(8, 16), between(0, 59), between(0, 59)).toInstant(ZoneOffset.UTC);
  }
}
