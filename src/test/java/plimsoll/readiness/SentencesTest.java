package plimsoll.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plimsoll.disclosure.Published;
import plimsoll.disclosure.Withholding;
import plimsoll.readiness.Readiness.CriterionResult;
import plimsoll.readiness.Verdict.Kind;
import plimsoll.survey.Keying;
import plimsoll.survey.Sheet;

/** What is said, word for word. */
class SentencesTest {

  @Test
  void numbersHaveNoMoreDigitsThanTheyNeed() {
    assertEquals("4", Words.number(4));
    assertEquals("0.21", Words.number(0.21));
    assertEquals("1,200", Words.number(1200));
    assertEquals("0 %", Words.percent(0));
    assertEquals("less than 1 %", Words.percent(0.004));
    assertEquals("1 %", Words.percent(0.005));
    assertEquals("more than 99 %", Words.percent(0.996));
    assertEquals("100 %", Words.percent(1));
    assertEquals("99 %", Words.percent(0.994));
    assertEquals("1 team", Words.count(1, "team", "teams"));
    assertEquals("3 teams", Words.count(3, "team", "teams"));
    assertEquals("deploys", Words.lower("Deploys"));
  }

  @Test
  void listsEndWithAnd() {
    assertEquals("", Words.list(List.of()));
    assertEquals("a", Words.list(List.of("a")));
    assertEquals("a and b", Words.list(List.of("a", "b")));
    assertEquals("a, b and c", Words.list(List.of("a", "b", "c")));
    assertEquals("a, b and c", Words.list(List.of("a", "b", "c"), 3));
    assertEquals("a, b and 1 more", Words.list(List.of("a", "b", "c"), 2));
  }

  private static CriterionResult result(Criterion criterion, Double value) {
    var none = Sitting.nothing();
    var joined = value == null ? none : new Published(value, value - 7, value + 7, "40", null);
    return new CriterionResult(criterion, none, none, joined, null, false, null);
  }

  private static String title(Criterion criterion) {
    return Words.lower(criterion.title());
  }

  @Test
  void signsAreCountedAndNamed() {
    assertEquals(
        "Nothing is known of the 4 signs of missing DevOps practice.", Facts.devops(List.of()));
    var one =
        List.of(
            result(Criterion.D1, 50.0),
            result(Criterion.D2, 49.0),
            result(Criterion.D3, null),
            result(Criterion.P2, 90.0));
    assertEquals(
        "1 of 2 signs of missing DevOps practice that are known reaches a need of 50: "
            + title(Criterion.D1)
            + " (50, 95 % interval 43 to 57).",
        Facts.devops(one));
    assertEquals(
        "All 1 sign of platform need that are known reaches a need of 50: "
            + title(Criterion.P2)
            + " (90, 95 % interval 83 to 97).",
        Facts.need(one));
    var all = new ArrayList<CriterionResult>();
    for (Criterion each : Worlds.NEED) all.add(result(each, 40.0));
    assertEquals("None of 3 signs of platform need reaches a need of 50.", Facts.need(all));
    all.set(0, result(Criterion.P2, 60.0));
    all.set(1, result(Criterion.P3, 70.0));
    assertEquals(
        "2 of 3 signs of platform need reach a need of 50: "
            + title(Criterion.P2)
            + " (60, 95 % interval 53 to 67) and "
            + title(Criterion.P3)
            + " (70, 95 % interval 63 to 77).",
        Facts.need(all));
  }

  private static Cases withPatterns(double divergence, double... within) {
    var cases = new Cases();
    cases.patterns = Cases.patterns(divergence, within);
    return cases;
  }

  @Test
  void patternsAreToldWithTheirFigures() {
    assertEquals(
        "1 team owns a service in production; a platform team needs three or more to serve.",
        Facts.owning(1));
    var cases = withPatterns(0.25, 0.1, 0.3, 0.2);
    var patterns = Patterns.of(cases.build());
    assertEquals(
        "2 of 3 teams with two or more services deploy them alike (mean distance 0.25 or less);"
            + " three such teams are needed.",
        Facts.consistent(patterns.shown()));
    assertEquals(
        "Between teams the patterns have drifted apart: divergence 0.25 (0.24 to 0.26 with any one"
            + " group of features left out); 0.10 or more counts.",
        Facts.divergence(patterns));
    var next = withPatterns(0.20, 0.1, 0.3, 0.2);
    next.previous = cases.assess();
    assertEquals(
        "Between teams the patterns still agree, or come together again: divergence 0.20 (0.19 to"
            + " 0.21 with any one group of features left out); 0.10 or more counts, and it has"
            + " fallen from 0.25.",
        Facts.divergence(Patterns.of(next.build())));
    var alone = new Cases();
    alone.patterns = new PatternEvidence(Map.of("a", 0.1), null, null, Map.of("a", 2), List.of());
    assertEquals(
        "Fewer than two teams deploy their services alike, so nothing can drift apart.",
        Facts.divergence(Patterns.of(alone.build())));
  }

