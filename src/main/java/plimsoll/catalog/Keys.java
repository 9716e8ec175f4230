package plimsoll.catalog;

import java.text.Normalizer;
import java.util.Locale;

/** How a name becomes a key: short, in lower case, fit for an address, the same every time. */
final class Keys {
  private static final int LENGTH_MAX = 300;

  private Keys() {}

  /**
   * Letters and digits of every script stay, and "-", "_", "." and ":" between them; everything
   * else becomes "-".
   *
   * @throws IllegalArgumentException when nothing is left, or the key is over 300 long
   */
  static String of(String name) {
    var plain = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    var key = plain.replaceAll("[^\\p{L}\\p{M}\\p{N}._:-]+", "-").replaceAll("^-+|-+$", "");
    if (key.chars().noneMatch(Character::isLetterOrDigit)) {
      throw new IllegalArgumentException("has no letter or digit");
    }
    if (key.length() > LENGTH_MAX) {
      throw new IllegalArgumentException("is longer than " + LENGTH_MAX + " characters");
    }
    return key;
  }
}
