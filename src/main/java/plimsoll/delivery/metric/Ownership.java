package plimsoll.delivery.metric;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;

/** Which team owned a service when. A change of ownership moves no past. */
public interface Ownership {

  /** Key of the team that owned a service at a moment; null when nobody did. */
  String teamAt(String service, Instant at);

  /** Whose calendar cuts a team's days and weeks; null for the organisation's. */
  default ZoneId zoneOf(String team) {
    return null;
  }

  /** Keys of all teams, those without a service or an event included. */
  Set<String> teams();

  /** Key of the team that events call by a name; the name itself where nobody goes by it. */
  default String named(String name) {
    return name;
  }
}
