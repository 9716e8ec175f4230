package plimsoll.roadmap;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import plimsoll.roadmap.Initiative.Hours;
import plimsoll.roadmap.Initiative.Range;

/**
 * One thing that could be done, with what it may be worth.
 *
 * @param waited hours that each person reached waits in a quarter; 0 where no wait was measured
 * @param grounds what the files of services say
 */
record Proposal(
    InitiativeType type,
    Gap gap,
    Known known,
    double confidence,
    Effort effort,
    Worth worth,
    double waited,
    Grounds grounds) {

  /**
   * Where it stands in a ranking.
   *
   * @param beatsNext null for the last
   */
  record Place(int rank, double topThree, Double beatsNext) {
    boolean tied() {
      return beatsNext != null && Ranking.tied(beatsNext);
    }
  }

  String key() {
    return type.key();
  }

  Set<String> needs() {
    return Precedence.needs(key());
  }

  /** A wait is taken to shorten as its criterion falls, in proportion. */
  double hoursForPoint() {
    return waited / gap.need();
  }

  /**
   * @param hours null where no wait was measured
   */
  Initiative initiative(Place place, Place hours) {
    var relief = relief(1);
    return new Initiative(
        type.key(),
        grounds.title(type),
        type.criterion(),
        gap.teams(),
        gap.heads(),
        relief,
        range(effort.median(), effort.p10(), effort.p90()),
        confidence,
        benefit(1),
        hundredth(place.topThree()),
        place.beatsNext() == null ? null : (Double) hundredth(place.beatsNext()),
        place.tied(),
        Wording.hypothesis(gap, relief.median()) + grounds.measure(type),
        Stream.concat(grounds.evidence(type).stream(), Wording.evidence(gap, known).stream())
            .toList(),
        gap.evidenceIds(),
        hours == null ? null : hours(hours),
        grounds.services(type));
  }

  private Hours hours(Place place) {
    return new Hours(
        place.rank(),
        tenth(waited),
        relief(hoursForPoint()),
        benefit(hoursForPoint()),
        hundredth(place.topThree()),
        place.beatsNext() == null ? null : (Double) hundredth(place.beatsNext()),
        place.tied());
  }

  private Range relief(double factor) {
    double spread = Effort.Z90 * known.relief().sd();
    return range(
        factor * atMost(known.relief().mean()),
        factor * atMost(known.relief().mean() - spread),
        factor * atMost(known.relief().mean() + spread));
  }

  private double atMost(double points) {
    return Math.min(points, gap.need());
  }

  private Range benefit(double factor) {
    var percent = List.of(50, 10, 90);
    var values =
        percent.stream()
            .mapToDouble(p -> factor * Ranking.percentile(worth.benefit(), p))
            .toArray();
    return range(values[0], values[1], values[2]);
  }

  private static Range range(double median, double p10, double p90) {
    return new Range(tenth(median), tenth(p10), tenth(p90));
  }

  private static double tenth(double value) {
    return Math.round(value * 10) / 10.0;
  }

  private static double hundredth(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
