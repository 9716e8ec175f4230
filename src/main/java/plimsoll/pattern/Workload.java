package plimsoll.pattern;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;

/**
 * Something of a service that runs in production, and the traits it has.
 *
 * @param kind such as "Deployment"
 * @param namespace null when what was read doesn't say it
 * @param traits one that is absent is unknown
 */
public record Workload(String kind, String namespace, String name, Map<Trait, Finding> traits)
    implements Comparable<Workload> {
  private static final Comparator<Workload> ORDER =
      Comparator.comparing(Workload::kind)
          .thenComparing(Workload::name)
          .thenComparing(Workload::namespace, Comparator.nullsFirst(Comparator.naturalOrder()));

  public Workload {
    var copy = new EnumMap<Trait, Finding>(Trait.class);
    copy.putAll(traits);
    traits = Collections.unmodifiableMap(copy);
  }

  @Override
  public int compareTo(Workload other) {
    return ORDER.compare(this, other);
  }
}
