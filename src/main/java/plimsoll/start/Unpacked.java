package plimsoll.start;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;

/**
 * The bundle laid out as a folder, which starts faster than the jar: nothing is unpacked at each
 * start, and the Java machine can keep an archive of the classes that it loads. {@code java -cp
 * plimsoll.jar plimsoll.start.Unpacked FOLDER} makes it; {@code java -jar FOLDER/launch-micro.jar}
 * starts it.
 */
public final class Unpacked {
  private static final String LAUNCHER = "fish.payara.micro.impl.RootDirLauncher";
  private static final String BUNDLE = "fish.payara.micro.PayaraMicro";
  private static final String APPLICATION = "ROOT.war";
  private static final String SETTINGS = "config/domain.xml";
  private static final String PRISTINE = "domain.xml.pristine";

  private Unpacked() {}

  /**
   * @param arguments the folder to lay out
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var folder = Path.of(arguments[0]);
    server(folder);
    try (var bundle = FileSystems.newFileSystem(ourJar())) {
      Files.copy(
          bundle.getPath("MICRO-INF", "deploy", APPLICATION),
          folder.resolve(APPLICATION),
          StandardCopyOption.REPLACE_EXISTING);
      Bundle.lead(folder.resolve("launch-micro.jar"), bundle.getPath("/"));
    }
    Files.copy(folder.resolve(SETTINGS), folder.resolve(PRISTINE));
    System.out.println("The service is in " + folder);
  }

  private static void server(Path folder) throws IOException, InterruptedException {
    var payara =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                ourJar().toString(),
                BUNDLE,
                "--rootDir",
                folder.toString(),
                "--outputlauncher")
            .inheritIO()
            .start();
    if (payara.waitFor() != 0) {
      throw new IOException("Payara Micro laid out no folder; it says why above");
    }
  }

  /**
   * Makes a folder that was started before as it was laid out. The server notes there what it
   * deployed, and would deploy it again beside what it is told to.
   */
  static void afresh() throws IOException {
    if (laidOut()) {
      var folder = ourJar().getParent();
      Files.copy(
          folder.resolve(PRISTINE), folder.resolve(SETTINGS), StandardCopyOption.REPLACE_EXISTING);
      delete(folder.resolve("applications"));
      delete(folder.resolve("generated"));
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** The class that starts the server that we were started with. */
  static String mainClass() {
    return laidOut() ? LAUNCHER : BUNDLE;
  }

  /** The application beside the launcher; empty in the bundle, which deploys its own. */
  static Optional<String> application() {
    return laidOut()
        ? Optional.of(ourJar().resolveSibling(APPLICATION).toString())
        : Optional.empty();
  }

  private static boolean laidOut() {
    try {
      Class.forName(LAUNCHER, false, Unpacked.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static Path ourJar() {
    try {
      return Path.of(Unpacked.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
