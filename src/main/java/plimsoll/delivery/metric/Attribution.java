package plimsoll.delivery.metric;

/** How it comes that a deployment counts as failed. */
public enum Attribution {
  /**
   * A record says so: an incident names it, what mends it names it, or its own outcome is that it
   * was taken back.
   */
  EXPLICIT("stated"),
  /** It was the last one on the service in the 24 hours before an incident began. */
  WITHIN_24_HOURS("last deployment of the 24 hours before"),
  /** It was the last one before an incident, longer ago than that. Never in the headline. */
  LAST_DEPLOYMENT("last deployment, longer ago"),
  /** An earlier version was brought back in its place. */
  ROLLBACK("rolled back"),
  /** A commit that it brought was taken back within 24 hours. */
  REVERT("reverted within 24 hours");

  private final String words;

  Attribution(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
