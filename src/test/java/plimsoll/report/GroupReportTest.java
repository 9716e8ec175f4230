package plimsoll.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import plimsoll.figure.Teams;
import plimsoll.report.Report.Cell;
import plimsoll.report.Report.Section;
import plimsoll.report.Report.Table;

class GroupReportTest {
  private static final Teams PAGES =
      new Teams() {
        @Override
        public String page(String team) {
          return "/t/" + team;
        }

        @Override
        public String pageOfGroup(String group) {
          return "/g/" + group;
        }
      };

  private final Report whole =
      ReadinessReport.of(
          Sample.READING, Sample.TAKEN, Sample.findings(), Sample.proposals(), PAGES, "/roadmap");

  private static Report page(int group) {
    var findings = Sample.findings();
    return GroupReport.of(
        Sample.READING,
        Sample.TAKEN,
        findings,
        Sample.proposals(),
        findings.readiness().groups().get(group),
        PAGES);
  }

  private static Section section(Report report, String key) {
    return report.sections().stream().filter(s -> s.key().equals(key)).findFirst().orElseThrow();
  }

  @Test
  void eachGroupHasARowThatLeadsToItsPage() {
    var table = (Table) section(whole, "groups").blocks().get(0);
    assertEquals(
        List.of("/g/money", "/g/risk", "/g/people"),
        table.rows().stream().map(row -> row.get(0).href()).toList());
    assertEquals(
        List.of("Risk", "Money & " + Sample.SCRIPT, "2", "50–79 %", "60 (45–75)", "65 (50–80)"),
        table.rows().get(1).stream().map(Cell::text).toList());
    assertEquals("withheld", table.rows().get(2).get(3).text());
    assertEquals("withheld: one or two people joined or left", table.rows().get(2).get(4).text());
  }

  @Test
  void anOrganisationWithoutGroupsSaysNothingOfAny() {
    var sections = whole.sections().stream().map(Section::key).toList();
    assertEquals("groups", sections.get(3));
    assertTrue(MarkdownReport.of(whole, "/method").contains("Groups of teams"));
  }

  @Test
  void aGroupsPageSpeaksOfItsTeamsAndOfGroupsBelow() {
    var page = page(0);
    assertEquals("Money & " + Sample.SCRIPT, page.title());
    assertEquals("3 teams · response 50–79 %", page.subtitle());
    assertEquals(
        List.of("plane", "load", "groups", "criteria", "next", "about"),
        page.sections().stream().map(Section::key).toList());
    var text = page.toString();
    assertTrue(text.contains("Infrastructure load is 65 (50–80), n = 8–12"), text);
    assertTrue(text.contains("/t/ledger") && text.contains("/g/risk"), text);
    assertFalse(text.contains("accounts"), text);
    assertFalse(page(1).sections().stream().anyMatch(s -> s.key().equals("groups")));
  }

  @Test
  void aWithheldGroupSaysWhy() {
    var page = page(2);
    assertEquals("2 teams · response withheld", page.subtitle());
    assertTrue(
        page.toString()
            .contains(
                "We can't show the group's infrastructure load: withheld: one or two people joined"
                    + " or left."));
  }
}
