package plimsoll;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Real payloads that lie beside a checkout; where they do not, the tests on them are skipped. */
public final class Corpora {
  private static final Path ROOT = Path.of("../shared/corpora/open");

  private Corpora() {}

  public static Path file(String name) {
    assumeTrue(Files.isDirectory(ROOT), "the corpora are not beside this checkout");
    return ROOT.resolve(name);
  }

  /** Every file below a folder, in the order of their names. */
  public static List<Path> filesBelow(String folder) {
    try (var files = Files.walk(file(folder))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
