package plimsoll.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.WatcherException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plimsoll.connection.Hearing.Told;
import plimsoll.connection.Memory.Place;
import plimsoll.delivery.pull.Halt;
import plimsoll.json.Json;
import plimsoll.workload.Observed;

/**
 * Has the changes of each kind told from where its list, or an earlier visit, left off, and hands
 * them on some at a time. Where the cluster no longer knows that place, the kind is listed again.
 */
final class ClusterWatch {
  private static final int WATCHES_MAX = 300;
  private static final int AT_ONCE = 500;
  private static final int BREAKS_MAX = 5;
  private static final Duration SPEAK = Duration.ofSeconds(2);
  private static final Duration SUCCEED = Duration.ofSeconds(30);

  private final Cluster cluster;
  private final ClusterLists lists;
  private final Visit visit;
  private final Duration pause;
  private final Instant end;
  private final Hearing hearing = new Hearing();
  private final Map<String, Target> targets = new LinkedHashMap<>();
  private final List<Told> batch = new ArrayList<>();
  private Instant spoken = Instant.EPOCH;
  private Instant succeeded = Instant.now();
  private boolean over;

  /**
   * @param length how long it listens
   * @param pause after the first break; the next one is twice as long
   */
  ClusterWatch(
      Cluster cluster,
      ClusterLists lists,
      Visit visit,
      List<ObjectKind> kinds,
      Duration length,
      Duration pause) {
    this.pause = pause;
    this.cluster = cluster;
    this.lists = lists;
    this.visit = visit;
    this.end = Instant.now().plus(length);
    kinds.stream()
        .filter(kind -> !kind.isHelm())
        .forEach(kind -> lists.spaces(kind).forEach(space -> add(kind, space)));
  }

  private void add(ObjectKind kind, String space) {
    var key = ClusterLists.key(kind, space);
    var place = visit.memory().places().get(key);
    if (place != null && !place.version().isEmpty()) targets.put(key, new Target(kind, space));
  }

  /**
   * @return when to come again
   * @throws Halt when it breaks off again and again
   */
  Instant perform() throws InterruptedException {
    if (targets.size() > WATCHES_MAX) {
      // So many are asked for again and again instead.
      visit.memory().places().replaceAll((key, place) -> unheard(place));
      visit.keep("Read all.", 0, 0);
      return end;
    }
    try (hearing) {
      listen();
      return over ? Instant.now() : end;
    } finally {
      targets.values().forEach(Target::close);
    }
  }

  private static Place unheard(Place place) {
    return new Place("", place.listedAt(), place.count());
  }

  private void listen() throws InterruptedException {
    while (!over && Instant.now().isBefore(end) && isAnyWanted()) {
      for (var target : targets.values()) {
        target.openWhereDue();
        speakWhereDue();
      }
      collect();
    }
    handOn();
    if (!over) targets.values().forEach(Target::doubt);
    visit.succeed();
  }

  private boolean isAnyWanted() {
    return targets.values().stream().anyMatch(one -> !one.due.equals(Instant.MAX));
  }

  /** Whoever is silent for long is believed dead, and to open one may take long. */
  private void speakWhereDue() {
    if (Duration.between(spoken, Instant.now()).compareTo(SPEAK) >= 0) {
      handOn();
      over |= visit.keep(words(), 0, 0);
      spoken = Instant.now();
    }
    if (Duration.between(succeeded, Instant.now()).compareTo(SUCCEED) >= 0) {
      visit.succeed();
      succeeded = Instant.now();
    }
  }

  private String words() {
    long open = targets.values().stream().filter(one -> one.watch != null).count();
    return "Listening to changes of " + open + (open == 1 ? " kind." : " kinds.");
  }

  /** What is told within a second, up to a batch. */
  private void collect() throws InterruptedException {
    for (var next = hearing.next(1000); next != null; next = hearing.next(0)) {
      take(next);
      if (batch.size() >= AT_ONCE) return;
    }
  }

  private void take(Told one) throws InterruptedException {
    var target = targets.get(one.of());
    if (one.watching() != target.watching) {
      hearing.isTaken(one);
    } else if (one.closed()) {
      target.broken(one.cause());
    } else {
      target.breaks = 0;
      target.heard = true;
      batch.add(one);
    }
  }

  private void handOn() {
    if (batch.isEmpty()) return;
    var seen = new ArrayList<Observed.Seen>();
    for (var one : batch) {
      var target = targets.get(one.of());
      target.reached(one.version());
      if (one.json().isEmpty()) continue;
      seen.add(new Observed.Seen(one.json(), one.gone()));
      if (ClusterVisit.isDefinitions(target.kind)) lookAtDefinition(target, one);
    }
    var kinds = batch.stream().map(one -> targets.get(one.of()).kind.key()).distinct().toList();
    if (!seen.isEmpty()) visit.observe(false, kinds, seen);
    batch.forEach(hearing::isTaken);
    batch.clear();
  }

  /** What is newly defined is asked for by the next visit, at once. */
  private void lookAtDefinition(Target target, Told one) {
    var defined = Definition.kinds(Json.read(one.json(), JsonNode.class));
    var known = visit.memory().composites();
    if (one.gone() ? known.stream().anyMatch(defined::contains) : !known.containsAll(defined)) {
      target.reached("");
      over = true;
    }
  }

  /** One kind, in one namespace or all. */
  private final class Target {
    private final ObjectKind kind;
    private final String space;
    private Watch watch;
    private int watching;
    private int breaks;
    private boolean heard;
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
        watch = cluster.watch(kind, space, place.version(), hearing.ear(kind, key(), watching));
      } catch (KubernetesClientException e) {
        refused(e);
      }
    }

    private void refused(KubernetesClientException e) throws InterruptedException {
      switch (e.getCode()) {
        case 401 -> throw Halt.failed("The cluster does not take the credential. Give a new one.");
        case 403, 404, 405 -> leaveToLists();
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
      try {
        lists.list(kind);
      } catch (Halt halt) {
        if (halt.kind() == Halt.Kind.FAILED) throw halt;
        lists.passOver(kind, halt.getMessage());
      }
      pause();
    }

    /** What breaks off alone, such as by an object that is too large, holds up no other kind. */
    private void pause() {
      if (breaks++ < BREAKS_MAX) {
        due = Instant.now().plus(pause.multipliedBy(1L << breaks - 1));
      } else if (targets.values().stream().anyMatch(one -> one.watch != null)) {
        leaveToLists();
      } else {
        throw Halt.troubled("The cluster breaks off again and again. It is tried again.");
      }
    }

    /**
     * Clusters mark the time every minute where nothing changes. Who did not even hear that may sit
     * behind something that holds back what is told, so the next visit lists again.
     */
    void doubt() {
      if (!heard) reached("");
    }

    /** It may be listed and not watched, so each visit lists it. */
    private void leaveToLists() {
      reached("");
      due = Instant.MAX;
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
  }
}
