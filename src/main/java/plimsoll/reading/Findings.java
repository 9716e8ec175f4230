package plimsoll.reading;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import plimsoll.delivery.metric.DeliveryFigures;
import plimsoll.disclosure.Published;
import plimsoll.pattern.Divergence;
import plimsoll.pattern.landscape.Landscape;
import plimsoll.platform.ClaimShares;
import plimsoll.readiness.Criterion;
import plimsoll.readiness.Readiness;
import plimsoll.readiness.WaveChange;
import plimsoll.roadmap.Initiative;

/**
 * Everything that a reading found, after the disclosure gate. It is stored as it is and never
 * changes; pages, API and exports show this and nothing else.
 *
 * @param cut what it was taken from
 * @param patterns how alike services are deployed; null when no manifest was read
 * @param landscape what the files of services say together; null when none was read, and in what
 *     was kept before they were
 * @param initiatives proposals, best first
 * @param changes how the organisation's answers moved since the campaign before; null in what was
 *     kept before they were tried
 * @param items how questions that are part of no score were answered; null in what was kept before
 *     they were told
 * @param trend the same of earlier readings and of this one, in the order of time
 * @param claims how what was asked of the platform within the window fared; null when no claim was
 *     ever seen, and in what was kept before they were counted
 */
public record Findings(
    Cut cut,
    Readiness readiness,
    DeliveryFigures delivery,
    Divergence patterns,
    Landscape landscape,
    List<Initiative> initiatives,
    List<WaveChange> changes,
    List<ItemResult> items,
    List<Wave> trend,
    ClaimShares claims) {

  /**
   * What a reading was taken from.
   *
   * @param from start of the window of events
   * @param to its end, and the moment as of which teams and services were taken
   * @param campaign title of the campaign; null when nobody was asked
   * @param survey name and edition of the survey, such as "quarterly-2026.1"; null likewise
   * @param minimumGroup fewest people whose score may be shown
   * @param answered how many answered; null when fewer than 20 were asked
   * @param response the same as a band, such as "50–79 %"; null where it is withheld
   * @param digest SHA-256 of all inputs, in hexadecimal: the same inputs give the same digest
   */
  public record Cut(
      Instant from,
      Instant to,
      String campaign,
      String survey,
      String methodEdition,
      int minimumGroup,
      String digest,
      int invited,
      Integer answered,
      String response) {}

  /**
   * What one reading published of the organisation.
   *
   * @param at the end of its window
   * @param asked ids of the items that spoke to each criterion; null in what was kept before they
   *     were noted
   * @param patterns how far patterns were apart; null where no manifest was read, and in what was
   *     kept before it was noted
   */
  public record Wave(
      UUID reading,
      Instant at,
      String campaign,
      String methodEdition,
      Map<Criterion, Published> criteria,
      Published load,
      Map<Criterion, List<String>> asked,
      Apart patterns) {}

  /**
   * How far patterns were apart in one reading.
   *
   * @param excess D, −1 to 1; null with fewer than two consistent teams
   * @param low smallest D with one group of choices left out; null likewise
   * @param high largest D with one group of choices left out; null likewise
   * @param consistentTeams how many teams were consistent
   * @param services how many services were compared
   * @param effectivePatterns how many different patterns there were in effect; null where that was
   *     not told
   * @param rebuildIndex of slots, 0 to 1; null where no file was read or no slot has one, like the
   *     two below
   * @param copiedShare of lines, 0 to 1
   * @param goldShare of services that have all four of the article's traits, 0 to 1
   */
  public record Apart(
      Double excess,
      Double low,
      Double high,
      int consistentTeams,
      int services,
      Double effectivePatterns,
      Double rebuildIndex,
      Double copiedShare,
      Double goldShare) {

    /** Null where no manifest was read. */
    static Apart of(Divergence patterns, Landscape landscape) {
      return patterns == null
          ? null
          : new Apart(
              patterns.excess(),
              patterns.excessLow(),
              patterns.excessHigh(),
              patterns.consistentTeams(),
              patterns.services(),
              patterns.effectivePatterns(),
              landscape == null ? null : landscape.rebuilding().index(),
              landscape == null ? null : landscape.copies().share(),
              landscape == null ? null : landscape.coverage().gold().share());
    }
  }
}
