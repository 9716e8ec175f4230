package plimsoll.estate;

import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import plimsoll.delivery.fact.Moments;
import plimsoll.estate.ClusterObject.NoObjectException;
import plimsoll.workload.Observed;

/** What live systems hold of the platform, as far as anybody looked. */
@ApplicationScoped
@Transactional
public class TrackedObjects {
  private static final int AT_ONCE = 200;
  private static final int PROBLEMS_MAX = 100;

  @PersistenceContext EntityManager database;
  @Inject Clock clock;

  /** One object that was read. */
  private record Found(ClusterObject object, boolean gone) {}

  /** Keeps what was seen. What is no object, or nothing to the platform, is passed over. */
  void hear(@Observes Observed told) {
    // No database keeps more of a moment.
    var at = told.at().truncatedTo(ChronoUnit.MICROS);
    var seen = new Observed(told.origin(), at, told.whole(), told.kinds(), told.objects());
    Turn.await(database);
    var byUse =
        found(seen).stream()
            .collect(partitioningBy(one -> Part.of(one.object(), List.of()) == Part.DEFINITION));
    // What an object is may be told by a definition that comes after it.
    take(seen, byUse.get(true), List.of());
    take(seen, byUse.get(false), definitions());
    if (seen.whole()) missOthers(seen);
  }

  /** What became of objects that were sent, for whoever sent them. */
  PlatformResource.Taken taken(Sent sent, Instant now) {
    var problems = new ArrayList<>(sent.problems());
    var definitions = definitions();
    int accepted = 0;
    int ignored = 0;
    for (var one : sent.objects()) {
      try {
        var object = ClusterObject.of(one.json(), new Moments(now));
        var part = Part.of(object, definitions);
        if (part == null || part.facts(object) == null) ignored++;
        else accepted++;
      } catch (NoObjectException e) {
        problems.add(e.getMessage());
      }
    }
    return new PlatformResource.Taken(
        accepted, ignored, problems.stream().limit(PROBLEMS_MAX).toList());
  }

  private List<Found> found(Observed seen) {
    var moments = new Moments(clock.instant());
    var all = new ArrayList<Found>();
    for (var one : seen.objects()) {
      try {
        all.add(new Found(ClusterObject.of(one.json(), moments), one.gone()));
      } catch (NoObjectException passedOver) {
        // Whoever sent it is told where it is sent; here only what can be kept counts.
      }
    }
    return all;
  }

  private void take(Observed seen, List<Found> all, Collection<Definition> definitions) {
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      var some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      var known = known(seen.origin(), some);
      some.forEach(one -> take(seen, one, known, definitions));
      database.flush();
      database.clear();
    }
  }

  private void take(
      Observed seen, Found one, Map<String, Tracked> known, Collection<Definition> definitions) {
    var object = one.object();
    var part = Part.of(object, definitions);
    var facts = part == null ? null : part.facts(object);
    if (facts == null) return;
    var before = known.get(key(object));
    var tracked = before == null ? added(seen, part, object) : before;
    known.put(key(object), tracked);
    // What an earlier look saw is not what holds.
    if (seen.at().isBefore(tracked.seenAt())) return;
    tracked.restate(part, part.over(facts, object, tracked, seen.at()), seen.at());
    var gone = one.gone() ? Objects.requireNonNullElse(object.deletedAt(), seen.at()) : null;
    tracked.goneSince(gone);
  }

  private Tracked added(Observed seen, Part part, ClusterObject object) {
    var tracked = new Tracked(seen.origin(), part, object, seen.at());
    database.persist(tracked);
    return tracked;
  }

  private Map<String, Tracked> known(String origin, List<Found> some) {
    return database
        .createQuery(
            "select t from Tracked t where t.origin = :origin and t.kind in :kinds"
                + " and t.name in :names",
            Tracked.class)
        .setParameter("origin", origin)
        .setParameter("kinds", some.stream().map(one -> one.object().groupKind()).collect(toSet()))
        .setParameter("names", some.stream().map(one -> one.object().name()).collect(toSet()))
        .getResultStream()
        .collect(toMap(one -> one.uid() + " " + one.place(), one -> one));
  }

  private static String key(ClusterObject object) {
    return object.uid()
        + " "
        + Tracked.place(object.groupKind(), object.namespace(), object.name());
  }

  /** What a whole look did not find is gone, and was there when it was seen last. */
  private void missOthers(Observed seen) {
    var kinds = seen.kinds().stream().map(TrackedObjects::groupKind).collect(toSet());
    if (kinds.isEmpty()) return;
    database
        .createQuery(
            "update Tracked t set t.goneAt = :at where t.origin = :origin and t.kind in :kinds"
                + " and t.goneAt is null and t.seenAt < :at")
        .setParameter("at", seen.at())
        .setParameter("origin", seen.origin())
        .setParameter("kinds", kinds)
        .executeUpdate();
  }

  /** Of "group/version/Kind", or "version/Kind" in the core API. */
  private static String groupKind(String versioned) {
    var parts = versioned.split("/");
    var kind = parts[parts.length - 1];
    return parts.length < 3 ? "/" + kind : parts[0] + "/" + kind;
  }

  /** The kinds that can be asked for, of all systems: what one defines another may claim. */
  Set<Definition> definitions() {
    return all(Part.DEFINITION).stream().map(one -> one.facts(Definition.class)).collect(toSet());
  }

  List<Tracked> all(Part part) {
    return database
        .createQuery("select t from Tracked t where t.part = :part order by t.id", Tracked.class)
        .setParameter("part", part)
        .getResultList();
  }

  /** What was made before a moment, with what nobody knows the beginning of left out. */
  List<Tracked> madeBefore(Instant to, Part part) {
    return database
        .createQuery(
            "select t from Tracked t where t.part = :part and t.createdAt < :to order by t.id",
            Tracked.class)
        .setParameter("part", part)
        .setParameter("to", to)
        .getResultList();
  }
}
