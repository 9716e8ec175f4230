package plimsoll.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import plimsoll.delivery.Lines.TooMuchException;

class LinesTest {
  @Test
  void linesEndAsTheyLike() throws IOException {
    assertEquals(
        List.of("a", "", "決済", "b"), all("\ufeffa\r\n\n決済\nb".getBytes(StandardCharsets.UTF_8)));
    assertEquals(List.of("a"), all("a\n".getBytes(StandardCharsets.UTF_8)));
    assertEquals(List.of(), all(new byte[0]));
  }

  @Test
  void packedLinesAreUnpacked() throws IOException {
    assertEquals(List.of("a", "b"), all(packed("a\nb")));
  }

  @Test
  void whatBreaksOffIsNotTakenForTheEnd() throws IOException {
    var whole = packed("a line\n".repeat(10_000));
    var lines = lines(Arrays.copyOf(whole, whole.length / 2));
    assertThrows(IOException.class, () -> whole(lines));
  }

  @Test
  void lineThatIsTooLongIsCutAndTheNextIsWhole() throws IOException {
    var lines = lines(("x".repeat(3_000_000) + "\nb").getBytes(StandardCharsets.UTF_8));
    assertEquals(1_000_001, lines.next().length());
    assertEquals("b", lines.next());
    assertNull(lines.next());
  }

  @Test
  void linesBeforeABreakAreGivenFirst() throws IOException {
    var whole = packed("a line\n".repeat(10_000));
    var lines = lines(Arrays.copyOf(whole, whole.length - 12));
    assertTrue(lines.next(1_000_000, 1_000_000).size() > 5000);
    assertThrows(IOException.class, () -> lines.next(1, 1));
  }

  @Test
  void lineWithoutEndIsLeftSoon() throws IOException {
    var endless = new Endless("a\nb\n", 'x');
    var lines = new Lines(endless);
    assertEquals(List.of("a", "b"), lines.next(1000, 1_000_000));
    var words = assertThrows(TooMuchException.class, () -> lines.next(1000, 1_000_000));
    assertEquals("The next line is longer than 20 MB. Take it out.", words.getMessage());
    assertTrue(endless.given < 21_000_000, "read " + endless.given);
  }

  @Test
  void smallBodyThatUnpacksWithoutEndIsLeftSoon() throws IOException {
    var lines = lines(packed("a\n" + "\n".repeat(200_000_000)));
    long count = 0;
    try {
      while (true) {
        int some = lines.next(5000, 5_000_000).size();
        assertTrue(some > 0, "it was read to its end");
        count += some;
      }
    } catch (TooMuchException e) {
      assertTrue(e.getMessage().startsWith("It unpacks to more than 250 times"), e.getMessage());
    }
    assertTrue(count > 40_000_000 && count < 60_000_000, "read " + count);
  }

  @Test
  void pastThatRepeatsItselfIsNoBomb() throws IOException {
    var event =
        "{\"type\":\"deployment\",\"id\":\"%d\",\"service\":\"shop\",\"finishedAt\":\"2025-11-03T09:00:00Z\",\"outcome\":\"succeeded\"}\n";
    var text = new StringBuilder();
    for (int i = 0; i < 600_000; i++) text.append(event.formatted(i));
    var lines = lines(packed(text.toString()));
    assertEquals(600_000, lines.next(1_000_000, 100_000_000).size());
  }

  private static void whole(Lines lines) throws IOException {
    while (!lines.next(5000, 5_000_000).isEmpty()) {
      // Only whether it comes to its end is asked.
    }
  }

  /** Some words, and then the same letter for ever. */
  private static final class Endless extends InputStream {
    private final byte[] first;
    private final char then;
    private long given;

    Endless(String first, char then) {
      this.first = first.getBytes(StandardCharsets.UTF_8);
      this.then = then;
    }

    @Override
    public int read() {
      return given < first.length ? first[(int) given++] : letter();
    }

    private int letter() {
      given++;
      return then;
    }
  }

  private static List<String> all(byte[] bytes) throws IOException {
    return lines(bytes).next(1_000_000, 1_000_000);
  }

  private static Lines lines(byte[] bytes) throws IOException {
    return new Lines(new ByteArrayInputStream(bytes));
  }

  private static byte[] packed(String text) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }
}
