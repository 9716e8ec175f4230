package plimsoll.readiness;

import java.util.Locale;

/** Thrown when the input of a reading contradicts itself; the message names the fault. */
public final class BadCase extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  BadCase(String message) {
    super(message);
  }

  static void unless(boolean holds, String message, Object... values) {
    if (!holds) throw new BadCase(String.format(Locale.ROOT, message, values));
  }
}
