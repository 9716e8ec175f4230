package plimsoll.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarUtils;

/** How a file is packed, as its first bytes tell. */
enum Packing {
  ZIP,
  TAR,
  GZIP,
  /** Packed in a way that is not read. */
  OTHER,
  /** Not packed at all. */
  NONE;

  /** As many bytes tell it. */
  static final int HEAD = 512;

  private static final String[] ENDS = {
    ".zip", ".tar", ".tgz", ".gz", ".bz2", ".xz", ".zst", ".7z", ".rar"
  };

  static Packing of(InputStream stream) throws IOException {
    return of(stream.readNBytes(HEAD));
  }

  static Packing of(byte[] head) {
    if (begins(head, 'P', 'K', 3, 4) || begins(head, 'P', 'K', 5, 6)) return ZIP;
    if (begins(head, 0x1f, 0x8b)) return GZIP;
    if (begins(head, 'B', 'Z', 'h')
        || begins(head, 0xfd, '7', 'z', 'X', 'Z')
        || begins(head, 0x28, 0xb5, 0x2f, 0xfd)
        || begins(head, '7', 'z', 0xbc, 0xaf)
        || begins(head, 'R', 'a', 'r', '!', 0x1a)) return OTHER;
    return isTar(head) ? TAR : NONE;
  }

  private static boolean begins(byte[] head, int... mark) {
    if (head.length < mark.length) return false;
    for (int i = 0; i < mark.length; i++) {
      if ((head[i] & 0xff) != mark[i]) return false;
    }
    return true;
  }

  /** Old ones have no mark, but every head has a sum. */
  private static boolean isTar(byte[] head) {
    if (head.length < HEAD || head[0] == 0) return false;
    try {
      return TarUtils.verifyCheckSum(head);
    } catch (IllegalArgumentException e) {
      // There is no number where the sum should stand.
      return false;
    }
  }

  /** Whether a path names an archive. */
  static boolean isNamed(String path) {
    var small = path.toLowerCase(Locale.ROOT);
    for (var end : ENDS) {
      if (small.endsWith(end)) return true;
    }
    return false;
  }

  /**
   * Counts the heads in a zip's directory before anything makes objects of them.
   *
   * @throws Archive.RefusedException when there are more than so many
   */
  static void checkEntries(InputStream zip, int max) throws IOException {
    var piece = new byte[1 << 16];
    int window = 0;
    int entries = 0;
    for (int count = zip.read(piece); count >= 0; count = zip.read(piece)) {
      for (int i = 0; i < count; i++) {
        window = window << 8 | piece[i] & 0xff;
        if (window == 0x504b0102 && ++entries > max) throw Archive.tooMany(max);
      }
    }
  }
}
