package plimsoll.workload;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import plimsoll.catalog.Services;
import plimsoll.workload.file.SourceFile;

/** The objects of clusters as files of the services that they belong to. */
@ApplicationScoped
@Transactional
public class Sightings {
  private static final int AT_ONCE = 500;

  @PersistenceContext EntityManager database;
  @Inject WorkloadFiles files;
  @Inject Assignments assignments;
  @Inject Services services;

  /** Takes in what a live system holds. */
  void take(Observed event) {
    var there = new ArrayList<ClusterObject>();
    var gone = new HashSet<String>();
    for (var seen : event.objects()) {
      var object = ClusterObject.of(seen.json());
      if (object != null && seen.gone()) gone.add(object.path());
      if (object != null && !seen.gone()) there.add(object);
    }
    var paths = there.stream().map(ClusterObject::path).collect(toSet());
    var before = event.whole() ? kept(event.origin()) : kept(event.origin(), union(gone, paths));
    if (event.whole()) {
      var kinds = event.kinds().stream().map(Sightings::kind).collect(toSet());
      before.keySet().stream()
          .filter(path -> !paths.contains(path) && kinds.contains(path.split("/", 3)[1]))
          .forEach(gone::add);
    }
    place(event.origin(), there, gone, before, event.at());
  }

  /** Of "apps/v1/Deployment". */
  private static String kind(String given) {
    int slash = given.lastIndexOf('/');
    return ClusterObject.kind(given.substring(0, Math.max(0, slash)), given.substring(slash + 1));
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    var all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }

  /** Places what is kept anew, because people said something else of it. */
  void placeAgain(Instant at) {
    for (var origin : origins()) {
      var objects =
          database
              .createQuery(
                  "select f from StoredFile f where f.origin = :origin and f.goneAt is null",
                  StoredFile.class)
              .setParameter("origin", origin)
              .getResultStream()
              .map(file -> ClusterObject.of(file.file().text()))
              .filter(Objects::nonNull)
              .toList();
      place(origin, objects, Set.of(), kept(origin), at);
    }
  }

  private List<String> origins() {
    return database
        .createQuery(
            "select distinct f.origin from StoredFile f where f.origin like 'cluster:%'"
                + " and f.goneAt is null order by f.origin",
            String.class)
        .getResultList();
  }

  /**
   * @param before services by the paths of their files
   */
  private void place(
      String origin,
      List<ClusterObject> there,
      Set<String> gone,
      Map<String, Set<String>> before,
      Instant at) {
    var owners = owners(there);
    var lost = new TreeMap<String, Set<String>>();
    var found = new TreeMap<String, List<SourceFile>>();
    gone.forEach(path -> lose(lost, before.getOrDefault(path, Set.of()), path));
    for (var object : there) {
      var path = object.path();
      var owner = owners.get(object);
      var others = new TreeSet<>(before.getOrDefault(path, Set.of()));
      others.remove(owner);
      lose(lost, others, path);
      if (!owner.equals(Services.LEFT_OUT)) {
        found
            .computeIfAbsent(owner, any -> new ArrayList<>())
            .add(new SourceFile(origin, path, object.text()));
      }
    }
    var touched = new TreeSet<>(lost.keySet());
    touched.addAll(found.keySet());
    for (var service : touched) {
      files.remove(service, origin, lost.getOrDefault(service, Set.of()), at);
      files.put(service, origin, found.getOrDefault(service, List.of()), at);
    }
  }

  private static void lose(Map<String, Set<String>> lost, Set<String> services, String path) {
    services.forEach(one -> lost.computeIfAbsent(one, any -> new TreeSet<>()).add(path));
  }

  /** What people said goes before what labels say; nobody's are surroundings. */
  private Map<ClusterObject, String> owners(List<ClusterObject> objects) {
    var said = assignments.all();
    var names = objects.stream().flatMap(one -> one.names().stream()).collect(toSet());
    var keys = services.find(names);
    var owners = new IdentityHashMap<ClusterObject, String>();
    for (var object : objects) {
      var owner =
          said.stream()
              .filter(one -> one.holds(object))
              .map(Assignment::service)
              .findFirst()
              .or(
                  () ->
                      object.names().stream().filter(keys::containsKey).map(keys::get).findFirst())
              .orElse(WorkloadFiles.SURROUNDINGS);
      owners.put(object, owner);
    }
    return owners;
  }

  private Map<String, Set<String>> kept(String origin) {
    return byPath(
        database
            .createQuery(
                "select f.path, f.service from StoredFile f where f.origin = :origin"
                    + " and f.goneAt is null",
                Object[].class)
            .setParameter("origin", origin)
            .getResultList());
  }

  private Map<String, Set<String>> kept(String origin, Collection<String> paths) {
    var rows = new ArrayList<Object[]>();
    var all = List.copyOf(paths);
    for (int i = 0; i < all.size(); i += AT_ONCE) {
      rows.addAll(
          database
              .createQuery(
                  "select f.path, f.service from StoredFile f where f.origin = :origin"
                      + " and f.goneAt is null and f.path in :paths",
                  Object[].class)
              .setParameter("origin", origin)
              .setParameter("paths", all.subList(i, Math.min(all.size(), i + AT_ONCE)))
              .getResultList());
    }
    return byPath(rows);
  }

  private static Map<String, Set<String>> byPath(List<Object[]> rows) {
    var services = new HashMap<String, Set<String>>();
    rows.forEach(
        row ->
            services.computeIfAbsent((String) row[0], any -> new TreeSet<>()).add((String) row[1]));
    return services;
  }
}
