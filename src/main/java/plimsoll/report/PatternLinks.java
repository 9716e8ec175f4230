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

  /** What was read of a service, with the lines that it was read on. */
  String service(String key) {
    return base == null ? null : "/workloads/" + encoded(key).replace("+", "%20");
  }

  /** All groups of copies. */
  String copies() {
    return base == null ? null : base + "/copies";
  }

  /** All services and what they have. */
  String services() {
    return base == null ? null : base + "/services";
  }

  /** Two files of a group of copies, by the number of the group. */
  String copy(int group) {
    return base == null ? null : base + "/copies/" + group;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
