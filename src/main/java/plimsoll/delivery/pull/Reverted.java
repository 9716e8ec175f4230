package plimsoll.delivery.pull;

import java.util.regex.Pattern;

/** The line that "git revert" writes. */
final class Reverted {
  private static final Pattern LINE = Pattern.compile("This reverts commit ([0-9a-f]{7,64})");

  private Reverted() {}

  /** Id of the commit that one with this message takes back; null when it takes none back. */
  static String by(String message) {
    var found = LINE.matcher(message);
    return found.find() ? found.group(1) : null;
  }
}
