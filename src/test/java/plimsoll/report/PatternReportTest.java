package plimsoll.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import plimsoll.figure.Figure;
import plimsoll.pattern.Divergence;
import plimsoll.pattern.Feature;
import plimsoll.pattern.Fingerprint;
import plimsoll.readiness.Readiness;
import plimsoll.reading.Findings;
import plimsoll.report.Report.Section;
import plimsoll.report.Report.Table;

class PatternReportTest {

  @Test
  void theRuleIsOneSentence() {
    assertEquals(
        "We can't tell yet: no team has two services of which enough is known.", rule(null));
    assertEquals(
        "Patterns are consistent in 2 of 5 teams; the rule asks for three.",
        rule(judged(2, 5, true)));
    assertEquals(
        "Patterns are consistent in 3 of 5 teams, and they are diverging: the rule for a platform"
            + " team is met.",
        rule(judged(3, 5, true)));
    assertEquals(
        "Patterns are consistent in 3 of 3 teams, and they do not diverge: the rule for a platform"
            + " team is not met.",
        rule(judged(3, 3, false)));
    assertEquals(
        "Patterns are consistent in 3 of 3 teams; whether they diverge we can't tell.",
        rule(judged(3, 3, null)));
  }

  @Test
  void withoutFilesThePageSaysWhatToDo() {
    var report = report(Sample.findings(), PatternLinks.NOWHERE);
    assertEquals(List.of("rule", "about"), keys(report));
    assertTrue(HtmlReport.page().sections(report).contains("/api/v1/workloads/"));
  }

