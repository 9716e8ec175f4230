package plimsoll.readiness;

import java.util.Map;
import java.util.Set;

/**
 * What one person answered, without saying who. An item in neither part was left blank.
 *
 * @param answers item to answer, from 1
 * @param noBasis items answered "no basis to answer"
 * @param careless flagged at submission as answered without care; scored all the same
 */
public record Sheet(Map<String, Integer> answers, Set<String> noBasis, boolean careless) {

  public Sheet {
    answers = Map.copyOf(answers);
    noBasis = Set.copyOf(noBasis);
  }

  public static Sheet of(Map<String, Integer> answers) {
    return new Sheet(answers, Set.of(), false);
  }
}
