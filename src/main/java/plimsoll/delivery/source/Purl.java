package plimsoll.delivery.source;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What the package URL of an artifact tells of the commit that it was made of. Where it tells
 * nothing, the whole URL stands for the commit, and the artifact's own events may say which one it
 * was.
 *
 * @param repository "owner/name"; null when not known
 * @param revision null when there is no artifact
 */
record Purl(String repository, String revision) {
  private static final Pattern FORGE =
      Pattern.compile("pkg:(?:github|gitlab|bitbucket)/([^@?#]+)@([0-9a-f]{7,64})(?:[?#].*)?");

  /** The qualifier vcs_url, such as git+https://git.example/owner/name@commit, escaped. */
  private static final Pattern VCS =
      Pattern.compile(
          "(?:[a-z]+\\+)?[a-z]+://(?:[^/@]+@)?[^/]+/([^@?#]+?)(?:\\.git)?@([0-9a-f]{7,64})");

  private static final Pattern QUALIFIER = Pattern.compile("[?&]vcs_url=([^&#]*)");

  static Purl of(String artifact) {
    if (artifact == null) {
      return new Purl(null, null);
    }
    var forge = FORGE.matcher(artifact);
    if (forge.matches()) {
      return new Purl(forge.group(1), forge.group(2));
    }
    var qualifier = QUALIFIER.matcher(artifact);
    var vcs = VCS.matcher(qualifier.find() ? decoded(qualifier.group(1)) : "");
    return vcs.matches() ? new Purl(vcs.group(1), vcs.group(2)) : new Purl(null, artifact);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
