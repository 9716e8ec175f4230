package plimsoll.pattern.copy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import plimsoll.pattern.Outline;

/**
 * Files of one team that are nearly the same as files of another, without either taking it by
 * reference (measurement 4.5). Services are a census, so nothing here is a sample.
 *
 * @param files how many were compared: those of {@link Imprint#WINDOW} lines or more
 * @param lines of these
 * @param copiedFiles how many of them are a copy of a file of another team, or its original
 * @param copiedLines of these
 * @param spare how many files there would be fewer if each group had one
 * @param teams every team that has a file among them, by key
 * @param groups of files that hang together by being copies, those with most lines to spare first,
 *     at most {@value #MOST_GROUPS}
 * @param groupsFound how many groups there are in all
 * @param paths services that might share one path, those that would save most first
 * @param sketched whether not all pairs were compared, because there were too many; then a pair
 *     that is just similar enough is missed with a probability of 1 in 600
 */
public record Copies(
    int files,
    long lines,
    int copiedFiles,
    long copiedLines,
    int spare,
    List<TeamCopies> teams,
    List<CopyGroup> groups,
    int groupsFound,
    List<CommonPath> paths,
    boolean sketched) {
  /** A pair is a copy from this similarity on; a judgement. */
  public static final double COPY = 0.80;

  static final int MOST_GROUPS = 300;

  /** Groups of which it is told what differs between two. */
  private static final int COMPARED = 100;

  /** A quotient may miss the threshold by the last bit. */
  private static final double EPSILON = 1e-9;

  /**
   * One team's part of it.
   *
   * @param copiedLines lines of its files that are copies or originals
   */
  public record TeamCopies(String team, int files, long lines, int copiedFiles, long copiedLines) {
    /** 0 to 1; null where nothing could be compared. */
    public Double share() {
      return Copies.share(copiedLines, lines);
    }
  }

  /** Share of lines that lie in copies, 0 to 1; null where nothing could be compared. */
  public Double share() {
    return share(copiedLines, lines);
  }

  private static Double share(long copied, long all) {
    return all == 0 ? null : (Double) ((double) copied / all);
  }

  /** Without telling what differs. */
  public static Copies of(List<Filed> filed) {
    return of(filed, (service, path) -> null);
  }

  /**
   * @param filed in any order
   * @param outlines of a file, by service and path, to tell what differs; null where it is not to
   *     be had
   */
  public static Copies of(List<Filed> filed, BiFunction<String, String, Outline> outlines) {
    var all =
        filed.stream()
            .filter(file -> file.imprint().windows().length > 0)
            .sorted(Filed.ORDER)
            .toList();
    var forest = new Forest(all.size());
    boolean sketched = false;
    for (var numbers : parts(all).values()) {
      var kinds = Kind.of(all, numbers);
      sketched |= kinds.size() > Near.ALL_PAIRS;
      new Joining(all, kinds, forest).join();
    }
    return told(all, forest, sketched, outlines);
  }

  private static Map<String, List<Integer>> parts(List<Filed> all) {
    return IntStream.range(0, all.size())
        .boxed()
        .collect(
            Collectors.groupingBy(
                i -> all.get(i).imprint().part(), TreeMap::new, Collectors.toList()));
  }

  /** Whether two windows' similarity makes a copy. */
  public static boolean copy(double similarity) {
    return similarity >= COPY - EPSILON;
  }

  private static Copies told(
      List<Filed> all,
      Forest forest,
      boolean sketched,
      BiFunction<String, String, Outline> outlines) {
    var found =
        forest.groups().stream()
            .map(members -> members.stream().map(all::get).toList())
            .sorted(Comparator.comparingLong(Copies::spareLines).reversed())
            .toList();
    var copied = found.stream().flatMap(List::stream).toList();
    var groups = new ArrayList<CopyGroup>();
    for (var members : found.subList(0, Math.min(MOST_GROUPS, found.size()))) {
      boolean compared = groups.size() < COMPARED;
      groups.add(CopyGroup.of(members, compared ? outlines : (service, path) -> null));
    }
    return new Copies(
        all.size(),
        lines(all),
        copied.size(),
        lines(copied),
        copied.size() - found.size(),
        teams(all, copied),
        List.copyOf(groups),
        found.size(),
        CommonPath.of(found),
        sketched);
  }

  /** What would go if one file were kept: the longest. */
  static long spareLines(List<Filed> members) {
    return lines(members) - members.stream().mapToInt(m -> m.imprint().lines()).max().orElse(0);
  }

  private static long lines(List<Filed> files) {
    return files.stream().mapToLong(file -> file.imprint().lines()).sum();
  }

  private static List<TeamCopies> teams(List<Filed> all, List<Filed> copied) {
    var own = copied.stream().collect(Collectors.groupingBy(Filed::team));
    Map<String, List<Filed>> byTeam =
        all.stream()
            .collect(Collectors.groupingBy(Filed::team, LinkedHashMap::new, Collectors.toList()));
    return byTeam.entrySet().stream()
        .map(
            team -> {
              var copies = own.getOrDefault(team.getKey(), List.of());
              return new TeamCopies(
                  team.getKey(),
                  team.getValue().size(),
                  lines(team.getValue()),
                  copies.size(),
                  lines(copies));
            })
        .toList();
  }
}
