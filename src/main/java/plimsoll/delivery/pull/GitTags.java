package plimsoll.delivery.pull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevTag;
import org.eclipse.jgit.revwalk.RevWalk;
import plimsoll.delivery.fact.Batch;
import plimsoll.delivery.fact.DeploymentFact;
import plimsoll.delivery.fact.Fields;
import plimsoll.delivery.fact.Reverts;
import plimsoll.delivery.metric.Deployment;
import plimsoll.delivery.metric.Deployment.Outcome;

/**
 * The tags of a git repository as deployments to production. Names and mail addresses of authors
 * are never read.
 */
public final class GitTags {
  private static final int COMMITS_MAX = 1_000_000;
  private static final int TEXT_MAX = 300;
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  private final Path directory;
  private final Wanted wanted;

  private GitTags(Path directory, Wanted wanted) {
    this.directory = directory;
    this.wanted = wanted;
  }

  /**
   * @param repository its path in the folder
   * @param service whose releases they are
   * @param pattern which tags are releases; "*" stands for any letters, as in "v*"
   * @param from only releases since then
   * @param until only releases before it
   */
  public record Wanted(
      String repository, String service, String pattern, Instant from, Instant until) {}

  /**
   * All releases of a repository.
   *
   * @throws Halt where it cannot be read
   */
  public static Batch read(GitFolder folder, Wanted wanted) {
    var directory =
        folder
            .find(wanted.repository())
            .orElseThrow(
                () ->
                    Halt.failed(
                        "There is no git repository "
                            + Fields.cut(wanted.repository())
                            + " in the folder of repositories."));
    return new GitTags(directory, wanted).read();
  }

  private Batch read() {
    var batch = new Batch();
    try (var repository = GitRepository.open(directory);
        var walk = new RevWalk(repository)) {
      var releases = new TaggedReleases(tags(repository, walk, batch), id -> commit(walk, id));
      int[] commits = {0};
      releases.forEachRemaining(
          release -> {
            commits[0] += release.brought().size();
            if (commits[0] > COMMITS_MAX) throw Halt.failed("It has more than a million commits.");
            add(batch, release);
          });
    } catch (IOException | RuntimeException e) {
      if (e instanceof Halt halt) throw halt;
      throw Halt.failed("The repository cannot be read; git fsck tells what is wrong with it.");
    }
    return batch;
  }

  private List<TaggedReleases.Tag> tags(Repository repository, RevWalk walk, Batch batch)
      throws IOException {
    var all = repository.getRefDatabase().getRefsByPrefix("refs/tags/");
    var pattern = pattern(wanted.pattern());
    var tags = new ArrayList<TaggedReleases.Tag>();
    for (Ref ref : all) {
      if (pattern.matcher(name(ref)).matches()) tag(ref, walk, batch, tags);
    }
    if (tags.isEmpty()) {
      batch.problem(
          0,
          all.isEmpty()
              ? "The repository has no tags, so it has no releases."
              : "None of its " + all.size() + " tags fits " + Fields.cut(wanted.pattern()) + ".");
    }
    return tags;
  }

  private static void tag(Ref ref, RevWalk walk, Batch batch, List<TaggedReleases.Tag> tags)
      throws IOException {
    var named = walk.parseAny(ref.getObjectId());
    if (!(walk.peel(named) instanceof RevCommit commit)) {
      batch.problem(0, "The tag " + Fields.cut(clean(name(ref))) + " names no commit.");
      return;
    }
    walk.parseBody(commit);
    tags.add(new TaggedReleases.Tag(name(ref), commit.name(), time(named, commit, walk)));
  }

  /** Old tags carry no time of their own, and then it is the commit's, as of lightweight ones. */
  private static Instant time(Object named, RevCommit commit, RevWalk walk) throws IOException {
    if (named instanceof RevTag tag) {
      walk.parseBody(tag);
      if (tag.getTaggerIdent() != null) return tag.getTaggerIdent().getWhenAsInstant();
    }
    return commit.getCommitterIdent().getWhenAsInstant();
  }

  private static TaggedReleases.Commit commit(RevWalk walk, String id) {
    try {
      var commit = walk.parseCommit(ObjectId.fromString(id));
      walk.parseBody(commit);
      var read =
          new TaggedReleases.Commit(
              id,
              Arrays.stream(commit.getParents()).map(RevCommit::name).toList(),
              commit.getAuthorIdent().getWhenAsInstant(),
              Reverts.of(commit.getFullMessage()));
      commit.disposeBody();
      return read;
    } catch (MissingObjectException e) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(Batch batch, TaggedReleases.Release release) {
    var at = release.tag().at();
    var name = clean(release.tag().name());
    if (at.isBefore(wanted.from()) || !at.isBefore(wanted.until())) {
      return;
    }
    if (name.length() + wanted.repository().length() >= TEXT_MAX) {
      batch.problem(0, "The tag " + Fields.cut(name) + " has too long a name.");
      return;
    }
    batch.add(deployment(release, name));
  }

  private DeploymentFact deployment(TaggedReleases.Release release, String tag) {
    return new DeploymentFact(
        wanted.repository() + "@" + tag,
        wanted.service(),
        wanted.repository(),
        release.tag().commit(),
        "production",
        true,
        null,
        release.tag().at(),
        Outcome.SUCCEEDED,
        null,
        null,
        null,
        null,
        release.work().stream().map(GitTags::commit).toList(),
        null,
        null);
  }

  /** A clock that was never set tells no time. */
  private static Deployment.Commit commit(TaggedReleases.Commit one) {
    var at = one.authoredAt().isBefore(EARLIEST) ? null : one.authoredAt();
    return new Deployment.Commit(one.id(), at, one.reverts());
  }

  private static String name(Ref ref) {
    return ref.getName().substring("refs/tags/".length());
  }

  private static String clean(String name) {
    return name.replaceAll("\\p{Cntrl}", "\ufffd");
  }

  private static Pattern pattern(String given) {
    return Pattern.compile(
        Arrays.stream(given.strip().split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*")),
        Pattern.DOTALL);
  }
}
