package plimsoll.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import plimsoll.access.Box;
import plimsoll.delivery.Backfill.State;

/**
 * The tokens with which forges are asked, closed with a key that lies in the folder of keys and not
 * in the database, so that a copy of the database holds none. Nobody is shown one again, and each
 * goes when its past is read or given up.
 */
@ApplicationScoped
@Transactional
class PullTokens {
  private static final String FILE = "forges.key";
  private static final int KEY_BYTES = 32;
  private static final int STEP = 512;

  @PersistenceContext EntityManager database;

  @Inject
  @ConfigProperty(name = "plimsoll.vault")
  String place;

  void keep(UUID backfill, String token) {
    var closed = box().close(token.getBytes(StandardCharsets.UTF_8), STEP);
    database.merge(new PullToken(backfill, closed));
  }

  /** Empty where none was given, or the key that opens it is gone. */
  Optional<String> find(UUID backfill) {
    return Optional.ofNullable(database.find(PullToken.class, backfill)).flatMap(this::open);
  }

  private Optional<String> open(PullToken token) {
    try {
      return Optional.of(new String(box().open(token.closed()), StandardCharsets.UTF_8));
    } catch (IllegalStateException e) {
      return Optional.empty();
    }
  }

  /** Destroys those that are needed no more. */
  void forget() {
    database
        .createQuery(
            "delete from PullToken t where t.backfill in"
                + " (select b.id from Backfill b where b.state in :over)")
        .setParameter("over", List.of(State.DONE, State.CANCELLED))
        .executeUpdate();
  }

  private Box box() {
    try {
      var file = Path.of(place).resolve(FILE);
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
