package plimsoll.delivery.metric;

import java.time.Instant;
import java.util.List;

/**
 * One run that was to bring a version of a service into an environment.
 *
 * @param source where the record came from, such as "plimsoll" or "github"
 * @param id unique within the source
 * @param service key of the service; "" when the source did not say
 * @param repository where its commits are, "owner/name"; null when not known
 * @param revision the commit that was deployed; null when not known
 * @param production true when the environment serves users
 * @param startedAt null when not known
 * @param finishedAt null while it runs, or when not known
 * @param outcome null while it runs
 * @param trigger what set it off; null when the source did not say
 * @param via by which way it went; null when the source did not say
 * @param ticket id of the ticket that it waited for; null when none was named
 * @param commits those that the record itself lists; empty when it lists none
 * @param manualSteps how many steps a person did by hand; null when not known
 * @param remediates id of the incident or deployment that it mends; null when it mends none
 * @param receivedAt when the record arrived here; null when not known
 */
public record Deployment(
    String source,
    String id,
    String service,
    String repository,
    String revision,
    boolean production,
    Instant startedAt,
    Instant finishedAt,
    Outcome outcome,
    Kind kind,
    Trigger trigger,
    Via via,
    String ticket,
    List<Commit> commits,
    Integer manualSteps,
    String remediates,
    Instant receivedAt) {

  public Deployment {
    commits = List.copyOf(commits);
  }

  /** Names it among all sources. */
  public String key() {
    return source + "/" + id;
  }

  /** It served users, whether or not it stayed. */
  public boolean reachedProduction() {
    return production && finishedAt != null && outcome != null && outcome.reached;
  }

  /** True when its times contradict each other, so that no duration may be taken from it. */
  public boolean finishedBeforeStarted() {
    return startedAt != null && finishedAt != null && finishedAt.isBefore(startedAt);
  }

  /** How it ended. */
  public enum Outcome {
    SUCCEEDED(true),
    /** The pipeline stopped before users were served. */
    FAILED(false),
    /** Users were served, and then it was taken back. */
    ROLLED_BACK(true);

    private final boolean reached;

    Outcome(boolean reached) {
      this.reached = reached;
    }
  }

  /** What it was made for. */
  public enum Kind {
    CHANGE,
    /** Brings back an earlier version. */
    ROLLBACK,
    /** Mends by going forward. */
    HOTFIX,
    CONFIG,
    REBUILD
  }

  /** What set it off. */
  public enum Trigger {
    AUTOMATIC,
    MANUAL,
    TICKET
  }

  /** By which way it went. */
  public enum Via {
    /** A controller made the environment what a repository says. */
    GITOPS,
    /** A pipeline pushed it. */
    PIPELINE,
    /** A person did it by hand. */
    MANUAL
  }

  /**
   * A commit that a deployment lists.
   *
   * @param committedAt stands in for its arrival on the default branch where that is not known; may
   *     be null
   * @param reverts id of the commit that it takes back; null when it takes none back
   */
  public record Commit(String id, Instant committedAt, String reverts) {}
}
