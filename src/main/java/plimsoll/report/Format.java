package plimsoll.report;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** The kinds of file that a report comes as. */
enum Format {
  HTML("html", "text/html;charset=UTF-8", report -> utf8(HtmlFile.of(report))),
  PDF("pdf", "application/pdf", PdfReport::of),
  MARKDOWN("md", "text/markdown;charset=UTF-8", report -> utf8(MarkdownReport.of(report))),
  JSON("json", "application/json", report -> utf8(ReportJson.report(report)));

  private final String ending;
  private final String type;
  private final Function<Report, byte[]> writer;

  Format(String ending, String type, Function<Report, byte[]> writer) {
    this.ending = ending;
    this.type = type;
    this.writer = writer;
  }

  static Optional<Format> of(String ending) {
    return Arrays.stream(values()).filter(format -> format.ending.equals(ending)).findFirst();
  }

  String ending() {
    return ending;
  }

  String type() {
    return type;
  }

  byte[] write(Report report) {
    return writer.apply(report);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
