package plimsoll.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plimsoll.report.Report.Block;
import plimsoll.report.Report.Column;
import plimsoll.report.Report.Facts;
import plimsoll.report.Report.Method;
import plimsoll.report.Report.Picture;
import plimsoll.report.Report.Section;
import plimsoll.report.Report.Table;

/** Every number in a report leads to the paragraph of the method that explains it. */
class TopicTest {

  @ParameterizedTest
  @EnumSource
  void theMethodHasAParagraphOf(Topic topic) {
    assertTrue(MethodText.HTML.contains("<a id=\"" + topic.anchor() + "\">"), topic.anchor());
  }

  @Test
  void everySectionWithNumbersSaysHowTheyAreWorkedOut() {
    for (var report : List.of(readiness(), roadmap(), PatternReportTest.some())) {
      var counted = report.sections().stream().filter(TopicTest::hasNumbers).toList();
      assertFalse(counted.isEmpty());
      assertEquals(
          List.of(),
          counted.stream().filter(section -> !explained(section)).map(Section::key).toList());
    }
  }

  @Test
  void aFileLeadsToTheServiceAndAPageStaysWithinIt() {
    var address = "https://plimsoll.example.org/method";
    assertTrue(HtmlFile.of(readiness(), address).contains("href=\"" + address + "#axes\""));
    assertTrue(MarkdownReport.of(readiness(), address).contains("(" + address + "#axes)"));
    assertTrue(HtmlReport.page().sections(readiness()).contains("href=\"/method#axes\""));
  }

  @Test
  void tablesOfTheMethodScroll() {
    assertTrue(MethodText.HTML.contains("tabindex=\"0\" aria-label=\"Table\"><table>"));
    assertFalse(MethodText.HTML.contains("|---"), "a table stayed text");
  }

  private static boolean hasNumbers(Section section) {
    return section.blocks().stream()
        .anyMatch(b -> b instanceof Picture || b instanceof Facts || isNumeric(b));
  }

  private static boolean isNumeric(Block block) {
    return block instanceof Table table && table.columns().stream().anyMatch(Column::numeric);
  }

  private static boolean explained(Section section) {
    return section.blocks().stream().anyMatch(Method.class::isInstance);
  }

  private static Report readiness() {
    return ReadinessReport.of(
        Sample.READING, Sample.TAKEN, Sample.findings(), Sample.proposals(), team -> null, null);
  }

  private static Report roadmap() {
    return RoadmapReport.of(Sample.READING, Sample.TAKEN, Sample.findings(), Sample.decisions());
  }
}
