package plimsoll.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes and checks the words in the links that end mail: a person's id with a code that only we can
 * make. Its key is a file beside those of campaigns, and stays.
 */
@ApplicationScoped
class OptOutKey {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final int ID_BYTES = 16;
  private static final int CODE_BYTES = 16;

  @Inject
  @ConfigProperty(name = "plimsoll.vault")
  String place;

  String word(UUID person) {
    var id = bytes(person);
    var word = ByteBuffer.allocate(ID_BYTES + CODE_BYTES).put(id).put(code(id)).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(word);
  }

  /** Compared in the same time whatever is wrong. */
  Optional<UUID> person(String word) {
    try {
      var bytes = Base64.getUrlDecoder().decode(word);
      if (bytes.length != ID_BYTES + CODE_BYTES) return Optional.empty();
      var id = Arrays.copyOf(bytes, ID_BYTES);
      var code = Arrays.copyOfRange(bytes, ID_BYTES, bytes.length);
      return MessageDigest.isEqual(code, code(id)) ? Optional.of(uuid(id)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private byte[] code(byte[] id) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key(), ALGORITHM));
      return Arrays.copyOf(mac.doFinal(id), CODE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] key() {
    var file = Path.of(place).resolve("mail.key");
    try {
      if (!Files.exists(file)) make(file);
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A link to a file that is whole: of two nodes at once the first wins, and none reads half. */
  private static void make(Path file) throws IOException {
    var key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    Files.createDirectories(file.getParent());
    var draft = Files.createTempFile(file.getParent(), "new-", "");
    try {
      Files.write(draft, key, StandardOpenOption.SYNC);
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      return;
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(ID_BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private static UUID uuid(byte[] bytes) {
    var buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }
}
