package plimsoll.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import plimsoll.figure.Words;
import plimsoll.pattern.copy.CopyGroup;
import plimsoll.pattern.copy.CopyGroup.Member;

/**
 * Two files of a group of copies, beside each other.
 *
 * @param title such as "ci.yml of cart and of till"
 * @param finding how alike they are and in how many lines they differ, as a sentence
 * @param retires what one for all would retire, as a sentence
 * @param withheld why no lines are shown, as a sentence; null where they are
 * @param lines null where not both files are there any more, or not for who asks
 * @param settings what they set differently; null where it is not known
 */
public record CopyPair(
    String title,
    Side one,
    Side other,
    String finding,
    String retires,
    String withheld,
    SideBySide lines,
    Settings settings,
    List<Choice> others) {

  /**
   * @param page of the service
   */
  public record Side(String service, String page, String team, String path) {}

  /**
   * A file of the group, to be shown as one of the two.
   *
   * @param as whether it is shown as the "one", the "other" or not at all ("")
   */
  public record Choice(int index, String service, String team, String path, int lines, String as) {}

  /** What is there of a file. */
  interface Texts {
    /** As it is now; empty when it is there no more. */
    Optional<String> now(Member file);

    /** Of both, as the reading saw them; empty where it is not known. */
    Optional<Settings> settings(Member one, Member other);
  }

  /**
   * @param one index among the group's files
   * @param other likewise
   * @param all also the lines that are the same
   */
  static CopyPair of(
      CopyGroup group,
      int one,
      int other,
      Map<String, String> names,
      PatternLinks links,
      Texts texts,
      boolean all) {
    var left = group.files().get(one);
    var right = group.files().get(other);
    var here = texts.now(left);
    var there = texts.now(right);
    var lines =
        here.isPresent() && there.isPresent() ? SideBySide.of(here.get(), there.get(), all) : null;
    return new CopyPair(
        CopySection.pair(left, right),
        side(left, names, links),
        side(right, names, links),
        finding(group, left, right, lines),
        retires(group),
        lines == null
            ? "The files themselves are shown to product managers and administrators, as long as"
                + " both are there."
            : null,
        lines,
        texts.settings(left, right).orElse(null),
        IntStream.range(0, group.files().size())
            .mapToObj(i -> choice(group.files().get(i), i, one, other, names))
            .toList());
  }

  private static Side side(Member file, Map<String, String> names, PatternLinks links) {
    return new Side(
        file.service(),
        links.service(file.service()),
        names.getOrDefault(file.team(), file.team()),
        file.path());
  }

  private static String finding(CopyGroup group, Member one, Member other, SideBySide lines) {
    boolean compared = one.equals(group.one()) && other.equals(group.other());
    var alike =
        compared
            ? "The reading found them %s alike once names and digests are masked."
                .formatted(CopySection.alike(group.similarity()))
            : "The reading found both in one group of copies.";
    if (lines == null) return alike;
    return alike
        + " Line by line, %s the same, %s, %s only on the left and %s only on the right."
            .formatted(
                lines.same() == 1 ? "1 is" : lines.same() + " are",
                lines.changed() == 1 ? "1 differs" : lines.changed() + " differ",
                verb(lines.onlyOne()),
                verb(lines.onlyOther()));
  }

  private static String verb(int lines) {
    return lines == 1 ? "1 is" : lines + " are";
  }

  private static String retires(CopyGroup group) {
    return "The group has %s of %s; one for all would retire %s."
        .formatted(
            Words.count(group.files().size(), "file"),
            Words.count(group.teams(), "team"),
            CopySection.retired(group));
  }

  private static Choice choice(
      Member file, int index, int one, int other, Map<String, String> names) {
    return new Choice(
        index,
        file.service(),
        names.getOrDefault(file.team(), file.team()),
        file.path(),
        file.lines(),
        index == one ? "one" : index == other ? "other" : "");
  }
}
