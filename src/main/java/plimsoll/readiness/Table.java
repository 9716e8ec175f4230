package plimsoll.readiness;

import plimsoll.readiness.Verdict.Kind;

/** A decision table: its first row that holds, given how many criteria are met and still open. */
interface Table {

  /**
   * @param view how patterns are looked at, see {@link Patterns#view}
   * @return 0 where what is unknown would decide
   */
  int row(int view, Counts counts, Setting setting, Change change);

  Kind kind(int row);

  /** Null when no manifest was read. */
  Patterns patterns();

  /** How many criteria are met, and of how many nothing is known. */
  record Counts(int devopsMet, int devopsOpen, int needMet, int needOpen) {}

  /** The organisation's (measurement 5.1). */
  record OfOrganisation(boolean platform, Integer owning, Patterns patterns) implements Table {
    private static final int TEAMS = 3;

    private static final Kind[] KINDS = {
      Kind.UNCLEAR,
      Kind.RUN_PLATFORM_AS_PRODUCT,
      Kind.START_WITH_DEVOPS,
      Kind.STANDARDISE,
      Kind.STANDARDISE,
      Kind.BUILD_PLATFORM_TEAM,
      Kind.STANDARDISE,
      Kind.STANDARDISE
    };

    @Override
    public int row(int view, Counts counts, Setting setting, Change change) {
      if (platform) return 1;
      if (counts.devopsMet >= setting.devops()) return 2;
      if (counts.devopsMet + counts.devopsOpen >= setting.devops()) return 0;
      Integer teams = change.owning() == null ? owning : change.owning();
      if (teams == null) return 0;
      return teams < TEAMS ? 3 : byPatterns(view, counts, setting, change);
    }

    private int byPatterns(int view, Counts counts, Setting setting, Change change) {
      if (patterns == null) return 0;
      if (patterns.consistent(view) + change.consistent() < TEAMS) return 4;
      Boolean diverging = patterns.diverging(view, setting.divergence(), change.divergence());
      if (diverging == null) return 0;
      if (!diverging) return 7;
      if (counts.needMet >= setting.need()) return 5;
      return counts.needMet + counts.needOpen >= setting.need() ? 0 : 6;
    }

    @Override
    public Kind kind(int row) {
      return KINDS[row];
    }
  }

  /** A team's (measurement 5.2). */
  record OfTeam(String team, boolean usesPlatform, Patterns patterns) implements Table {

    private static final Kind[] KINDS = {
      Kind.UNCLEAR,
      Kind.START_WITH_DEVOPS,
      Kind.STANDARDISE,
      Kind.PLATFORM_CUSTOMER,
      Kind.PLATFORM_USER,
      Kind.STEADY
    };

    @Override
    public int row(int view, Counts counts, Setting setting, Change change) {
      if (counts.devopsMet >= setting.devops()) return 1;
      if (counts.devopsMet + counts.devopsOpen >= setting.devops()) return 0;
      if (patterns == null) return 0;
      if (!patterns.consistent(view, team)) return 2;
      if (usesPlatform) return 4;
      if (counts.needMet >= setting.need()) return 3;
      return counts.needMet + counts.needOpen >= setting.need() ? 0 : 5;
    }

    @Override
    public Kind kind(int row) {
      return KINDS[row];
    }
  }
}
