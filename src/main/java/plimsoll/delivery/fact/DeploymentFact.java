package plimsoll.delivery.fact;

import static plimsoll.delivery.fact.Fact.first;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plimsoll.delivery.metric.Deployment.Commit;
import plimsoll.delivery.metric.Deployment.Kind;
import plimsoll.delivery.metric.Deployment.Outcome;
import plimsoll.delivery.metric.Deployment.Trigger;
import plimsoll.delivery.metric.Deployment.Via;

/**
 * What a version of an event states of a deployment.
 *
 * @param service as the source calls it
 */
public record DeploymentFact(
    String id,
    String service,
    String repository,
    String revision,
    String environment,
    Boolean production,
    Instant startedAt,
    Instant finishedAt,
    Outcome outcome,
    Kind kind,
    Trigger trigger,
    Via via,
    String ticket,
    List<Commit> commits,
    Integer manualSteps,
    String remediates)
    implements Fact {

  @Override
  public Instant asOf() {
    return first(finishedAt, startedAt);
  }

  @Override
  public int advance() {
    return outcome == null ? 0 : outcome.ordinal() + 1;
  }

  @Override
  public Fact over(Fact other) {
    var earlier = (DeploymentFact) other;
    return new DeploymentFact(
        id,
        first(service, earlier.service),
        first(repository, earlier.repository),
        first(revision, earlier.revision),
        first(environment, earlier.environment),
        first(production, earlier.production),
        first(startedAt, earlier.startedAt),
        first(finishedAt, earlier.finishedAt),
        first(outcome, earlier.outcome),
        first(kind, earlier.kind),
        first(trigger, earlier.trigger),
        first(via, earlier.via),
        first(ticket, earlier.ticket),
        union(commits, earlier.commits),
        first(manualSteps, earlier.manualSteps),
        first(remediates, earlier.remediates));
  }

  private static List<Commit> union(List<Commit> later, List<Commit> earlier) {
    return Stream.concat(later.stream(), earlier.stream())
        .collect(Collectors.toMap(Commit::id, one -> one, (one, other) -> one, TreeMap::new))
        .values()
        .stream()
        .toList();
  }
}
