package plimsoll.pattern.copy;

import java.util.ArrayList;
import java.util.List;

/**
 * In which lines two files differ, by a longest common subsequence (J. Hunt and M. McIlroy 1976).
 *
 * @param one lines that only the one has, at most {@value #MOST}
 * @param other lines that only the other has, at most {@value #MOST}
 * @param more lines that differ too and are not listed
 */
public record Differing(List<String> one, List<String> other, int more) {
  /** Enough to see what it is about. */
  static final int MOST = 20;

  /** Longer middles than this are taken as wholly different. */
  private static final int LONGEST = 2_000;

  public static Differing between(List<String> one, List<String> other) {
    int start = alikeAtStart(one, other);
    int end = alikeAtEnd(one, other, start);
    var mine = one.subList(start, one.size() - end);
    var theirs = other.subList(start, other.size() - end);
    var left = new ArrayList<>(mine);
    var right = new ArrayList<>(theirs);
    if (mine.size() <= LONGEST && theirs.size() <= LONGEST)
      takeOutCommon(mine, theirs, left, right);
    int more = Math.max(0, left.size() - MOST) + Math.max(0, right.size() - MOST);
    return new Differing(first(left), first(right), more);
  }

  private static List<String> first(List<String> lines) {
    return List.copyOf(lines.subList(0, Math.min(MOST, lines.size())));
  }

  private static int alikeAtStart(List<String> one, List<String> other) {
    int n = 0;
    int most = Math.min(one.size(), other.size());
    while (n < most && one.get(n).equals(other.get(n))) n++;
    return n;
  }

  private static int alikeAtEnd(List<String> one, List<String> other, int start) {
    int n = 0;
    int most = Math.min(one.size(), other.size()) - start;
    while (n < most && one.get(one.size() - 1 - n).equals(other.get(other.size() - 1 - n))) n++;
    return n;
  }

  /** Leaves in both lists what is not common. */
  private static void takeOutCommon(
      List<String> one, List<String> other, List<String> left, List<String> right) {
    int[][] longest = longest(one, other);
    left.clear();
    right.clear();
    int i = 0;
    int j = 0;
    while (i < one.size() || j < other.size()) {
      boolean both = i < one.size() && j < other.size();
      if (both && one.get(i).equals(other.get(j))) {
        i++;
        j++;
      } else if (j == other.size() || both && longest[i + 1][j] >= longest[i][j + 1]) {
        left.add(one.get(i++));
      } else {
        right.add(other.get(j++));
      }
    }
  }

  /** Length of the longest common subsequence of what begins at each pair of lines. */
  private static int[][] longest(List<String> one, List<String> other) {
    var length = new int[one.size() + 1][other.size() + 1];
    for (int i = one.size() - 1; i >= 0; i--) {
      for (int j = other.size() - 1; j >= 0; j--) {
        length[i][j] =
            one.get(i).equals(other.get(j))
                ? 1 + length[i + 1][j + 1]
                : Math.max(length[i + 1][j], length[i][j + 1]);
      }
    }
    return length;
  }
}
