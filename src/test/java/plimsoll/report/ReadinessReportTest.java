package plimsoll.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plimsoll.figure.Figure;
import plimsoll.readiness.Verdict;
import plimsoll.readiness.Verdict.Flip;
import plimsoll.readiness.Verdict.Kind;
import plimsoll.report.Report.Points;
import plimsoll.report.Report.Section;

class ReadinessReportTest {
  private final Report report =
      ReadinessReport.of(
          Sample.READING,
          Sample.TAKEN,
          Sample.findings(),
          Sample.proposals(),
          team -> "/t/" + team,
          "/roadmap");

  @Test
  void theVerdictIsASentenceWithHowSure() {
    var verdict = (Report.Verdict) section("verdict").blocks().get(0);
    assertEquals("Build a platform team: 86 %.", verdict.sentence());
    assertEquals(0.86, verdict.sure());
  }

  @Test
  void whatWouldChangeItIsSaidWithItsNumbers() {
    var points = (Points) section("verdict").blocks().get(2);
    assertEquals(
        "If \"Infrastructure knowledge is a bottleneck\" (P2) fell from 66 to 49, the verdict would"
            + " be \"Standardise\" (2.3 standard errors away).",
        points.points().get(0));
  }

  @Test
  void theSubtitleSaysHowManyAnsweredAndFromWhen() {
    assertEquals(
        "12 teams · 104 of 139 people answered (75 %) · records 1 January 2026 to 30 September"
            + " 2026",
        report.subtitle());
  }

  @Test
  void eachPictureSaysItsFinding() {
    assertEquals(
        List.of(
            "Of 10 teams shown, 6 lie where a platform would help, 2 where DevOps practice comes"
                + " first",
            "Infrastructure load is at or above the line in 7 of 10 teams shown, in 5 of them"
                + " surely",
            "Infrastructure load is at or above the line in 2 of 2 groups shown, in 1 of them"
                + " surely",
            "3 of 7 criteria are met: P2, P3 and P4; of 1 we can't tell yet",
            "Infrastructure load went from 71 to 63 in 3 waves; that may be chance"),
        report.figures().stream().map(Figure::title).toList());
  }

  @Test
  void withheldTeamsAreNamedWithTheReasonAndWithoutAScore() {
    var load = (Figure.Bars) report.figures().get(1);
    var last = load.bars().get(load.bars().size() - 2);
    assertEquals("search", last.name());
    assertEquals("withheld: too few answered", last.note());
    assertEquals(null, last.value());
    assertEquals(12, load.bars().size());
    assertEquals(11, ((Figure.Plane) report.figures().get(0)).marks().size());
  }

  @Test
  void theHeaviestLoadComesFirst() {
    var load = (Figure.Bars) report.figures().get(1);
    assertEquals(Sample.JAPANESE, load.bars().get(0).name());
  }

  @Test
  void theReportSaysWhatItIsMadeOfAndThatItIsNotValidated() {
    var about = section("about").blocks().toString();
    assertTrue(about.contains("The instrument is not validated"), about);
    assertTrue(about.contains("sha256:4be1c2c9d6f2a0b7f3a1"), about);
    assertTrue(about.contains("1 January 2026 to 30 September 2026"), about);
    assertTrue(about.contains("2026.1"), about);
  }

  @Test
  void withoutEnoughEvidenceItSaysSo() {
    assertEquals(
        "We can't tell yet: the evidence leans to \"Build a platform team\" with 64 %, short of the"
            + " 80 % it needs.",
        Sentences.verdict(verdict(Kind.UNCLEAR, Kind.BUILD_PLATFORM_TEAM, 0.64)));
    assertEquals(
        "We can't tell yet: the evidence is not enough for a verdict.",
        Sentences.verdict(verdict(Kind.UNCLEAR, null, 0.4)));
    assertEquals(
        "Standardise meanwhile: the evidence leans to \"Build a platform team\" with 72 %, short of"
            + " the 80 % it needs.",
        Sentences.verdict(verdict(Kind.STANDARDISE, Kind.BUILD_PLATFORM_TEAM, 0.72)));
  }

  @Test
  void fewPeopleAreCountedAndNotPutInPercent() {
    assertEquals("50–79 % of 9 people answered", Sentences.answered(null, 9, "50–79 %"));
    assertEquals("a few of 9 people answered", Sentences.answered(null, 9, null));
    assertEquals("17 of 40 people answered", Sentences.answered(17, 40, "< 50 %"));
  }

  @Test
  void aChangeUpwardsRises() {
    assertEquals(
        "If \"Release steps are manual\" (D4) rose from 41 to 50, the verdict would be \"Start with"
            + " DevOps\".",
        Sentences.flip(new Flip("D4", 41, 50, null, Kind.START_WITH_DEVOPS)));
  }

  @Test
  void aTeamsPageSpeaksOfThatTeam() {
    var findings = Sample.findings();
    var team = findings.readiness().teams().get(8);
    var page = TeamReport.of(Sample.READING, Sample.TAKEN, findings, Sample.proposals(), team);
    assertEquals(Sample.JAPANESE, page.title());
    assertTrue(
        page.toString()
            .contains(
                "Infrastructure load is ≥ 90 (75–100), n = 8–12; the load line stands at 50. In the"
                    + " whole organisation it is 63 (57–69), n = 104."));
  }

  @Test
  void theRoadmapSaysWhatItRestsOnAndWhatIsTied() {
    var roadmap =
        RoadmapReport.of(Sample.READING, Sample.TAKEN, Sample.findings(), Sample.proposals())
            .toString();
    assertTrue(roadmap.contains("First: offer one paved road to production."));
    assertTrue(roadmap.contains("1 and 2 are about as good: their order may be chance."));
    assertTrue(roadmap.contains("46 people in 4 teams: checkout, ledger, <script>"));
    assertFalse(roadmap.contains("kessai"), "teams are called by their names");
  }

  private Section section(String key) {
    return report.sections().stream().filter(s -> s.key().equals(key)).findFirst().orElseThrow();
  }

  private static Verdict verdict(Kind kind, Kind leaning, double probability) {
    Map<Kind, Double> probabilities = new EnumMap<>(Map.of(Kind.STANDARDISE, probability));
    return new Verdict(
        kind, leaning, probability, probabilities, 0, List.of(), List.of(), 1, List.of(), null);
  }
}
