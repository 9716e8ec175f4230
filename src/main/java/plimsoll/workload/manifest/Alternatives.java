package plimsoll.workload.manifest;

import java.util.Arrays;
import java.util.List;

/**
 * A regular expression as alert rules have it, read as words parted by bars in which ".*" and ".+"
 * stand for anything. What is more than that takes nothing: others wrote it, and a true expression
 * could take hours.
 */
record Alternatives(List<String> words) {

  static Alternatives of(String expression) {
    var bare = expression.replace("(", "").replace(")", "").replace("?:", "");
    return new Alternatives(
        Arrays.stream(bare.split("\\|")).limit(100).map(Alternatives::word).toList());
  }

  /** With a star where anything may stand. */
  private static String word(String alternative) {
    var word = alternative.replace("^", "").replace("$", "");
    return word.replace(".*", "*").replace(".+", "*").replace("\\\\.", ".").replace("\\.", ".");
  }

  /** An expression of nothing but "anything" is about nobody in particular. */
  boolean takes(String name) {
    return words.stream()
        .filter(word -> !word.replace("*", "").isEmpty())
        .anyMatch(word -> fits(word, name));
  }

  private static boolean fits(String word, String name) {
    var parts = word.split("\\*", -1);
    if (parts.length == 1) return word.equals(name);
    var last = parts[parts.length - 1];
    if (!name.startsWith(parts[0]) || !name.endsWith(last)) return false;
    int from = parts[0].length();
    for (int i = 1; i < parts.length - 1; i++) {
      int found = name.indexOf(parts[i], from);
      if (found < 0) return false;
      from = found + parts[i].length();
    }
    return from <= name.length() - last.length();
  }
}
