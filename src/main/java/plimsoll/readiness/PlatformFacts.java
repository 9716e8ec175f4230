package plimsoll.readiness;

import java.util.Set;

/**
 * What is known of an internal platform.
 *
 * @param exists a named platform has a team or users
 * @param name what people call it; null when there is none
 * @param substate how it is run; null when not known
 * @param users keys of the teams that use it
 */
public record PlatformFacts(boolean exists, String name, Substate substate, Set<String> users) {

  public PlatformFacts {
    users = Set.copyOf(users);
  }

  public static PlatformFacts none() {
    return new PlatformFacts(false, null, null, Set.of());
  }

  /** How a platform is run, in words that follow "the platform". */
  public enum Substate {
    ON_COURSE("is on course"),
    NEEDS_PRODUCT_PRACTICE("needs product practice"),
    GATEKEEPING("acts as a gatekeeper");

    private final String words;

    Substate(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }
}
