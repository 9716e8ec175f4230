package plimsoll.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import plimsoll.product.RoadmapView;
import plimsoll.report.Report.Section;

class RoadmapReportTest {
  private final Report plain = report(Sample.proposals());
  private final Report decided = report(Sample.decisions());

  @Test
  void withoutDecisionsTheOrderIsThatOfTheReading() {
    assertEquals(
        "4 initiatives: 4 proposed · from the reading of 2 October 2026", plain.subtitle());
    assertEquals(
        List.of(
            "What was decided",
            "Proposed, in order of benefit for effort",
            "1. Offer one paved road to production",
            "2. Let teams make databases themselves",
            "3. Replace deployment tickets by checks",
            "4. Finish the catalog"),
        titles(plain).subList(0, 6));
    assertTrue(plain.toString().contains("1 and 2 are about as good: their order may be chance."));
  }

  @Test
  void whatIsAcceptedComesFirstThenProposedDoneAndRefused() {
    assertEquals(
        "4 initiatives: 1 accepted, 1 proposed, 1 done and 1 refused · from the reading of 2"
            + " October 2026",
        decided.subtitle());
    assertEquals(
        List.of(
            "order",
            "bets",
            "proposed",
            "done",
            "refused",
            "tickets",
            "self-service",
            "paved-road"),
        decided.sections().stream().map(Section::key).toList().subList(0, 8));
    assertTrue(decided.toString().contains("First: replace deployment tickets by checks."));
    assertFalse(decided.toString().contains("about as good"), "others were not compared");
  }

  @Test
  void whatCannotBeToldStandsAsLargeAsWhatHelped() {
    assertFalse(plain.sections().stream().anyMatch(section -> section.key().equals("bets")));
    for (String written :
        List.of(
            new String(Format.HTML.write(decided, "/method"), StandardCharsets.UTF_8),
            new String(Format.MARKDOWN.write(decided, "/method"), StandardCharsets.UTF_8),
            new String(Format.JSON.write(decided, "/method"), StandardCharsets.UTF_8))) {
      var text = written.replace("&#39;", "'");
      assertTrue(text.contains("Did the last things help?"), text);
      assertTrue(text.contains("Did it help? We can't tell yet."), text);
      assertTrue(text.contains("moved by −9 points in the 4 teams that did"), text);
      assertTrue(text.contains("What speaks against this comparison"), text);
      assertTrue(text.contains("Change it: =cmd"), text);
    }
  }

  @Test
  void otherWordsStandWithWhatWasProposed() {
    var text = decided.toString();
    assertTrue(text.contains("Title proposed as “Let teams make databases themselves”"), text);
    assertTrue(text.contains("9 (5–20) person-weeks, proposed as 14 (9–24)"), text);
    assertTrue(text.contains("Accepted, value=5 October 2026"), text);
  }

  @Test
  void noDecisionBecomesMarkup() {
    var html = HtmlFile.of(decided, "/method");
    assertFalse(html.contains("<script"), html);
    assertTrue(html.contains("=cmd|x &lt;script&gt;o()&lt;/script&gt;"), html);
    assertTrue(html.contains("2027-Q1"));
    assertTrue(html.contains("&lt;script&gt;r()&lt;/script&gt;"), html);
  }

  @Test
  void noDecisionBreaksATableOfMarkdown() {
    var markdown = MarkdownReport.of(decided, "/method");
    assertFalse(markdown.contains("<script"), markdown);
    assertTrue(
        markdown.contains("| =cmd\\|x &lt;script\\>o()&lt;/script\\> | 2027-Q1 |"), markdown);
    assertTrue(
        markdown.contains(
            "| Finish the catalog | No \\| not now \\| --- \\| &lt;script\\>r()&lt;/script\\>"
                + " \\[x\\](javascript:x) |"),
        markdown);
    assertTrue(markdown.contains("\n1\\. It falls to 30.\n"), markdown);
  }

  @Test
  void equalDecisionsGiveEqualBytes() {
    for (var format : Format.values()) {
      assertArrayEquals(
          format.write(decided, "/method"),
          format.write(report(Sample.decisions()), "/method"),
          format.ending());
    }
    assertNotEquals(plain.identity(), decided.identity());
  }

  @Test
  void theReadinessReportMarksWhatWasDecided() {
    var readiness =
        ReadinessReport.of(
                Sample.READING,
                Sample.TAKEN,
                Sample.findings(),
                Sample.decisions(),
                team -> null,
                null)
            .toString();
    assertTrue(readiness.contains("Offer one paved road to production (done)"), readiness);
    assertTrue(readiness.contains("Replace deployment tickets by checks (accepted)"), readiness);
    assertTrue(readiness.contains("text=Let teams make databases themselves,"), readiness);
  }

  private static List<String> titles(Report report) {
    return report.sections().stream().map(Section::title).toList();
  }

  private static Report report(RoadmapView roadmap) {
    return RoadmapReport.of(Sample.READING, Sample.TAKEN, Sample.findings(), roadmap);
  }
}
