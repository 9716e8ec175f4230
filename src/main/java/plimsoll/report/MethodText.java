package plimsoll.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** {@code docs/method.md}, as it was when this was built, as HTML. */
final class MethodText {
  static final String HTML = html();

  private MethodText() {}

  /** It is our own text, so the anchors in it may stand as they are. */
  private static String html() {
    var tables = List.of(TablesExtension.create());
    var text = Parser.builder().extensions(tables).build().parse(markdown());
    var html = HtmlRenderer.builder().extensions(tables).build().render(text);
    return html.replace(
            "<table>",
            "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"Table\"><table>")
        .replace("</table>", "</table></div>");
  }

  private static String markdown() {
    try (var file = MethodText.class.getResourceAsStream("/docs/method.md")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
