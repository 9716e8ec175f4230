package plimsoll.readiness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import plimsoll.readiness.Source.Counted;

/** What machines recorded, by team, by group and for all. */
final class Records {

  /** Fewer events than these have no weight. */
  static final double ENOUGH = 10;

  /** In smaller teams a rota or a rescue tells of one person. */
  private static final int ENOUGH_PEOPLE = 3;

  private static final Set<Criterion> OF_PEOPLE = Set.of(Criterion.D1, Criterion.D3);

  private final Case given;
  private final Map<String, Recorded> byKey = new HashMap<>();

  Records(Case given) {
    this.given = given;
    for (Recorded each : given.records()) byKey.put(each.criterion() + " " + each.team(), each);
  }

  Recorded found(Criterion criterion, String team) {
    return byKey.get(criterion + " " + team);
  }

  /** What counts for one team; null when too little was recorded or it would tell of one person. */
  Counted team(Criterion criterion, Case.Team team) {
    Recorded found = found(criterion, team.key());
    if (found == null || found.trials() < ENOUGH || tooFewPeople(criterion, team)) return null;
    return new Counted(found.hits(), found.trials());
  }

  boolean tooFewPeople(Criterion criterion, Case.Team team) {
    return OF_PEOPLE.contains(criterion) && team.size() < ENOUGH_PEOPLE;
  }

  /** All teams with any record, each by its roster; null when there are too few events in all. */
  Source organisation(Criterion criterion) {
    return mixed(criterion, given.teams());
  }

  /** The same of some teams, without those whose records would tell of one person. */
  Source group(Criterion criterion, List<Case.Team> teams) {
    return mixed(criterion, teams.stream().filter(t -> !tooFewPeople(criterion, t)).toList());
  }

  private Source mixed(Criterion criterion, List<Case.Team> teams) {
    var parts = new ArrayList<Counted>();
    var sizes = new ArrayList<Integer>();
    double trials = 0;
    for (Case.Team team : teams) {
      Recorded found = found(criterion, team.key());
      if (found == null || found.trials() == 0) continue;
      parts.add(new Counted(found.hits(), found.trials()));
      sizes.add(team.size());
      trials += found.trials();
    }
    return trials < ENOUGH ? null : new Source.Mixed(List.copyOf(parts), shares(sizes));
  }

  /** The error that is expected of a criterion, as a multiple of the usual one. */
  double unreliability(Criterion criterion) {
    return given.records().stream()
            .filter(r -> r.criterion() == criterion && r.methodError() != null)
            .mapToDouble(Recorded::methodError)
            .max()
            .orElse(given.edition().methodError())
        / given.edition().methodError();
  }

  /** Keys of teams that records name and the case does not have. */
  Set<String> strangers() {
    var strangers = new TreeSet<String>();
    given.records().forEach(r -> strangers.add(r.team()));
    given.teams().forEach(team -> strangers.remove(team.key()));
    return strangers;
  }

  /** By people; alike where nobody is on any roster. */
  private static double[] shares(List<Integer> sizes) {
    double sum = sizes.stream().mapToInt(s -> s).sum();
    return sizes.stream().mapToDouble(s -> sum == 0 ? 1.0 / sizes.size() : s / sum).toArray();
  }
}
