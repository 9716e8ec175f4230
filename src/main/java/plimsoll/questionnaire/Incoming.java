package plimsoll.questionnaire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import plimsoll.access.Refusal;

/** A text that comes in from outside. */
final class Incoming {
  private static final int MOST_BYTES = 4 * Manuscripts.MOST_LETTERS;

  private Incoming() {}

  /**
   * @throws Refusal 413 when it is too long, 400 when it is not UTF-8
   */
  static String text(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new Refusal(413, "A survey has at most a million letters. Nothing was saved.");
    }
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.replace("\r\n", "\n").replace("\uFEFF", "");
    } catch (CharacterCodingException e) {
      throw new Refusal(400, "The text is not UTF-8. Save it as UTF-8, then send it again.");
    }
  }
}
