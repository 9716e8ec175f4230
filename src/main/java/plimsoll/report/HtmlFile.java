package plimsoll.report;

/** A report as one HTML file that needs nothing beside it: style and drawings are inside. */
final class HtmlFile {
  private HtmlFile() {}

  static String of(Report report, String method) {
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="UTF-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <title>%1$s</title>
    <style>
    %2$s</style>
    </head>
    <body>
    <main>
    <h1>%1$s</h1>
    <p class="subtitle">%3$s</p>
    %4$s</main>
    </body>
    </html>
    """
        .formatted(
            Markup.escape("Plimsoll: " + report.title()),
            Stylesheet.screen(),
            Markup.escape(report.subtitle()),
            HtmlReport.file(method).sections(report));
  }
}
