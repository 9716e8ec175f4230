package plimsoll.pattern.copy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Files that say the same, so that they are compared with others once.
 *
 * @param imprint of the first of them
 * @param files their numbers, ascending
 * @param team of all of them; null where they are of several
 */
record Kind(Imprint imprint, List<Integer> files, String team) {

  private record Key(int windows, long[] hashes, List<String> shared) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key that
          && Arrays.equals(hashes, that.hashes)
          && shared.equals(that.shared);
    }

    @Override
    public int hashCode() {
      return windows;
    }
  }

  /** Of one part; files without a window are in none. */
  static List<Kind> of(List<Filed> all, List<Integer> numbers) {
    Map<Key, List<Integer>> byText = new LinkedHashMap<>();
    for (int i : numbers) {
      var imprint = all.get(i).imprint();
      if (imprint.windows().length == 0) continue;
      var key = new Key(Arrays.hashCode(imprint.windows()), imprint.windows(), imprint.shared());
      byText.computeIfAbsent(key, any -> new ArrayList<>()).add(i);
    }
    return byText.values().stream().map(files -> kind(files, all)).toList();
  }

  private static Kind kind(List<Integer> files, List<Filed> all) {
    var first = all.get(files.get(0));
    boolean one = files.stream().allMatch(i -> all.get(i).team().equals(first.team()));
    return new Kind(first.imprint(), files, one ? first.team() : null);
  }

  /** Whether all files of both are of one team, which may copy from itself. */
  boolean sameTeam(Kind other) {
    return team != null && team.equals(other.team);
  }
}
