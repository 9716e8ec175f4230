package plimsoll.readiness;

import java.util.Locale;

/** Thrown when what is to be judged contradicts itself; the message names the fault. */
public final class BadCase extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  BadCase(String message) {
    super(message);
  }

  /** Refuses what does not hold, with a message in the form of {@link String#format}. */
  public static void unless(boolean holds, String message, Object... values) {
    if (!holds) throw new BadCase(String.format(Locale.ROOT, message, values));
  }
}
