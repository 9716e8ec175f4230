package plimsoll.delivery.metric;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What judging the weeks after one has to know of it. Names stand as hashes of 64 bits: of a
 * million names two are alike once in forty million times.
 *
 * @param seen commits that it brought for the first time, under the names with which they landed
 * @param revisions that it deployed
 * @param listed further names by which its deployments call commits
 * @param takenBack what commits that it brought take back, by the commits
 * @param watched repositories whose changes may change what it brought, or {@link #ANYWHERE}; and
 *     tickets that its deployments name, as {@link #ticket} writes them
 * @param reached how far the service had come on each default branch at its end, by repository
 * @param current arrival of the revision that was deployed at its end; null when not known
 */
public record Brought(
    long[] seen,
    long[] revisions,
    long[] listed,
    Map<String, String> takenBack,
    Set<String> watched,
    Map<String, Instant> reached,
    Instant current) {

  /** Stands for every repository. */
  public static final String ANYWHERE = "";

  public static final Brought NOTHING = nothing(Map.of(), null);

  static String ticket(String id) {
    return "ticket " + id;
  }

  public Brought {
    seen = sorted(seen);
    revisions = sorted(revisions);
    listed = sorted(listed);
    takenBack = Map.copyOf(takenBack);
    watched = Set.copyOf(watched);
    reached = Map.copyOf(reached);
  }

  /** The same of a week after it in which nothing was deployed. */
  Brought nothingMore() {
    return nothing(reached, current);
  }

  private static Brought nothing(Map<String, Instant> reached, Instant current) {
    var none = new long[0];
    return new Brought(none, none, none, Map.of(), Set.of(), reached, current);
  }

  /** True when something deployed in the week goes by a name. */
  public boolean names(String commit) {
    long hash = hash(commit);
    return holds(seen, hash) || holds(revisions, hash) || holds(listed, hash);
  }

  /** True when a deployment of it or before it reached a moment on a default branch. */
  public boolean reached(String repository, Instant at) {
    var reached = this.reached.get(repository);
    return reached != null && !reached.isBefore(at);
  }

  /** FNV-1a over the characters, and its bits mixed. */
  static long hash(String name) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ hash >>> 32) * 0xd6e8feb86659fd93L;
    return hash ^ hash >>> 32;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Brought that
        && Arrays.equals(seen, that.seen)
        && Arrays.equals(revisions, that.revisions)
        && Arrays.equals(listed, that.listed)
        && takenBack.equals(that.takenBack)
        && watched.equals(that.watched)
        && reached.equals(that.reached)
        && Objects.equals(current, that.current);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(seen);
  }

  private static boolean holds(long[] hashes, long hash) {
    return Arrays.binarySearch(hashes, hash) >= 0;
  }

  private static long[] sorted(long[] hashes) {
    return Arrays.stream(hashes).sorted().distinct().toArray();
  }
}
