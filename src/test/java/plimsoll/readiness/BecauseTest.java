package plimsoll.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plimsoll.readiness.Verdict.Kind;
import plimsoll.survey.Keying;
import plimsoll.survey.Sheet;

/** Which reasons a verdict gives, in which order, and what it asks for. */
class BecauseTest {
  private static final String NO_DEVOPS =
      "None of 4 signs of missing DevOps practice reaches a need of 50.";
  private static final String NO_NEED = "None of 3 signs of platform need reaches a need of 50.";

  private static Verdict team(Cases cases, String key) {
    return cases.assess().teams().stream()
        .filter(each -> each.team().equals(key))
        .findFirst()
        .orElseThrow()
        .verdict();
  }

  private static void starts(Verdict verdict, int row, String... beginnings) {
    assertEquals(row, verdict.row());
    for (int i = 0; i < beginnings.length; i++) {
      var said = verdict.because().get(i);
      assertTrue(said.startsWith(beginnings[i]), said);
    }
  }

  @Test
  void eachRowOfTheOrganisationGivesItsOwnReasons() {
    var build = Cases.five(2, 4).assess().verdict();
    starts(
        build,
        5,
        "4 of 5 teams with two or more services deploy them alike",
        "Between teams the patterns have drifted apart",
        "All 3 signs of platform need reach a need of 50: ",
        NO_DEVOPS);
    assertEquals("45 of 45 people answered.", build.because().get(build.because().size() - 1));
    starts(
        Cases.five(4, 4).assess().verdict(),
        2,
        "All 4 signs of missing DevOps practice reach a need of 50: ",
        "Of single teams it is shown for Team A, ");
    starts(
        Cases.five(2, 2).assess().verdict(),
        6,
        "Between teams the patterns have",
        NO_NEED,
        NO_DEVOPS);
    var two = new Cases().team("a", 20, 2, 4).team("b", 20, 2, 4);
    two.patterns = Cases.patterns(0.25, 0.1, 0.1);
    starts(two.assess().verdict(), 3, "2 teams own a service in production; ", NO_DEVOPS);
    var unsteady = Cases.five(2, 4);
    unsteady.patterns = Cases.patterns(0.25, 0.1, 0.1, 0.4, 0.4, 0.4);
    starts(unsteady.assess().verdict(), 4, "2 of 5 teams with two or more", NO_DEVOPS);
    var agreeing = Cases.five(2, 4);
    agreeing.patterns = Cases.patterns(0.02, 0.1, 0.1, 0.1, 0.1, 0.1);
    starts(
        agreeing.assess().verdict(),
        7,
        "Between teams the patterns still agree",
        NO_DEVOPS,
        "All 3 signs of platform need");
  }

  @Test
  void onlyTeamsThatStartWithDevopsAreNamed() {
    var cases = new Cases().team("a", 30, 4.5, 3).team("b", 30, 4.5, 3).team("c", 9, 2, 3);
    cases.patterns = Cases.patterns(0.25, 0.1, 0.1, 0.1);
    assertEquals(
        "Of single teams it is shown for Team A and Team B.",
        cases.assess().verdict().because().get(1));
  }

  @Test
  void aPlatformIsNamedAndDevopsBasicsComeFirstThere() {
    var cases = Cases.five(4, 4);
    cases.platform = PlatformFacts.named("Harbour");
    var because = cases.assess().verdict().because();
    assertEquals("There is a platform: Harbour.", because.get(0));
    assertTrue(because.get(2).startsWith("All 4 signs of missing DevOps practice"));
    assertTrue(
        because
            .get(3)
            .startsWith("DevOps basics come first there. Of single teams it is shown for Team A"));
    var practised = Cases.five(2, 4);
    practised.platform = PlatformFacts.named(null);
    var fewer = practised.assess().verdict().because();
    assertEquals("There is a platform.", fewer.get(0));
    assertEquals(NO_DEVOPS, fewer.get(2));
    assertFalse(fewer.get(3).startsWith("DevOps basics"));
  }

  @Test
  void whatIsMissingIsToldAndAskedFor() {
    var blind = Cases.five(2, 4);
    blind.patterns = null;
    var verdict = blind.assess().verdict();
    starts(verdict, 0, NO_DEVOPS, "No deployment manifests were read, so it cannot be told");
    assertEquals(Reasons.MANIFESTS, verdict.gather().get(0));
    var unowned = Cases.five(2, 4);
    unowned.owning = -1;
    var who = unowned.assess().verdict();
    starts(who, 0, NO_DEVOPS, "Not known which teams own production services.");
    assertEquals("Which team owns which service in production.", who.gather().get(0));
    var unasked = Cases.five(2, 4);
    unasked.keying =
        new Keying(
            Cases.KEYING.constructs().stream()
                .filter(each -> !Set.of("D1", "D2", "D3").contains(each.key()))
                .toList());
    var open = unasked.assess().verdict();
    starts(
        open,
        0,
        "None of 1 sign of missing DevOps practice that are known",
        "3 of 7 criteria are not known, and they would decide.");
    assertEquals(
        List.of(
            "Answers on \"development and operations are siloed\".",
            "Answers or records on \"deployments need a ticket to another team\".",
            "Answers or records on \"nobody shares ownership of incidents\"."),
        open.gather());
  }

