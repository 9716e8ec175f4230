package plimsoll.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/**
 * Two texts line by line, as people compare them.
 *
 * @param rows what differs, with some lines around it; or all
 * @param same lines that both have
 * @param changed lines that stand on both sides and differ
 * @param onlyOne lines that only the one has
 * @param onlyOther lines that only the other has
 * @param more rows that are not listed, because nobody reads so many
 */
public record SideBySide(
    List<Row> rows, int same, int changed, int onlyOne, int onlyOther, int more) {
  private static final int AROUND = 3;
  private static final int MOST = 2_000;

  /** How two lines compare; with a sign, because colour alone says nothing to some. */
  public enum Kind {
    SAME("=", "the same"),
    CHANGED("≠", "differs"),
    ONLY_ONE("−", "only on the left"),
    ONLY_OTHER("+", "only on the right"),
    FOLDED("…", "the same, not shown");

    private final String sign;
    private final String words;

    Kind(String sign, String words) {
      this.sign = sign;
      this.words = words;
    }

    public String sign() {
      return sign;
    }

    public String words() {
      return words;
    }
  }

  /**
   * @param number line of the one, from 1; null where it has none
   * @param one its text; null likewise
   * @param folded how many lines are left out here, all the same
   */
  public record Row(
      Kind kind, Integer number, String one, Integer otherNumber, String other, int folded) {}

  /**
   * @param all false to leave out long runs of lines that are the same
   */
  static SideBySide of(String one, String other, boolean all) {
    var left = lines(one);
    var right = lines(other);
    var rows = new ArrayList<Row>();
    int i = 0;
    int j = 0;
    for (var edit : edits(left, right)) {
      while (i < edit.getBeginA()) rows.add(same(left, right, i++, j++));
      while (i < edit.getEndA() || j < edit.getEndB()) {
        rows.add(row(i < edit.getEndA() ? i : -1, j < edit.getEndB() ? j : -1, left, right));
        if (i < edit.getEndA()) i++;
        if (j < edit.getEndB()) j++;
      }
    }
    while (i < left.size() && j < right.size()) rows.add(same(left, right, i++, j++));
    return counted(rows, all ? rows : folded(rows));
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::stripTrailing).toList();
  }

  /** Histogram diff, as git has it: it keeps rare lines together. */
  private static EditList edits(List<String> one, List<String> other) {
    return new HistogramDiff().diff(RawTextComparator.DEFAULT, raw(one), raw(other));
  }

  private static RawText raw(List<String> lines) {
    var text = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    return new RawText(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Row same(List<String> left, List<String> right, int i, int j) {
    return new Row(Kind.SAME, i + 1, left.get(i), j + 1, right.get(j), 0);
  }

  private static Row row(int i, int j, List<String> left, List<String> right) {
    var kind = i < 0 ? Kind.ONLY_OTHER : j < 0 ? Kind.ONLY_ONE : Kind.CHANGED;
    return new Row(
        kind,
        i < 0 ? null : (Integer) (i + 1),
        i < 0 ? null : left.get(i),
        j < 0 ? null : (Integer) (j + 1),
        j < 0 ? null : right.get(j),
        0);
  }

  private static List<Row> folded(List<Row> rows) {
    var near = new boolean[rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).kind() == Kind.SAME) continue;
      for (int k = Math.max(0, i - AROUND); k <= Math.min(rows.size() - 1, i + AROUND); k++) {
        near[k] = true;
      }
    }
    var folded = new ArrayList<Row>();
    int left = 0;
    for (int i = 0; i < rows.size(); i++) {
      if (!near[i]) {
        left++;
        continue;
      }
      if (left > 0) folded.add(fold(left));
      left = 0;
      folded.add(rows.get(i));
    }
    if (left > 0) folded.add(fold(left));
    return folded;
  }

  private static Row fold(int lines) {
    return new Row(Kind.FOLDED, null, null, null, null, lines);
  }

  private static SideBySide counted(List<Row> all, List<Row> shown) {
    return new SideBySide(
        List.copyOf(shown.subList(0, Math.min(MOST, shown.size()))),
        count(all, Kind.SAME),
        count(all, Kind.CHANGED),
        count(all, Kind.ONLY_ONE),
        count(all, Kind.ONLY_OTHER),
        Math.max(0, shown.size() - MOST));
  }

  private static int count(List<Row> rows, Kind kind) {
    return (int) rows.stream().filter(row -> row.kind() == kind).count();
  }
}
