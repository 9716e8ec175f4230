package plimsoll.readiness;

import java.util.HashSet;
import java.util.Set;
import plimsoll.statistics.Chance;

/** Organisations of any size, for those who measure from other rooms. The same call, the same. */
public final class Organisation {
  private static final double RECORD_BIAS = 8;

  private Organisation() {}

  /**
   * The second wave of an organisation near all thresholds, with records, patterns, the reading of
   * the wave before and its rosters.
   *
   * @param people in each team, of whom three quarters answer
   */
  public static Case of(int teams, int people) {
    var world = world(teams, people);
    var first = world.wave();
    var now = world.wave();
    now.previous = first.assess();
    now.earlier.addAll(rosters(now));
    return now.build();
  }

  /** What one wave of such an organisation brought, and what was published of it. */
  public static Wave wave(int teams, int people) {
    var wave = world(teams, people).wave();
    return new Wave(wave.assess(), wave.keying, wave.teams);
  }

  /** The same without a history, which is then as fast to make as to answer. */
  public static Case first(int teams, int people) {
    return world(teams, people).wave().build();
  }

  private static World world(int teams, int people) {
    var world = new World(new Chance(20261123), teams, World.Kind.HARD, RECORD_BIAS);
    java.util.Arrays.fill(world.rosters, people);
    return world;
  }

  private static Set<Set<String>> rosters(Cases cases) {
    var rosters = new HashSet<Set<String>>();
    var all = new HashSet<String>();
    for (var team : cases.teams) {
      rosters.add(team.people());
      all.addAll(team.people());
    }
    rosters.add(all);
    return rosters;
  }
}
