package plimsoll.report;

import com.openhtmltopdf.extend.FSDOMMutator;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * Puts a drawing in the place of words whose letters the embedded font lacks, such as the Japanese
 * name of a team. The words stay as the drawing's description.
 */
final class ForeignText implements FSDOMMutator {
  private static final String TYPE = "plimsoll/text";
  private static final int UNITS = 100;
  private static final double DESCENT = 0.24;
  private static final Color INK = new Color(0x1d2328);
  private static final FontRenderContext PLAIN = new FontRenderContext(null, true, true);

  static boolean stands(Element element) {
    return TYPE.equals(element.getAttribute("type"));
  }

  @Override
  public void mutateDocument(Document document) {
    texts(document.getDocumentElement(), new ArrayList<>()).forEach(ForeignText::replace);
  }

  private static List<Text> texts(Node node, List<Text> found) {
    for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Text text && foreign(text.getData())) {
        found.add(text);
      } else if (!"head".equals(child.getNodeName())) {
        texts(child, found);
      }
    }
    return found;
  }

  private static boolean foreign(String text) {
    return !text.codePoints().allMatch(Fonts::canWrite);
  }

  private static void replace(Text text) {
    var parent = text.getParentNode();
    for (var run : runs(text.getData())) {
      var document = text.getOwnerDocument();
      parent.insertBefore(
          foreign(run) ? drawing(document, run) : document.createTextNode(run), text);
    }
    parent.removeChild(text);
  }

  /** Cuts a text where the embedded font starts or ends to suffice. */
  private static List<String> runs(String text) {
    var runs = new ArrayList<String>();
    var run = new StringBuilder();
    var points = text.codePoints().toArray();
    for (var i = 0; i < points.length; i++) {
      if (i > 0 && Fonts.canWrite(points[i]) != Fonts.canWrite(points[i - 1])) {
        runs.add(run.toString());
        run.setLength(0);
      }
      run.appendCodePoint(points[i]);
    }
    runs.add(run.toString());
    return runs;
  }

  private static Element drawing(Document document, String words) {
    var drawing = document.createElement("object");
    drawing.setAttribute("type", TYPE);
    drawing.setAttribute("data", words);
    drawing.setAttribute("title", words);
    drawing.setAttribute("alt", words);
    drawing.setAttribute(
        "style",
        String.format(
            Locale.ROOT,
            "display:inline-block;margin:0;width:%.2fem;height:1.2em;vertical-align:-%.2fem",
            width(words),
            DESCENT));
    return drawing;
  }

  private static double width(String words) {
    return font(UNITS).getStringBounds(words, PLAIN).getWidth() / UNITS;
  }

  private static Font font(float size) {
    return Fonts.system().deriveFont(size);
  }

  /** Draws the words as outlines into their place. */
  static Map<Shape, String> draw(
      Element element,
      double x,
      double y,
      double width,
      double height,
      OutputDevice device,
      RenderingContext context,
      int dotsPerPixel) {
    var high = height / dotsPerPixel;
    var size = high / 1.2;
    device.drawWithGraphics(
        (float) x,
        (float) y,
        (float) (width / dotsPerPixel),
        (float) high,
        graphics -> {
          var words = font((float) size).createGlyphVector(PLAIN, element.getAttribute("data"));
          graphics.setPaint(INK);
          graphics.fill(words.getOutline(0, (float) (high - DESCENT * size)));
        });
    return Map.of();
  }
}
