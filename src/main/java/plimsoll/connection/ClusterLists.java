package plimsoll.connection;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import plimsoll.connection.Memory.Place;
import plimsoll.delivery.pull.Halt;
import plimsoll.workload.Observed;

/**
 * Lists what a cluster holds, a kind at a time, each whole before it is handed on. What the cluster
 * does not have, or does not show, is passed over; the latter is named.
 */
final class ClusterLists {
  private static final int PAGE = 250;

  /** A release of Helm may be a megabyte. */
  private static final int HELM_PAGE = 20;

  /** Where a page is too large. */
  private static final int SMALL_PAGE = 5;

  /** A cluster forgets where one was in a list after some minutes. */
  private static final int BEGINNINGS_MAX = 3;

  private static final int PAGES_MAX = 1000;
  private static final long LETTERS_MAX = 60_000_000;

  private final Cluster cluster;
  private final Visit visit;
  private boolean told = true;

  ClusterLists(Cluster cluster, Visit visit) {
    this.cluster = cluster;
    this.visit = visit;
  }

  /** What the cluster says that it can be asked for; all kinds where it does not say. */
  List<ObjectKind> kinds() throws InterruptedException {
    var answer = cluster.get("/apis");
    if (answer.status() == 413) {
      throw Halt.failed("The cluster's answer is larger than 30 MB, so it was not read.");
    }
    var groups = answer.body().path("groups");
    told = groups.isArray() && !groups.isEmpty();
    if (!told) return ObjectKinds.ALL;
    var versions = new LinkedHashMap<String, Set<String>>();
    for (var group : groups) {
      var served = new TreeSet<String>();
      group.path("versions").forEach(one -> served.add(one.path("version").asText()));
      versions.put(group.path("name").asText(), served);
    }
    return ObjectKinds.ALL.stream()
        .filter(kind -> kind.group().isEmpty() || versions.containsKey(kind.group()))
        .map(kind -> kind.group().isEmpty() ? kind : served(kind, versions.get(kind.group())))
        .toList();
  }

  /** In the version that we know best; another one that it has may be alike enough. */
  private static ObjectKind served(ObjectKind kind, Set<String> versions) {
    var known = kind.versions().stream().filter(versions::contains).toList();
    return known.isEmpty()
        ? versions.stream()
            .filter(one -> one.matches("v[a-z0-9]{1,30}"))
            .findFirst()
            .map(kind::at)
            .orElse(kind)
        : new ObjectKind(kind.group(), known, kind.name(), kind.plural(), kind.spaced());
  }

  /**
   * A kind as it was listed.
   *
   * @param kind in the version that the cluster has
   * @param objects as JSON
   */
  record Listed(ObjectKind kind, List<String> objects) {}

  /**
   * Lists a kind and hands it on.
   *
   * @return empty when it was passed over
   */
  Optional<Listed> list(ObjectKind kind) throws InterruptedException {
    Reading empty = null;
    for (var version : kind.versions()) {
      var reading = new Reading(kind.at(version));
      if (!reading.perform()) continue;
      if (reading.refusal != null) {
        passOver(reading.kind, reading.refusal);
        return Optional.empty();
      }
      if (told || !reading.all.isEmpty() || kind.versions().size() == 1) {
        return Optional.of(handOn(kind, reading));
      }
      if (empty == null) empty = reading;
    }
    if (empty != null) return Optional.of(handOn(kind, empty.unheard()));
    forget(kind);
    return Optional.empty();
  }

  private Listed handOn(ObjectKind kind, Reading read) {
    for (var version : kind.versions()) {
      visit.memory().passedOver().remove(kind.at(version).key());
      removePlaces(kind.at(version));
    }
    observe(read.kind, read.all);
    read.places.forEach(
        (space, place) -> visit.memory().places().put(key(read.kind, space), place));
    return new Listed(read.kind, read.all);
  }

  private void observe(ObjectKind kind, List<String> all) {
    var seen = all.stream().map(one -> new Observed.Seen(one, false)).toList();
    visit.observe(true, List.of(kind.key()), seen);
  }

