package plimsoll.report;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.RenderingContext;
import com.openhtmltopdf.util.XRLog;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import plimsoll.figure.Figure;

/**
 * Lays a report out on paper: A4, with margins that also print on Letter. Equal reports give equal
 * bytes, because dates and identity come from the reading.
 */
final class PdfReport {
  private static final int WIDTH = 480;
  private static final double POINTS = 96 / 72.0;

  static {
    // By itself it writes half a dozen lines to the console for each file, though all is right.
    XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
  }

  private PdfReport() {}

  /**
   * @param method address of the page that explains the method
   */
  static byte[] of(Report report, String method) {
    try {
      return render(report, method);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] render(Report report, String method) throws IOException {
    var builder = new PdfRendererBuilder();
    builder.usePdfUaAccessibility(true);
    builder.withProducer("Plimsoll");
    builder.useFont(Fonts::regular, Fonts.NAME, 400, FontStyle.NORMAL, true);
    builder.useFont(Fonts::bold, Fonts.NAME, 700, FontStyle.NORMAL, true);
    builder.useObjectDrawerFactory(new Drawers(report));
    builder.useUriResolver((base, uri) -> null);
    builder.addDOMMutator(PdfReport::nameLinks);
    builder.addDOMMutator(new ForeignText());
    builder.withHtmlContent(html(report, method), null);
    try (var renderer = builder.buildPdfRenderer()) {
      renderer.createPDFWithoutClosing();
      return bytes(report, renderer.getPdfDocument());
    }
  }

  /** Each link says where it leads, for those who hear the report: PDF/UA asks for it. */
  private static void nameLinks(Document document) {
    var links = document.getElementsByTagName("a");
    for (var i = 0; i < links.getLength(); i++) {
      var link = (Element) links.item(i);
      link.setAttribute("title", link.getTextContent());
    }
  }

  private static byte[] bytes(Report report, PDDocument document) throws IOException {
    var taken = GregorianCalendar.from(report.taken().atZone(ZoneOffset.UTC));
    var about = document.getDocumentInformation();
    about.setCreationDate(taken);
    about.setModificationDate(taken);
    document.setDocumentId((report.name() + report.identity()).hashCode() & 0xffffffffL);
    var out = new ByteArrayOutputStream(1 << 18);
    document.save(out, CompressParameters.DEFAULT_COMPRESSION);
    return out.toByteArray();
  }

  static String html(Report report, String method) {
    var body = new HtmlReport(picture -> picture(picture), method).sections(report);
    return """
    <!DOCTYPE html>
    <html lang="en"><head><title>%1$s</title>
    <meta name="description" content="%2$s"/>
    <meta name="subject" content="%2$s"/>
    <style>%3$s</style>
    <bookmarks><bookmark name="%1$s" href="#top"/>%4$s</bookmarks>
    </head><body>
    <div id="foot">%1$s, reading of %6$s</div>
    <h1 id="top">%1$s</h1>
    <p class="subtitle">%2$s</p>
    %5$s
    </body></html>
    """
        .formatted(
            Markup.escape("Plimsoll: " + report.title()),
            Markup.escape(report.subtitle()),
            Stylesheet.print(),
            bookmarks(report),
            body,
            Sentences.day(report.taken()));
  }

  private static String bookmarks(Report report) {
    return report.sections().stream()
        .map(
            section ->
                "<bookmark name=\"%s\" href=\"#%s\"/>"
                    .formatted(Markup.escape(section.title()), Markup.escape(section.key())))
        .collect(Collectors.joining());
  }

  private static String picture(Report.Picture picture) {
    var figure = picture.figure();
    return """
    <div class="picture"><h3>%s</h3>
    %s
    <p class="small">%s</p></div>
    %s
    """
        .formatted(
            Markup.escape(figure.title()),
            figure.drawn() ? place(figure) : "",
            Markup.escape(figure.caption()),
            HtmlReport.numbers(figure));
  }

  private static String place(Figure figure) {
    return """
    <object type="plimsoll/figure" data="%1$s" title="%2$s" alt="%2$s" style="width:%3$dpt;height:%4$dpt"></object>"""
        .formatted(
            Markup.escape(figure.key()),
            Markup.escape(figure.title()),
            WIDTH,
            Math.round(FigureChart.heightFor(figure, WIDTH)));
  }

  /** Finds the figure that an object element stands for. */
  private record Drawers(Report report) implements FSObjectDrawerFactory {
    @Override
    public FSObjectDrawer createDrawer(Element element) {
      if (ForeignText.stands(element)) {
        return ForeignText::draw;
      }
      return report.figures().stream()
          .filter(figure -> figure.key().equals(element.getAttribute("data")))
          .findFirst()
          .map(Drawer::new)
          .orElse(null);
    }

    @Override
    public boolean isReplacedObject(Element element) {
      return element.getAttribute("type").startsWith("plimsoll/");
    }
  }

  /** Draws one figure where the layout put it. */
  private record Drawer(Figure figure) implements FSObjectDrawer {
    @Override
    public Map<Shape, String> drawObject(
        Element element,
        double x,
        double y,
        double width,
        double height,
        OutputDevice device,
        RenderingContext context,
        int dotsPerPixel) {
      var area = new Rectangle2D.Double(0, 0, width / dotsPerPixel, height / dotsPerPixel);
      device.drawWithGraphics(
          (float) x,
          (float) y,
          (float) area.width,
          (float) area.height,
          graphics -> draw(graphics, area));
      return Map.of();
    }

    private void draw(Graphics2D graphics, Rectangle2D.Double area) {
      var font = Fonts.drawing();
      if (!Fonts.canWrite(figure)) {
        Fonts.writeShapes(graphics);
        font = Fonts.system();
      }
      // A layout pixel is 1/96 inch and fonts are meant in points, of 1/72.
      graphics.scale(POINTS, POINTS);
      var points = new Rectangle2D.Double(0, 0, area.width / POINTS, area.height / POINTS);
      new FigureChart(font, points.width, points.height).chart(figure).draw(graphics, points);
    }
  }
}
