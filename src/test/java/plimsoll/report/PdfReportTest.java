package plimsoll.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PdfReportTest {
  private static byte[] bytes;

  @BeforeAll
  static void write() {
    System.setProperty("java.awt.headless", "true");
    bytes = PdfReport.of(report(), "/method");
  }

  private static Report report() {
    return ReadinessReport.of(
        Sample.READING, Sample.TAKEN, Sample.findings(), Sample.proposals(), team -> null, null);
  }

  @Test
  void theSameReadingGivesTheSameBytes() {
    var zone = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
      assertArrayEquals(bytes, PdfReport.of(report(), "/method"));
    } finally {
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void itSaysWhatTheContentSays() throws IOException {
    try (var document = Loader.loadPDF(bytes)) {
      var text = text(document);
      assertTrue(text.contains("Build a platform team: 86 %."), text);
      assertTrue(text.contains("<script>alert(1)"), "a name stays text");
      assertTrue(text.contains("склад и доставка"), "Cyrillic is written");
      assertTrue(text.contains("Ομάδα Πληρωμών"), "Greek is written");
      assertTrue(text.contains("withheld: too few answered"));
      assertTrue(text.contains("The instrument is not validated"));
      assertFalse(text.contains("#####"), "foreign letters are drawn");
      assertTrue(text.contains("1 / " + document.getNumberOfPages()), "pages are numbered");
    }
  }

  @Test
  void aReaderForTheBlindFindsTitleLanguageAndBookmarks() throws IOException {
    try (var document = Loader.loadPDF(bytes)) {
      var catalog = document.getDocumentCatalog();
      assertEquals("Plimsoll: Readiness", document.getDocumentInformation().getTitle());
      assertEquals("en", catalog.getLanguage());
      assertTrue(catalog.getMarkInfo().isMarked());
      assertEquals("Plimsoll: Readiness", catalog.getDocumentOutline().getFirstChild().getTitle());
      assertEquals(Sample.TAKEN, document.getDocumentInformation().getCreationDate().toInstant());
    }
  }

  @Test
  void eachLinkSaysWhereItLeads() throws IOException {
    var linked =
        RoadmapReport.of(Sample.READING, Sample.TAKEN, Sample.findings(), Sample.proposals());
    try (var document = Loader.loadPDF(PdfReport.of(linked, "/method"))) {
      var links = new ArrayList<PDStructureElement>();
      collectLinks(document.getDocumentCatalog().getStructureTreeRoot(), links);
      assertFalse(links.isEmpty());
      links.forEach(link -> assertFalse(link.getAlternateDescription().isBlank()));
    }
  }

  private static void collectLinks(PDStructureNode node, List<PDStructureElement> links) {
    for (var kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        if (element.getStructureType().equals("Link")) {
          links.add(element);
        }
        collectLinks(element, links);
      }
    }
  }

  @Test
  void thePlaneIsDrawnInColour() throws IOException {
    try (var document = Loader.loadPDF(bytes)) {
      var marks = 0;
      for (var page = 0; page < document.getNumberOfPages(); page++) {
        marks += near(new PDFRenderer(document).renderImageWithDPI(page, 50), 0xa8480b);
      }
      assertTrue(marks > 20, "the organisation's mark is there: " + marks);
    }
  }

  private static String text(PDDocument document) throws IOException {
    return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
  }

  private static int near(BufferedImage image, int colour) {
    var found = 0;
    for (var x = 0; x < image.getWidth(); x++) {
      for (var y = 0; y < image.getHeight(); y++) {
        found += distance(image.getRGB(x, y), colour) < 40 ? 1 : 0;
      }
    }
    return found;
  }

  private static int distance(int one, int other) {
    return Math.abs((one >> 16 & 255) - (other >> 16 & 255))
        + Math.abs((one >> 8 & 255) - (other >> 8 & 255))
        + Math.abs((one & 255) - (other & 255));
  }
}
