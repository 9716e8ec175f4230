package plimsoll.report;

import static plimsoll.report.Markup.element;
import static plimsoll.report.Markup.escape;
import static plimsoll.report.Markup.link;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import plimsoll.figure.Figure;
import plimsoll.report.Report.Block;
import plimsoll.report.Report.Facts;
import plimsoll.report.Report.Links;
import plimsoll.report.Report.Method;
import plimsoll.report.Report.Picture;
import plimsoll.report.Report.Points;
import plimsoll.report.Report.Section;
import plimsoll.report.Report.Sentence;
import plimsoll.report.Report.Table;
import plimsoll.report.Report.Verdict;

/**
 * Writes a report as HTML that is also well-formed XML: the page, the file and the PDF come from
 * here and differ only in how they hold a picture.
 */
final class HtmlReport {
  private static final String SECTION =
      "<section aria-labelledby=\"%1$s\">\n<h2 id=\"%1$s\">%2$s</h2>\n%3$s</section>\n";

  /** Up to so many letters a cell keeps to one line. */
  private static final int SHORT = 24;

  /** Tables with up to so many rows keep to one page. */
  private static final int FEW = 9;

  /** With more links than these below a field nobody finds one: the table has them. */
  private static final int MOST_NAMED = 60;

  private final Pictures pictures;

  /** How a picture is held. */
  @FunctionalInterface
  interface Pictures {
    String html(Picture picture);
  }

  private final String method;

  /**
   * @param method address of the page that explains the method
   */
  HtmlReport(Pictures pictures, String method) {
    this.pictures = pictures;
    this.method = method;
  }

  /** For a page: a drawing, its numbers for the script that makes it answer, and its table. */
  static HtmlReport page() {
    return new HtmlReport(HtmlReport::interactive, MethodPages.PATH);
  }

  /** For a file that stands alone: the drawing and its table. */
  static HtmlReport file(String method) {
    return new HtmlReport(HtmlReport::still, method);
  }

  /** The sections, without head and title. */
  String sections(Report report) {
    return report.sections().stream().map(this::section).collect(Collectors.joining());
  }

  private String section(Section section) {
    var blocks = section.blocks().stream().map(this::block).collect(Collectors.joining());
    return SECTION.formatted(escape(section.key()), escape(section.title()), blocks);
  }

  private String block(Block block) {
    if (block instanceof Verdict verdict) {
      return "<p class=\"verdict\">" + escape(verdict.sentence()) + "</p>\n";
    }
    if (block instanceof Sentence sentence) {
      return (sentence.small() ? "<p class=\"small\">" : "<p>")
          + escape(sentence.text())
          + "</p>\n";
    }
    if (block instanceof Points points) {
      return points(points);
    }
    if (block instanceof Table table) {
      return table(table);
    }
    if (block instanceof Method explained) {
      return method(explained);
    }
    if (block instanceof Links links) {
      return links.links().stream()
          .map(cell -> link(cell.text(), cell.href()))
          .collect(Collectors.joining(" · ", "<p>", "</p>\n"));
    }
    return block instanceof Facts facts ? facts(facts) : pictures.html((Picture) block);
  }

  private String method(Method explained) {
    return explained.topics().stream()
        .map(topic -> link(topic.title(), topic.at(method)))
        .collect(
            Collectors.joining(
                ", ", "<p class=\"small method\">" + escape(Method.OPENING), ".</p>\n"));
  }

  private static String points(Points points) {
    var intro = points.intro() == null ? "" : element("p", points.intro()) + "\n";
    return intro + list(points.points());
  }

  private static String list(List<String> points) {
    return points.stream()
        .map(point -> element("li", point))
        .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>\n"));
  }

  private static String facts(Facts facts) {
    return facts.facts().stream()
        .map(fact -> "<div>" + element("dt", fact.name()) + element("dd", fact.value()) + "</div>")
        .collect(Collectors.joining("\n", "<dl class=\"facts\">\n", "\n</dl>\n"));
  }

  private static String table(Table table) {
    var heads =
        table.columns().stream()
            .map(column -> head(column.name(), column.numeric()))
            .collect(Collectors.joining());
    var rows = table.rows().stream().map(row -> row(table, row)).collect(Collectors.joining("\n"));
    return table(table.key(), "<caption>", table.caption(), table.rows().size(), heads, rows);
  }

  private static String head(String name, boolean numeric) {
    return "<th scope=\"col\"" + (numeric ? " class=\"number\">" : ">") + escape(name) + "</th>";
  }

  private static String row(Table table, List<Report.Cell> row) {
    return IntStream.range(0, row.size())
        .mapToObj(i -> cell(row.get(i), i == 0, table.columns().get(i).numeric()))
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }

