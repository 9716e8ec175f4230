package plimsoll.delivery.metric;

import java.util.List;

/** Computes what a reading says of delivery. */
public final class DeliveryReport {
  private DeliveryReport() {}

  /**
   * The figures of the organisation and of each team.
   *
   * @param events everything that is known, also from before the windows, because the first arrival
   *     of a commit may lie there
   * @param windows the periods, in the order of time and next to each other, at least one
   */
  public static DeliveryFigures of(Events events, Ownership ownership, List<Window> windows) {
    throw new UnsupportedOperationException("being built");
  }
}
