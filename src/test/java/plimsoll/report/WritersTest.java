package plimsoll.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import plimsoll.asset.Asset;
import plimsoll.json.Json;

class WritersTest {
  private final Report report =
      ReadinessReport.of(
          Sample.READING,
          Sample.TAKEN,
          Sample.findings(),
          Sample.proposals(),
          team -> "/t/" + team,
          "/roadmap");

  @Test
  void noNameBecomesMarkup() {
    for (var text : List.of(HtmlFile.of(report, "/method"), HtmlReport.page().sections(report))) {
      assertFalse(text.contains("<script>"), "a script element appeared");
      assertTrue(text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
      assertTrue(text.contains(Sample.JAPANESE));
    }
    var markdown = MarkdownReport.of(report, "/method");
    assertFalse(markdown.contains("<script"), "a script element appeared");
    assertTrue(markdown.contains("&lt;script\\>alert(1)&lt;/script\\>"));
    assertTrue(markdown.contains(Sample.JAPANESE));
  }

  @Test
  void numbersForScriptsCannotEndTheirElement() {
    var page = HtmlReport.page().sections(report);
    var start = page.indexOf("<script type=\"application/json\">");
    var json = page.substring(page.indexOf('>', start) + 1, page.indexOf("</script>", start));
    assertFalse(json.contains("<"), json);
    assertTrue(json.contains("\\u003cscript\\u003ealert(1)"), json);
  }

  @Test
  void pagesAreWellFormed() throws Exception {
    var text = "<main>" + HtmlReport.page().sections(report) + "</main>";
    var parsed =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(text)));
    assertEquals(5, parsed.getElementsByTagName("svg").getLength());
    assertEquals(5, parsed.getElementsByTagName("details").getLength());
  }

  @Test
  void everySectionIsInEveryKindOfFile() throws Exception {
    var json = Json.MAPPER.readTree(ReportJson.report(report));
    var html = HtmlFile.of(report, "/method");
    var markdown = MarkdownReport.of(report, "/method");
    assertEquals(report.sections().size(), json.get("sections").size());
    for (var section : report.sections()) {
      assertTrue(html.contains("<h2 id=\"" + section.key() + "\">"), section.key());
      assertTrue(markdown.contains("## " + MarkdownReport.escape(section.title())), section.key());
    }
  }

  @Test
  void jsonNamesTheKindOfEachBlockAndFigure() throws Exception {
    var json = Json.MAPPER.readTree(ReportJson.report(report));
    var verdict = json.at("/sections/0/blocks/0");
    assertEquals("verdict", verdict.get("kind").asText());
    assertEquals("Build a platform team: 86 %.", verdict.get("sentence").asText());
    var plane = json.at("/sections/1/blocks/0/figure");
    assertEquals("plane", plane.get("kind").asText());
    assertEquals(Sample.SCRIPT, plane.at("/marks/7/name").asText());
  }

  @Test
  void whatXmlCannotHoldIsReplaced() {
    assertEquals("a\uFFFDb", Markup.escape("a\u0000b"));
    assertEquals("&#39;&quot;&amp;", Markup.escape("'\"&"));
  }

  @Test
  void onlyKnownFilesAreHandedOut() {
    assertTrue(Asset.named("plimsoll.css").isPresent());
    assertTrue(Asset.named("echarts.min.js").isPresent());
    assertTrue(Asset.named("figures.js").isPresent());
    for (var name : List.of("../db/migration/V010__access.sql", "nothing.css", "a/b.css", ".css")) {
      assertTrue(Asset.named(name).isEmpty(), name);
    }
  }

  @Test
  void theStylesheetIsSmall() {
    assertTrue(Asset.named("plimsoll.css").orElseThrow().bytes().length < 30_000);
  }
}
