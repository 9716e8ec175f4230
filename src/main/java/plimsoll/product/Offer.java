package plimsoll.product;

import plimsoll.roadmap.Initiative;

/**
 * What a reading proposes, ready to be accepted.
 *
 * @param metric what will be measured, in words
 */
record Offer(Initiative initiative, String metric) {

  /**
   * @param survey name and edition of the survey that asks for it; null when nobody was asked
   */
  static Offer of(Initiative initiative, String survey) {
    return new Offer(
        initiative,
        "What people answer on %s (“%s”), a score of 0 to 100 for each team%s"
            .formatted(
                initiative.criterion(),
                initiative.criterion().title(),
                survey == null ? "" : ", in the survey " + survey));
  }
}
