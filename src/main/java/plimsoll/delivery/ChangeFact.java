package plimsoll.delivery;

import static plimsoll.delivery.Fact.first;

import java.time.Instant;

/**
 * What a version of an event states of a commit that arrived on a default branch. A push and a
 * merged pull request may both tell of it; the earliest arrival holds.
 */
record ChangeFact(String repository, String sha, String landedAs, Instant mergedAt, String reverts)
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
        repository, sha, landedAs, earlier.mergedAt, first(reverts, earlier.reverts));
  }
}
