package plimsoll.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;

/**
 * What became of a template.
 *
 * @param name as people call it
 * @param services how many services say that they came from it
 * @param latestAt when the last of them was known first; null when there is none
 * @param abandoned none came in the last 180 days, though it was known for as long; null where it
 *     was not known for that long
 */
public record TemplateUse(String name, int services, Instant latestAt, Boolean abandoned) {
  private static final Duration LONG = Duration.ofDays(180);

  /**
   * @param firstAt when the template was known first
   * @param made when each service was known first to have come from it
   */
  public static TemplateUse of(
      String name, Instant firstAt, Collection<Instant> made, Instant asOf) {
    var latest = made.stream().max(Comparator.naturalOrder()).orElse(null);
    var since = asOf.minus(LONG);
    boolean young = latest != null && latest.isAfter(since);
    Boolean abandoned = young ? (Boolean) false : firstAt.isAfter(since) ? null : (Boolean) true;
    return new TemplateUse(name, made.size(), latest, abandoned);
  }
}