  @Test
  void namesStayTextAndLeadToTheServicesOfTheTeam() {
    var report = report(findings(teams()), new PatternLinks("/p"));
    var html = HtmlReport.page().sections(report);
    assertFalse(html.contains("<script>alert"), "a script element appeared");
    assertTrue(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    assertTrue(html.contains(Sample.JAPANESE));
    assertTrue(html.contains("href=\"/p/services?team=kessai\""));
  }

  @Test
  void aFileLeadsNowhere() {
    var table = table(report(findings(teams()), PatternLinks.NOWHERE), "pattern-teams");
    table.rows().forEach(row -> assertNull(row.get(0).href()));
  }

  @Test
  void theGridHasThreeTimesThreeSettings() {
    var grid = table(report(findings(teams()), PatternLinks.NOWHERE), "pattern-grid");
    assertEquals(4, grid.columns().size());
    assertEquals(
        List.of("0.20", "0.25", "0.30"), grid.rows().stream().map(r -> r.get(0).text()).toList());
    // One of eight groups differs wholly and one in two of three: (1 + 2/3) / 8.
    assertEquals("met: 3 teams, divergence 0.21", grid.rows().get(1).get(2).text());
  }

  @Test
  void oneTeamHasNothingToDivergeFrom() {
    var one = teams().stream().filter(service -> service.team().equals("kessai")).toList();
    var report = report(findings(one), PatternLinks.NOWHERE);
    var drift = figure(report, "drift");
    assertTrue(drift.title().startsWith("We can't tell yet"), drift.title());
    var choices = figure(report, "choices");
    assertEquals("We can't tell yet which choices diverge: it takes two teams", choices.title());
    assertFalse(choices.drawn());
  }

  @Test
  void everyPictureIsDrawnOnPaperToo() {
    var pdf = PdfReport.of(report(findings(teams()), PatternLinks.NOWHERE), "/method");
    assertTrue(pdf.length > 10_000);
    // With letters that the embedded font has they are drawn as text, else as outlines.
    var plain = teams().stream().filter(one -> one.team().equals("search")).toList();
    assertTrue(
        PdfReport.of(report(findings(plain), PatternLinks.NOWHERE), "/method").length > 10_000);
  }

  @Test
  void whatWorkloadsHaveIsToldWithItsInterval() {
    var report = report(findings(teams()), new PatternLinks("/p"));
    var traits = figure(report, "traits");
    assertEquals(
        "3 of 6 services have all four: logging, alerting, TLS and autoscaling", traits.title());
    // Wilson's interval of 3 of 6 (Newcombe 1998 by hand: 0.1876 to 0.8124).
    assertEquals(List.of("Logging", "3 of 6", "19–81 %", "0", "0"), traits.table().get(1));
    assertEquals("1 of 2", table(report, "team-traits").rows().get(0).get(2).text());
  }

  @Test
  void aGoldenPathNamesItsServicesAndWhatItWouldRetire() {
    var report = report(findings(teams()), new PatternLinks("/p"));
    var html = HtmlReport.page().sections(report);
    assertTrue(
        html.contains(
            "One golden path for the pipelines of these 2 services of 2 teams would retire 1"
                + " near-copy: kessai0 and script0."),
        html);
    var copy = table(report, "copies-table").rows().get(0);
    assertEquals(".github/workflows/ci.yml of kessai0 and of script0", copy.get(0).text());
    assertEquals("/p/copies/0", copy.get(0).href());
    // 37 of 39 runs of three lines are in both.
    assertEquals("94 %", copy.get(4).text());
    assertEquals("1 file, 40 lines", copy.get(5).text());
  }

  @Test
  void whatIsBuiltAnewIsToldSlotBySlot() {
    var row = table(report(findings(teams()), PatternLinks.NOWHERE), "rebuild-table").rows().get(0);
    assertEquals(
        List.of(
            "Deploying",
            "3",
            "3",
            "1.00",
            Sample.JAPANESE + " and " + Sample.SCRIPT,
            "acme/deploy: search"),
        row.stream().map(Report.Cell::text).toList());
  }

  @Test
  void whatWasNotUnderstoodIsCountedByItsReason() {
    var report = report(findings(teams()), PatternLinks.NOWHERE);
    var row = table(report, "gaps-table").rows().get(0);
    assertEquals("A template of <Helm> can't be rendered.", row.get(0).text());
    assertEquals("9", row.get(1).text());
    var markdown = MarkdownReport.of(report, "/method");
    assertTrue(markdown.contains("9 places in 9 services were not understood"), markdown);
    assertTrue(markdown.contains("helm template"), markdown);
  }

  @Test
  void theMapDrawsEachTeamWithItsOwnShape() {
    var report = report(findings(teams()), new PatternLinks("/p"));
    var map = (Figure.Field) report.figures().get(0);
    assertEquals(List.of(Sample.JAPANESE, "search", Sample.SCRIPT), sorted(map.kinds()));
    // All services of a team are one fingerprint: one mark each.
    assertEquals(List.of(3, 3, 3), map.spots().stream().map(Figure.Spot::count).toList());
    assertEquals(3, map.spots().stream().map(Figure.Spot::kind).distinct().count());
    var html = HtmlReport.page().sections(report);
    assertTrue(html.contains("kessai0, kessai1 and kessai2 (" + Sample.JAPANESE + ")"), html);
  }

  private static List<String> sorted(List<String> names) {
    return names.stream().sorted(Comparator.reverseOrder()).toList();
  }

  /** With something in every section. */
  static Report some() {
    return report(findings(teams()), PatternLinks.NOWHERE);
  }

  private static String rule(Readiness.Patterns judged) {
    return PatternRule.sentence(judged);
  }

  private static Readiness.Patterns judged(int consistent, int readable, Boolean diverging) {
    var keys = List.of("a", "b", "c").subList(0, consistent);
    return new Readiness.Patterns(keys, readable, 0.2, 0.1, 0.1, 0.1, diverging);
  }

  private static Figure figure(Report report, String key) {
    return report.figures().stream().filter(f -> f.key().equals(key)).findFirst().orElseThrow();
  }

  private static List<String> keys(Report report) {
    return report.sections().stream().map(Section::key).toList();
  }

  private static Table table(Report report, String key) {
    return report.sections().stream()
        .flatMap(section -> section.blocks().stream())
        .filter(block -> block instanceof Table table && table.key().equals(key))
        .map(Table.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static Report report(Findings findings, PatternLinks links) {
    return PatternReport.of(Sample.READING, Sample.TAKEN, findings, links);
  }

  private static Findings findings(List<Fingerprint> services) {
    var some = Sample.findings();
    return new Findings(
        some.cut(),
        some.readiness(),
        null,
        Divergence.of(services),
        SomeLandscape.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null);
  }

  /** Three teams, each of its own mind in two groups of choices. */
  private static List<Fingerprint> teams() {
    var all = new ArrayList<Fingerprint>();
    for (var team : List.of("script", "kessai", "search")) {
      for (int i = 0; i < 3; i++) all.add(service(team + i, team));
    }
    return all;
  }

  private static Fingerprint service(String key, String team) {
    var values = new EnumMap<Feature, String>(Feature.class);
    for (var feature : Feature.values()) {
      values.put(
          feature,
          switch (feature.type()) {
            case CATEGORY ->
                feature.group() == Feature.Group.STRATEGY || feature.group() == Feature.Group.RUN
                    ? team
                    : "same";
            case TRAIT -> "true";
            case ORDINAL -> "2";
          });
    }
    return new Fingerprint(key, team, values);
  }
}
