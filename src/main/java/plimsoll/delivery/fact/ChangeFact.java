package plimsoll.delivery.fact;

import static plimsoll.delivery.fact.Fact.first;

import java.time.Instant;
import java.util.List;

/**
 * What a version of an event states of a commit that arrived on a default branch. A push and a
 * merged pull request may both tell of it; the earliest arrival holds.
 *
 * @param firstCommitAt when the oldest commit of what landed with it was written; null when not
 *     known
 * @param paths folders and files that it touched, each at most two folders deep, sorted; null when
 *     not known
 */
public record ChangeFact(
    String repository,
    String sha,
    String landedAs,
    Instant mergedAt,
    String reverts,
    Instant firstCommitAt,
    List<String> paths)
    implements Fact {

  @Override
  public String id() {
    return repository + "@" + sha;
  }

  @Override
  public Instant asOf() {
    return mergedAt;
  }

  @Override
  public int advance() {
    return 0;
  }

  @Override
  public Fact over(Fact other) {
    var earlier = (ChangeFact) other;
    return new ChangeFact(
        repository,
        sha,
        landedAs,
        earlier.mergedAt,
        first(reverts, earlier.reverts),
        first(earlier.firstCommitAt, firstCommitAt),
        first(paths, earlier.paths));
  }
}
