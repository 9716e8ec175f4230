package plimsoll.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The lines of something that may be longer than memory, also where it is packed by gzip. */
final class Lines {
  private static final int LINE_MAX = 1_000_001;
  private static final int BUFFER = 1 << 16;

  private final Reader text;
  private boolean begun;
  private boolean over;

  Lines(InputStream body) throws IOException {
    text =
        new BufferedReader(new InputStreamReader(unpacked(body), StandardCharsets.UTF_8), BUFFER);
  }

  private static InputStream unpacked(InputStream body) throws IOException {
    var pushed = new PushbackInputStream(body, 2);
    var head = pushed.readNBytes(2);
    pushed.unread(head);
    boolean packed = head.length == 2 && head[0] == (byte) 0x1f && head[1] == (byte) 0x8b;
    return packed ? new GZIPInputStream(pushed, BUFFER) : pushed;
  }

  /**
   * The next ones, none when there are no more. Of a line that is too long only its beginning is
   * given, a character longer than may be.
   *
   * @throws IOException when it breaks off
   */
  List<String> next(int most, int charactersAtMost) throws IOException {
    var lines = new ArrayList<String>();
    int characters = 0;
    while (lines.size() < most && characters < charactersAtMost) {
      var line = next();
      if (line == null) break;
      lines.add(line);
      characters += line.length();
    }
    return lines;
  }

  /** Null when there is none. */
  String next() throws IOException {
    if (over) return null;
    var line = new StringBuilder();
    int character = text.read();
    for (; character >= 0 && character != '\n'; character = text.read()) {
      if (line.length() < LINE_MAX) line.append((char) character);
    }
    over = character < 0;
    return over && line.isEmpty() ? null : plain(line);
  }

  private String plain(StringBuilder line) {
    int length = line.length();
    if (length > 0 && line.charAt(length - 1) == '\r') line.setLength(length - 1);
    boolean marked = !begun && !line.isEmpty() && line.charAt(0) == '\ufeff';
    begun = true;
    return marked ? line.substring(1) : line.toString();
  }
}
