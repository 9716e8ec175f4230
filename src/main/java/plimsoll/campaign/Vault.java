package plimsoll.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import plimsoll.access.Refusal;

/**
 * The keys of open campaigns: one file each in a folder that lies outside of the database and of
 * its backups. When a campaign closes its file is destroyed, and with it the only way from a copy
 * of the database to a person's answers.
 */
@ApplicationScoped
public class Vault {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String ENDING = ".key";

  @Inject
  @ConfigProperty(name = "plimsoll.vault")
  String place;

  /** A campaign gets a key, in the transaction that makes the campaign. */
  record Made(UUID campaign) {}

  /** A campaign that was refused in the end leaves no key. */
  void undo(@Observes(during = TransactionPhase.AFTER_FAILURE) Made made) {
    destroy(made.campaign());
  }

  /** Makes the key of a new campaign; it is on the disk when this returns. */
  void make(UUID campaign) {
    byte[] secret = new byte[CampaignKey.BYTES];
    RANDOM.nextBytes(secret);
    try {
      Files.createDirectories(folder());
      var draft = Files.createTempFile(folder(), "new-", "");
      ownersOnly(draft);
      Files.write(draft, secret, StandardOpenOption.SYNC);
      Files.move(draft, file(campaign), StandardCopyOption.ATOMIC_MOVE);
      sync();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The key of a campaign; empty when it is not here, as after the campaign closed. */
  public Optional<CampaignKey> find(UUID campaign) {
    try {
      return Optional.of(new CampaignKey(Files.readAllBytes(file(campaign))));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The key of a campaign that is open.
   *
   * @throws Refusal 503 when it is not here
   */
  public CampaignKey get(UUID campaign) {
    return find(campaign)
        .orElseThrow(
            () ->
                new Refusal(
                    503,
                    "The key of this campaign is not on this server, so nothing can be sealed or"
                        + " opened. Nothing was lost. Whoever runs the service must bring back "
                        + campaign
                        + ENDING
                        + " to the folder of keys."));
  }

  /** Campaigns whose keys are here. */
  List<UUID> kept() {
    if (!Files.isDirectory(folder())) return List.of();
    try (var files = Files.list(folder())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("[0-9a-f-]{36}\\.key"))
          .map(name -> UUID.fromString(name.substring(0, 36)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** After it nobody can make the campaign's links, or open what was sealed for it. */
  void destroy(UUID campaign) {
    try {
      if (Files.deleteIfExists(file(campaign))) sync();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path folder() {
    return Path.of(place);
  }

  private Path file(UUID campaign) {
    return folder().resolve(campaign + ENDING);
  }

  private static void ownersOnly(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }

  /** A name that is new or gone is so for good only when the folder is written too. */
  private void sync() {
    try (var open = FileChannel.open(folder(), StandardOpenOption.READ)) {
      open.force(true);
    } catch (IOException e) {
      // Not every system lets a folder be opened; the file itself is written all the same.
      return;
    }
  }
}
