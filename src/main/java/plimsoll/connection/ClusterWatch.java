package plimsoll.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import plimsoll.connection.Memory.Place;
import plimsoll.delivery.pull.Halt;
import plimsoll.workload.Observed;

/**
 * Has the changes of each kind told from where its list, or an earlier visit, left off, and hands
 * them on some at a time. Where the cluster no longer knows that place, the kind is listed again.
 */
final class ClusterWatch {
  private static final int WATCHES_MAX = 300;
  private static final int AT_ONCE = 500;
  private static final int WAITING_MAX = 2000;
  private static final int BREAKS_MAX = 5;
  private static final Duration SPEAK = Duration.ofSeconds(2);
  private static final Duration SUCCEED = Duration.ofSeconds(30);

  private final Cluster cluster;
  private final ClusterLists lists;
  private final Visit visit;
  private final Instant end;
  private final BlockingQueue<Told> told = new LinkedBlockingQueue<>(WAITING_MAX);
  private final List<Target> targets = new ArrayList<>();
  private final List<Told> batch = new ArrayList<>();
  private boolean over;

  ClusterWatch(Cluster cluster, ClusterLists lists, Visit visit, List<ObjectKind> kinds) {
    this.cluster = cluster;
    this.lists = lists;
    this.visit = visit;
    this.end = Instant.now().plus(Duration.ofMinutes(visit.settings().minutes()));
    kinds.stream()
        .filter(kind -> !kind.isHelm())
        .forEach(kind -> lists.spaces(kind).forEach(space -> add(kind, space)));
  }

  private void add(ObjectKind kind, String space) {
    var place = visit.memory().places().get(ClusterLists.key(kind, space));
    if (place != null && !place.version().isEmpty()) targets.add(new Target(kind, space));
  }

  /**
   * @return when to come again
   * @throws Halt when it breaks off again and again
   */
  Instant perform() throws InterruptedException {
    if (targets.isEmpty() || targets.size() > WATCHES_MAX) {
      // So many are asked for again and again instead.
      visit.memory().places().replaceAll((key, place) -> unheard(place));
      visit.keep("Read all.", 0, 0);
      return end;
    }
    try {
      listen();
      return Instant.now();
    } finally {
      targets.forEach(Target::close);
    }
  }

  private static Place unheard(Place place) {
    return new Place("", place.listedAt(), place.count());
  }

  private void listen() throws InterruptedException {
    var spoken = Instant.EPOCH;
    var succeeded = Instant.now();
    while (!over && Instant.now().isBefore(end)) {
      for (var target : targets) target.openWhereDue();
      collect();
      if (Duration.between(spoken, Instant.now()).compareTo(SPEAK) >= 0) {
        handOn();
        boolean asked = visit.keep(words(), 0, 0);
        if (asked) return;
        spoken = Instant.now();
      }
      if (Duration.between(succeeded, Instant.now()).compareTo(SUCCEED) >= 0) {
        visit.succeed();
        succeeded = Instant.now();
      }
    }
    handOn();
    visit.succeed();
  }

  private String words() {
    long open = targets.stream().filter(one -> one.watch != null).count();
    return "Listening to changes of " + open + " kinds.";
  }

  /** What is told within a second, up to a batch. */
  private void collect() throws InterruptedException {
    var first = told.poll(1, TimeUnit.SECONDS);
    if (first == null) return;
    take(first);
    for (var next = told.poll(); next != null; next = told.poll()) {
      take(next);
      if (batch.size() >= AT_ONCE) handOn();
    }
  }

  private void take(Told one) throws InterruptedException {
    if (one.watching != one.target.watching) return;
    if (one.closed) {
      one.target.broken(one.cause);
    } else {
      one.target.breaks = 0;
      batch.add(one);
    }
  }

  private void handOn() {
    if (batch.isEmpty()) return;
    var seen = new ArrayList<Observed.Seen>();
    for (var one : batch) {
      if (one.isObject()) seen.add(one.seen());
      one.target.reached(one.version);
      if (ClusterVisit.isDefinitions(one.target.kind)) lookAtDefinition(one);
    }
    var kinds = batch.stream().map(one -> one.target.kind.key()).distinct().toList();
    if (!seen.isEmpty()) visit.observe(false, kinds, seen);
    batch.clear();
  }

