package plimsoll.estate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import plimsoll.delivery.metric.Metric;
import plimsoll.pattern.CommonWay;
import plimsoll.pattern.copy.Differing;
import plimsoll.platform.Drift;
import plimsoll.platform.PortalCoverage;
import plimsoll.platform.Waiting;
import plimsoll.statistics.Proportion;

/**
 * What machines record of a platform's use, as it may be shown.
 *
 * @param asOf when it was put together
 * @param from the day on which the first of the four quarters begins
 * @param requests whether anything but tickets ever told of requests
 * @param quarters in the order of time; the last is not over
 * @param teams over the four quarters, by key
 * @param withheldTeams how many asked for something and are not shown, because few people are in
 *     them
 * @param unowned requests of these quarters of which no team is known
 * @param waits until ready, all together, in days
 * @param capabilities by what was asked for
 * @param takenBack requests that were taken back before they were ready
 * @param unclaimed composite resources of no namespace that no claim asked for; they count nowhere
 * @param definitions kinds that can be asked for
 * @param compositions how they are made
 * @param copies compositions that are nearly the same, at most 100 pairs, the most alike first
 * @param gitops share of production deployments that came by Git, over the four quarters
 * @param sync what Argo CD tells; null when it never told anything
 * @param running how many services run in production, as deployments and clusters tell
 * @param coverage how much of them the portal knows; null when none runs
 * @param templates of the portal, by name
 */
public record PlatformView(
    Instant asOf,
    LocalDate from,
    boolean requests,
    List<OfQuarter> quarters,
    List<OfTeam> teams,
    int withheldTeams,
    int unowned,
    Waiting waits,
    List<OfCapability> capabilities,
    int takenBack,
    int unclaimed,
    List<OfDefinition> definitions,
    List<OfComposition> compositions,
    List<Copy> copies,
    Metric gitops,
    Synced sync,
    int running,
    PortalCoverage coverage,
    List<OfTemplate> templates) {

  /**
   * @param hits of n
   * @param low lower end of Wilson's 95 % interval, 0 to 1; null of none
   * @param high upper end; null likewise
   */
  public record Share(int hits, int n, Double low, Double high) {

    static Share of(Proportion one) {
      if (one.trials() == 0) return new Share(0, 0, null, null);
      var ends = one.wilson(0.95);
      return new Share(one.hits(), one.trials(), ends.low(), ends.high());
    }
  }

  /**
   * How what was asked for fared.
   *
   * @param selfServed without a person
   * @param quick ready within 15 minutes without a person
   * @param stalled refused, or idle for more than a working day
   * @param excluded left out because their times contradict each other
   * @param blocked more than one in fifty contradicts itself, so none of the shares is to be
   *     trusted
   */
  public record Fared(
      Share selfServed, Share quick, Share stalled, int excluded, boolean blocked) {}

  /**
   * One quarter.
   *
   * @param label such as "2026 Q3"
   * @param fared null when nothing but tickets tells of requests
   */
  public record OfQuarter(String label, LocalDate from, LocalDate to, Fared fared) {}

  /** One team. */
  public record OfTeam(String team, Fared fared) {}

  /** One capability. */
  public record OfCapability(String capability, Waiting waits) {}

  /**
   * One kind that can be asked for.
   *
   * @param claim null when it is asked for by itself
   */
  public record OfDefinition(
      String origin, String kind, String claim, String scope, List<String> versions) {}

  /** One composition. */
  public record OfComposition(
      String origin,
      String name,
      String type,
      String mode,
      List<String> functions,
      int resources) {}

  /**
   * Two compositions that are nearly the same.
   *
   * @param similarity Jaccard's, of windows of three lines without names, as of files, 0 to 1
   * @param differing lines that only one of them has
   */
  public record Copy(String one, String other, double similarity, Differing differing) {}

  /**
   * What became of a template.
   *
   * @param services how many say that they came from it
   * @param latestAt when the last of them was known first; null when there is none
   * @param abandoned none came in the last 180 days; null where it was not known for that long
   * @param way who of them still goes its way; null where that can't be told
   */
  public record OfTemplate(
      String name, int services, Instant latestAt, Boolean abandoned, CommonWay way) {}

  /**
   * What Argo CD tells of the four quarters.
   *
   * @param applications that are there
   * @param generated of these, made by an ApplicationSet or another Application
   * @param several of these, made of several sources
   * @param sets how many ApplicationSets there are
   * @param brokenSets of these, say that they can't make their Applications
   * @param projects how many projects they are in
   * @param automatic of these, synced without a person as a rule
   * @param selfHeal of these, set to change back what was changed by hand
   * @param syncs to their end within the quarters, by whether a person began them, as far as told
   * @param untold of which that was not told
   * @param failed syncs that failed
   * @param drift hours out of sync, over the applications that were looked at
   */
  public record Synced(
      int applications,
      int generated,
      int several,
      int sets,
      int brokenSets,
      int projects,
      Share automatic,
      Share selfHeal,
      Share syncs,
      int untold,
      Share failed,
      Drift drift) {}
}
