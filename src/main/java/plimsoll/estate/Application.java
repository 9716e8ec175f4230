package plimsoll.estate;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import plimsoll.document.Node;
import plimsoll.platform.States;

/**
 * What is kept of an Application of Argo CD. Whether a person started a sync is kept, never who.
 *
 * @param project null when it names none
 * @param sources how many it is made of
 * @param madeBy name of the ApplicationSet or Application that made it; null for what somebody
 *     wrote
 * @param applications how many Applications it holds itself
 * @param automated whether what is written down is synced without a person
 * @param selfHeal whether what was changed by hand is changed back
 * @param names under which its service may be known, likeliest first
 * @param teams names under which its team may be known
 * @param syncs in the order of time, as far back as was ever told, at most 500
 * @param sync its states of being in sync
 * @param health its states of health
 */
record Application(
    String project,
    int sources,
    String madeBy,
    int applications,
    boolean automated,
    boolean selfHeal,
    List<String> names,
    List<String> teams,
    List<Sync> syncs,
    States sync,
    States health) {
  private static final int MOST = 500;

  /** The history is written while the operation comes to its end. */
  private static final Duration AT_ONCE = Duration.ofSeconds(5);

  /**
   * One sync to its end.
   *
   * @param finishedAt null while it runs
   * @param automated false when a person began it; null when not told
   * @param phase such as "Succeeded"
   */
  record Sync(Instant startedAt, Instant finishedAt, Boolean automated, String phase) {}

  static Application of(ClusterObject object) {
    var spec = object.at("spec");
    var policy = spec.at("syncPolicy", "automated");
    boolean automated = policy.isMap() && !policy.at("enabled").isFalse();
    var facts = Requested.of(object);
    return new Application(
        object.text("spec", "project"),
        spec.at("sources").isList() ? spec.at("sources").items().size() : 1,
        madeBy(object),
        (int)
            object.at("status", "resources").items().stream()
                .filter(one -> one.at("kind").text().equals("Application"))
                .count(),
        automated,
        automated && policy.at("selfHeal").isTrue(),
        Stream.concat(facts.services().stream(), Stream.of(object.name())).distinct().toList(),
        facts.teams(),
        syncs(object),
        States.none(),
        States.none());
  }

  /** With what a look at it showed, and what was known before. */
  Application seen(ClusterObject object, Application before, Instant at) {
    var state = object.text("status", "sync", "status");
    var health = object.text("status", "health", "status");
    return new Application(
        project,
        sources,
        madeBy,
        applications,
        automated,
        selfHeal,
        names,
        teams,
        before == null ? syncs : joined(before.syncs, syncs),
        (before == null ? States.none() : before.sync).seen(state, at),
        (before == null ? States.none() : before.health).seen(health, at));
  }

  /** What was told of a sync last holds. */
  private static List<Sync> joined(List<Sync> before, List<Sync> now) {
    var all =
        Stream.concat(before.stream(), now.stream())
            .collect(toMap(Sync::startedAt, one -> one, (one, later) -> later, TreeMap::new));
    return all.values().stream().skip(Math.max(0, all.size() - MOST)).toList();
  }

  private static String madeBy(ClusterObject object) {
    var set =
        object.at("metadata", "ownerReferences").items().stream()
            .filter(one -> one.at("kind").text().equals("ApplicationSet"))
            .map(one -> ClusterObject.text(one.at("name")))
            .filter(Objects::nonNull)
            .findFirst();
    return set.or(
            () ->
                object
                    .labelled("argocd.argoproj.io/tracking-id")
                    .map(id -> id.replaceFirst(":.*", "")))
        .or(() -> object.labelled("argocd.argoproj.io/instance"))
        .filter(name -> !name.equals(object.name()))
        .orElse(null);
  }

  private static List<Sync> syncs(ClusterObject object) {
    var past = new ArrayList<Sync>();
    for (var entry : object.at("status", "history").items()) {
      var finished = object.moment(entry.at("deployedAt"));
      var started = object.moment(entry.at("deployStartedAt"));
      if (finished == null) continue;
      past.add(
          new Sync(started == null ? finished : started, finished, automated(entry), "Succeeded"));
    }
    var current = current(object);
    if (current != null && past.stream().noneMatch(one -> same(one, current))) past.add(current);
    return joined(List.of(), past);
  }

  /** A dry run, and a sync of some resources alone, bring no new state of the whole. */
  private static Sync current(ClusterObject object) {
    var state = object.at("status", "operationState");
    var sync = state.at("operation", "sync");
    var started = object.moment(state.at("startedAt"));
    boolean whole = sync.at("resources").items().isEmpty() && !sync.at("dryRun").isTrue();
    var phase = ClusterObject.text(state.at("phase"));
    return started == null || phase == null || !whole
        ? null
        : new Sync(
            started,
            object.moment(state.at("finishedAt")),
            automated(state.at("operation")),
            phase);
  }

  private static boolean same(Sync past, Sync current) {
    return past.startedAt().equals(current.startedAt())
        || current.finishedAt() != null
            && Duration.between(past.finishedAt(), current.finishedAt()).abs().compareTo(AT_ONCE)
                <= 0;
  }

  private static Boolean automated(Node operation) {
    var by = operation.at("initiatedBy");
    return by.isMap() ? (Boolean) by.at("automated").isTrue() : null;
  }
}
