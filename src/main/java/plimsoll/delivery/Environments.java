package plimsoll.delivery;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells by its name whether an environment serves users. */
final class Environments {
  private static final Pattern PRODUCTION =
      Pattern.compile("(production|prod|prd|live)([-_ /:.].*)?");

  private Environments() {}

  static boolean serveUsers(String name) {
    return PRODUCTION.matcher(name.strip().toLowerCase(Locale.ROOT)).matches();
  }
}
