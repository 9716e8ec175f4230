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

  private static final int PAGES_MAX = 1000;
  private static final long LETTERS_MAX = 60_000_000;

  private final Cluster cluster;
  private final Visit visit;

  ClusterLists(Cluster cluster, Visit visit) {
    this.cluster = cluster;
    this.visit = visit;
  }

  /** What the cluster says that it can be asked for; all kinds where it does not say. */
  List<ObjectKind> kinds() throws InterruptedException {
    var groups = cluster.get("/apis").body().path("groups");
    if (!groups.isArray() || groups.isEmpty()) return ObjectKinds.ALL;
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
   */
  record Listed(ObjectKind kind, List<JsonNode> objects) {}

  /**
   * Lists a kind and hands it on.
   *
   * @return empty when it was passed over
   */
  Optional<Listed> list(ObjectKind kind) throws InterruptedException {
    for (var version : kind.versions()) {
      var one = kind.at(version);
      var reading = new Reading(one);
      if (!reading.perform()) continue;
      if (reading.refusal != null) {
        passOver(one, reading.refusal);
        return Optional.empty();
      }
      handOn(one, reading);
      return Optional.of(new Listed(one, reading.all));
    }
    forget(kind);
    return Optional.empty();
  }

  private void handOn(ObjectKind kind, Reading read) {
    observe(kind, read.all);
    visit.memory().passedOver().remove(kind.key());
    read.places.forEach((space, place) -> visit.memory().places().put(key(kind, space), place));
  }

  private void observe(ObjectKind kind, List<JsonNode> all) {
    var seen = all.stream().map(one -> new Observed.Seen(one.toString(), false)).toList();
    visit.observe(true, List.of(kind.key()), seen);
  }

  /** What was read of it before stays, and it is tried again at the next visit. */
  private void passOver(ObjectKind kind, String why) {
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
      boolean known =
          visit.memory().places().keySet().removeIf(key -> key.split(" ")[0].equals(one.key()));
      if (known) observe(one, List.of());
    }
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
    private final List<JsonNode> all = new ArrayList<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private String refusal;
    private long letters;

    Reading(ObjectKind kind) {
      this.kind = kind;
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
      var more = "";
      for (int page = 0; page < PAGES_MAX; page++) {
        var answer = cluster.get(kind.path(space) + query(more));
        if (answer.status() == 404) return null;
        if (answer.status() == 403) return refuse("The credential may not read it.");
        if (answer.status() == 410) {
          throw Halt.troubled("The cluster forgot a list while it was read.");
        }
        for (var item : answer.body().path("items")) take(item);
        if (letters > LETTERS_MAX) {
          return refuse("There is more than 60 MB of it. Name the namespaces that matter.");
        }
        var head = answer.body().path("metadata");
        more = head.path("continue").asText("");
        if (more.isEmpty()) return head.path("resourceVersion").asText("");
      }
      return refuse("There is more of it than is read. Name the namespaces that matter.");
    }

    private String refuse(String why) {
      refusal = why;
      return "";
    }

    private void take(JsonNode item) {
      if (Objects.isLeftOut(kind, item)) return;
      var slim = Objects.slim(kind, item);
      letters += slim.toString().length();
      all.add(slim);
    }

    private String query(String more) {
      return "?limit="
          + (kind.isHelm() ? HELM_PAGE : PAGE)
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
