package plimsoll.start;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/**
 * Makes the jar that {@code java -jar} starts: Payara Micro's own bundle of server and application,
 * with {@link Start} in front of Payara's main class.
 */
public final class Bundle {
  private Bundle() {}

  /**
   * @param arguments the server's jar, the application's archive, the folder of our classes, the
   *     jar to write
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var bundle = Path.of(arguments[3]);
    if (!Files.exists(bundle) || olderThan(bundle, Path.of(arguments[1]))) {
      make(Path.of(arguments[0]), Path.of(arguments[1]), bundle);
      lead(bundle, Path.of(arguments[2]));
    }
    System.out.println("The service is in target/" + bundle.getFileName());
  }

  private static boolean olderThan(Path bundle, Path archive) throws IOException {
    return Files.getLastModifiedTime(bundle).compareTo(Files.getLastModifiedTime(archive)) < 0;
  }

  private static void make(Path server, Path archive, Path bundle)
      throws IOException, InterruptedException {
    Files.deleteIfExists(bundle);
    var log = bundle.resolveSibling("bundle.log");
    var payara =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // It lives for seconds, so compiling is wasted on it.
                "-XX:TieredStopAtLevel=1",
                "-jar",
                server.toString(),
                "--deploy",
                archive.toString(),
                "--contextroot",
                "/",
                "--outputUberJar",
                bundle.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (payara.waitFor() != 0 || !Files.exists(bundle)) {
      throw new IOException("Payara Micro made no bundle; it says why in " + log);
    }
  }

  /**
   * Puts {@link Start} in front of the main class of a jar.
   *
   * @param classes the root of our compiled classes
   */
  static void lead(Path launcher, Path classes) throws IOException {
    try (var jar = FileSystems.newFileSystem(launcher)) {
      var manifestFile = jar.getPath("META-INF", "MANIFEST.MF");
      Manifest manifest;
      try (var in = Files.newInputStream(manifestFile)) {
        manifest = new Manifest(in);
      }
      manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Start.class.getName());
      try (var out = Files.newOutputStream(manifestFile)) {
        manifest.write(out);
      }
      copy(classes.resolve("plimsoll/start"), jar.getPath("plimsoll", "start"));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (var files = Files.list(from)) {
      for (var file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName().toString()));
      }
    }
  }
}
