package plimsoll.statistics;

/** What no function here takes: refused with the fault by name, so that no NaN travels on. */
final class Refuse {

  private Refuse() {}

  static void unless(boolean sound, String fault) {
    if (!sound) throw new IllegalArgumentException(fault);
  }

  /** Values that are NaN or infinite. */
  static void unlessFinite(double... values) {
    for (double value : values) {
      if (!Double.isFinite(value)) throw new IllegalArgumentException(value + " is not a value");
    }
  }

  /** A level of confidence that is not above 0 and below 1. */
  static void unlessLevel(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("a level lies between 0 and 1, and not at " + level);
    }
  }
}
