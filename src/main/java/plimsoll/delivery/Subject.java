package plimsoll.delivery;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import plimsoll.delivery.fact.ChangeFact;
import plimsoll.delivery.fact.DeploymentFact;
import plimsoll.delivery.fact.Fact;
import plimsoll.delivery.fact.IncidentFact;
import plimsoll.delivery.fact.TicketFact;

/** What an event is about. The id of its row follows from source, kind and event id. */
final class Subject {
  private Subject() {}

  static UUID id(String source, Fact fact) {
    return named(source + '\n' + kind(fact) + '\n' + fact.id());
  }

  static String kind(Fact fact) {
    if (fact instanceof DeploymentFact) return "deployment";
    if (fact instanceof IncidentFact) return "incident";
    return fact instanceof TicketFact ? "ticket" : "change";
  }

  static Class<? extends Fact> type(String kind) {
    return switch (kind) {
      case "deployment" -> DeploymentFact.class;
      case "incident" -> IncidentFact.class;
      case "ticket" -> TicketFact.class;
      default -> ChangeFact.class;
    };
  }

  static UUID named(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
