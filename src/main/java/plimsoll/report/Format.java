package plimsoll.report;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;

/** The kinds of file that a report comes as. */
enum Format {
  HTML("html", "text/html;charset=UTF-8", (report, method) -> utf8(HtmlFile.of(report, method))),
  PDF("pdf", "application/pdf", PdfReport::of),
  MARKDOWN(
      "md",
      "text/markdown;charset=UTF-8",
      (report, method) -> utf8(MarkdownReport.of(report, method))),
  JSON("json", "application/json", (report, method) -> utf8(ReportJson.report(report)));

  private final String ending;
  private final String type;
  private final BiFunction<Report, String, byte[]> writer;

  Format(String ending, String type, BiFunction<Report, String, byte[]> writer) {
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

  /**
   * @param method address of the page that explains the method
   */
  byte[] write(Report report, String method) {
    return writer.apply(report, method);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
