package plimsoll.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where what is named in a report of patterns leads.
 *
 * @param base address of the reading's patterns; null in a file, where nothing leads anywhere
 */
record PatternLinks(String base) {
  static final PatternLinks NOWHERE = new PatternLinks(null);

  /** The services of a team. */
  String team(String key) {
    return base == null ? null : base + "/services?team=" + encoded(key);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
