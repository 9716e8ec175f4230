package plimsoll.delivery;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * The lines of something that may be longer than memory, also where it is packed by gzip. A body
 * that is small and unpacks without end is stopped soon.
 */
final class Lines {
  private static final int LINE_MAX = 1_000_001;
  private static final int LINE_READ_MAX = 20_000_000;
  private static final long BODY_MAX = 10_000_000_000L;
  private static final long FREE = 50_000_000;
  private static final int RATIO_MAX = 250;
  private static final int BUFFER = 1 << 16;

  private final Counted sent;
  private final Counted unpacked;
  private final Reader text;
  private boolean begun;
  private boolean over;
  private IOException trouble;

  Lines(InputStream body) throws IOException {
    sent = new Counted(body);
    unpacked = new Counted(unpacked(sent));
    text = new BufferedReader(new InputStreamReader(unpacked, StandardCharsets.UTF_8), BUFFER);
  }

  private static InputStream unpacked(InputStream body) throws IOException {
    var pushed = new PushbackInputStream(body, 2);
    var head = pushed.readNBytes(2);
    pushed.unread(head);
    boolean packed = head.length == 2 && head[0] == (byte) 0x1f && head[1] == (byte) 0x8b;
    return packed ? new GZIPInputStream(pushed, BUFFER) : pushed;
  }

  /** Is not read further; its message says why, and what to do, to who sent it. */
  static final class TooMuchException extends IOException {
    private TooMuchException(String message) {
      super(message);
    }
  }

  /** How much was read. */
  private static final class Counted extends FilterInputStream {
    private long bytes;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      if (one >= 0) bytes++;
      return one;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      int count = super.read(into, from, most);
      if (count > 0) bytes += count;
      return count;
    }
  }

  /**
   * The next ones, none when there are no more. Of a line that is too long only its beginning is
   * given, a character longer than may be.
   *
   * @throws IOException when it breaks off, or should: first all lines before are given
   */
  List<String> next(int most, int charactersAtMost) throws IOException {
    if (trouble != null) throw trouble;
    var lines = new ArrayList<String>();
    int characters = 0;
    try {
      while (lines.size() < most && characters < charactersAtMost) {
        var line = next();
        if (line == null) break;
        lines.add(line);
        characters += line.length();
      }
    } catch (IOException e) {
      if (lines.isEmpty()) throw e;
      trouble = e;
    }
    return lines;
  }

  /** Null when there is none. */
  String next() throws IOException {
    if (over) return null;
    var line = new StringBuilder();
    int length = 0;
    int character = text.read();
    for (; character >= 0 && character != '\n'; character = text.read()) {
      if (++length > LINE_READ_MAX) {
        throw new TooMuchException("The next line is longer than 20 MB. Take it out.");
      }
      if (length <= LINE_MAX) line.append((char) character);
    }
    refuseTooMuch();
    over = character < 0;
    return over && line.isEmpty() ? null : plain(line);
  }

  private void refuseTooMuch() throws TooMuchException {
    if (unpacked.bytes > BODY_MAX) {
      throw new TooMuchException("At most 10 GB are taken at once. Send the rest for itself.");
    }
    if (unpacked.bytes > FREE && unpacked.bytes / RATIO_MAX > sent.bytes) {
      throw new TooMuchException(
          "It unpacks to more than 250 times its size, as no past does. Send the rest unpacked.");
    }
  }

  private String plain(StringBuilder line) {
    int length = line.length();
    if (length > 0 && line.charAt(length - 1) == '\r') line.setLength(length - 1);
    boolean marked = !begun && !line.isEmpty() && line.charAt(0) == '\ufeff';
    begun = true;
    return marked ? line.substring(1) : line.toString();
  }
}
