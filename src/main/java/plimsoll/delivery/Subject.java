package plimsoll.delivery;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import plimsoll.delivery.fact.ChangeFact;
import plimsoll.delivery.fact.ClaimFact;
import plimsoll.delivery.fact.DeploymentFact;
import plimsoll.delivery.fact.Fact;
import plimsoll.delivery.fact.IncidentFact;
import plimsoll.delivery.fact.TicketFact;

/** What events are about. */
public enum Subject {
  DEPLOYMENT(DeploymentFact.class),
  INCIDENT(IncidentFact.class),
  TICKET(TicketFact.class),
  CHANGE(ChangeFact.class),
  CLAIM(ClaimFact.class);

  private final Class<? extends Fact> type;

  Subject(Class<? extends Fact> type) {
    this.type = type;
  }

  static Subject of(Fact fact) {
    for (var one : values()) {
      if (one.type == fact.getClass()) return one;
    }
    throw new IllegalArgumentException("no subject has " + fact.getClass());
  }

  static Subject ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** By which the database knows it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The id of a row follows from source, kind and event id, so that nobody can make it twice. */
  UUID id(String source, String event) {
    return named(source + '\n' + word() + '\n' + event);
  }

  Fact read(String facts) {
    return Fact.read(facts, type);
  }

  static UUID named(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
