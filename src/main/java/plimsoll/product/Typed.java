package plimsoll.product;

/** Text that somebody typed, freed of what no reader sees and a database may not hold. */
final class Typed {
  private Typed() {}

  /** One line; null when nothing is left. */
  static String line(String text) {
    return text == null ? null : kept(text.replaceAll("[\\p{Cc}\\p{Z}]+", " "));
  }

  /** Lines stay lines; null when nothing is left. */
  static String lines(String text) {
    return text == null ? null : kept(text.replaceAll("[\\p{Cc}&&[^\\r\\n\\t]]+", ""));
  }

  /** Halves of a character stand for nothing, and not every database takes them. */
  private static String kept(String text) {
    var whole = text.replaceAll("\\p{Cs}", "").strip();
    return whole.isEmpty() ? null : whole;
  }
}
