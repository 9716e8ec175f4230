package plimsoll.platform;

import java.util.Locale;

/** Thrown when a record contradicts itself; the message names the fault. */
public final class BadRecord extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  BadRecord(String message) {
    super(message);
  }

  static void unless(boolean holds, String message, Object... values) {
    if (!holds) throw new BadRecord(String.format(Locale.ROOT, message, values));
  }
}
