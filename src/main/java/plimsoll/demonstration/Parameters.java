package plimsoll.demonstration;

import java.time.LocalDate;

/**
 * What an organisation is made from. The same parameters make the same organisation.
 *
 * @param teams how many, 1 or more; the first twelve have stories of their own, and further ones
 *     repeat them
 * @param peoplePerTeam about how many people a team has, 4 or more
 * @param quarters how many past quarters were surveyed and recorded, 1 or more
 * @param asOf today: records end here, and an open survey lies around it
 * @param seed of all chance
 */
public record Parameters(int teams, int peoplePerTeam, int quarters, LocalDate asOf, long seed) {

  public Parameters {
    if (teams < 1 || peoplePerTeam < 4 || quarters < 1) {
      throw new IllegalArgumentException("at least 1 team, 4 people in a team and 1 quarter");
    }
  }

  /** The organisation that the demonstration shows: 12 teams, 140 people, three quarters. */
  public static Parameters demonstration(LocalDate asOf) {
    return new Parameters(12, 12, 3, asOf, 1876);
  }
}