  /** D1 and D2 beyond doubt where met is two; people and records far apart on D3 if wanted. */
  private static Inquiry inquiry(int met, boolean apart) {
    var joined = new EnumMap<Criterion, Joined>(Criterion.class);
    for (int i = 0; i < 4; i++) {
      var counted = new Source.Counted(i < met ? 1000 : 0, 1000);
      var said = apart && i == 2 ? new Source.Counted(400, 1000) : null;
      joined.put(Worlds.DEVOPS.get(i), new Joined(said, counted, MethodError.of(0)));
    }
    var table = new Table.OfOrganisation(false, 2, null);
    return new Inquiry(table, joined, 1, null, 7, "test");
  }

  private static Ruling ruling(Map<Kind, Integer> counts, Verdict previous) {
    return Ruling.of(counts, false, previous);
  }

  private static Verdict started() {
    return new Verdict(
        Kind.START_WITH_DEVOPS, null, 0.9, Map.of(), 2, List.of(), List.of(), 1, List.of(), null);
  }

  @Test
  void aVerdictSaysHowOftenItComesOut() {
    var sure = ruling(Map.of(Kind.START_WITH_DEVOPS, 1500, Kind.STANDARDISE, 500), null);
    var said = List.of("Drawing what is uncertain 2,000 times, this comes out 75 % of the time.");
    assertEquals(said, Reasons.sureness(inquiry(2, false), sure));
  }

  @Test
  void whatTheBestEstimatesSayOtherwiseIsTold() {
    var sure = ruling(Map.of(Kind.START_WITH_DEVOPS, 1500, Kind.STANDARDISE, 500), null);
    assertEquals(
        List.of(
            "Drawing what is uncertain 2,000 times, this comes out 75 % of the time.",
            "The best estimates alone would say “Standardise”; their uncertainty decides.",
            "People and records lie more than 25 points apart on \""
                + title(Criterion.D3)
                + "\", so no more than 80 % is claimed."),
        Reasons.sureness(inquiry(1, true), sure));
  }

  @Test
  void aTieIsToldWithItsTwoLikeliest() {
    var tie =
        ruling(
            Map.of(Kind.START_WITH_DEVOPS, 1100, Kind.STANDARDISE, 800, Kind.UNCLEAR, 100), null);
    assertEquals(
        List.of(
            "No verdict reaches its bar of 60 %: “Start with DevOps” 55 % and “Standardise” 40 %."),
        Reasons.sureness(inquiry(2, false), tie));
  }

  @Test
  void buildingShortOfItsBarIsToldToStandardiseMeanwhile() {
    var leaning = ruling(Map.of(Kind.BUILD_PLATFORM_TEAM, 1400, Kind.STANDARDISE, 600), null);
    assertEquals(
        "“Build a platform team” is likeliest with 70 %, but needs 80 %: standardise meanwhile.",
        Reasons.sureness(inquiry(2, false), leaning).get(0));
  }

  @Test
  void aVerdictThatStandsSaysWhatItStandsAgainst() {
    var against = ruling(Map.of(Kind.STANDARDISE, 1500, Kind.START_WITH_DEVOPS, 500), started());
    assertEquals(
        "The last verdict stands: “Standardise” is likeliest now, with 75 %; another one needs"
            + " 80 % once, or 60 % twice running.",
        Reasons.sureness(inquiry(1, false), against).get(0));
    var still = ruling(Map.of(Kind.STANDARDISE, 900, Kind.START_WITH_DEVOPS, 1100), started());
    assertEquals(
        "The last verdict stands: it is likeliest still, with 55 %; another one needs 80 % once,"
            + " or 60 % twice running.",
        Reasons.sureness(inquiry(2, false), still).get(0));
  }

  @Test
  void whatToGatherIsRecordsFirstAndThenAnswers() {
    assertEquals(
        "Incidents with the teams that responded.", Reasons.more(Criterion.D3, false, true));
    var answers = "More answers on \"" + title(Criterion.D3) + "\".";
    assertEquals(answers, Reasons.more(Criterion.D3, true, true));
    assertNull(Reasons.more(Criterion.D3, true, false));
    assertNull(Reasons.more(Criterion.P4, false, false));
    assertEquals("Plimsoll can't read on-call rotas yet.", Reasons.unreadable(Criterion.D1));
    assertNull(Reasons.unreadable(Criterion.D2));
    assertNull(Reasons.records(Criterion.D1));
    for (var each : List.of(Criterion.D2, Criterion.D4, Criterion.P2)) {
      assertEquals(true, Reasons.records(each).endsWith("."));
    }
    assertNull(Reasons.unreadable(Criterion.P3));
  }

  private static List<String> unknown(Cases cases) {
    return cases.assess().unknown().stream().map(Readiness.Unknown::what).toList();
  }