  /** What is newly defined is asked for by the next visit, at once. */
  private void lookAtDefinition(Told one) {
    if (one.object == null) return;
    var defined = Definition.kinds(one.object);
    var known = visit.memory().composites();
    boolean gone = one.action == Watcher.Action.DELETED;
    if (gone ? known.stream().anyMatch(defined::contains) : !known.containsAll(defined)) {
      one.target.reached("");
      over = true;
    }
  }

  /**
   * What the cluster told, or that it stopped telling.
   *
   * @param watching by which a late word of one that was closed is known
   */
  private record Told(
      Target target,
      int watching,
      Watcher.Action action,
      JsonNode object,
      String version,
      boolean closed,
      WatcherException cause) {

    boolean isObject() {
      return object != null && !Objects.isLeftOut(target.kind, object);
    }

    Observed.Seen seen() {
      var slim = Objects.slim(target.kind, object);
      return new Observed.Seen(slim.toString(), action == Watcher.Action.DELETED);
    }
  }

  /** One kind, in one namespace or all. */
  private final class Target {
    private final ObjectKind kind;
    private final String space;
    private Watch watch;
    private int watching;
    private int breaks;
    private Instant due = Instant.EPOCH;

    Target(ObjectKind kind, String space) {
      this.kind = kind;
      this.space = space;
    }

    private String key() {
      return ClusterLists.key(kind, space);
    }

    void openWhereDue() throws InterruptedException {
      if (watch != null || due.isAfter(Instant.now())) return;
      var place = visit.memory().places().get(key());
      if (place == null || place.version().isEmpty()) {
        // It is not shown, or no longer there; the next visit looks again.
        due = Instant.MAX;
        return;
      }
      watching++;
      try {
        watch = cluster.watch(kind, space, place.version(), new Ear(watching));
      } catch (KubernetesClientException e) {
        refused(e);
      }
    }

    private void refused(KubernetesClientException e) throws InterruptedException {
      switch (e.getCode()) {
        case 401 -> throw Halt.failed("The cluster does not take the credential. Give a new one.");
        case 403, 404, 405 -> {
          // It may be listed and not watched, so each visit lists it.
          reached("");
          due = Instant.MAX;
        }
        case 410 -> listAgain();
        default -> pause();
      }
    }

    void broken(WatcherException cause) throws InterruptedException {
      close();
      if (cause != null && cause.isHttpGone()) {
        listAgain();
      } else {
        pause();
      }
    }

    private void listAgain() throws InterruptedException {
      handOn();
      lists.list(kind);
      breaks++;
      due = Instant.now().plusSeconds(breaks);
    }

    private void pause() {
      if (++breaks > BREAKS_MAX) {
        throw Halt.troubled("The cluster breaks off again and again. It is tried again.");
      }
      due = Instant.now().plusMillis(250L << breaks);
    }

    void reached(String version) {
      if (version == null) return;
      visit
          .memory()
          .places()
          .computeIfPresent(
              key(), (key, place) -> new Place(version, place.listedAt(), place.count()));
    }

    void close() {
      if (watch != null) watch.close();
      watch = null;
    }

    /** Called by the client's own threads; when nobody takes what it hears, it hears no more. */
    private final class Ear implements Watcher<GenericKubernetesResource> {
      private final int number;

      Ear(int number) {
        this.number = number;
      }

      @Override
      public void eventReceived(Action action, GenericKubernetesResource object) {
        boolean bookmark = action == Action.BOOKMARK;
        var version =
            object.getMetadata() == null ? null : object.getMetadata().getResourceVersion();
        put(
            new Told(
                Target.this,
                number,
                action,
                bookmark ? null : cluster.json(object),
                version,
                false,
                null));
      }

      @Override
      public void onClose() {
        onClose(null);
      }

      @Override
      public void onClose(WatcherException cause) {
        put(new Told(Target.this, number, null, null, null, true, cause));
      }

      private void put(Told one) {
        try {
          told.put(one);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}
