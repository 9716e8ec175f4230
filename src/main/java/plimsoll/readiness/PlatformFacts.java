package plimsoll.readiness;

import java.util.Set;
import plimsoll.platform.Evidence;

/**
 * What is known of an internal platform besides what its users answer.
 *
 * @param exists a named platform has a team or users
 * @param name what people call it; null when there is none
 * @param evidence what is recorded of it
 * @param users keys of the teams that are known to use it; those whose own people answer as users
 *     are found out
 */
public record PlatformFacts(boolean exists, String name, Evidence evidence, Set<String> users) {

  public PlatformFacts {
    BadCase.unless(evidence != null, "say Evidence.none() where nothing is known of the platform");
    users = Set.copyOf(users);
  }

  public static PlatformFacts none() {
    return new PlatformFacts(false, null, Evidence.none(), Set.of());
  }

  /** A platform of which no more is known than what people call it. */
  public static PlatformFacts named(String name) {
    return new PlatformFacts(true, name, Evidence.none(), Set.of());
  }

  public PlatformFacts with(Evidence known) {
    return new PlatformFacts(exists, name, known, users);
  }
}
