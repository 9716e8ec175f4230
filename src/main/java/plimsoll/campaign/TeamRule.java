package plimsoll.campaign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import plimsoll.access.Refusal.Fault;
import plimsoll.catalog.TeamView;

/**
 * Which teams to ask, so that it still holds after a reorganisation; one of the three.
 *
 * @param group key of a group of the catalog: all teams below it, at any depth
 * @param name a team's name or key, with {@code *} for any letters, such as "payments-*"
 * @param all true for all teams there are
 */
public record TeamRule(String group, String name, Boolean all) {

  List<Fault> faults() {
    var faults = new ArrayList<Fault>();
    int given = (group == null ? 0 : 1) + (name == null ? 0 : 1) + (all == null ? 0 : 1);
    if (given != 1 || Boolean.FALSE.equals(all)) {
      faults.add(new Fault("/teamRule", "must have one of group, name, and all as true"));
    }
    return faults;
  }

  /**
   * Keys of the teams that it means.
   *
   * @param teams the teams at that moment
   * @param groups the groups above them at that moment
   */
  List<String> of(List<TeamView> teams, List<TeamView> groups) {
    var parents = new HashMap<String, String>();
    groups.forEach(one -> parents.put(one.key(), one.parent()));
    teams.forEach(one -> parents.put(one.key(), one.parent()));
    return teams.stream().filter(team -> means(team, parents)).map(TeamView::key).toList();
  }

  private boolean means(TeamView team, Map<String, String> parents) {
    if (group != null) return below(team.key(), parents, parents.size());
    return name == null || matches(team.key()) || matches(team.name());
  }

  /** A catalog may hold a circle by mistake, so the way up ends after as many steps as groups. */
  private boolean below(String key, Map<String, String> parents, int steps) {
    if (key == null || steps < 0) return false;
    return key.equals(group) || below(parents.get(key), parents, steps - 1);
  }

  private boolean matches(String text) {
    var pattern =
        List.of(name.split("\\*", -1)).stream()
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).matcher(text).matches();
  }
}