  private static String cell(Report.Cell cell, boolean first, boolean numeric) {
    var name = first ? "th" : "td";
    var attributes = (first ? " scope=\"row\"" : "") + kind(cell.text(), first, numeric);
    return "<" + name + attributes + ">" + link(cell.text(), cell.href()) + "</" + name + ">";
  }

  private static String kind(String text, boolean first, boolean numeric) {
    var kept = !first && text.length() <= SHORT;
    if (!kept && !numeric) {
      return "";
    }
    return " class=\"" + ((numeric ? "number " : "") + (kept ? "short" : "")).strip() + "\"";
  }

  private static String still(Picture picture) {
    return framed(picture, picture.figure().drawn() ? SvgFigure.svg(picture.figure()) : "");
  }

  private static String interactive(Picture picture) {
    if (!picture.figure().drawn()) {
      return framed(picture, "");
    }
    return framed(
        picture,
        "<div class=\"chart\">"
            + SvgFigure.svg(picture.figure())
            + "</div><script type=\"application/json\">"
            + Markup.script(ReportJson.figure(picture.figure()))
            + "</script>"
            + openers(picture.figure()));
  }

  /** Links to what the marks stand for, so that a keyboard can name and open each. */
  private static String openers(Figure figure) {
    var marks = Opener.of(figure);
    if (marks.isEmpty()) return "";
    var list =
        marks.stream()
            .map(mark -> "<li>" + mark.html() + "</li>")
            .collect(Collectors.joining("", "<ul class=\"openers\">", "</ul>"));
    return figure instanceof Figure.Field
        ? "<details class=\"marks\"><summary>The marks by name</summary>" + list + "</details>"
        : list;
  }

  /** One mark that leads somewhere. */
  private record Opener(int index, String name, String href) {
    static List<Opener> of(Figure figure) {
      if (figure instanceof Figure.Plane plane) {
        return IntStream.range(0, plane.marks().size())
            .mapToObj(i -> new Opener(i, plane.marks().get(i).name(), plane.marks().get(i).href()))
            .filter(opener -> opener.href() != null)
            .toList();
      }
      if (figure instanceof Figure.Field field && field.spots().size() <= MOST_NAMED) {
        return IntStream.range(0, field.spots().size())
            .mapToObj(i -> new Opener(i, field.spots().get(i).name(), field.spots().get(i).href()))
            .filter(opener -> opener.href() != null)
            .toList();
      }
      return figure instanceof Figure.Bars bars
          ? IntStream.range(0, bars.bars().size())
              .mapToObj(i -> new Opener(i, bars.bars().get(i).name(), bars.bars().get(i).href()))
              .filter(opener -> opener.href() != null)
              .toList()
          : List.of();
    }

    String html() {
      return "<a data-index=\"%d\" href=\"%s\">%s</a>".formatted(index, escape(href), escape(name));
    }
  }

  /** A picture between its finding and its table. */
  static String framed(Picture picture, String drawing) {
    var figure = picture.figure();
    return "<figure id=\"figure-%s\">\n<figcaption><h3>%s</h3></figcaption>\n%s\n<p class=\"small\">%s</p>\n%s</figure>\n"
        .formatted(
            escape(figure.key()),
            escape(figure.title()),
            drawing,
            escape(figure.caption()),
            details(picture));
  }

  private static String details(Picture picture) {
    return "<details"
        + (picture.open() ? " open=\"open\"" : "")
        + "><summary>The numbers as a table</summary>\n"
        + numbers(picture.figure())
        + "</details>\n";
  }

  /** The figure's table. */
  static String numbers(Figure figure) {
    var rows = figure.table();
    var heads = rows.get(0).stream().map(name -> head(name, false)).collect(Collectors.joining());
    var body =
        rows.subList(1, rows.size()).stream()
            .map(HtmlReport::plainRow)
            .collect(Collectors.joining("\n"));
    var title = "<caption class=\"unseen\">";
    return table("table-" + figure.key(), title, figure.title(), rows.size() - 1, heads, body);
  }

  private static String table(
      String key, String opening, String caption, int size, String heads, String rows) {
    return """
    <div class="wide" role="region" tabindex="0" aria-label="%2$s">
    <table id="%1$s" class="%3$s">%4$s%2$s</caption>
    <thead><tr>%5$s</tr></thead>
    <tbody>
    %6$s
    </tbody></table></div>
    """
        .formatted(
            escape(key), escape(caption), size <= FEW ? "few" : "many", opening, heads, rows);
  }

  private static String plainRow(List<String> row) {
    return IntStream.range(0, row.size())
        .mapToObj(i -> cell(new Report.Cell(row.get(i), null), i == 0, false))
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }
}
