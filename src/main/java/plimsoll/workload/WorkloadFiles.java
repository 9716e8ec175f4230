package plimsoll.workload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import plimsoll.workload.file.SourceFile;

/**
 * The files of services, by where they came from. Secrets are masked before anything is compared or
 * kept. Whatever changes makes its service stale, and no other.
 */
@ApplicationScoped
@Transactional
public class WorkloadFiles {
  /** The key of what belongs to no service, but is around those of a cluster. */
  public static final String SURROUNDINGS = "";

  private static final int AT_ONCE = 500;
  private static final String KNOWN = "select f.id, f.path, f.digest from StoredFile f";

  @PersistenceContext EntityManager database;
  @Inject WorkloadStates states;

  /**
   * What became of files, by their paths.
   *
   * @param accepted that are new or changed
   * @param duplicates that were known, as they are
   * @param gone that had been there and are no more
   */
  public record Kept(List<String> accepted, List<String> duplicates, List<String> gone) {}

  /**
   * Takes the whole state of an origin: files that it does not hold are gone.
   *
   * @param service its key in the catalog, or {@link #SURROUNDINGS}
   * @param files all of this origin; of two with the same path the last one holds
   */
  public Kept replace(String service, String origin, Collection<SourceFile> files, Instant at) {
    return keep(service, origin, files, true, at);
  }

  /** Takes one file; the others of its origin stay. */
  public Kept put(String service, SourceFile file, Instant at) {
    return keep(service, file.origin(), List.of(file), false, at);
  }

  /** Takes some files of an origin; the others stay. */
  Kept put(String service, String origin, Collection<SourceFile> files, Instant at) {
    return files.isEmpty()
        ? new Kept(List.of(), List.of(), List.of())
        : keep(service, origin, files, false, at);
  }

  /** Takes some files of an origin away. */
  void remove(String service, String origin, Set<String> paths, Instant at) {
    if (paths.isEmpty()) return;
    states.lock(service, at);
    gone(service, origin, known(service, origin, paths).values(), at);
  }

  /**
   * Takes files away.
   *
   * @param path null for all of that origin
   * @return which there were
   */
  public List<String> remove(String service, String origin, String path, Instant at) {
    states.lock(service, at);
    var known = known(service, origin);
    known.keySet().removeIf(one -> path != null && !one.equals(path));
    return gone(service, origin, known.values(), at);
  }

  /**
   * A file that is there.
   *
   * @param firstSeenAt when it came for the first time
   * @param lastSeenAt when it was sent or found for the last time
   */
  public record Listed(String origin, String path, Instant firstSeenAt, Instant lastSeenAt) {}

  /** The files that are there without their texts, by origin and path. */
  public List<Listed> listed(String service) {
    return database
        .createQuery(
            "select f.origin, f.path, f.firstSeenAt, f.lastSeenAt from StoredFile f"
                + " where f.service = :service and f.goneAt is null order by f.origin, f.path",
            Object[].class)
        .setParameter("service", service)
        .getResultStream()
        .map(
            row -> new Listed((String) row[0], (String) row[1], (Instant) row[2], (Instant) row[3]))
        .toList();
  }

  /** How many files are there of each origin, by service. */
  public Map<String, Map<String, Long>> counts() {
    var counts = new HashMap<String, Map<String, Long>>();
    database
        .createQuery(
            "select f.service, f.origin, count(f) from StoredFile f where f.goneAt is null"
                + " group by f.service, f.origin order by f.service, f.origin",
            Object[].class)
        .getResultStream()
        .forEach(
            row ->
                counts
                    .computeIfAbsent((String) row[0], any -> new LinkedHashMap<>())
                    .put((String) row[1], (Long) row[2]));
    return counts;
  }

  /** The services that have files of an origin. */
  List<String> servicesOf(String origin) {
    return database
        .createQuery(
            "select distinct f.service from StoredFile f where f.origin = :origin"
                + " and f.goneAt is null order by f.service",
            String.class)
        .setParameter("origin", origin)
        .getResultList();
  }

  private Optional<SourceFile> anywhere(String service, String path) {
    return database
        .createQuery(
            "select f from StoredFile f where f.service = :service and f.path = :path"
                + " and f.goneAt is null order by f.origin",
            StoredFile.class)
        .setParameter("service", service)
        .setParameter("path", path)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(StoredFile::file);
  }

  /**
   * One file that is there.
   *
   * @param origin null for any
   */
  public Optional<SourceFile> find(String service, String origin, String path) {
    if (origin == null) return anywhere(service, path);
    return Optional.ofNullable(
            database.find(StoredFile.class, StoredFile.id(service, origin, path)))
        .filter(StoredFile::isThere)
        .map(StoredFile::file);
  }

