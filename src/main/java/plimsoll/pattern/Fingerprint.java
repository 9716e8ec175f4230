package plimsoll.pattern;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The choices one service makes on its way to production.
 *
 * @param service its key in the catalog
 * @param team key of the team that owns it
 * @param values what is known; a feature that is absent is unknown, which is not the same as "none"
 */
public record Fingerprint(String service, String team, Map<Feature, String> values) {

  /** A service needs this share of known features to be compared. */
  public static final double ENOUGH_KNOWN = 0.6;

  public Fingerprint {
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(team, "team");
    values.forEach(Fingerprint::check);
    var copy = new EnumMap<Feature, String>(Feature.class);
    copy.putAll(values);
    values = Collections.unmodifiableMap(copy);
  }

  /** Share of the features that are known, 0 to 1. */
  public double known() {
    return (double) values.size() / Feature.values().length;
  }

  /** Whether enough is known to compare it. Any two such services have known features in common. */
  boolean enoughKnown() {
    return known() >= ENOUGH_KNOWN;
  }

  private static void check(Feature feature, String value) {
    if (value == null || !feature.type().accepts(value)) {
      throw new IllegalArgumentException(feature + " cannot be " + value);
    }
  }
}
