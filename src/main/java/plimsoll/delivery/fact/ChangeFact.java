package plimsoll.delivery.fact;

import static plimsoll.delivery.fact.Fact.first;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

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

  private static final int PATHS_MAX = 300;

  /**
   * Folders and files that a commit touched, each cut to two steps, which tells the parts of a
   * repository of many services apart.
   *
   * @return null when there are none, or too many to say anything of a part
   */
  public static List<String> cut(Stream<String> touched) {
    var paths = touched.map(ChangeFact::cut).distinct().sorted().toList();
    return paths.isEmpty() || paths.size() > PATHS_MAX ? null : paths;
  }

  private static String cut(String path) {
    int first = path.indexOf('/');
    int second = first < 0 ? -1 : path.indexOf('/', first + 1);
    return second < 0 ? path : path.substring(0, second);
  }

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
        landedAs(earlier),
        earlier.mergedAt,
        first(reverts, earlier.reverts),
        earliest(firstCommitAt, earlier.firstCommitAt),
        first(paths, earlier.paths));
  }

  /** A push that lists the commit is sure; a merged request only knows one of its names. */
  private String landedAs(ChangeFact earlier) {
    return sha.equals(earlier.landedAs) ? sha : landedAs;
  }

  private static Instant earliest(Instant one, Instant other) {
    return one == null || other != null && other.isBefore(one) ? other : one;
  }
}
