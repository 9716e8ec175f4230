package plimsoll.readiness;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import plimsoll.survey.Keying;
import plimsoll.survey.Sheet;

/**
 * Everything that a reading is judged from. Not safe to show: it holds single persons' answers.
 *
 * @param edition the edition of the method to judge by
 * @param seed of the draws; the same seed and case give the same result
 * @param minimumGroup fewest people whose score may be shown, 5 or more
 * @param keying the survey's constructs; without any when nothing was asked
 * @param groups the groups between the organisation and the teams, such as departments; empty where
 *     teams stand under the organisation itself
 * @param teams all teams, those without an answer included
 * @param records what machines recorded
 * @param connected criteria for which a source of records is connected, so that "none" means none
 * @param patterns how services are deployed; null when no manifest was read
 * @param teamsOwningProduction teams that own a production service; null when not known
 * @param platform what is known of a platform
 * @param previous what was published last; null at the first reading
 * @param earlierRosters opaque ids of the people behind each score that was published before, of
 *     teams, groups and all alike; each roster once
 */
public record Case(
    Edition edition,
    long seed,
    int minimumGroup,
    Keying keying,
    List<Group> groups,
    List<Team> teams,
    List<Recorded> records,
    Set<Criterion> connected,
    PatternEvidence patterns,
    Integer teamsOwningProduction,
    PlatformFacts platform,
    Readiness previous,
    Set<Set<String>> earlierRosters) {

  public Case {
    BadCase.unless(edition != null, "say by which edition of the method to judge");
    BadCase.unless(keying != null, "say new Keying(List.of()) where nothing was asked");
    groups = List.copyOf(groups);
    teams = List.copyOf(teams);
    records = List.copyOf(records);
    connected = Set.copyOf(connected);
    earlierRosters = Set.copyOf(earlierRosters);
    BadCase.unless(platform != null, "say PlatformFacts.none() where there is no platform");
    BadCase.unless(minimumGroup >= 5, "a minimum group of %d is below 5", minimumGroup);
    BadCase.unless(
        teamsOwningProduction == null || teamsOwningProduction >= 0,
        "the number of teams cannot be negative");
    once(keying.constructs().stream().map(Keying.Construct::key).toList(), "construct");
    once(teams.stream().map(Team::key).toList(), "team");
    once(groups.stream().map(Group::key).toList(), "group");
    once(records.stream().map(r -> r.criterion() + " of " + r.team()).toList(), "record");
    Tree.check(groups, teams);
  }

  /**
   * A group of teams, of groups, or of both.
   *
   * @param key its key in the catalog; a team may have the same
   * @param name as people call it
   * @param parent key of the group above; null where that is the organisation
   */
  public record Group(String key, String name, String parent) {

    public Group {
      BadCase.unless(key != null && name != null, "a group needs a key and a name");
    }
  }

  /**
   * One team and what its people answered.
   *
   * @param key its key in the catalog
   * @param name as people call it
   * @param group key of the group it stands in; null where that is the organisation
   * @param roster how many people were in it when they were asked; answers beyond it count, and the
   *     roster is then taken to be the number of answers
   * @param people opaque ids of the same people, to compare rosters of readings; empty when not
   *     known
   * @param sheets one for each person who answered
   */
  public record Team(
      String key, String name, String group, int roster, Set<String> people, List<Sheet> sheets) {

    public Team {
      people = Set.copyOf(people);
      sheets = List.copyOf(sheets);
      BadCase.unless(key != null && name != null, "a team needs a key and a name");
      BadCase.unless(roster >= 0, "team %s has a negative roster", key);
    }

    /** A team that stands under the organisation itself. */
    public Team(String key, String name, int roster, Set<String> people, List<Sheet> sheets) {
      this(key, name, null, roster, people, sheets);
    }

    /** People in the team, never fewer than those who answered. */
    public int size() {
      return Math.max(roster, sheets.size());
    }
  }

  private static void once(List<String> keys, String what) {
    var seen = new HashSet<String>();
    for (String key : keys) BadCase.unless(seen.add(key), "%s %s stands twice", what, key);
  }
}
