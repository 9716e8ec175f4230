package plimsoll.readiness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plimsoll.disclosure.Published;
import plimsoll.disclosure.Withholding;
import plimsoll.readiness.Verdict.Flip;
import plimsoll.readiness.Verdict.Kind;

/** Each row of both tables, worlds that were made by hand, and what follows from them. */
class TableTest {

  private static Patterns patterns(double divergence, double... within) {
    var cases = new Cases();
    cases.patterns = Cases.patterns(divergence, within);
    return Patterns.of(cases.build());
  }

  private static Patterns apart() {
    return patterns(0.25, 0.1, 0.1, 0.2);
  }

  private static int row(Table table, int devops, int open, int need, int needOpen) {
    return table.row(
        Patterns.ALL_FEATURES,
        new Table.Counts(devops, open, need, needOpen),
        Setting.USUAL,
        Change.NONE);
  }

  private static Table organisation(Integer owning, Patterns patterns) {
    return new Table.OfOrganisation(false, owning, patterns);
  }

  @Test
  void theOrganisationsRows() {
    assertEquals(1, row(new Table.OfOrganisation(true, 9, apart()), 4, 0, 3, 0));
    assertEquals(2, row(organisation(null, null), 2, 0, 0, 0));
    assertEquals(0, row(organisation(5, apart()), 1, 1, 3, 0));
    assertEquals(0, row(organisation(null, apart()), 1, 0, 3, 0));
    assertEquals(3, row(organisation(2, apart()), 1, 0, 3, 0));
    assertEquals(0, row(organisation(3, null), 1, 0, 3, 0));
    assertEquals(4, row(organisation(3, patterns(0.25, 0.1, 0.1, 0.3)), 1, 0, 3, 0));
    assertEquals(5, row(organisation(3, apart()), 1, 0, 2, 0));
    assertEquals(0, row(organisation(3, apart()), 1, 0, 1, 1));
    assertEquals(6, row(organisation(3, apart()), 1, 0, 1, 0));
    assertEquals(7, row(organisation(3, patterns(0.09, 0.1, 0.1, 0.2)), 1, 0, 3, 0));
  }

  @Test
  void divergenceThatIsNotKnownDecidesNothing() {
    var cases = new Cases();
    cases.patterns =
        new PatternEvidence(
            Map.of("a", 0.1, "b", 0.1, "c", 0.1), null, null, Map.of("a", 2), List.of());
    assertEquals(0, row(organisation(3, Patterns.of(cases.build())), 0, 0, 3, 0));
  }

  @Test
  void theOrganisationsVerdicts() {
    var table = organisation(3, null);
    var kinds = new Kind[8];
    for (int row = 0; row < 8; row++) kinds[row] = table.kind(row);
    assertArrayEquals(
        new Kind[] {
          Kind.UNCLEAR,
          Kind.RUN_PLATFORM_AS_PRODUCT,
          Kind.START_WITH_DEVOPS,
          Kind.STANDARDISE,
          Kind.STANDARDISE,
          Kind.BUILD_PLATFORM_TEAM,
          Kind.STANDARDISE,
          Kind.STANDARDISE
        },
        kinds);
  }

  @Test
  void aTeamsRows() {
    assertEquals(1, row(new Table.OfTeam("a", true, null), 2, 0, 0, 0));
    assertEquals(0, row(new Table.OfTeam("a", false, apart()), 1, 1, 0, 0));
    assertEquals(0, row(new Table.OfTeam("a", false, null), 1, 0, 0, 0));
    assertEquals(2, row(new Table.OfTeam("b", true, patterns(0.2, 0.1, 0.3)), 1, 0, 3, 0));
    assertEquals(4, row(new Table.OfTeam("a", true, apart()), 1, 0, 0, 0));
    assertEquals(3, row(new Table.OfTeam("a", false, apart()), 1, 0, 2, 0));
    assertEquals(0, row(new Table.OfTeam("a", false, apart()), 1, 0, 1, 1));
    assertEquals(5, row(new Table.OfTeam("none", false, apart()), 1, 0, 1, 0));
    var table = new Table.OfTeam("a", false, null);
    assertEquals(Kind.UNCLEAR, table.kind(0));
    assertEquals(Kind.START_WITH_DEVOPS, table.kind(1));
    assertEquals(Kind.STANDARDISE, table.kind(2));
    assertEquals(Kind.PLATFORM_CUSTOMER, table.kind(3));
    assertEquals(Kind.PLATFORM_USER, table.kind(4));
    assertEquals(Kind.STEADY, table.kind(5));
  }

