package plimsoll.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plimsoll.disclosure.Published;
import plimsoll.disclosure.Withholding;
import plimsoll.json.Json;
import plimsoll.platform.ClaimShares;
import plimsoll.platform.Evidence;
import plimsoll.platform.Facet;
import plimsoll.platform.Part;
import plimsoll.platform.Practice;
import plimsoll.platform.Product;
import plimsoll.platform.Voices;
import plimsoll.report.Report.Block;
import plimsoll.report.Report.Cell;
import plimsoll.report.Report.Section;
import plimsoll.report.Report.Sentence;
import plimsoll.report.Report.Table;
import plimsoll.statistics.Proportion;

class PlatformSectionTest {
  private static final Product KNOWN = Sample.readiness().platform();

  @Test
  void withoutEnoughPartsItSaysHowManyThereAre() {
    assertEquals(
        "We can't tell yet whether Harbour helps teams or holds them up: 4 of 7 parts of the index"
            + " are known, 5 are needed.",
        sentence(KNOWN, 0));
    assertTrue(sentence(KNOWN, 3).startsWith("Whether it is run as a product can't be told yet"));
  }

  @Test
  void eachPartStandsWithItsIntervalOrWithWhatIsMissing() {
    var rows = rows(KNOWN, 1);
    assertEquals(7, rows.size());
    assertEquals(List.of("help", "58", "50–65", "61 people", "–"), rows.get(2).subList(1, 6));
    assertEquals(List.of("hold-up", "55", "47–63", "61 people", "–"), rows.get(4).subList(1, 6));
    assertEquals(List.of("hold-up", "15", "8–25", "12 of 80", "–"), rows.get(5).subList(1, 6));
    assertEquals(List.of("help", "–", "–", "–", Facet.QUICK.send()), rows.get(1).subList(1, 6));
  }

  @Test
  void whatUsersSayStandsWithHowManySaidIt() {
    var rows = rows(KNOWN, 2);
    assertEquals(List.of("61", "55–67", "60"), rows.get(0).subList(1, 4));
    assertEquals(List.of("not known which teams must", "–", "–"), rows.get(4).subList(1, 4));
    assertEquals(List.of("−12", "−36 to 13", "57"), rows.get(6).subList(1, 4));
  }

  @Test
  void fewPeopleAreABandAndTheirEndsAreNotTold() {
    var none = Voices.none();
    var few = new Published(90.0, 75.0, 100.0, "5–7", null);
    var withheld = Published.withheld(Withholding.TOO_FEW);
    var voices =
        new Voices(
            few,
            few,
            few,
            withheld,
            withheld,
            withheld,
            Voices.Balance.withheld(Withholding.TOO_FEW));
    var rows = rows(Product.of("Harbour", Map.of(), Evidence.none(), voices), 2);
    assertEquals(List.of("≥ 90", "75–100", "5–7"), rows.get(0).subList(1, 4));
    for (int i = 3; i < 7; i++) {
      assertEquals(List.of("withheld: too few answered", "–", "–"), rows.get(i).subList(1, 4));
    }
    assertEquals("no evidence", rows(product(50, null), 2).get(0).get(1));
    assertFalse(none.useful().shown());
  }

  @Test
  void theIndexIsToldWithItsIntervalAndWhetherItIsSure() {
    // People reach 2, counts 3: √((2 · ⅚)² + (3 · ⅚)² + (3 · ⅓)²) = 3.17 to each side.
    assertEquals(
        "Harbour multiplies the force of teams: the index is 80 (76 to 84), between −100 and 100.",
        sentence(product(90, new Practice(1.0, 1.0, 1.0, 1.0)), 0));
    assertEquals(
        "Harbour is on course.", sentence(product(90, new Practice(1.0, 1.0, 1.0, 1.0)), 3));
    var mixed = sentence(product(38, null), 0);
    assertTrue(mixed.startsWith("Harbour does both, helps and holds up: the index is −24"), mixed);
    assertTrue(mixed.endsWith("The interval allows another reading too."), mixed);
  }

  @Test
  void theSectionStandsInTheReportWhereThereIsAPlatform() {
    var report =
        ReadinessReport.of(
            Sample.READING, Sample.TAKEN, Sample.findings(), Sample.proposals(), t -> null, null);
    assertTrue(report.sections().stream().map(Section::key).anyMatch("platform"::equals));
    var markdown = MarkdownReport.of(report, "https://plimsoll.example.org/method");
    assertTrue(markdown.contains("The platform as a product"), markdown);
    assertTrue(markdown.contains("#platform-index"), markdown);
  }

  @Test
  void whatIsKeptIsReadAsItWas() {
    for (var product : List.of(KNOWN, product(40, null))) {
      assertEquals(product, Json.read(Json.write(product), Product.class));
    }
  }

  /** All good parts at a value, all bad ones at the rest of 100. */
  private static Product product(int good, Practice practice) {
    var share = new Proportion(good * 10, 1000);
    var rest = new Proportion(1000 - good * 10, 1000);
    var shown = new Published(100.0 - good, 98.0 - good, 102.0 - good, "900", null);
    var evidence =
        new Evidence(
            new ClaimShares(share, share, rest, 0),
            rest,
            practice == null ? Practice.unknown() : practice,
            null);
    var said =
        Map.of(
            Facet.VOICE,
            Part.said(Facet.VOICE, shown),
            Facet.EXIT,
            Part.said(Facet.EXIT, shown),
            Facet.WAIT,
            Part.said(Facet.WAIT, shown));
    return Product.of("Harbour", said, evidence, Voices.none());
  }

  private static String sentence(Product product, int block) {
    return ((Sentence) block(product, block)).text();
  }

  private static List<List<String>> rows(Product product, int block) {
    return ((Table) block(product, block))
        .rows().stream().map(row -> row.stream().map(Cell::text).toList()).toList();
  }

  private static Block block(Product product, int block) {
    return PlatformSection.of(product).blocks().get(block);
  }
}
