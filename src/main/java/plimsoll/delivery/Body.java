package plimsoll.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import plimsoll.access.Refusal;

/** Reads what was sent, but no more than is taken. */
final class Body {
  private static final int BYTES_MAX = 10_000_000;

  private Body() {}

  /**
   * @throws Refusal 413 when it is larger than 10 MB
   */
  static byte[] bytes(InputStream body) {
    try {
      var bytes = body.readNBytes(BYTES_MAX + 1);
      if (bytes.length > BYTES_MAX) {
        throw new Refusal(413, "A delivery takes at most 10 MB. Send it in parts.");
      }
      return bytes;
    } catch (IOException e) {
      throw new Refusal(400, "The body ended too early. Send it again.");
    }
  }

  /**
   * @throws Refusal 400 when it is not UTF-8
   */
  static String text(InputStream body) {
    try {
      var text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(body))).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new Refusal(400, "This is not UTF-8 text. Save it as UTF-8 and send it again.");
    }
  }
}
