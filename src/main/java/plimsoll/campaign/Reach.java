package plimsoll.campaign;

import plimsoll.statistics.Detectable;

/** What a campaign of a size can tell, stated before it has an answer. */
final class Reach {
  /** How much people's scores usually differ, in points; a judgement until there are answers. */
  private static final double DEVIATION = 21;

  private static final double RESPONSE = 0.75;

  /** Of fewer answers no change is worked out: they are told of as a team is. */
  private static final int FEWEST = 30;

  private Reach() {}

  /**
   * The smallest change of a score since a campaign of the same size that would be told from chance
   * four times out of five, if three of four people answer both; in points, rounded up. Null where
   * too few are asked for any change to be worked out.
   */
  static Integer detectable(int invited) {
    int answers = (int) Math.floor(invited * RESPONSE);
    if (answers < FEWEST) return null;
    return (int) Math.ceil(Detectable.shift(answers, answers, DEVIATION));
  }
}
