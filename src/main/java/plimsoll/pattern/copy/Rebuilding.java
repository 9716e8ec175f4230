package plimsoll.pattern.copy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import plimsoll.pattern.Implementation;
import plimsoll.pattern.Slot;

/**
 * How often teams built the same thing anew instead of sharing it (measurement 4.5).
 *
 * @param index mean over the slots that have one: 0 where all teams share one implementation, 1
 *     where each has its own; null where no slot has
 * @param slots each slot that a team fills, in their order
 * @param teams every team that fills a slot that has an index, by key
 */
public record Rebuilding(Double index, List<SlotUse> slots, List<TeamRebuilding> teams) {
  /** With fewer teams a slot tells nothing of sharing. */
  public static final int TEAMS = 3;

  /**
   * Who fills a slot how.
   *
   * @param teams T: how many fill it
   * @param implementations I: independent ones; each source that is taken by reference is one,
   *     whoever takes it, and so is each team's own, be it a copy or not. A team counts with what
   *     most of its services use, with a reference where as many use either
   * @param index (I − 1) / (T − 1), 0 to 1; null with fewer than {@link #TEAMS} teams
   * @param own keys of the teams that have their own
   * @param shared keys of the teams that use a source, by source
   */
  public record SlotUse(
      Slot slot,
      int teams,
      int implementations,
      Double index,
      List<String> own,
      Map<String, List<String>> shared) {}

  /**
   * One team's part.
   *
   * @param fillings how often a service of the team fills a slot that three teams or more fill
   * @param rebuilt how many of these are its own, or of a source that no other team uses
   */
  public record TeamRebuilding(String team, int fillings, int rebuilt) {}

  /**
   * What one service fills.
   *
   * @param team key of the team that owns it
   */
  public record Used(String service, String team, List<Implementation> implementations) {}

  public static Rebuilding of(List<Used> services) {
    var uses = new ArrayList<SlotUse>();
    var parts = new TreeMap<String, int[]>();
    for (var slot : Slot.values()) {
      var filled = new Filled(slot, services);
      if (filled.byTeam.isEmpty()) continue;
      uses.add(filled.use());
      if (filled.byTeam.size() >= TEAMS) filled.addTo(parts);
    }
    var index = uses.stream().map(SlotUse::index).filter(each -> each != null).toList();
    return new Rebuilding(
        index.isEmpty() ? null : (Double) mean(index),
        List.copyOf(uses),
        parts.entrySet().stream()
            .map(e -> new TeamRebuilding(e.getKey(), e.getValue()[0], e.getValue()[1]))
            .toList());
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(each -> each).average().orElseThrow();
  }

  /** One slot while it is looked at. */
  private static final class Filled {
    /** Stands for a team's own; no source is called so. */
    private static final String OWN = "";

    private final Slot slot;

    /** How many services use each source, by team. */
    private final Map<String, Map<String, Integer>> byTeam = new TreeMap<>();

    Filled(Slot slot, List<Used> services) {
      this.slot = slot;
      for (var service : services) {
        var sources = new HashSet<String>();
        for (var one : service.implementations()) {
          if (one.slot() == slot) sources.add(one.source() == null ? OWN : one.source());
        }
        if (sources.isEmpty()) continue;
        var own = byTeam.computeIfAbsent(service.team(), any -> new HashMap<>());
        sources.forEach(source -> own.merge(source, 1, Integer::sum));
      }
    }

    SlotUse use() {
      var own = new ArrayList<String>();
      var shared = new TreeMap<String, List<String>>();
      byTeam.forEach(
          (team, sources) -> {
            var most = most(sources);
            if (most.equals(OWN)) own.add(team);
            else shared.computeIfAbsent(most, any -> new ArrayList<>()).add(team);
          });
      int teams = byTeam.size();
      int implementations = own.size() + shared.size();
      Double index = teams < TEAMS ? null : (Double) ((implementations - 1.0) / (teams - 1));
      return new SlotUse(slot, teams, implementations, index, List.copyOf(own), shared);
    }

    /** A reference before an own one, then by the alphabet. */
    private static String most(Map<String, Integer> sources) {
      return sources.entrySet().stream()
          .min(
              Map.Entry.<String, Integer>comparingByValue()
                  .reversed()
                  .thenComparing(e -> e.getKey().equals(OWN))
                  .thenComparing(Map.Entry.comparingByKey()))
          .orElseThrow()
          .getKey();
    }

    void addTo(Map<String, int[]> parts) {
      Map<String, Set<String>> users = new HashMap<>();
      byTeam.forEach(
          (team, sources) ->
              sources
                  .keySet()
                  .forEach(s -> users.computeIfAbsent(s, k -> new HashSet<>()).add(team)));
      byTeam.forEach(
          (team, sources) ->
              sources.forEach(
                  (source, times) -> {
                    var part = parts.computeIfAbsent(team, any -> new int[2]);
                    part[0] += times;
                    if (source.equals(OWN) || users.get(source).size() == 1) part[1] += times;
                  }));
    }
  }
}
