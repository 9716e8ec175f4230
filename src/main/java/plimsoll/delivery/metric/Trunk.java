package plimsoll.delivery.metric;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What arrived on the default branches. */
final class Trunk {
  private final Map<String, Change> byKey = new HashMap<>();
  private final Map<String, Change> bySha = new HashMap<>();
  private final Map<String, Change> landedBySha = new HashMap<>();
  private final Map<String, List<Change>> byRepository = new HashMap<>();

  Trunk(List<Change> changes) {
    changes.forEach(this::add);
  }

  /**
   * The change of a commit: as it arrived in a repository, or where it is not known there, as it
   * arrived first anywhere, as in the repository of which that one is a copy.
   *
   * @param repository null when not known
   * @return null when it is not known
   */
  Change find(String repository, String sha) {
    if (sha == null) {
      return null;
    }
    var there = byKey.get(repository + "@" + sha);
    return there == null ? bySha.get(sha) : there;
  }

  /**
   * What another name stands for: the commit that a request was squashed to, or the change that an
   * artifact was made of.
   *
   * @return itself where it is no other name, or nothing is known behind it
   */
  Change landed(Change named) {
    var there = byKey.get(named.repository() + "@" + named.landedAs());
    return there != null && there.landedAsItself()
        ? there
        : landedBySha.getOrDefault(named.landedAs(), named);
  }

  /** What arrived in a repository after one moment and until another, that one included. */
  List<Change> between(String repository, Instant after, Instant until) {
    var all = byRepository.getOrDefault(repository, List.of());
    int first = Timeline.firstAfter(all, Change::mergedAt, after);
    return all.subList(first, Math.max(first, Timeline.firstAfter(all, Change::mergedAt, until)));
  }

  private void add(Change change) {
    byKey.put(change.key(), change);
    bySha.putIfAbsent(change.sha(), change);
    if (change.landedAsItself()) {
      landedBySha.putIfAbsent(change.sha(), change);
      byRepository.computeIfAbsent(change.repository(), name -> new ArrayList<>()).add(change);
    }
  }
}
