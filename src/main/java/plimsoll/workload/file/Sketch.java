package plimsoll.workload.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import plimsoll.pattern.Chosen;
import plimsoll.pattern.Evidence;
import plimsoll.pattern.Feature;
import plimsoll.pattern.Finding;
import plimsoll.pattern.Finding.Answer;
import plimsoll.pattern.Implementation;
import plimsoll.pattern.Outline;
import plimsoll.pattern.Profile;
import plimsoll.pattern.Profile.Gap;
import plimsoll.pattern.Slot;
import plimsoll.pattern.Trait;
import plimsoll.pattern.Workload;

/**
 * What readers found in a service's files, until all of them have looked. Where they found more
 * than one answer, what a machine recorded beats what a file says, then the commoner answer holds,
 * then the one that comes first in the alphabet: the order of files never matters.
 */
public final class Sketch {
  private record Candidate(boolean live, Chosen chosen) {}

  private static final Comparator<Evidence> PLACE = Comparator.naturalOrder();

  private final Map<Feature, List<Candidate>> candidates = new EnumMap<>(Feature.class);
  private final Map<Trait, List<Finding>> findings = new EnumMap<>(Trait.class);
  private final Set<Workload> workloads = new HashSet<>();
  private final List<Implementation> implementations = new ArrayList<>();
  private final List<Outline> outlines = new ArrayList<>();
  private final Set<Gap> gaps = new HashSet<>();
  private final Set<String> understood = new HashSet<>();

  /** A choice that one place tells of; the same reader may find several. */
  public void choose(Feature feature, String value, SourceFile file, int line, String quote) {
    candidates
        .computeIfAbsent(feature, any -> new ArrayList<>())
        .add(new Candidate(file.live(), new Chosen(value, new Evidence(file.path(), line, quote))));
  }

  /** Of one workload; a service has a trait when all its production workloads do. */
  public void find(Trait trait, Finding finding) {
    findings.computeIfAbsent(trait, any -> new ArrayList<>()).add(finding);
  }

  /** The traits of one production workload. */
  public void find(Workload workload) {
    if (workloads.add(workload)) workload.traits().forEach(this::find);
  }

  /**
   * @param source what is used by reference, without its version; null when the service has its own
   */
  public void fill(Slot slot, String source, SourceFile file, int line, String quote) {
    implementations.add(new Implementation(slot, source, new Evidence(file.path(), line, quote)));
  }

  /** For finding copies. */
  public void outline(Outline outline) {
    outlines.add(outline);
  }

  /** That a file is one of this reader's, whether or not all of it was understood. */
  public void read(SourceFile file) {
    understood.add(file.path());
  }

  /** What was not understood; it is counted, never guessed. */
  public void gap(SourceFile file, int line, String quote, String why) {
    gaps.add(new Gap(new Evidence(file.path(), line, quote), why));
  }

  /** The same, of a place that was found before. */
  public void gap(Gap gap) {
    gaps.add(gap);
  }

  /** Whether a reader knew this file. */
  boolean knows(SourceFile file) {
    return understood.contains(file.path());
  }

  /** What holds. */
  public Profile profile(String service) {
    var choices = new EnumMap<Feature, Chosen>(Feature.class);
    candidates.forEach((feature, found) -> choices.put(feature, chosen(found)));
    var traits = new EnumMap<Trait, Finding>(Trait.class);
    findings.forEach((trait, found) -> traits.put(trait, worst(found)));
    return new Profile(
        service,
        choices,
        traits,
        oncePerSource(),
        outlines.stream().sorted(Comparator.comparing(Outline::path)).toList(),
        understood.size(),
        gaps.stream()
            .sorted(Comparator.comparing(Gap::evidence, PLACE).thenComparing(Gap::why))
            .toList(),
        workloads.stream()
            .sorted(Comparator.<Workload>naturalOrder().thenComparing(Workload::toString))
            .toList());
  }

  private static Chosen chosen(List<Candidate> found) {
    boolean live = found.stream().anyMatch(Candidate::live);
    Map<String, Long> votes =
        found.stream()
            .filter(one -> one.live() == live)
            .collect(Collectors.groupingBy(one -> one.chosen().value(), Collectors.counting()));
    String value =
        votes.entrySet().stream()
            .min(
                Map.Entry.<String, Long>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .orElseThrow()
            .getKey();
    return found.stream()
        .filter(one -> one.live() == live)
        .map(Candidate::chosen)
        .filter(one -> one.value().equals(value))
        .min(Comparator.comparing(Chosen::evidence))
        .orElseThrow();
  }

  /** A "no" beats "unknown", which beats "yes"; only where nothing else is said is it not asked. */
  private static Finding worst(List<Finding> found) {
    var order = List.of(Answer.NO, Answer.UNKNOWN, Answer.YES, Answer.NOT_APPLICABLE);
    return found.stream()
        .min(
            Comparator.comparing((Finding one) -> order.indexOf(one.answer()))
                .thenComparing(Finding::evidence, Comparator.nullsLast(PLACE))
                .thenComparing(Finding::why))
        .orElseThrow();
  }

  private List<Implementation> oncePerSource() {
    Function<Implementation, String> key = one -> one.slot().ordinal() + " " + one.source();
    return List.copyOf(
        implementations.stream()
            .sorted(
                Comparator.comparing(Implementation::slot)
                    .thenComparing(
                        Implementation::source, Comparator.nullsFirst(Comparator.naturalOrder()))
                    .thenComparing(Implementation::evidence))
            .collect(Collectors.toMap(key, one -> one, (one, other) -> one, LinkedHashMap::new))
            .values());
  }
}
