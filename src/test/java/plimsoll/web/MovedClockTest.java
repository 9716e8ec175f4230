package plimsoll.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovedClockTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  @TempDir Path folder;

  @Test
  void itIsAheadByWhatTheFileSaysAtThatMoment() throws IOException {
    var file = folder.resolve("shift");
    var clock = new MovedClock(Clock.fixed(NOW, ZoneOffset.UTC), file);
    assertEquals(NOW, clock.instant());
    Files.writeString(file, "P13DT2H\n");
    assertEquals(Instant.parse("2026-12-06T11:00:00Z"), clock.instant());
    Files.writeString(file, "-PT1H");
    assertEquals(Instant.parse("2026-11-23T08:00:00Z"), clock.instant());
  }

  @Test
  void whatIsNoDurationMovesNothing() throws IOException {
    var file = folder.resolve("shift");
    Files.writeString(file, "two weeks");
    assertEquals(NOW, new MovedClock(Clock.fixed(NOW, ZoneOffset.UTC), file).instant());
  }
}
