package plimsoll.catalog;

import java.time.Instant;

/** A row that an import names, and that is retired when it is named no more. */
interface Listed {

  /** Who stated it last. */
  String source();

  boolean standsAt(Instant at);

  void retire(Instant at);
}
