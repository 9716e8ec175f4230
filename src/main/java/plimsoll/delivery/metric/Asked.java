package plimsoll.delivery.metric;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import plimsoll.statistics.Proportion;

/**
 * How often other teams' deployments waited for a ticket to one team.
 *
 * @param team that was asked, by its key in small letters
 * @param waited deployments of others with a ticket to it
 * @param known deployments of others of which it is known whether they waited and for whom
 * @param deployments all of others
 */
public record Asked(String team, int waited, int known, int deployments) {

  /** Null where so little is known that the rest could turn it over. */
  public Proportion share() {
    return known < Drawn.COVERAGE_MIN * deployments || known == 0
        ? null
        : new Proportion(waited, known);
  }

  /**
   * One for each team and each that a ticket went to, by key.
   *
   * @param teams keys of those that may not have been asked at all
   */
  static List<Asked> of(Collection<Judged> deployments, Collection<String> teams) {
    var waited = new HashMap<String, Integer>();
    var known = new HashMap<String, Integer>();
    var owned = new HashMap<String, Integer>();
    var all = new TreeSet<String>();
    teams.forEach(team -> all.add(small(team)));
    for (var one : deployments) {
      var owner = small(one.team());
      var asked = toTeam(one);
      owned.merge(owner, 1, Integer::sum);
      if (tells(one)) known.merge(owner, 1, Integer::sum);
      if (asked.isEmpty()) continue;
      all.add(asked);
      if (!asked.equals(owner)) waited.merge(asked, 1, Integer::sum);
    }
    int told = sum(known);
    return all.stream()
        .map(
            team ->
                new Asked(
                    team,
                    of(team, waited),
                    told - of(team, known),
                    deployments.size() - of(team, owned)))
        .toList();
  }

  private static int of(String team, Map<String, Integer> counts) {
    return counts.getOrDefault(team, 0);
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(n -> n).sum();
  }

  /** It named no ticket, or one of which it is known whom it asked. */
  private static boolean tells(Judged one) {
    boolean none = one.deployment().ticket() == null && !one.ticketInferred();
    return none ? one.saysTrigger() : !toTeam(one).isEmpty();
  }

  /** Empty where there was no ticket, or nobody knows to whom. */
  private static String toTeam(Judged one) {
    return one.ticket() == null ? "" : small(one.ticket().toTeam());
  }

  private static String small(String team) {
    return team == null ? "" : team.toLowerCase(Locale.ROOT);
  }
}
