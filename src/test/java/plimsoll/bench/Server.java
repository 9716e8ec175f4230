package plimsoll.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, started in a folder of its own, on this machine alone. */
final class Server implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final long TICKS_A_SECOND = 100;
  private final Process process;
  private final Path folder;
  final int port;
  final double startSeconds;
  final double startCpuSeconds;

  private Server(Process process, Path folder, int port, String readyPath) throws Exception {
    this.process = process;
    this.folder = folder;
    this.port = port;
    var from = System.nanoTime();
    await(readyPath);
    this.startSeconds = (System.nanoTime() - from) / 1e9;
    this.startCpuSeconds = cpuSeconds();
  }

  /**
   * @param command what follows {@code java}; {@code {port}} stands for the port
   */
  static Server start(
      Path folder, String readyPath, Map<String, String> environment, List<String> command)
      throws Exception {
    Files.createDirectories(folder);
    var port = freePort();
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.forEach(word -> words.add(word.replace("{port}", "" + port)));
    var builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
    builder.redirectOutput(folder.resolve("console.txt").toFile());
    builder.environment().putAll(environment);
    builder.environment().put("PLIMSOLL_PORT", "" + port);
    return new Server(builder.start(), folder, port, readyPath);
  }

  private void await(String path) throws Exception {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (status(path) != 200) {
      if (!process.isAlive() || System.nanoTime() > end) {
        process.destroyForcibly();
        throw new IllegalStateException(
            "a server did not start:\n" + Files.readString(folder.resolve("console.txt")));
      }
      Thread.sleep(20);
    }
  }

  private int status(String path) {
    try {
      var question =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
      question.setReadTimeout(2000);
      return question.getResponseCode();
    } catch (IOException e) {
      return 0;
    }
  }

  /** Processor time that the process took so far; it hardly depends on what else runs. */
  double cpuSeconds() throws IOException {
    var fields = Files.readString(Path.of("/proc/" + process.pid() + "/stat")).split(" ");
    return (double) (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS_A_SECOND;
  }

  /** Resident memory in MiB: now ({@code VmRSS}) or at most so far ({@code VmHWM}). */
  long memoryMebibytes(String kind) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith(kind + ":"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElse(-1);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** As {@code kill -9} does: nothing of it is asked. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
