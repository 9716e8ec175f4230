package plimsoll.reading;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import plimsoll.disclosure.Waves;

/**
 * Who stood behind scores that any reading showed, each set of people once. It is never shown: a
 * later reading needs it to withhold a score whose change would tell of one person.
 */
@ApplicationScoped
@Transactional
public class PublishedRosters {
  private static final int PAGE = 500;

  @PersistenceContext EntityManager database;

  /** How often anything was published so far. */
  long number() {
    return ((Number) database.createNativeQuery("select number from publication").getSingleResult())
        .longValue();
  }

  /**
   * Keeps those of one more reading. Two nodes that published at once, each without knowing of the
   * other's, might together tell what neither does.
   *
   * @param seen how often anything had been published when it was decided what to show
   * @throws Overtaken when something was published since; nothing is kept then
   */
  void keep(Set<Set<String>> rosters, Instant at, long seen) {
    boolean first =
        database
                .createNativeQuery("update publication set number = number + 1 where number = ?1")
                .setParameter(1, seen)
                .executeUpdate()
            == 1;
    if (!first) throw new Overtaken();
    var fresh = rosters.stream().collect(toMap(PublishedRosters::digest, people -> people));
    var digests = new ArrayList<>(fresh.keySet());
    for (int from = 0; from < digests.size(); from += PAGE) {
      known(digests.subList(from, Math.min(digests.size(), from + PAGE)))
          .forEach(fresh.keySet()::remove);
    }
    fresh.forEach((digest, people) -> database.persist(new PublishedRoster(digest, people, at)));
  }

  /**
   * Those that bear on what may be shown of these people, of however many readings there were. They
   * are looked through a page at a time; large groups are forgotten at once, but for those that are
   * nearly all people now.
   *
   * @param now who is in each team that answered
   * @param until only those of readings that were taken before
   */
  Set<Set<String>> bearingOn(Map<String, Set<UUID>> now, Instant until) {
    var all = now.values().stream().map(Rosters::text).flatMap(Set::stream).collect(toSet());
    var bearing = new HashSet<Set<String>>();
    for (var page = after(""); !page.isEmpty(); page = after(last(page))) {
      page.stream()
          .filter(row -> ((Instant) row[2]).isBefore(until))
          .map(row -> PublishedRoster.people((String) row[1]))
          .filter(then -> Waves.compared(then) || Waves.hardlyChanged(all, Set.of(then)))
          .forEach(bearing::add);
    }
    return bearing;
  }

  private static String last(List<Object[]> page) {
    return (String) page.get(page.size() - 1)[0];
  }

  private List<String> known(List<String> digests) {
    return database
        .createQuery(
            "select r.digest from PublishedRoster r where r.digest in :digests", String.class)
        .setParameter("digests", digests)
        .getResultList();
  }

  /** Without entities, which would all be kept until the end. */
  private List<Object[]> after(String digest) {
    return database
        .createQuery(
            "select r.digest, r.people, r.publishedAt from PublishedRoster r where r.digest > :digest"
                + " order by r.digest",
            Object[].class)
        .setParameter("digest", digest)
        .setMaxResults(PAGE)
        .getResultList();
  }

  private static String digest(Set<String> people) {
    return new Digest().add(new TreeSet<>(people)).hex();
  }

  /** Another reading was published meanwhile: what may be shown must be decided anew. */
  static final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1;

    Overtaken() {
      super("another reading was published meanwhile", null, false, false);
    }
  }
}
