package plimsoll.roadmap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import plimsoll.pattern.Divergence;
import plimsoll.pattern.Trait;
import plimsoll.pattern.copy.CommonPath;
import plimsoll.pattern.landscape.Landscape;
import plimsoll.pattern.trait.Coverage.Count;

/**
 * What the files of services say for a proposal: which services one path would be for, and which
 * traits a platform would give.
 *
 * @param patterns null when no manifest was read
 * @param landscape null when no file was read
 */
public record Grounds(Divergence patterns, Landscape landscape) {
  private static final int NAMED = 20;

  /** Share of the near-copies that a path retires by the second wave; a judgement. */
  private static final double RETIRED = 0.5;

  private static final Set<InitiativeType> GIVE_TRAITS =
      Set.of(InitiativeType.ONE_DEPLOY_COMMAND, InitiativeType.SAFE_DEFAULTS);

  private static final Set<InitiativeType> REPLACE_COPIES =
      Set.of(InitiativeType.GOLDEN_PATH, InitiativeType.SHARED_TEMPLATES);

  /** No file was read. */
  public static Grounds none() {
    return new Grounds(null, null);
  }

  /** The services that share most; null where none do. */
  private CommonPath path(InitiativeType type) {
    if (landscape == null || !REPLACE_COPIES.contains(type)) return null;
    var paths = landscape.copies().paths();
    return paths.isEmpty() ? null : paths.get(0);
  }

  /** Keys; null where files name none. */
  List<String> services(InitiativeType type) {
    var path = path(type);
    return path == null ? null : path.services().stream().map(CommonPath.Owner::service).toList();
  }

  /** What to do, with how many services and teams it is for. */
  String title(InitiativeType type) {
    var path = path(type);
    return path == null || type != InitiativeType.GOLDEN_PATH
        ? type.title()
        : "Offer one golden path, first for %d services of %d teams"
            .formatted(path.services().size(), path.teams());
  }

  /** What a later reading can check beside the criterion; empty where there is nothing. */
  String measure(InitiativeType type) {
    var path = path(type);
    if (path == null) return "";
    int aim = (int) Math.floor(path.spare() * (1 - RETIRED));
    var excess = patterns == null ? null : patterns.excess();
    return " In files: near-copies to spare among its %s fall from %d to %d or fewer%s."
        .formatted(
            services(path.services().size()),
            path.spare(),
            aim,
            excess == null
                ? ""
                : ", and the divergence of patterns does not rise above %s"
                    .formatted(hundredths(excess)));
  }

  /** Plain sentences; empty where files say nothing for it. */
  List<String> evidence(InitiativeType type) {
    var sentences = new ArrayList<String>();
    var path = path(type);
    if (path != null) {
      sentences.add(retires(path));
      sentences.add(named(path));
      sentences.addAll(before(path));
    }
    if (landscape != null && GIVE_TRAITS.contains(type)) sentences.addAll(traits(type));
    return List.copyOf(sentences);
  }

  private static String retires(CommonPath path) {
    return "One golden path for these %s of %d teams would retire %s (%s, %d lines)."
        .formatted(
            services(path.services().size()),
            path.teams(),
            path.spare() == 1 ? "1 near-copy" : path.spare() + " near-copies",
            String.join(", ", path.parts()),
            path.lines());
  }

  private static String named(CommonPath path) {
    var names =
        path.services().stream()
            .limit(NAMED)
            .map(each -> each.service() + " (" + each.team() + ")")
            .collect(Collectors.joining(", "));
    int more = path.services().size() - NAMED;
    return "The services: " + names + (more > 0 ? " and " + more + " more." : ".");
  }

  /** A team that is not of one mind can hardly agree with others. */
  private List<String> before(CommonPath path) {
    if (patterns == null) return List.of();
    var teams =
        path.services().stream()
            .map(CommonPath.Owner::team)
            .collect(Collectors.toCollection(TreeSet::new));
    var unsteady =
        patterns.teams().stream()
            .filter(each -> teams.contains(each.team()))
            .filter(each -> each.within() != null && !each.consistent())
            .map(Divergence.TeamPattern::team)
            .toList();
    if (unsteady.isEmpty()) return List.of();
    return List.of(
        "Before it: %s of these teams %s no steady pattern of %s own yet: %s."
            .formatted(
                unsteady.size(),
                unsteady.size() == 1 ? "has" : "have",
                unsteady.size() == 1 ? "its" : "their",
                String.join(", ", unsteady)));
  }

  private List<String> traits(InitiativeType type) {
    boolean gold = type == InitiativeType.ONE_DEPLOY_COMMAND;
    var coverage = landscape.coverage();
    var lacking =
        Arrays.stream(Trait.values())
            .filter(trait -> trait.gold() == gold)
            .filter(trait -> lacks(coverage.traits().get(trait)))
            .map(trait -> trait.title() + " to " + coverage.traits().get(trait).no())
            .toList();
    if (lacking.isEmpty()) return List.of();
    return List.of(
        "Of %s whose workload was read it would give %s."
            .formatted(services(coverage.services()), list(lacking)));
  }

  private static boolean lacks(Count count) {
    return count != null && count.no() > 0;
  }

  private static String list(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  private static String services(int count) {
    return count == 1 ? "1 service" : count + " services";
  }

  private static String hundredths(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
