package plimsoll.readiness;

import java.util.List;
import plimsoll.survey.Keying;

/**
 * What one campaign brought, to compare it with another. Not safe to show: it holds single persons'
 * answers.
 *
 * @param published what its reading published; only what stands there is compared
 * @param keying the survey's constructs
 * @param teams all teams that were asked
 */
public record Wave(Readiness published, Keying keying, List<Case.Team> teams) {

  public Wave {
    teams = List.copyOf(teams);
  }
}
