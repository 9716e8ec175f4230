package plimsoll.readiness;

/** Judges a case. */
public final class Judge {

  /** The edition of the method that this code is. */
  public static final String EDITION = "2026.1";

  private Judge() {}

  /**
   * What the case says of the organisation and its teams, after the disclosure gate.
   *
   * @throws BadCase when the case contradicts itself
   */
  public static Readiness assess(Case given) {
    throw new UnsupportedOperationException("comes next");
  }
}
