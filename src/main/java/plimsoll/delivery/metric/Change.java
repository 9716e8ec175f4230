package plimsoll.delivery.metric;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A commit that arrived on the default branch of a repository.
 *
 * @param repository "owner/name"
 * @param landedAs the commit under which it arrived: itself, or the one that a squash made of it
 * @param mergedAt when it arrived there
 * @param firstCommitAt when the oldest commit of what landed with it was written; null when not
 *     known
 * @param reverts id of the commit that it takes back; null when it takes none back
 * @param paths folders and files that it touched; null when not known
 */
public record Change(
    String repository,
    String sha,
    String landedAs,
    Instant mergedAt,
    Instant firstCommitAt,
    String reverts,
    List<String> paths) {

  public Change {
    Objects.requireNonNull(mergedAt, "mergedAt");
    paths = paths == null ? null : List.copyOf(paths);
  }

  /** Where nobody knows what it touched. */
  public Change(
      String repository,
      String sha,
      String landedAs,
      Instant mergedAt,
      Instant firstCommitAt,
      String reverts) {
    this(repository, sha, landedAs, mergedAt, firstCommitAt, reverts, null);
  }

  /** Names it among all repositories. */
  public String key() {
    return repository + "@" + sha;
  }

  /** True when the branch holds it under its own id. */
  public boolean landedAsItself() {
    return sha.equals(landedAs);
  }
}