  @Test
  void theSilentAreCountedWithWhatTheyCouldMove() {
    var cases = new Cases();
    for (String key : List.of("a", "b", "c")) cases.team(key, 12, 9, 3, 3);
    assertEquals(
        List.of(
            "9 of 36 people kept silent. If they differ from the others by 20 points, each score"
                + " moves by 5. The verdict would be \"Not enough evidence yet\" if their need on"
                + " \"nobody shares ownership of incidents\" were 28 points lower, or further off."),
        unknown(cases).stream().filter(what -> what.contains("silent")).toList());
    assertEquals(
        List.of(), unknown(Cases.five(3, 3)).stream().filter(w -> w.contains("silent")).toList());
  }

  @Test
  void loadsThatAreWithheldAreCounted() {
    var cases = Cases.five(3, 3).team("u", 4, 3, 3).team("v", 4, 3, 3);
    assertEquals(
        List.of(
            "The load of 2 of 7 teams: too few answered, or showing it could tell what a single"
                + " person answered."),
        unknown(cases).stream().filter(what -> what.startsWith("The load")).toList());
    assertEquals(Withholding.TOO_FEW, cases.assess().teams().get(6).load().withheld());
  }

  private static List<String> unknown(Cases cases, String with) {
    return unknown(cases).stream().filter(what -> what.contains(with)).toList();
  }

  @Test
  void whoOwnsServicesIsAskedWhereItIsNotKnown() {
    var cases = Cases.five(3, 3);
    cases.owning = -1;
    var asked = List.of("How many teams own a service in production.");
    assertEquals(asked, unknown(cases, "own a service"));
    assertEquals(List.of(), unknown(Cases.five(3, 3), "own a service"));
  }

  @Test
  void patternsAreAskedForWhereNoneWereRead() {
    var cases = Cases.five(3, 3);
    assertEquals(List.of(), unknown(cases, "patterns are steady"));
    cases.patterns = null;
    assertEquals(
        List.of("Whether deployment patterns are steady, and whether they drift apart."),
        unknown(cases, "patterns are steady"));
  }

  /** How many of so few kept silent is told by its band alone. */
  @Test
  void theSilentOfFewAreBounded() {
    var most = Map.of(12, "≥ 80 % of 15 people answered", 10, "50–79 % of 15 people answered");
    var by = Map.of(12, 4, 10, 10);
    most.forEach(
        (answered, turnout) ->
            assertTrue(
                unknown(new Cases().team("a", 15, answered, 3, 3), "silent")
                    .get(0)
                    .startsWith(
                        "What those would say who kept silent: "
                            + turnout
                            + ". If they differ from the others by 20 points, each score moves by "
                            + by.get(answered)
                            + " at most. The verdict")));
    var half = unknown(new Cases().team("a", 15, 5, 3, 3), "silent");
    assertEquals(true, half.get(0).endsWith("moves by 20 at most."));
  }

  private static Cases careless(int people, int careless) {
    var sheets = new ArrayList<Sheet>();
    for (int i = 0; i < people; i++) {
      var sheet = Cases.sheet(3, 3, i);
      sheets.add(new Sheet(sheet.points(), sheet.noBasis(), i < careless));
    }
    return new Cases().add("a", people, sheets);
  }

  @Test
  void carelessSheetsAreCountedOnlyAmongMany() {
    assertEquals(
        List.of(
            "Some answer sheets may look filled in without reading; they are counted all the"
                + " same."),
        unknown(careless(15, 1), "without reading"));
    assertEquals(
        List.of("1 answer sheet looks filled in without reading; it is counted all the same."),
        unknown(careless(25, 1), "without reading"));
    assertEquals(List.of(), unknown(careless(25, 0), "without reading"));
  }

  private static Cases answered(int... points) {
    var cases = new Cases();
    cases.keying = new Keying(List.of(Cases.construct("D1", "D1a+")));
    var sheets = new ArrayList<Sheet>();
    for (int point : points) sheets.add(new Sheet(Map.of("D1a", point), Set.of()));
    return cases.add("a", points.length, sheets);
  }

  private static String agreement(int... points) {
    return answered(points).assess().teams().get(0).constructs().get(0).agreement();
  }

  /** Variances of 0, of 4 / 9, which is 0.78 and 0.67 short of chance, and of 40 / 9. */
  @Test
  void aTeamAgreesOrNarrowlyOrIsDivided() {
    assertEquals("agree", agreement(3, 3, 3, 3, 3));
    assertEquals("agree narrowly", agreement(2, 2, 3, 3, 3, 3, 3, 3, 4, 4));
    assertEquals("divided", agreement(1, 1, 1, 1, 1, 5, 5, 5, 5, 5));
    assertNull(agreement(3, 3, 3, 3));
  }

  @Test
  void aWideIntervalIsAFirstImpression() {
    var wide = answered(1, 1, 1, 1, 1, 5, 5, 5, 5, 5).assess().criteria().get(0);
    assertEquals("The interval is wide: read it as a first impression.", wide.fact());
    assertNull(answered(3, 3, 3, 3, 3, 3, 3, 3, 3, 3).assess().criteria().get(0).fact());
  }
}
