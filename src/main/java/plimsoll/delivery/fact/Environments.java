package plimsoll.delivery.fact;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells by its name whether an environment serves users. */
public final class Environments {
  private static final Pattern PRODUCTION =
      Pattern.compile("(production|prod|prd|live)\\d*([-_ /:.].*)?");

  private Environments() {}

  public static boolean serveUsers(String name) {
    return PRODUCTION.matcher(name.strip().toLowerCase(Locale.ROOT)).matches();
  }
}
