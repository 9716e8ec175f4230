package plimsoll.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The stylesheets that a file carries with it. */
final class Stylesheet {
  private Stylesheet() {}

  /** The one of the pages, for an HTML file. */
  static String screen() {
    return read("/assets/plimsoll.css");
  }

  /** The one for paper. */
  static String print() {
    return read("/reports/paper.css");
  }

  private static String read(String name) {
    try (var file = Stylesheet.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
