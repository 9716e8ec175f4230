package plimsoll.catalog;

import java.time.ZoneId;

/** The calendars that a team may have. */
final class Zones {
  private Zones() {}

  /** True for a name of the IANA's list, such as "Europe/Berlin". */
  static boolean known(String name) {
    return ZoneId.getAvailableZoneIds().contains(name);
  }

  static String unknown(String name) {
    return "\"%s\" is no time zone, and was left out; one is written as Europe/Berlin."
        .formatted(name);
  }
}