  /** A score that is withheld because one person joined is not mended by more answers. */
  @Test
  void answersAreNotAskedForWhereTheyCouldNotBeShown() {
    var cases = new Cases().team("a", 9, 3, 3).team("b", 9, 3, 3);
    var before = new HashSet<String>();
    cases.teams.forEach(each -> before.addAll(each.people()));
    before.remove("a0");
    cases.earlier.add(before);
    var gather = cases.assess().verdict().gather();
    assertTrue(gather.contains("Records on \"deployments need a ticket to another team\"."));
    assertTrue(gather.stream().noneMatch(each -> each.startsWith("Answers")), gather::toString);
  }

  @Test
  void eachRowOfATeamGivesItsOwnReasons() {
    starts(team(Cases.five(4, 4), "a"), 1, "All 4 signs of missing DevOps practice");
    starts(
        team(Cases.five(2, 4), "e"),
        2,
        "Its services are deployed with a mean distance of 0.40; up to 0.25 is alike.",
        NO_DEVOPS);
    starts(team(Cases.five(2, 4), "a"), 3, "All 3 signs of platform need", NO_DEVOPS);
    var user = Cases.five(2, 4);
    user.platform =
        new PlatformFacts(true, "Harbour", PlatformFacts.none().evidence(), Set.of("a"));
    starts(team(user, "a"), 4, "The team uses the platform.", NO_DEVOPS);
    starts(team(Cases.five(2, 2), "a"), 5, NO_DEVOPS, NO_NEED);
    var blind = Cases.five(2, 4);
    blind.patterns = null;
    starts(team(blind, "a"), 0, "No deployment manifests were read.");
  }

  @Test
  void aTeamWithoutEvidenceSaysWhy() {
    var cases = Cases.five(2, 4).team("u", 9, 4, 2, 4).team("v", 4, 4, 2, 4).team("z", 0, 0, 2, 2);
    var silent = team(cases, "u");
    assertEquals(Kind.UNCLEAR, silent.kind());
    assertEquals(
        List.of("No score of this team may be shown, so nothing can be said."),
        team(cases, "v").because());
    assertEquals(
        "Answers of at least 5 people and half of the team, or a cluster of teams declared before"
            + " the wave.",
        team(cases, "v").gather().get(0));
    assertEquals(List.of("Nobody of this team was asked."), team(cases, "z").because());
    var half = Cases.five(2, 4).team("h", 20, 9, 2, 4);
    assertEquals(List.of("Fewer than half of the people answered."), team(half, "h").because());
    var recorded = new Cases();
    recorded.keying = new Keying(List.of());
    recorded.add("a", 9, List.of()).add("z", 0, List.of());
    assertEquals(
        List.of("Nothing that bears on the verdict was answered or recorded here."),
        team(recorded, "a").because());
    assertEquals(List.of("Nobody is on this team's roster."), team(recorded, "z").because());
  }

  private static Cases careless(int people, int careless) {
    var cases = new Cases();
    var sheets = new ArrayList<Sheet>();
    for (int i = 0; i < people; i++) {
      var sheet = Cases.sheet(4, 4, i);
      sheets.add(new Sheet(sheet.points(), sheet.noBasis(), i < careless));
    }
    return cases.add("a", people, sheets);
  }

  @Test
  void aFifthOfCarelessSheetsMayCount() {
    assertEquals(
        "6 of 25 answer sheets look filled in without reading; a fifth at most count.",
        careless(25, 6).assess().verdict().because().get(0));
    var fifth = careless(25, 5).assess();
    assertEquals(Kind.START_WITH_DEVOPS, fifth.verdict().kind());
    assertEquals(
        List.of("5 answer sheets look filled in without reading; they are counted all the same."),
        fifth.unknown().stream()
            .map(Readiness.Unknown::what)
            .filter(what -> what.contains("without reading"))
            .toList());
    assertEquals(
        "Too many of the answer sheets look filled in without reading; a fifth at most count.",
        careless(15, 6).assess().verdict().because().get(0));
  }
}
