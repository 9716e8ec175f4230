package plimsoll.workload.pipeline;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Masks what differs between any two services: names, digests, hosts and versions. */
final class Masking {
  private static final int LENGTH_MAX = 2_000;
  private static final Pattern DIGEST =
      Pattern.compile("\\bsha\\d{3}[:-][0-9a-f]{6,128}\\b|\\b[0-9a-f]{40}\\b|\\b[0-9a-f]{64}\\b");
  private static final Pattern HOST =
      Pattern.compile(
          "(?<=://)[^/\\s\"':@]+(?::\\d+)?|(?<![\\w./$-])(?:[a-z0-9](?:[a-z0-9-]{0,62})\\.){1,6}"
              + "(?:com|org|net|io|dev|cloud|app|internal|local|example|test|corp|lan|intra|edu|gov|de|uk|fr|eu)"
              + "(?::\\d+)?(?![\\w.-])");
  private static final Pattern ADDRESS = Pattern.compile("\\b(?:\\d{1,3}\\.){3}\\d{1,3}\\b");
  private static final Pattern VERSION =
      Pattern.compile("(?<![\\w.])v?\\d+(?:\\.\\d+)+(?:[-+][\\w.]+)?(?![\\w.])|(?<=[@:])v\\d+\\b");
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{2,}");

  private final Set<String> names;

  /**
   * @param names of the service's objects, each a word
   */
  Masking(Set<String> names) {
    this.names = names;
  }

  String of(String text) {
    var said = text.length() > LENGTH_MAX ? text.substring(0, LENGTH_MAX) : text;
    said = DIGEST.matcher(said).replaceAll("DIGEST");
    said = HOST.matcher(said).replaceAll("HOST");
    said = ADDRESS.matcher(said).replaceAll("HOST");
    said = VERSION.matcher(said).replaceAll("VERSION");
    return names.isEmpty() ? said : WORD.matcher(said).replaceAll(this::named);
  }

  private String named(java.util.regex.MatchResult word) {
    return Matcher.quoteReplacement(names.contains(word.group()) ? "NAME" : word.group());
  }
}
