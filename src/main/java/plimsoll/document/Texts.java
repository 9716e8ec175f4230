package plimsoll.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The text of a file, whose first bytes may tell how it is written. */
public final class Texts {
  private Texts() {}

  /** Null where it is no text. */
  public static String of(byte[] bytes) {
    if (begins(bytes, 0xef, 0xbb, 0xbf)) return decoded(bytes, 3, StandardCharsets.UTF_8);
    if (begins(bytes, 0xff, 0xfe)) return decoded(bytes, 2, StandardCharsets.UTF_16LE);
    if (begins(bytes, 0xfe, 0xff)) return decoded(bytes, 2, StandardCharsets.UTF_16BE);
    return decoded(bytes, 0, StandardCharsets.UTF_8);
  }

  private static boolean begins(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xff) != mark[i]) return false;
    }
    return true;
  }

  private static String decoded(byte[] bytes, int from, Charset charset) {
    try {
      var given = ByteBuffer.wrap(bytes, from, bytes.length - from);
      var text = charset.newDecoder().decode(given).toString();
      return text.indexOf('\0') < 0 ? text : null;
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
