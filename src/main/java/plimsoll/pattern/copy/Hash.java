package plimsoll.pattern.copy;

/** Spreads numbers over all of 64 bits, alike on every machine. */
final class Hash {
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private Hash() {}

  /** Of two different texts it is the same with a probability of 2⁻⁶⁴. */
  static long of(String text) {
    long hash = text.length();
    for (int i = 0; i < text.length(); i++) hash = and(hash, text.charAt(i));
    return hash;
  }

  /** Of a sequence: what came before, and what comes now. */
  static long and(long before, long now) {
    return mix(before * STEP + now + STEP);
  }

  /** The last step of SplitMix64 (G. Steele and others, OOPSLA 2014). */
  static long mix(long z) {
    long y = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long x = (y ^ (y >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }
}
