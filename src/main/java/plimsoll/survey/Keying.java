package plimsoll.survey;

import java.util.List;
import java.util.Optional;

/**
 * Which items speak to which construct, and in which direction: all that scoring needs to know of a
 * survey.
 */
public record Keying(List<Construct> constructs) {

  public Keying {
    constructs = List.copyOf(constructs);
  }

  /** Empty when the survey does not ask for it. */
  public Optional<Construct> construct(String key) {
    return constructs.stream().filter(each -> each.key().equals(key)).findFirst();
  }

  /**
   * What several items measure together.
   *
   * @param key such as "D2" or "EXI"; unique within a survey
   * @param items at least one, in the survey's order
   * @param averaged false where the items are shown each on its own and never as one mean
   */
  public record Construct(String key, List<Keyed> items, boolean averaged) {

    public Construct {
      items = List.copyOf(items);
    }
  }

  /**
   * An item and its direction.
   *
   * @param reversed a higher point is less need
   * @param lowest the scale's lowest point
   * @param highest the scale's highest point
   */
  public record Keyed(String item, boolean reversed, int lowest, int highest) {

    /**
     * The answer as a share of the scale, 0 to 100; higher is more need or heavier load.
     *
     * @param point from {@code lowest} to {@code highest}
     */
    public double need(int point) {
      double share = 100.0 * (point - lowest) / (highest - lowest);
      return reversed ? 100 - share : share;
    }
  }
}
