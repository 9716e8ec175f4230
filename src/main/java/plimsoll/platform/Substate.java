package plimsoll.platform;

/** How a platform is run, in words that follow "it". */
public enum Substate {
  ON_COURSE("is on course"),
  NEEDS_PRODUCT_PRACTICE("needs product practice"),
  GATEKEEPING("acts as a gatekeeper");

  private static final double ENOUGH_PRACTICE = 0.75;

  private final String words;

  Substate(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  /**
   * On course with three quarters of the practice and an index above 0, gatekeeping below −25, else
   * in need of practice.
   *
   * @param index null where too little is known of it
   * @return null where what is not known would decide
   */
  static Substate of(Index index, Practice practice) {
    if (index == null) return null;
    if (index.reading() == Index.Reading.GATEKEEPER) return GATEKEEPING;
    if (index.value() <= 0 || practice.most() < ENOUGH_PRACTICE) return NEEDS_PRODUCT_PRACTICE;
    return practice.least() >= ENOUGH_PRACTICE ? ON_COURSE : null;
  }
}