  /** 70 in the first so many worlds, 30 in the others. */
  private static double[] high(int worlds) {
    var draws = new double[Worlds.DRAWS];
    for (int w = 0; w < draws.length; w++) draws[w] = w < worlds ? 70 : 30;
    return draws;
  }

  /** D1 is met in the first thousand worlds, D2 in the first five hundred, D3 in none. */
  private static Worlds worlds() {
    var worlds = new Worlds(organisation(2, null));
    worlds.add(Criterion.D1, 50, high(1000));
    worlds.add(Criterion.D2, 28, high(500));
    worlds.add(Criterion.D3, 30, high(0));
    return worlds;
  }

  private static int[] rows(Worlds worlds, Setting setting, Change change) {
    return worlds.rows(setting, change);
  }

  @Test
  void theTableIsAppliedInEachWorld() {
    var worlds = worlds();
    int[] open = rows(worlds, Setting.USUAL, Change.NONE);
    assertArrayEquals(new int[] {500, 0, 500, 1000, 0, 0, 0, 0}, open);
    worlds.add(Criterion.D4, 30, high(0));
    int[] known = rows(worlds, Setting.USUAL, Change.NONE);
    assertArrayEquals(new int[] {0, 0, 500, 1500, 0, 0, 0, 0}, known);
    var kinds = worlds.kinds(Setting.USUAL, Change.NONE);
    assertEquals(Map.of(Kind.START_WITH_DEVOPS, 500, Kind.STANDARDISE, 1500), kinds);
  }

  @Test
  void settingsAndChangesMoveTheWorlds() {
    var worlds = worlds();
    worlds.add(Criterion.D4, 30, high(0));
    assertEquals(1000, rows(worlds, new Setting(50, 1, 2, 0.1), Change.NONE)[2]);
    assertEquals(2000, rows(worlds, new Setting(30, 2, 2, 0.1), Change.NONE)[2]);
    assertEquals(0, rows(worlds, new Setting(71, 1, 2, 0.1), Change.NONE)[2]);
    assertEquals(500, rows(worlds, Setting.USUAL, Change.NONE)[2]);
    assertEquals(1000, rows(worlds, Setting.USUAL, Change.need(Criterion.D2, 20))[2]);
    assertEquals(500, rows(worlds, Setting.USUAL, Change.need(Criterion.D2, 19))[2]);
    assertEquals(0, rows(worlds, Setting.USUAL, Change.need(Criterion.D2, -21))[2]);
    // 28 + 42 / 2 lies under the cut, 50 + 20 / 2 does not
    assertEquals(0, rows(worlds, Setting.USUAL, Change.certainty(Criterion.D2))[2]);
    assertEquals(500, rows(worlds, Setting.USUAL, Change.certainty(Criterion.D1))[2]);
    assertEquals(1500, rows(worlds, Setting.USUAL, Change.owning(3))[0]);
    assertEquals(500, rows(worlds, Setting.USUAL, Change.need(Criterion.P2, 50))[2]);
  }

  @Test
  void needMovesItsOwnRows() {
    var worlds = new Worlds(organisation(3, patterns(0.25, 0.1, 0.1, 0.2)));
    for (Criterion each : Worlds.DEVOPS) worlds.add(each, 30, high(0));
    worlds.add(Criterion.P2, 60, high(2000));
    worlds.add(Criterion.P3, 30, high(600));
    worlds.add(Criterion.P4, 30, high(0));
    assertArrayEquals(
        new int[] {0, 0, 0, 0, 0, 600, 1400, 0}, rows(worlds, Setting.USUAL, Change.NONE));
    assertEquals(2000, rows(worlds, Setting.USUAL, Change.need(Criterion.P4, 20))[5]);
    assertEquals(2000, rows(worlds, Setting.USUAL, Change.consistent(-1))[4]);
    assertEquals(2000, rows(worlds, Setting.USUAL, Change.divergence(-0.2))[7]);
  }

  @Test
  void bestEstimatesAreCountedAsTheyAre() {
    var worlds = worlds();
    assertTrue(worlds.met(Criterion.D1));
    assertFalse(worlds.met(Criterion.D2));
    assertFalse(worlds.met(Criterion.D4));
    assertEquals(1, worlds.met(Worlds.DEVOPS));
    assertEquals(1, worlds.open(Worlds.DEVOPS));
    assertEquals(3, worlds.open(Worlds.NEED));
    assertEquals(0, worlds.bestRow());
    assertEquals(0.25, worlds.probabilityMet(Criterion.D2));
    assertNull(worlds.probabilityMet(Criterion.D4));
    worlds.add(Criterion.D4, 50, high(1));
    assertEquals(2, worlds.bestRow());
    assertEquals(Kind.START_WITH_DEVOPS, worlds.kind(2));
  }

