package plimsoll.delivery.metric;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What reached production, service by service, in the order of time. */
final class History {
  private final Map<String, List<Deployment>> byService = new TreeMap<>();
  private final Map<String, List<Deployment>> known = new HashMap<>();
  private final Map<String, Deployment> previous = new HashMap<>();
  private final List<Deployment> mending = new ArrayList<>();

  /**
   * @param judged true for the deployments that are to be judged: of some services all from a
   *     moment on
   */
  History(Events events, Predicate<Deployment> judged) {
    for (var one : events.deployments()) {
      if (!one.reachedProduction()) continue;
      known.computeIfAbsent(one.service(), service -> new ArrayList<>()).add(one);
      if (judged.test(one)) add(one);
      else if (one.remediates() != null) mending.add(one);
    }
  }

  Collection<List<Deployment>> services() {
    return byService.values();
  }

  /** Those that are not to be judged themselves, but say that they mend something. */
  List<Deployment> mending() {
    return mending;
  }

  /** The one before it on the same service; null for the first. */
  Deployment before(Deployment deployment) {
    return previous.get(deployment.key());
  }

  /**
   * The last one on a service that ended at or before a moment, however long; null when there is
   * none.
   */
  Deployment lastBefore(String service, Instant at) {
    var all = known.getOrDefault(service, List.of());
    int next = Timeline.firstAfter(all, Deployment::finishedAt, at);
    return next == 0 ? null : all.get(next - 1);
  }

  private void add(Deployment deployment) {
    var line = byService.computeIfAbsent(deployment.service(), service -> new ArrayList<>());
    if (!line.isEmpty()) {
      previous.put(deployment.key(), line.get(line.size() - 1));
    }
    line.add(deployment);
  }
}
