package plimsoll.roadmap;

/** How far it is known that a kind of initiative meets its gap; the steps are a judgement. */
enum Confidence {
  OPINION(0.2),
  ONE_SOURCE(0.4),
  PEOPLE_AND_RECORDS(0.6),
  RESEARCHED(0.8),
  PILOTED(0.9);

  private static final int ENOUGH_RESEARCH = 3;

  /** A belief weighs as much as so many initiatives that were seen. */
  private static final double WEIGHT = 10;

  private final double probability;

  Confidence(double probability) {
    this.probability = probability;
  }

  static Confidence of(boolean source, boolean agreed, Known known) {
    if (known.helped() > 0) {
      return PILOTED;
    }
    if (agreed) {
      return known.research() >= ENOUGH_RESEARCH ? RESEARCHED : PEOPLE_AND_RECORDS;
    }
    return source ? ONE_SOURCE : OPINION;
  }

  /** Probability that it works, 0 to 1; each one that did not help counts against it. */
  double after(int failed) {
    return WEIGHT * probability / (WEIGHT + failed);
  }
}
