package plimsoll.delivery.pull;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The releases of a repository, of which each tag is one, in the order of their times and then of
 * their names. A release brings the commits that can be reached from its tag and from no earlier
 * one.
 */
final class TaggedReleases implements Iterator<TaggedReleases.Release> {
  private final Iterator<Tag> tags;
  private final Function<String, Commit> commits;
  private final Set<String> released = new HashSet<>();

  /**
   * @param commits finds a commit by its id; null where the repository lacks it, as a shallow one
   *     does
   */
  TaggedReleases(List<Tag> tags, Function<String, Commit> commits) {
    this.tags =
        tags.stream()
            .sorted(Comparator.comparing(Tag::at).thenComparing(Tag::name))
            .toList()
            .iterator();
    this.commits = commits;
  }

  /**
   * @param commit id of what it names, in the end
   * @param at when it was made; of a name without a time of its own, when its commit was
   */
  record Tag(String name, String commit, Instant at) {}

  /**
   * @param reverts id of the commit that it takes back; null when it takes none back
   */
  record Commit(String id, List<String> parents, Instant authoredAt, String reverts) {
    boolean isMerge() {
      return parents.size() > 1;
    }
  }

  /**
   * @param brought merges among them
   */
  record Release(Tag tag, List<Commit> brought) {

    /** Those whose lead time counts. A merge is no work of its own. */
    List<Commit> work() {
      return brought.stream().filter(one -> !one.isMerge()).toList();
    }
  }

  @Override
  public boolean hasNext() {
    return tags.hasNext();
  }

  @Override
  public Release next() {
    var tag = tags.next();
    var brought = new ArrayList<Commit>();
    var ahead = new ArrayDeque<String>(List.of(tag.commit()));
    while (!ahead.isEmpty()) {
      var id = ahead.pop();
      var commit = released.add(id) ? commits.apply(id) : null;
      if (commit != null) {
        brought.add(commit);
        ahead.addAll(commit.parents());
      }
    }
    return new Release(tag, brought);
  }
}
