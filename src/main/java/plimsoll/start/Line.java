package plimsoll.start;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** Writes a record of the log as one line: the time, the level where it matters, the words. */
public final class Line extends Formatter {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

  @Override
  public String format(LogRecord entry) {
    return Quiet.passes(entry) ? line(entry) : "";
  }

  private String line(LogRecord entry) {
    var words = formatMessage(entry);
    return TIME.format(entry.getInstant())
        + "  "
        + severity(entry.getLevel())
        + (words == null ? "" : words.strip())
        + System.lineSeparator()
        + trace(entry.getThrown());
  }

  private static String severity(Level level) {
    return level.intValue() > Level.INFO.intValue() ? level.getName() + "  " : "";
  }

  private static String trace(Throwable thrown) {
    if (thrown == null) {
      return "";
    }
    var text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
