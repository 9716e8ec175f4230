package plimsoll.delivery.fact;

import java.util.Locale;
import java.util.regex.Pattern;

/** The line by which git says in a message that a commit takes another one back. */
public final class Reverts {
  private static final Pattern LINE =
      Pattern.compile("This reverts commit ([0-9a-f]{7,64})\\b", Pattern.CASE_INSENSITIVE);

  private Reverts() {}

  /** The commit that is taken back; null when the message names none. */
  public static String of(String message) {
    var found = LINE.matcher(message);
    return found.find() ? found.group(1).toLowerCase(Locale.ROOT) : null;
  }
}
