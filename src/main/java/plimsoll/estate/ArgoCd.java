package plimsoll.estate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import plimsoll.estate.Application.Sync;
import plimsoll.estate.PlatformView.Share;
import plimsoll.estate.PlatformView.Synced;
import plimsoll.platform.Drift;
import plimsoll.platform.Quarter;
import plimsoll.statistics.Proportion;

/**
 * What Argo CD did. Its syncs are counted here as syncs and nowhere as deployments: these come by
 * its notifications alone, to {@code /api/v1/deliveries/argocd}.
 */
@ApplicationScoped
@Transactional
public class ArgoCd {
  @Inject TrackedObjects objects;

  /**
   * @return null when it never told anything
   */
  Synced synced(Quarter within) {
    var all = Tracked.once(objects.all(Part.APPLICATION));
    if (all.isEmpty()) return null;
    var sets = there(Part.APPLICATION_SET);
    var there = there(Part.APPLICATION).stream().map(ArgoCd::facts).toList();
    var syncs =
        all.stream()
            .flatMap(one -> facts(one).syncs().stream())
            .filter(one -> one.finishedAt() != null && within.contains(one.finishedAt()))
            .toList();
    return new Synced(
        there.size(),
        count(there, one -> one.madeBy() != null),
        count(there, one -> one.sources() > 1),
        sets.size(),
        count(sets, one -> one.facts(Generated.class).broken()),
        (int) there.stream().map(Application::project).filter(Objects::nonNull).distinct().count(),
        share(there, Application::automated),
        share(there, Application::selfHeal),
        byWhom(syncs),
        count(syncs, one -> one.automated() == null),
        share(syncs, one -> !one.phase().equals("Succeeded")),
        Drift.of(
            all.stream()
                .map(ArgoCd::facts)
                .map(one -> new Drift.Course(one.sync(), one.health()))
                .toList(),
            within));
  }

  private static Share byWhom(List<Sync> syncs) {
    return share(syncs.stream().filter(one -> one.automated() != null).toList(), Sync::automated);
  }

  private List<Tracked> there(Part part) {
    return Tracked.once(objects.all(part)).stream().filter(one -> one.goneAt() == null).toList();
  }

  private static Application facts(Tracked one) {
    return one.facts(Application.class);
  }

  private static <T> int count(List<T> all, Predicate<T> holds) {
    return (int) all.stream().filter(holds).count();
  }

  private static <T> Share share(List<T> all, Predicate<T> holds) {
    return Share.of(new Proportion(count(all, holds), all.size()));
  }
}
