package plimsoll.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.logging.Logger;
import plimsoll.workload.Observed;
import plimsoll.workload.Perusal;
import plimsoll.workload.WorkloadFiles;

/** Brings in the files of services and what clusters told, as they were on days of the past. */
@ApplicationScoped
public class Workshop {
  private static final Logger LOG = Logger.getLogger(Workshop.class.getName());
  private static final int DAYS_WATCHED = 7;

  @Inject WorkloadFiles files;
  @Inject Perusal perusal;
  @Inject Event<Observed> observed;

  /** How it looked there on a day, and what is read of it. */
  void show(Organisation organisation, List<Cluster> clusters, LocalDate day, int wavesAgo) {
    var plans = organisation.blueprints(wavesAgo);
    for (var plan : plans) {
      var service = plan.service();
      files.replace(service, Repository.origin(service), Repository.of(plan), at(day));
    }
    clusters.forEach(cluster -> observed.fire(cluster.whole(at(day), plans)));
    perusal.catchUp(day);
    LOG.info(() -> "Demonstration: files of %d services of %s".formatted(plans.size(), day));
  }

  /** What Argo CD told day by day until today, of late. */
  void watch(Organisation organisation, List<Cluster> clusters, LocalDate today) {
    var plans = organisation.blueprints(0);
    today
        .minusDays(DAYS_WATCHED)
        .datesUntil(today)
        .forEach(day -> clusters.forEach(cluster -> observed.fire(cluster.look(at(day), plans))));
    show(organisation, clusters, today, 0);
  }

  private static Instant at(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