  /** What was read of it before stays, and it is tried again at the next visit. */
  void passOver(ObjectKind kind, String why) {
    visit.memory().passedOver().put(kind.key(), why);
    visit
        .memory()
        .places()
        .replaceAll(
            (key, place) ->
                key.split(" ")[0].equals(kind.key())
                    ? new Place("", Instant.EPOCH, place.count())
                    : place);
  }

  /** The cluster has it no longer, in no version. */
  void forget(ObjectKind kind) {
    for (var version : kind.versions()) {
      var one = kind.at(version);
      visit.memory().passedOver().remove(one.key());
      if (removePlaces(one)) observe(one, List.of());
    }
  }

  private boolean removePlaces(ObjectKind kind) {
    return visit.memory().places().keySet().removeIf(key -> key.split(" ")[0].equals(kind.key()));
  }

  /** Where the service may only look into some namespaces, it looks into each. */
  List<String> spaces(ObjectKind kind) {
    var named = visit.settings().namespaces();
    return kind.spaced() && !named.isEmpty() ? named : List.of("");
  }

  static String key(ObjectKind kind, String space) {
    return space.isEmpty() ? kind.key() : kind.key() + " " + space;
  }

  /** One kind as it is read from all namespaces that are wanted. */
  private final class Reading {
    private final ObjectKind kind;
    private final List<String> all = new ArrayList<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private int size;
    private String refusal;
    private long letters;

    Reading(ObjectKind kind) {
      this.kind = kind;
      this.size = kind.isHelm() ? HELM_PAGE : PAGE;
    }

    /**
     * Where nobody says which versions there are, one that has nothing may be another than the one
     * that is used: it is looked at again at each visit.
     */
    Reading unheard() {
      places.replaceAll((space, place) -> new Place("", place.listedAt(), place.count()));
      return this;
    }

    /** False when the cluster knows no such kind. */
    boolean perform() throws InterruptedException {
      for (var space : spaces(kind)) {
        int before = all.size();
        var version = read(space);
        if (version == null) return false;
        if (refusal != null) return true;
        places.put(space, new Place(version, Instant.now(), all.size() - before));
      }
      return true;
    }

    /** The version of the list; null when there is none. */
    private String read(String space) throws InterruptedException {
      int before = all.size();
      int beginnings = 1;
      var more = "";
      for (int page = 0; page < PAGES_MAX; page++) {
        var answer = cluster.get(kind.path(space) + query(more));
        switch (answer.status()) {
          case 404:
            return null;
          case 403:
            return refuse("The credential may not read it.");
          case 413:
            if (size == SMALL_PAGE) return refuse("It is larger than is read.");
            size = SMALL_PAGE;
            continue;
          case 410:
            if (beginnings++ == BEGINNINGS_MAX) {
              throw Halt.troubled("The cluster forgot a list again and again while it was read.");
            }
            forgetFrom(before);
            more = "";
            continue;
          default:
            for (var item : answer.body().path("items")) take(item);
        }
        if (letters > LETTERS_MAX) {
          return refuse("There is more than 60 MB of it. Name the namespaces that matter.");
        }
        var head = answer.body().path("metadata");
        more = head.path("continue").asText("");
        if (more.isEmpty()) return head.path("resourceVersion").asText("");
        visit.note("Reading " + kind.name() + ", " + all.size() + " so far.");
      }
      return refuse("There is more of it than is read. Name the namespaces that matter.");
    }

    private String refuse(String why) {
      refusal = why;
      return "";
    }

    private void forgetFrom(int before) {
      var forgotten = all.subList(before, all.size());
      letters -= forgotten.stream().mapToLong(String::length).sum();
      forgotten.clear();
    }

    private void take(JsonNode item) {
      if (Objects.isLeftOut(kind, item)) return;
      var slim = Objects.slim(kind, item).toString();
      letters += slim.length();
      all.add(slim);
    }

    private String query(String more) {
      return "?limit="
          + size
          + (kind.isHelm()
              ? "&fieldSelector="
                  + encoded("type=" + Helm.TYPE)
                  + "&labelSelector="
                  + encoded("owner=helm,status!=superseded")
              : "")
          + (more.isEmpty() ? "" : "&continue=" + encoded(more));
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }
}
