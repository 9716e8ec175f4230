package plimsoll.schedule;

import java.time.Duration;

/**
 * Something to be done again and again. Each bean of this kind is called on one node at a time; but
 * a node that was believed dead may still be at it when another one begins, so to do it twice at
 * once must do no harm. What is due it asks the clock itself.
 */
public interface Chore {
  /** One word, never changed: the database knows the chore by it. */
  String name();

  /** How long to rest after each time. */
  Duration rest();

  /** Does what is due; what it throws is logged, and it is called again after its rest. */
  void perform() throws InterruptedException;
}
