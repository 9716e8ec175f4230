package plimsoll.workload.pipeline;

import java.util.List;
import java.util.Locale;

/** Lines of a text that is no YAML, without comments and spaces that say nothing. */
final class PlainText {
  private PlainText() {}

  static List<String> lines(String name, String text, Masking masks) {
    var ending = name.toLowerCase(Locale.ROOT);
    boolean slashes = ending.matches("jenkinsfile.*|.*\\.(?:groovy|tf|hcl|java|js|ts|go|json)");
    boolean hashes = !ending.matches("jenkinsfile.*|.*\\.(?:groovy|java|js|ts|go|md|json)");
    return new Comments(text, slashes, hashes)
        .without()
        .lines()
        .map(line -> masks.of(line.strip().replaceAll("\\s+", " ")))
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
