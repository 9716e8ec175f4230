package plimsoll.delivery;

import java.util.List;
import java.util.stream.Stream;
import plimsoll.catalog.Problem;
import plimsoll.delivery.fact.Batch;
import plimsoll.delivery.fact.ChangeFact;
import plimsoll.delivery.fact.DeploymentFact;
import plimsoll.delivery.fact.Fact;
import plimsoll.delivery.fact.IncidentFact;
import plimsoll.delivery.fact.TicketFact;

/**
 * What would become of a delivery such as a tool sends. Nothing of it is stored or counted.
 *
 * @param signed true when the secret that was set proves it
 * @param states what it would state, a sentence each; empty when it was turned away
 * @param words problems and notes
 */
public record Trial(boolean signed, String body, List<String> states, List<String> words) {

  static Trial turnedAway(String body, String why) {
    return new Trial(false, body, List.of(), List.of(why));
  }

  static Trial of(String body, Batch batch) {
    return new Trial(
        true,
        body,
        batch.facts().stream().map(Trial::sentence).toList(),
        Stream.concat(batch.problems().stream(), batch.notes().stream())
            .map(Problem::message)
            .toList());
  }

  private static String sentence(Fact fact) {
    if (fact instanceof DeploymentFact one) {
      return "A deployment of "
          + named(one.service())
          + " to "
          + named(one.environment())
          + (Boolean.TRUE.equals(one.production())
              ? ", which serves users"
              : ", which is not known to serve users")
          + (one.outcome() == null ? "; it is not over yet." : "; it " + ended(one) + ".");
    }
    if (fact instanceof IncidentFact one) {
      return "An incident of "
          + named(one.service())
          + (one.resolvedAt() == null ? ", open." : ", resolved.");
    }
    if (fact instanceof TicketFact one) {
      return "A ticket to "
          + named(one.toTeam())
          + (one.closedAt() == null ? ", open." : ", closed.");
    }
    return "A change that arrived in " + ((ChangeFact) fact).repository() + ".";
  }

  private static String ended(DeploymentFact one) {
    return switch (one.outcome()) {
      case SUCCEEDED -> "succeeded";
      case FAILED -> "failed";
      case ROLLED_BACK -> "was rolled back";
    };
  }

  private static String named(String name) {
    return name == null ? "nobody said what" : name;
  }
}
