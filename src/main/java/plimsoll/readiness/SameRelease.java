package plimsoll.readiness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import plimsoll.readiness.Readiness.ConstructResult;
import plimsoll.readiness.Readiness.CriterionResult;

/**
 * Whether a cut that is judged again shows of people what it showed first, or less, and never more:
 * two releases of one wave would give away by their difference what each of them hides (measurement
 * 8.4, P7).
 */
public final class SameRelease {
  private final Map<String, Object> first;
  private final List<String> beyond = new ArrayList<>();

  private SameRelease(Readiness first) {
    this.first = shown(first);
  }

  /** What is shown again that was not shown first, or not so; empty where all is well. */
  public static List<String> beyond(Readiness first, Readiness again) {
    var same = new SameRelease(first);
    shown(again).forEach(same::compare);
    return same.beyond.stream().sorted().toList();
  }

  private void compare(String what, Object again) {
    if (!Objects.equals(first.get(what), again)) beyond.add(what);
  }

  /** All that tells of people, by where it stands; what is withheld is left out. */
  private static Map<String, Object> shown(Readiness found) {
    var shown = new HashMap<String, Object>();
    put(shown, "how many answered", found.answered());
    put(shown, "the share that answered", found.response());
    add(shown, "the organisation", found.criteria(), found.constructs());
    for (var team : found.teams()) {
      put(shown, "the share that answered in " + team.team(), team.response());
      add(shown, team.team(), team.criteria(), team.constructs());
    }
    for (var group : found.groups()) {
      put(shown, "the share that answered in the group " + group.group(), group.response());
      add(shown, "the group " + group.group(), group.criteria(), group.constructs());
    }
    return shown;
  }

  private static void add(
      Map<String, Object> shown,
      String where,
      List<CriterionResult> criteria,
      List<ConstructResult> constructs) {
    for (var each : criteria) {
      if (each.said().shown()) shown.put(each.criterion() + " of " + where, each.said());
    }
    for (var each : constructs) {
      if (each.score().shown()) shown.put(each.construct() + " scored of " + where, each);
    }
  }

  private static void put(Map<String, Object> shown, String what, Object value) {
    if (value != null) shown.put(what, value);
  }
}
