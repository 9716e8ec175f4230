package plimsoll.platform;

import java.util.Set;
import plimsoll.statistics.Proportion;

/**
 * What is known of a platform besides what its users answer.
 *
 * @param claims how requests fare; null when none can be read
 * @param approvals of the deployments of which it is known, those that waited for a ticket to the
 *     platform's team; null when that team is not known
 * @param practice what is known of product practice
 * @param mandated keys of the teams that must use the platform; null when not known
 */
public record Evidence(
    ClaimShares claims, Proportion approvals, Practice practice, Set<String> mandated) {

  public Evidence {
    BadRecord.unless(practice != null, "say Practice.unknown() where nothing is known");
    mandated = mandated == null ? null : Set.copyOf(mandated);
  }

  public static Evidence none() {
    return new Evidence(null, null, Practice.unknown(), null);
  }

  /** A part that counts of events give. */
  Part part(Facet facet) {
    return switch (facet) {
      case APPROVAL -> approvals == null ? unknown(facet) : Part.counted(facet, approvals);
      case SELF_SERVICE, QUICK, STALLED -> claim(facet);
      case VOICE, EXIT, WAIT ->
          throw new IllegalArgumentException(facet + " is said and not counted");
    };
  }

  private Part claim(Facet facet) {
    if (claims == null) return unknown(facet);
    if (claims.blocked()) return Part.unknown(facet, "Too many records contradict themselves.");
    return Part.counted(
        facet,
        switch (facet) {
          case SELF_SERVICE -> claims.selfServed();
          case QUICK -> claims.quick();
          default -> claims.stalled();
        });
  }

  private static Part unknown(Facet facet) {
    return Part.unknown(facet, facet.send());
  }
}
