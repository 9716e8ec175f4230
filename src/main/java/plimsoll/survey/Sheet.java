package plimsoll.survey;

import java.util.Map;
import java.util.Set;

/**
 * One person's closed answers, without the person.
 *
 * <p>What is in neither collection was left blank or was not asked. Blank and "no basis to answer"
 * are both missing for scores and are counted apart.
 *
 * @param points by the item's id, the point chosen as the scale numbers it: 1 to 5, for R11 0 to
 *     10, for yes and no 1 and 0
 * @param noBasis ids of the items answered with "No basis to answer"
 * @param careless two or more signals say that it was filled in without reading; such sheets are
 *     never dropped, scores are told with and without them
 */
public record Sheet(Map<String, Integer> points, Set<String> noBasis, boolean careless) {

  public Sheet {
    points = Map.copyOf(points);
    noBasis = Set.copyOf(noBasis);
  }

  public Sheet(Map<String, Integer> points, Set<String> noBasis) {
    this(points, noBasis, false);
  }
}
