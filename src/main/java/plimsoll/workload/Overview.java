package plimsoll.workload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import plimsoll.access.Refusal;
import plimsoll.catalog.ServiceView;
import plimsoll.catalog.Services;
import plimsoll.pattern.Feature;
import plimsoll.pattern.Profile;
import plimsoll.workload.Known.Choice;
import plimsoll.workload.Known.Part;
import plimsoll.workload.Known.Sheet;
import plimsoll.workload.Known.TraitRow;

/** What was read of which services, for people and clients. */
@ApplicationScoped
public class Overview {
  static final int ROWS_MAX = 100;

  @Inject Services services;
  @Inject WorkloadFiles files;
  @Inject WorkloadStates states;
  @Inject Fingerprints fingerprints;
  @Inject Perusal perusal;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "plimsoll.zone")
  ZoneId zone;

  /**
   * A page of services.
   *
   * @param total how many there are
   * @param withFiles of how many there are files
   * @param next after which key the next page begins; null when there is none
   */
  public record Rows(List<Known> rows, int total, int withFiles, String next) {}

  /** The services by their keys, at most 100 of them. */
  Rows rows(String after) {
    var all = services.on(clock.instant());
    var counts = files.counts();
    var readAt = states.readAt();
    var shown =
        all.stream()
            .filter(one -> after == null || one.key().compareTo(after) > 0)
            .limit(ROWS_MAX + 1L)
            .toList();
    var some = shown.subList(0, Math.min(ROWS_MAX, shown.size()));
    var profiles = fingerprints.profiles(today(), some.stream().map(ServiceView::key).toList());
    return new Rows(
        some.stream()
            .map(
                one ->
                    known(
                        one,
                        counts.getOrDefault(one.key(), Map.of()),
                        readAt.get(one.key()),
                        profiles.get(one.key())))
            .toList(),
        all.size(),
        (int) all.stream().filter(one -> counts.containsKey(one.key())).count(),
        shown.size() > ROWS_MAX ? some.get(ROWS_MAX - 1).key() : null);
  }

  /**
   * Objects of clusters that belong to no service.
   *
   * @param objects how many there are
   * @param workloads those of them that run something, the first ten
   */
  public record Nobodys(String origin, String namespace, int objects, List<String> workloads) {}

  /** By cluster and namespace, at most 100. */
  List<Nobodys> nobodys() {
    var paths = new TreeMap<String, List<String>>();
    files.listed(WorkloadFiles.SURROUNDINGS).stream()
        .filter(file -> !file.path().startsWith(Surroundings.NO_NAMESPACE + "/"))
        .forEach(
            file ->
                paths
                    .computeIfAbsent(
                        file.origin() + "\n" + file.path().split("/", 2)[0],
                        any -> new ArrayList<>())
                    .add(file.path().split("/", 2)[1]));
    return paths.entrySet().stream()
        .limit(ROWS_MAX)
        .map(
            one -> {
              var place = one.getKey().split("\n", 2);
              var runs = one.getValue().stream().filter(Overview::runs).limit(10).toList();
              return new Nobodys(place[0], place[1], one.getValue().size(), runs);
            })
        .toList();
  }

  private static boolean runs(String object) {
    return object.matches(
        "(Deployment|StatefulSet|DaemonSet|CronJob|Job|Rollout\\.argoproj\\.io)/.*");
  }

  private static Known known(
      ServiceView service, Map<String, Long> counts, Instant readAt, Profile profile) {
    return new Known(
        service.key(),
        service.name(),
        service.team(),
        counts,
        readAt,
        profile == null ? 0 : profile.choices().size(),
        Feature.values().length,
        profile == null ? 0 : profile.gaps().size());
  }

  /**
   * Everything of one service; what changed is read first.
   *
   * @throws Refusal 404 when there is no such service
   */
  Sheet sheet(String name) {
    var service = service(name);
    perusal.read(service.key());
    var listed = files.listed(service.key());
    var counts = new TreeMap<String, Long>();
    listed.forEach(file -> counts.merge(file.origin(), 1L, Long::sum));
    var read = fingerprints.profile(service.key(), today());
    var profile =
        read.orElseGet(
            () ->
                new Profile(service.key(), Map.of(), Map.of(), List.of(), List.of(), 0, List.of()));
    var readAt = states.find(service.key()).map(WorkloadState::readAt).orElse(null);
    return new Sheet(
        known(service, counts, readAt, profile),
        Choice.of(profile),
        TraitRow.of(profile),
        Part.of(profile),
        profile.gaps(),
        listed,
        next(profile));
  }

  /** The service that goes by a name and counts itself. */
  ServiceView service(String name) {
    var key = services.find(name).orElseThrow(() -> Refusal.notFound("service"));
    return services.on(clock.instant()).stream()
        .filter(one -> one.key().equals(key))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("service"));
  }

  /** What is missing, by the groups of features of which nothing is known. */
  private static List<String> next(Profile profile) {
    var next = new ArrayList<String>();
    if (lacks(profile, Feature.Group.BUILD)) {
      next.add("Its pipeline, such as .github/workflows, .gitlab-ci.yml or Jenkinsfile.");
    }
    if (lacks(profile, Feature.Group.RUN) || lacks(profile, Feature.Group.PACKAGE)) {
      next.add("Its manifests: plain ones, a chart with its values, or an overlay with its base.");
    }
    if (lacks(profile, Feature.Group.DELIVER)) {
      next.add("What delivers it, such as its Application of Argo CD.");
    }
    if (lacks(profile, Feature.Group.OBSERVE)) {
      next.add("Its monitors and alert rules.");
    }
    return next;
  }

  private static boolean lacks(Profile profile, Feature.Group group) {
    return profile.choices().keySet().stream().noneMatch(one -> one.group() == group);
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(zone));
  }
}
