package plimsoll.workload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import plimsoll.access.Refusal;
import plimsoll.catalog.Problem;
import plimsoll.catalog.Services;
import plimsoll.delivery.Collisions;
import plimsoll.delivery.Taken;

/** Takes in files of services as people and pipelines send them. */
@ApplicationScoped
public class Workloads {
  static final String UPLOAD = "upload";

  /** What a machine says of itself has no such origin: only connections do. */
  private static final Pattern ORIGIN = Pattern.compile("upload(:.+)?|git:.+|ci:.+");

  private static final int ORIGIN_LENGTH_MAX = 200;
  private static final int SECONDS_TO_WAIT = 20;

  /** Each may unpack some ten megabytes. */
  private final Semaphore places = new Semaphore(3);

  @Inject Services services;
  @Inject WorkloadFiles files;
  @Inject Sightings sightings;
  @Inject Clock clock;

  /**
   * Takes a body; the answer is given only once all is stored.
   *
   * @param name of the service, or another name that it goes by; one that nobody knows is made
   * @throws Refusal when nothing of it can be taken
   */
  Taken take(String name, String origin, String path, InputStream body) {
    var from = origin(origin);
    var at = Parcel.path(path);
    return inTurn(
        () -> {
          var parcel = Parcel.of(body, from, at);
          return take(name, from, parcel);
        });
  }

  /** Takes in what a live system holds; all of it, or nothing. */
  void observed(@Observes Observed event) {
    Collisions.retry(
        () -> {
          sightings.take(event);
          return null;
        });
  }

  private Taken take(String name, String origin, Parcel parcel) {
    var notes = new ArrayList<>(parcel.notes());
    boolean known = services.find(name).isPresent();
    if (parcel.files().isEmpty()) {
      return new Taken(0, 0, parcel.passedOver(), parcel.problems(), notes);
    }
    var service = key(name);
    if (service.equals(Services.LEFT_OUT)) {
      notes.add(new Problem(0, "People here left this service out, so nothing is kept of it."));
      int all = parcel.files().size() + parcel.passedOver();
      return new Taken(0, 0, all, parcel.problems(), notes);
    }
    if (!known) {
      notes.add(
          new Problem(
              0, "No service went by this name. It is kept as a new one, which no team owns yet."));
    }
    var kept = Collisions.retry(() -> keep(service, origin, parcel));
    return new Taken(
        parcel.count(kept.accepted()),
        parcel.count(kept.duplicates()),
        parcel.passedOver(),
        parcel.problems(),
        notes);
  }

  private WorkloadFiles.Kept keep(String service, String origin, Parcel parcel) {
    var now = clock.instant();
    return parcel.whole()
        ? files.replace(service, origin, parcel.files(), now)
        : files.put(service, parcel.files().get(0), now);
  }

  private String key(String name) {
    try {
      return services.findOrCreate(name);
    } catch (IllegalArgumentException e) {
      throw Refusal.wrong("service", "The name of the service " + e.getMessage() + ".");
    }
  }

  /**
   * Takes files away again.
   *
   * @param origin null for all
   * @param path null for all
   * @return how many there were
   */
  int remove(String service, String origin, String path) {
    var now = clock.instant();
    List<String> origins =
        origin != null
            ? List.of(origin)
            : files.listed(service).stream().map(WorkloadFiles.Listed::origin).distinct().toList();
    return origins.stream()
        .mapToInt(one -> Collisions.retry(() -> files.remove(service, one, path, now)).size())
        .sum();
  }

  private static String origin(String given) {
    if (given == null || given.isBlank()) return UPLOAD;
    var origin = given.strip();
    if (origin.length() > ORIGIN_LENGTH_MAX
        || !ORIGIN.matcher(origin).matches()
        || origin.chars().anyMatch(Character::isISOControl)) {
      throw Refusal.wrong(
          "origin",
          "The origin is \"upload\", \"git:\" and the name of a repository, or \"ci:\" and the name"
              + " of a pipeline. A cluster is connected under /connections, or what it holds is sent"
              + " to /api/v1/platform/objects/ and its name.");
    }
    return origin;
  }

  private Taken inTurn(Supplier<Taken> work) {
    boolean mine = false;
    try {
      mine = places.tryAcquire(SECONDS_TO_WAIT, TimeUnit.SECONDS);
      if (!mine) {
        throw Refusal.tooMany(
            "Too many archives come at once. Nothing of this one was stored; send it again.", 5);
      }
      return work.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal(503, "The service stops. Nothing was stored; send it again.");
    } finally {
      if (mine) places.release();
    }
  }
}
