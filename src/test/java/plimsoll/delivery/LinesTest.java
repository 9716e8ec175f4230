package plimsoll.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

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
    assertThrows(IOException.class, () -> all(Arrays.copyOf(whole, whole.length / 2)));
  }

  @Test
  void lineThatIsTooLongIsCutAndTheNextIsWhole() throws IOException {
    var lines = lines(("x".repeat(3_000_000) + "\nb").getBytes(StandardCharsets.UTF_8));
    assertEquals(1_000_001, lines.next().length());
    assertEquals("b", lines.next());
    assertNull(lines.next());
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
