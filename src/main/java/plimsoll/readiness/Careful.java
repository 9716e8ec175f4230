package plimsoll.readiness;

/** A case without the sheets that look filled in without reading. */
final class Careful {

  private Careful() {}

  static Case of(Case given) {
    var teams = given.teams().stream().map(Careful::team).toList();
    return new Case(
        given.edition(),
        given.seed(),
        given.minimumGroup(),
        given.keying(),
        given.groups(),
        teams,
        given.records(),
        given.connected(),
        given.patterns(),
        given.teamsOwningProduction(),
        given.platform(),
        given.previous(),
        given.earlierRosters());
  }

  private static Case.Team team(Case.Team team) {
    var careful = team.sheets().stream().filter(sheet -> !sheet.careless()).toList();
    return new Case.Team(
        team.key(), team.name(), team.group(), team.size(), team.people(), careful);
  }
}
