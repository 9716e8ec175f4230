package plimsoll.pattern;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Everything that was read of one service, with the line that it was read on.
 *
 * @param service its key in the catalog
 * @param choices what is known; a feature that is absent is unknown
 * @param traits of its production workload; a trait that is absent is unknown; empty when no
 *     workload was seen
 * @param implementations in the order of their slots, one for each slot and source
 * @param outlines of its files and objects, for finding copies
 * @param files how many were read
 * @param gaps what was not understood, and where; never guessed
 * @param workloads the production workloads one by one; its traits are those that all of them have
 */
public record Profile(
    String service,
    Map<Feature, Chosen> choices,
    Map<Trait, Finding> traits,
    List<Implementation> implementations,
    List<Outline> outlines,
    int files,
    List<Gap> gaps,
    List<Workload> workloads) {

  public Profile {
    Objects.requireNonNull(service, "service");
    choices = copy(Feature.class, choices);
    traits = copy(Trait.class, traits);
    implementations = List.copyOf(implementations);
    outlines = List.copyOf(outlines);
    gaps = List.copyOf(gaps);
    workloads = workloads == null ? List.of() : List.copyOf(workloads);
  }

  /** One whose workloads are not told one by one. */
  public Profile(
      String service,
      Map<Feature, Chosen> choices,
      Map<Trait, Finding> traits,
      List<Implementation> implementations,
      List<Outline> outlines,
      int files,
      List<Gap> gaps) {
    this(service, choices, traits, implementations, outlines, files, gaps, List.of());
  }

  /** Something that was not understood, such as a template that can't be rendered. */
  public record Gap(Evidence evidence, String why) {}

  /** The choices alone. */
  public Fingerprint fingerprint(String team) {
    var values = new EnumMap<Feature, String>(Feature.class);
    choices.forEach((feature, chosen) -> values.put(feature, chosen.value()));
    return new Fingerprint(service, team, values);
  }

  private static <K extends Enum<K>, V> Map<K, V> copy(Class<K> type, Map<K, V> given) {
    var copy = new EnumMap<K, V>(type);
    copy.putAll(given);
    return Collections.unmodifiableMap(copy);
  }
}
