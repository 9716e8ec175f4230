package plimsoll.report;

import de.rototor.pdfbox.graphics2d.IPdfBoxGraphics2DFontTextDrawer;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.AttributedCharacterIterator;
import plimsoll.figure.Figure;

/**
 * The fonts of the PDF: DejaVu, which knows Latin, Greek and Cyrillic and is embedded. What it
 * can't write, such as Japanese, is drawn as outlines by whatever font the system has.
 */
final class Fonts {
  static final String NAME = "DejaVu Sans";
  private static final String PLACE = "/net/sf/jasperreports/fonts/dejavu/";

  private Fonts() {}

  static InputStream regular() {
    return Fonts.class.getResourceAsStream(PLACE + "DejaVuSans.ttf");
  }

  static InputStream bold() {
    return Fonts.class.getResourceAsStream(PLACE + "DejaVuSans-Bold.ttf");
  }

  /** The same font for drawings. */
  static Font drawing() {
    return Drawing.FONT;
  }

  /** The system's own, which may know more scripts. */
  static Font system() {
    return new Font(Font.SANS_SERIF, Font.PLAIN, 9);
  }

  static boolean canWrite(int point) {
    return Drawing.FONT.canDisplay(point) || Character.isISOControl(point);
  }

  static boolean canWrite(Figure figure) {
    return figure.table().stream()
        .flatMap(row -> row.stream())
        .allMatch(cell -> cell.codePoints().allMatch(Fonts::canWrite));
  }

  /** Makes a drawing write its text as outlines, because the embedded font lacks letters of it. */
  static void writeShapes(Graphics2D graphics) {
    if (graphics instanceof PdfBoxGraphics2D pdf) {
      pdf.setFontTextDrawer(new Outlines());
    }
  }

  private static final class Outlines implements IPdfBoxGraphics2DFontTextDrawer {
    @Override
    public boolean canDrawText(AttributedCharacterIterator text, IFontTextDrawerEnv environment) {
      return false;
    }

    @Override
    public void drawText(AttributedCharacterIterator text, IFontTextDrawerEnv environment) {
      throw new IllegalStateException("text is drawn as outlines");
    }

    @Override
    public FontMetrics getFontMetrics(Font font, IFontTextDrawerEnv environment) {
      return environment.getCalculationGraphics().getFontMetrics(font);
    }
  }

  /** Loaded at the first drawing and not before. */
  private static final class Drawing {
    static final Font FONT = load();

    private static Font load() {
      try (var file = regular()) {
        return Font.createFont(Font.TRUETYPE_FONT, file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (FontFormatException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
