package plimsoll.report;

import java.util.List;
import java.util.stream.Collectors;
import plimsoll.report.Report.Block;
import plimsoll.report.Report.Cell;
import plimsoll.report.Report.Column;
import plimsoll.report.Report.Facts;
import plimsoll.report.Report.Links;
import plimsoll.report.Report.Method;
import plimsoll.report.Report.Picture;
import plimsoll.report.Report.Points;
import plimsoll.report.Report.Section;
import plimsoll.report.Report.Sentence;
import plimsoll.report.Report.Table;
import plimsoll.report.Report.Verdict;

/** Writes a report as Markdown (GitHub's, for its tables); a picture becomes its table. */
final class MarkdownReport {
  private static final String SPECIAL = "\\`*_{}[]<>#|~&";

  private final String method;

  private MarkdownReport(String method) {
    this.method = method;
  }

  /**
   * @param method address of the page that explains the method
   */
  static String of(Report report, String method) {
    return new MarkdownReport(method).written(report);
  }

  private String written(Report report) {
    return "# "
        + escape(report.title())
        + "\n\n"
        + escape(report.subtitle())
        + "\n\n"
        + report.sections().stream().map(this::section).collect(Collectors.joining("\n"));
  }

  private String section(Section section) {
    return "## "
        + escape(section.title())
        + "\n\n"
        + section.blocks().stream().map(this::block).collect(Collectors.joining("\n"));
  }

  private String block(Block block) {
    if (block instanceof Verdict verdict) {
      return "**" + escape(verdict.sentence()) + "**\n";
    }
    if (block instanceof Sentence sentence) {
      return paragraph(sentence.text()) + "\n";
    }
    if (block instanceof Points points) {
      return (points.intro() == null ? "" : escape(points.intro()) + "\n\n")
          + lines(points.points());
    }
    if (block instanceof Facts facts) {
      return lines(facts.facts().stream().map(fact -> fact.name() + ": " + fact.value()).toList());
    }
    if (block instanceof Method explained) {
      return method(explained);
    }
    if (block instanceof Links links) {
      return lines(links.links().stream().map(Cell::text).toList());
    }
    return block instanceof Table table ? table(table) : picture((Picture) block);
  }

  private String method(Method explained) {
    return explained.topics().stream()
        .map(topic -> "[%s](%s)".formatted(escape(topic.title()), topic.at(method)))
        .collect(Collectors.joining(", ", Method.OPENING, ".\n"));
  }

  private static String lines(List<String> points) {
    return points.stream()
        .map(point -> "- " + paragraph(point) + "\n")
        .collect(Collectors.joining());
  }

  private static String table(Table table) {
    var heads = table.columns().stream().map(Column::name).toList();
    var rows = table.rows().stream().map(row -> row.stream().map(Cell::text).toList()).toList();
    return escape(table.caption()) + "\n\n" + grid(heads, rows);
  }

  private static String picture(Picture picture) {
    var figure = picture.figure();
    var rows = figure.table();
    return "### "
        + escape(figure.title())
        + "\n\n"
        + grid(rows.get(0), rows.subList(1, rows.size()))
        + "\n"
        + escape(figure.caption())
        + "\n";
  }

  private static String grid(List<String> heads, List<List<String>> rows) {
    return line(heads)
        + "|"
        + " --- |".repeat(heads.size())
        + "\n"
        + rows.stream().map(MarkdownReport::line).collect(Collectors.joining());
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(MarkdownReport::escape)
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  /** A text at the start of a line, where a dash or a number would begin a list. */
  private static String paragraph(String text) {
    return escape(text.strip()).replaceFirst("^(\\d*)([-+=.)])", "$1\\\\$2");
  }

  /** Text stays text: nothing in it becomes markup, a table's end or a new line. */
  static String escape(String text) {
    var out = new StringBuilder(text.length() + 8);
    text.codePoints()
        .forEach(
            point -> {
              if (point == '<') {
                out.append("&lt;");
              } else if (point == '&') {
                out.append("&amp;");
              } else if (Character.isISOControl(point)) {
                out.append(' ');
              } else {
                out.append(SPECIAL.indexOf(point) >= 0 ? "\\" : "").appendCodePoint(point);
              }
            });
    return out.toString();
  }
}