  private static Joined counted(int hits, int trials, double error) {
    return new Joined(null, new Source.Counted(hits, trials), MethodError.of(error));
  }

  /** Practice of which nothing is in doubt but that of one criterion. */
  private static Inquiry inquiry(Integer owning, int met, Joined doubtful) {
    var joined = new EnumMap<Criterion, Joined>(Criterion.class);
    for (int i = 0; i < 4; i++) {
      joined.put(Worlds.DEVOPS.get(i), counted(i < met ? 1000 : 0, 1000, 0));
    }
    if (doubtful != null) joined.put(Criterion.D4, doubtful);
    return new Inquiry(organisation(owning, null), joined, 1, null, 7, "test");
  }

  @Test
  void oneThresholdInThreeChangesAVerdictOfTwoSigns() {
    var inquiry = inquiry(2, 2, null);
    assertEquals(Kind.START_WITH_DEVOPS, inquiry.ruling().kind());
    assertEquals(2.0 / 3, inquiry.robustness(Setting.GRID), 1e-12);
    assertEquals(81, Setting.GRID.size());
    assertEquals(2, inquiry.row(Kind.START_WITH_DEVOPS));
    assertEquals(0, inquiry.row(Kind.STEADY));
    assertEquals(List.of(), inquiry.worthGathering());
  }

  @Test
  void whatIsInDoubtIsWorthGathering() {
    var inquiry = inquiry(2, 1, counted(6, 10, 10));
    assertEquals(List.of(Criterion.D4), inquiry.worthGathering());
    assertEquals(3, inquiry.row(Kind.STANDARDISE));
  }

  private static Published shown(double value) {
    return new Published(value, value, value, null, null);
  }

  /** From 100 down to 50, in standard errors of Beta(1000.5, 0.5): 50 / 0.07058714. */
  @Test
  void theNearestChangeOfEachInputIsFound() {
    var flips = new Flips(inquiry(2, 2, null));
    flips.need(Criterion.D1, shown(100), 5);
    flips.need(Criterion.D3, shown(0), 5);
    flips.need(Criterion.P2, shown(50), 5);
    flips.need(Criterion.D2, Published.withheld(Withholding.TOO_FEW), 5);
    flips.owning(2);
    flips.owning(null);
    flips.patterns(null);
    assertEquals(List.of(new Flip("D1", 100, 50, 708.3, Kind.STANDARDISE)), flips.nearestFirst());
  }

  @Test
  void inputsWithoutErrorComeLast() {
    var flips = new Flips(inquiry(2, 1, null));
    flips.owning(2);
    flips.need(Criterion.D2, shown(0), 5);
    var found = flips.nearestFirst();
    assertEquals(List.of("D2", "P1"), found.stream().map(Flip::input).toList());
    assertEquals(new Flip("P1", 2, 3, null, Kind.UNCLEAR), found.get(1));
    assertEquals(Kind.START_WITH_DEVOPS, found.get(0).becomes());
    assertEquals(50, found.get(0).to());
    var three = new Flips(inquiry(3, 1, null));
    three.owning(3);
    assertEquals(List.of(new Flip("P1", 3, 2, null, Kind.STANDARDISE)), three.nearestFirst());
  }

  /**
   * The groups of features lie (g − 3.5) / 350 apart, a standard deviation of √6 / 350; 0.15 less
   * brings half of them under 0.10.
   */
  @Test
  void patternsFlipByTeamsAndByTheDistanceBetweenThem() {
    var joined = new EnumMap<Criterion, Joined>(Criterion.class);
    Worlds.DEVOPS.forEach(each -> joined.put(each, counted(0, 1000, 0)));
    Worlds.NEED.forEach(each -> joined.put(each, counted(1000, 1000, 0)));
    var inquiry = new Inquiry(organisation(3, apart()), joined, 1, null, 7, "test");
    assertEquals(Kind.BUILD_PLATFORM_TEAM, inquiry.ruling().kind());
    assertEquals(5, inquiry.row(Kind.BUILD_PLATFORM_TEAM));
    var flips = new Flips(inquiry);
    flips.patterns(apart());
    assertEquals(
        List.of(
            new Flip("R2", 0.25, 0.1, 21.4, Kind.UNCLEAR),
            new Flip("R1", 3, 2, null, Kind.STANDARDISE)),
        flips.nearestFirst());
  }
}
