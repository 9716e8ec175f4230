package plimsoll.workload;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import plimsoll.workload.file.SourceFile;

/**
 * What a cluster holds that belongs to no service. A service is surrounded by what lies in its own
 * namespaces, and by what works beyond the namespace that it lies in.
 */
@ApplicationScoped
@Transactional
class Surroundings {
  /** What belongs to no namespace lies in this one. */
  static final String NO_NAMESPACE = "-";

  /** Kinds of objects that work for other namespaces too. */
  private static final Set<String> FAR =
      Set.of(
          "DaemonSet",
          "Gateway",
          "Prometheus.monitoring.coreos.com",
          "PrometheusRule.monitoring.coreos.com",
          "ServiceMonitor.monitoring.coreos.com",
          "PodMonitor.monitoring.coreos.com",
          "Application.argoproj.io",
          "ApplicationSet.argoproj.io",
          "AppProject.argoproj.io");

  @PersistenceContext EntityManager database;

  /** Around the objects of clusters that are among a service's files. */
  List<SourceFile> of(List<SourceFile> own) {
    var byOrigin = own.stream().filter(SourceFile::live).collect(groupingBy(SourceFile::origin));
    return byOrigin.entrySet().stream()
        .flatMap(one -> of(one.getKey(), namespaces(one.getValue())).stream())
        .toList();
  }

  private List<SourceFile> of(String origin, Set<String> namespaces) {
    return database
        .createQuery(
            "select f from StoredFile f where f.service = '' and f.origin = :origin"
                + " and f.goneAt is null order by f.path",
            StoredFile.class)
        .setParameter("origin", origin)
        .getResultStream()
        .filter(file -> isFar(file.path()) || namespaces.contains(namespace(file.path())))
        .map(StoredFile::file)
        .toList();
  }

  private static Set<String> namespaces(Collection<SourceFile> files) {
    return files.stream().map(file -> namespace(file.path())).collect(toSet());
  }

  /** Has those services read again around which something changed. */
  void touch(String origin, List<String> paths, Instant at) {
    if (paths.stream().anyMatch(Surroundings::isFar)) {
      touch(origin, "", at);
    } else {
      paths.stream()
          .map(Surroundings::namespace)
          .distinct()
          .forEach(name -> touch(origin, name + "/", at));
    }
  }

  private void touch(String origin, String start, Instant at) {
    database
        .createQuery(
            "update WorkloadState s set s.revision = s.revision + 1, s.changedAt = :at"
                + " where s.service <> '' and s.service in (select f.service from StoredFile f"
                + " where f.origin = :origin and f.goneAt is null"
                + " and substring(f.path, 1, :length) = :start)")
        .setParameter("at", at)
        .setParameter("origin", origin)
        .setParameter("length", start.length())
        .setParameter("start", start)
        .executeUpdate();
  }

  private static boolean isFar(String path) {
    var parts = path.split("/", 3);
    return parts[0].equals(NO_NAMESPACE) || parts.length > 1 && FAR.contains(parts[1]);
  }

  private static String namespace(String path) {
    return path.substring(0, Math.max(0, path.indexOf('/')));
  }
}
