package plimsoll.pattern.landscape;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plimsoll.pattern.Outline;
import plimsoll.pattern.copy.Copies;
import plimsoll.pattern.copy.Copies.TeamCopies;
import plimsoll.pattern.copy.Filed;
import plimsoll.pattern.copy.Rebuilding;
import plimsoll.pattern.copy.Rebuilding.TeamRebuilding;
import plimsoll.pattern.trait.Coverage;
import plimsoll.readiness.Criterion;
import plimsoll.readiness.Recorded;

/**
 * What the files of an organisation's services say together. How far their patterns lie apart is
 * told by the {@link plimsoll.pattern.Divergence} beside it, because choices can be known of
 * services of which no file is.
 *
 * @param services how many services have a file that was read
 * @param teams of these
 * @param files how many were read
 * @param gaps why something was not understood, the commonest reason first, at most {@value
 *     #MOST_REASONS} reasons
 * @param gapsFound how often something was not understood
 * @param servicesWithGaps in how many services
 * @param copies files that are nearly the same in two teams or more
 * @param rebuilding what teams have each built for themselves
 * @param coverage of what a production-grade workload should have
 */
public record Landscape(
    int services,
    int teams,
    int files,
    List<Reason> gaps,
    int gapsFound,
    int servicesWithGaps,
    Copies copies,
    Rebuilding rebuilding,
    Coverage coverage) {
  static final int MOST_REASONS = 50;

  /** Why something was not understood, and how often. */
  public record Reason(String why, int times) {}

  /**
   * @param specimens one for each service, in any order
   * @param outlines of a file, by service and path, to tell in what copies differ; null where it is
   *     not to be had
   */
  public static Landscape of(
      List<Specimen> specimens, BiFunction<String, String, Outline> outlines) {
    var all =
        specimens.stream()
            .sorted(Comparator.comparing(Specimen::team).thenComparing(Specimen::service))
            .toList();
    var reasons = new TreeMap<String, Integer>();
    all.forEach(
        each -> each.gaps().forEach((why, times) -> reasons.merge(why, times, Integer::sum)));
    return new Landscape(
        all.size(),
        (int) all.stream().map(Specimen::team).distinct().count(),
        all.stream().mapToInt(Specimen::files).sum(),
        commonest(reasons),
        reasons.values().stream().mapToInt(times -> times).sum(),
        (int) all.stream().filter(each -> !each.gaps().isEmpty()).count(),
        Copies.of(all.stream().flatMap(Landscape::filed).toList(), outlines),
        Rebuilding.of(all.stream().map(Landscape::used).toList()),
        Coverage.of(all.stream().map(Landscape::workload).toList()));
  }

  private static List<Reason> commonest(Map<String, Integer> reasons) {
    return reasons.entrySet().stream()
        .map(each -> new Reason(each.getKey(), each.getValue()))
        .sorted(Comparator.comparingInt(Reason::times).reversed())
        .limit(MOST_REASONS)
        .toList();
  }

  private static Stream<Filed> filed(Specimen specimen) {
    return specimen.imprints().stream()
        .map(imprint -> new Filed(specimen.service(), specimen.team(), imprint));
  }

  private static Rebuilding.Used used(Specimen specimen) {
    return new Rebuilding.Used(specimen.service(), specimen.team(), specimen.implementations());
  }

  private static Coverage.Known workload(Specimen specimen) {
    return new Coverage.Known(specimen.service(), specimen.team(), specimen.traits());
  }

  /**
   * What is built more than once, as the records of criterion P3: 100 × the larger of the rebuild
   * index and the copied share; null where neither is known.
   */
  public Double rebuiltPercent() {
    return larger(rebuilding.index(), copies.share());
  }

  private static Double larger(Double rebuilt, Double copied) {
    if (rebuilt == null && copied == null) return null;
    return 100 * Math.max(rebuilt == null ? 0 : rebuilt, copied == null ? 0 : copied);
  }

  /**
   * The same of each team, as counts: of its fillings of slots those that it has for itself, or of
   * its files those that are copies, by lines; whichever is the larger share.
   */
  public List<Recorded> recorded() {
    var copied = copies.teams().stream().collect(Collectors.toMap(TeamCopies::team, each -> each));
    var rebuilt =
        rebuilding.teams().stream().collect(Collectors.toMap(TeamRebuilding::team, each -> each));
    var teams = new TreeSet<>(copied.keySet());
    teams.addAll(rebuilt.keySet());
    return teams.stream().map(team -> recorded(team, copied.get(team), rebuilt.get(team))).toList();
  }

  private static Recorded recorded(String team, TeamCopies copied, TeamRebuilding rebuilt) {
    double share = copied == null ? -1 : copied.share();
    if (rebuilt != null && rebuilt.rebuilt() >= share * rebuilt.fillings()) {
      return Recorded.of(team, Criterion.P3, rebuilt.rebuilt(), rebuilt.fillings());
    }
    return Recorded.of(team, Criterion.P3, share * copied.files(), copied.files());
  }
}
