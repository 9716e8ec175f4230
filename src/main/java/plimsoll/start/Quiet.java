package plimsoll.start;

import java.io.PrintStream;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * Keeps out of the log what the server says at every start and stop though all is right, and what
 * it says after the service has already told why it can't start.
 */
final class Quiet {
  /** Set by the application once it has told why it can't start. */
  static final String TOLD = "plimsoll.told";

  /** Loggers whose warnings, without a fault, say nothing that anybody could act on. */
  private static final List<String> ALWAYS =
      List.of(
          "com.hazelcast.",
          "PayaraMicro",
          "jakarta.enterprise.web",
          "javax.enterprise.system.security.ssl");

  private Quiet() {}

  static boolean passes(LogRecord entry) {
    var ours = ("" + entry.getLoggerName()).startsWith("plimsoll");
    return ours || (System.getProperty(TOLD) == null && !known(entry));
  }

  private static boolean known(LogRecord entry) {
    var logger = "" + entry.getLoggerName();
    return entry.getLevel().intValue() < Level.SEVERE.intValue()
        && entry.getThrown() == null
        && ALWAYS.stream().anyMatch(logger::startsWith);
  }

  /** A stream that drops the lines that start so and passes on all others. */
  static PrintStream without(String start, PrintStream out) {
    return new PrintStream(out, true) {
      @Override
      public void println(String line) {
        if (line == null || !line.startsWith(start)) {
          super.println(line);
        }
      }
    };
  }
}