  /** All that are there, by origin and path. */
  public List<SourceFile> of(String service) {
    return database
        .createQuery(
            "select f from StoredFile f where f.service = :service and f.goneAt is null"
                + " order by f.origin, f.path",
            StoredFile.class)
        .setParameter("service", service)
        .getResultStream()
        .map(StoredFile::file)
        .toList();
  }

  /** Those with a path; several where several origins have one. */
  public List<SourceFile> of(String service, String path) {
    return database
        .createQuery(
            "select f from StoredFile f where f.service = :service and f.path = :path"
                + " and f.goneAt is null order by f.origin",
            StoredFile.class)
        .setParameter("service", service)
        .setParameter("path", path)
        .getResultStream()
        .map(StoredFile::file)
        .toList();
  }

  /** Keys of the services of which a cluster is known to hold something. */
  public Set<String> inClusters() {
    return Set.copyOf(
        database
            .createQuery(
                "select distinct f.service from StoredFile f where f.origin like 'cluster:%'"
                    + " and f.goneAt is null",
                String.class)
            .getResultList());
  }

  private Kept keep(
      String service, String origin, Collection<SourceFile> given, boolean whole, Instant at) {
    states.lock(service, at);
    var files = masked(origin, given);
    var known = whole ? known(service, origin) : known(service, origin, files.keySet());
    var changed = new ArrayList<SourceFile>();
    var same = new ArrayList<Known>();
    for (var file : files.values()) {
      var before = known.remove(file.path());
      if (before != null && before.is(file)) {
        same.add(before);
      } else {
        changed.add(file);
      }
    }
    changed.forEach(file -> write(service, file, at));
    seen(same, at);
    if (!changed.isEmpty()) states.change(service, origin, paths(changed), at);
    return new Kept(
        paths(changed),
        same.stream().map(Known::path).toList(),
        whole ? gone(service, origin, known.values(), at) : List.of());
  }

  private static Map<String, SourceFile> masked(String origin, Collection<SourceFile> given) {
    var files = new LinkedHashMap<String, SourceFile>();
    given.forEach(
        file -> files.put(file.path(), new SourceFile(origin, file.path(), Masks.of(file))));
    return files;
  }

  private record Known(UUID id, String path, String digest) {
    boolean is(SourceFile file) {
      return digest.equals(StoredFile.digest(file.text()));
    }
  }

  private Map<String, Known> known(String service, String origin) {
    return byPath(
        database
            .createQuery(
                KNOWN + " where f.service = :service and f.origin = :origin and f.goneAt is null",
                Object[].class)
            .setParameter("service", service)
            .setParameter("origin", origin)
            .getResultList());
  }

  private Map<String, Known> known(String service, String origin, Collection<String> paths) {
    var ids = paths.stream().map(path -> StoredFile.id(service, origin, path)).toList();
    var rows = new ArrayList<Object[]>();
    for (int i = 0; i < ids.size(); i += AT_ONCE) {
      rows.addAll(
          database
              .createQuery(KNOWN + " where f.id in :ids and f.goneAt is null", Object[].class)
              .setParameter("ids", ids.subList(i, Math.min(ids.size(), i + AT_ONCE)))
              .getResultList());
    }
    return byPath(rows);
  }

  private static Map<String, Known> byPath(List<Object[]> rows) {
    var known = new LinkedHashMap<String, Known>();
    rows.forEach(
        row ->
            known.put((String) row[1], new Known((UUID) row[0], (String) row[1], (String) row[2])));
    return known;
  }

  private void write(String service, SourceFile file, Instant at) {
    var before =
        database.find(StoredFile.class, StoredFile.id(service, file.origin(), file.path()));
    if (before == null) {
      database.persist(new StoredFile(service, file, at));
    } else {
      before.restate(file.text(), at);
    }
  }

  private void seen(List<Known> same, Instant at) {
    each(same, "update StoredFile f set f.lastSeenAt = :at where f.id in :ids", at);
  }

  private List<String> gone(String service, String origin, Collection<Known> lost, Instant at) {
    if (lost.isEmpty()) return List.of();
    each(List.copyOf(lost), "update StoredFile f set f.goneAt = :at where f.id in :ids", at);
    var paths = lost.stream().map(Known::path).toList();
    states.change(service, origin, paths, at);
    return paths;
  }

  private void each(List<Known> some, String update, Instant at) {
    var ids = some.stream().map(Known::id).toList();
    for (int i = 0; i < ids.size(); i += AT_ONCE) {
      database
          .createQuery(update)
          .setParameter("at", at)
          .setParameter("ids", ids.subList(i, Math.min(ids.size(), i + AT_ONCE)))
          .executeUpdate();
    }
  }

  private static List<String> paths(List<SourceFile> files) {
    return files.stream().map(SourceFile::path).toList();
  }
}
