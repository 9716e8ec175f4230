package plimsoll.product;

import java.time.DateTimeException;
import java.time.LocalDate;
import plimsoll.access.Refusal;

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

  /**
   * A day such as 2027-05-24; null for nothing typed.
   *
   * @throws Refusal 422 for anything else
   */
  static LocalDate day(String text, String pointer) {
    var typed = line(text);
    try {
      return typed == null ? null : LocalDate.parse(typed);
    } catch (DateTimeException e) {
      throw Refusal.wrong(pointer, "A day is written like 2027-05-24.");
    }
  }

  /** A number such as "10" or "7.5"; null for nothing typed. */
  static Double number(String text, String pointer) {
    var typed = line(text);
    if (typed != null && !typed.matches("[0-9]{1,6}([.,][0-9]{1,6})?")) {
      throw Refusal.wrong(pointer, "This is no number.");
    }
    return typed == null ? null : Double.valueOf(typed.replace(',', '.'));
  }

  /** A whole number; null for nothing typed. */
  static Integer count(String text, String pointer) {
    var typed = line(text);
    if (typed != null && !typed.matches("[0-9]{1,6}")) {
      throw Refusal.wrong(pointer, "This is no whole number from 0 on.");
    }
    return typed == null ? null : Integer.valueOf(typed);
  }

  /** Halves of a character stand for nothing, and not every database takes them. */
  private static String kept(String text) {
    var whole = text.replaceAll("\\p{Cs}", "").strip();
    return whole.isEmpty() ? null : whole;
  }
}
