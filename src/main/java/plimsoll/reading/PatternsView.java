package plimsoll.reading;

import java.util.List;
import java.util.Map;
import plimsoll.pattern.Chosen;
import plimsoll.pattern.Divergence;
import plimsoll.pattern.Feature;
import plimsoll.pattern.Finding;
import plimsoll.pattern.Implementation;
import plimsoll.pattern.Profile;
import plimsoll.pattern.Trait;
import plimsoll.pattern.Workload;
import plimsoll.pattern.landscape.Landscape;

/**
 * All that a reading found of patterns, and the lines on which it was read.
 *
 * @param divergence how alike services are; null where of no service enough is known
 * @param landscape near-copies, what was built anew, what workloads have, what was not understood;
 *     null where no file was read
 * @param services what was read of each service, by key, at most 100 of them
 * @param next key after which the next page begins; null on the last page
 */
public record PatternsView(
    Divergence divergence, Landscape landscape, List<ServicePatterns> services, String next) {

  /**
   * One service, as it was known on the last day of the reading's window.
   *
   * @param team key of the team that owned it then
   * @param choices what is known, with the line; a feature that is absent is unknown
   * @param traits likewise
   * @param workloads the same one by one
   * @param implementations how it fills what each service needs on its way to production
   * @param files how many were read
   * @param gaps what was not understood, with the line
   */
  public record ServicePatterns(
      String service,
      String team,
      Map<Feature, Chosen> choices,
      Map<Trait, Finding> traits,
      List<Workload> workloads,
      List<Implementation> implementations,
      int files,
      List<Profile.Gap> gaps) {
    static ServicePatterns of(Profile profile, String team) {
      return new ServicePatterns(
          profile.service(),
          team,
          profile.choices(),
          profile.traits(),
          profile.workloads(),
          profile.implementations(),
          profile.files(),
          profile.gaps());
    }
  }
}
