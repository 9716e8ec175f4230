package plimsoll.workload;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  @PersistenceContext EntityManager database;
  @Inject WorkloadStates states;

  /**
   * What became of files.
   *
   * @param accepted that are new or changed
   * @param duplicates that were known, as they are
   * @param gone that had been there and are no more
   */
  public record Kept(int accepted, int duplicates, int gone) {}

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

  /**
   * Takes files away.
   *
   * @param path null for all of that origin
   * @return how many there were
   */
  public int remove(String service, String origin, String path, Instant at) {
    states.lock(service, at);
    var known = known(service, origin);
    known.keySet().removeIf(one -> path != null && !one.equals(path));
    return gone(service, origin, known.values(), at);
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

  private Kept keep(
      String service, String origin, Collection<SourceFile> given, boolean whole, Instant at) {
    states.lock(service, at);
    var files = masked(origin, given);
    var known = known(service, origin);
    var changed = new ArrayList<SourceFile>();
    var same = new ArrayList<UUID>();
    for (var file : files.values()) {
      var before = known.remove(file.path());
      if (before != null && before.is(file)) {
        same.add(before.id());
      } else {
        changed.add(file);
      }
    }
    changed.forEach(file -> write(service, file, at));
    seen(same, at);
    int gone = whole ? gone(service, origin, known.values(), at) : 0;
    if (!changed.isEmpty()) states.change(service, origin, paths(changed), at);
    return new Kept(changed.size(), same.size(), gone);
  }

  private static Map<String, SourceFile> masked(String origin, Collection<SourceFile> given) {
    var files = new LinkedHashMap<String, SourceFile>();
    given.forEach(
        file ->
            files.put(
                file.path(),
                new SourceFile(origin, file.path(), Masks.of(file.path(), file.text()))));
    return files;
  }

  private record Known(UUID id, String path, String digest) {
    boolean is(SourceFile file) {
      return digest.equals(StoredFile.digest(file.text()));
    }
  }

  private Map<String, Known> known(String service, String origin) {
    return database
        .createQuery(
            "select f.id, f.path, f.digest from StoredFile f where f.service = :service"
                + " and f.origin = :origin and f.goneAt is null",
            Object[].class)
        .setParameter("service", service)
        .setParameter("origin", origin)
        .getResultStream()
        .map(row -> new Known((UUID) row[0], (String) row[1], (String) row[2]))
        .collect(toMap(Known::path, one -> one, (one, other) -> one, LinkedHashMap::new));
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

  private void seen(List<UUID> ids, Instant at) {
    each(ids, "update StoredFile f set f.lastSeenAt = :at where f.id in :ids", at);
  }

  private int gone(String service, String origin, Collection<Known> lost, Instant at) {
    if (lost.isEmpty()) return 0;
    var ids = lost.stream().map(Known::id).toList();
    each(ids, "update StoredFile f set f.goneAt = :at where f.id in :ids", at);
    states.change(service, origin, lost.stream().map(Known::path).toList(), at);
    return ids.size();
  }

  private void each(List<UUID> ids, String update, Instant at) {
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
