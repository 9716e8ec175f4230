package plimsoll.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * Closes texts with a key that lies in a file and not in the database, so that a copy of the
 * database tells none of them. The key is made when it is first needed.
 */
public final class KeyFile {
  private static final int KEY_BYTES = 32;
  private static final int STEP = 512;

  private final Path file;

  /**
   * @param folder of keys, which all nodes share
   */
  public KeyFile(String folder, String name) {
    this.file = Path.of(folder).resolve(name);
  }

  public byte[] close(String text) {
    return box().close(text.getBytes(StandardCharsets.UTF_8), STEP);
  }

  /** Empty when the key that closed it is gone. */
  public Optional<String> open(byte[] closed) {
    try {
      return Optional.of(new String(box().open(closed), StandardCharsets.UTF_8));
    } catch (IllegalStateException e) {
      return Optional.empty();
    }
  }

  private Box box() {
    try {
      if (!Files.exists(file)) make(file);
      return new Box(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whole or not at all; of two nodes at once the first one's stays. */
  private static void make(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    var draft = Files.createTempFile(file.getParent(), "new-", "");
    try {
      if (draft.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
      }
      byte[] key = new byte[KEY_BYTES];
      new SecureRandom().nextBytes(key);
      Files.write(draft, key);
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      // Another node was faster, and its key holds.
      return;
    } finally {
      Files.delete(draft);
    }
  }
}
