package plimsoll.workload;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which services were read as their files are now; and reads those that were not. */
@ApplicationScoped
@Transactional
public class WorkloadStates {
  @PersistenceContext EntityManager database;
  @Inject WorkloadFiles files;
  @Inject Surroundings surroundings;
  @Inject Fingerprints fingerprints;

  /** Keeps others from changing a service's files until the transaction ends. */
  void lock(String service, Instant at) {
    if (database.find(WorkloadState.class, service, LockModeType.PESSIMISTIC_WRITE) == null) {
      database.persist(new WorkloadState(service, at));
      database.flush();
    }
  }

  /** What changed has to be read again. */
  void change(String service, String origin, List<String> paths, Instant at) {
    if (service.equals(WorkloadFiles.SURROUNDINGS)) {
      surroundings.touch(origin, paths, at);
    } else {
      database.find(WorkloadState.class, service).change(at);
    }
  }

  Optional<WorkloadState> find(String service) {
    return Optional.ofNullable(database.find(WorkloadState.class, service));
  }

  /** When the files of services were read last, by service. */
  Map<String, Instant> readAt() {
    return database
        .createQuery(
            "select s.service, s.readAt from WorkloadState s where s.readAt is not null",
            Object[].class)
        .getResultStream()
        .collect(toMap(row -> (String) row[0], row -> (Instant) row[1]));
  }

  /** Those to be read again, those that wait longest first. */
  List<String> stale(int max) {
    return database
        .createQuery(
            "select s.service from WorkloadState s where s.service <> ''"
                + " and (s.readRevision < s.revision or s.edition <> :edition)"
                + " order by s.changedAt, s.service",
            String.class)
        .setParameter("edition", Readers.EDITION)
        .setMaxResults(max)
        .getResultList();
  }

  /**
   * Reads a service's files again, where they changed since.
   *
   * @param day for which it is kept what was read
   */
  public void read(String service, LocalDate day, Instant at) {
    var state = database.find(WorkloadState.class, service, LockModeType.PESSIMISTIC_WRITE);
    if (state != null && state.isStale()) {
      var own = files.of(service);
      fingerprints.put(Readers.read(service, own, surroundings.of(own)), day);
      state.read(at);
    }
  }
}
