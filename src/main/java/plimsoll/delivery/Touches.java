package plimsoll.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Hears of every event that changes, in the transaction in which it does. */
@ApplicationScoped
class Touches {

  /**
   * Marks what was computed from these as no longer true.
   *
   * @param touched some thousand at most
   */
  void mark(List<Touched> touched) {
    // Nothing that is computed from events is kept yet.
  }
}
