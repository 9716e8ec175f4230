package plimsoll.readiness;

import plimsoll.readiness.Readiness.Trace;

/** Judges a case by measurement 1 to 5, and lets out only what may be shown. */
public final class Judge {

  private Judge() {}

  /**
   * What the case says of the organisation, its groups and its teams by its edition of the method,
   * after the disclosure gate.
   *
   * @throws BadCase when the case contradicts itself
   */
  public static Readiness assess(Case given) {
    var sitting = new Sitting(given);
    var bench = new OrganisationBench(sitting);
    var teams = new TeamBench(sitting, bench.methodError).results();
    var groups = new GroupBench(sitting, bench.methodError, teams).results();
    var bar = new OrganisationVerdict(sitting, bench, teams);
    var verdict = bar.verdict();
    return new Readiness(
        given.edition().name(),
        verdict,
        bench.axes(),
        sitting.release.organisation("EXI"),
        bench.criteria,
        bench.constructs(),
        teams,
        groups,
        sitting.patterns == null ? null : sitting.patterns.shown(),
        Unknowns.of(sitting, teams, groups, verdict, bench.criteria),
        sitting.invited(),
        sitting.counted(),
        sitting.response(),
        trace(sitting, bench, bar),
        sitting.platform);
  }

  private static Trace trace(
      Sitting sitting, OrganisationBench bench, OrganisationVerdict verdict) {
    var worlds = bench.inquiry.worlds;
    var patterns = sitting.patterns;
    return new Trace(
        Worlds.DRAWS,
        sitting.given.seed(),
        bench.rowShares(),
        worlds.met(Worlds.DEVOPS),
        worlds.met(Worlds.NEED),
        sitting.given.teamsOwningProduction(),
        patterns == null ? null : (Integer) patterns.consistent(Patterns.ALL_FEATURES),
        patterns == null ? null : patterns.diverging(),
        sitting.given.platform().exists(),
        verdict.gates,
        bench.methodError.scale());
  }
}
