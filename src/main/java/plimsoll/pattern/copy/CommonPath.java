package plimsoll.pattern.copy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Services of two teams or more that have nearly the same file, and so might share one path to
 * production.
 *
 * @param services by team and key
 * @param teams how many they are of
 * @param spare how many files there would be fewer if of each group of copies among these services
 *     one were kept
 * @param lines of these
 * @param parts of the way to production in which they have copies
 */
public record CommonPath(
    List<Owner> services, int teams, int spare, long lines, List<String> parts) {
  private static final int MOST = 10;

  /** Groups that a path is begun from, those with most lines to spare. */
  private static final int SEEDS = 50;

  private static final Comparator<CommonPath> BEST_FIRST =
      Comparator.comparingInt((CommonPath path) -> -path.spare)
          .thenComparingLong(path -> -path.lines)
          .thenComparingInt(path -> path.services.size());

  /** A service and the team that owns it. */
  public record Owner(String service, String team) {}

  /**
   * The paths that would save most, at most ten: the services of one group of copies make a path,
   * with all copies that there are among them; a service is on one path.
   *
   * @param groups of files that hang together
   */
  static List<CommonPath> of(List<List<Filed>> groups) {
    var paths = new ArrayList<CommonPath>();
    var taken = new HashSet<String>();
    for (var path = best(groups, taken); path != null; path = best(groups, taken)) {
      paths.add(path);
      path.services.forEach(owner -> taken.add(owner.service()));
      if (paths.size() == MOST) break;
    }
    return List.copyOf(paths);
  }

  /** Null where no group of two teams is left. */
  private static CommonPath best(List<List<Filed>> groups, Set<String> taken) {
    return groups.stream()
        .limit(SEEDS)
        .map(group -> without(group, taken))
        .filter(CommonPath::ofTwoTeams)
        .map(group -> of(group, groups))
        .min(BEST_FIRST)
        .orElse(null);
  }

  private static List<Filed> without(List<Filed> group, Set<String> taken) {
    return group.stream().filter(file -> !taken.contains(file.service())).toList();
  }

  private static boolean ofTwoTeams(List<Filed> group) {
    return group.stream().map(Filed::team).distinct().count() > 1;
  }

  private static CommonPath of(List<Filed> group, List<List<Filed>> groups) {
    var owners = new TreeMap<String, String>();
    group.forEach(file -> owners.put(file.service(), file.team()));
    int spare = 0;
    long lines = 0;
    var parts = new HashSet<String>();
    for (var each : groups) {
      var among = each.stream().filter(file -> owners.containsKey(file.service())).toList();
      if (!ofTwoTeams(among)) continue;
      spare += among.size() - 1;
      lines += Copies.spareLines(among);
      parts.add(each.get(0).imprint().part());
    }
    return new CommonPath(
        owners.entrySet().stream()
            .map(each -> new Owner(each.getKey(), each.getValue()))
            .sorted(Comparator.comparing(Owner::team).thenComparing(Owner::service))
            .toList(),
        new HashSet<>(owners.values()).size(),
        spare,
        lines,
        parts.stream().sorted().toList());
  }

  /**
   * How many files there are to spare among some services, as a later reading finds it.
   *
   * @param groups of copies that the reading kept
   */
  public static int spare(Collection<CopyGroup> groups, Set<String> services) {
    int spare = 0;
    for (var group : groups) {
      var teams = new HashMap<String, Integer>();
      group.files().stream()
          .filter(file -> services.contains(file.service()))
          .forEach(file -> teams.merge(file.team(), 1, Integer::sum));
      if (teams.size() < 2) continue;
      spare += teams.values().stream().mapToInt(files -> files).sum() - 1;
    }
    return spare;
  }
}
