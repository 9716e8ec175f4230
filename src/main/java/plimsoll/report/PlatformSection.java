package plimsoll.report;

import java.util.ArrayList;
import java.util.List;
import plimsoll.disclosure.Published;
import plimsoll.disclosure.Rounding;
import plimsoll.disclosure.Withholding;
import plimsoll.figure.Words;
import plimsoll.platform.Index;
import plimsoll.platform.Part;
import plimsoll.platform.Product;
import plimsoll.platform.Voices;
import plimsoll.report.Report.Block;
import plimsoll.report.Report.Cell;
import plimsoll.report.Report.Column;
import plimsoll.report.Report.Method;
import plimsoll.report.Report.Section;
import plimsoll.report.Report.Sentence;
import plimsoll.report.Report.Table;

/** How the platform does as a product, and what nobody can tell of it yet. */
final class PlatformSection {
  private PlatformSection() {}

  static Section of(Product product) {
    var blocks = new ArrayList<Block>();
    blocks.add(new Sentence(headline(product), false));
    blocks.add(parts(product.parts()));
    blocks.add(voices(product.voices()));
    blocks.add(new Sentence(practice(product), false));
    blocks.add(
        Method.of(
            Topic.PLATFORM_INDEX,
            Topic.PLATFORM_USERS,
            Topic.PLATFORM,
            Topic.PLATFORM_PRACTICE,
            Topic.DISCLOSURE));
    return new Section("platform", "The platform as a product", blocks);
  }

  private static String headline(Product product) {
    return product.index() == null
        ? "We can't tell yet whether %s helps teams or holds them up: %s."
            .formatted(product.name(), product.progress())
        : "%s %s: %s.%s"
            .formatted(
                product.name(),
                product.index().reading().words(),
                index(product.index()),
                product.index().sure() ? "" : " The interval allows another reading too.");
  }

  /** Such as "the index is 35 (22 to 48), between −100 and 100". */
  private static String index(Index index) {
    return "the index is %s (%s to %s), between −100 and 100"
        .formatted(
            signed(Math.rint(index.value())),
            signed(Math.floor(index.low())),
            signed(Math.ceil(index.high())));
  }

  private static String practice(Product product) {
    var practice = product.practice();
    if (product.substate() != null) {
      return "%s %s.".formatted(product.name(), product.substate().words());
    }
    return practice.score() == null
        ? "Whether it is run as a product can't be told yet: who its customers are, its roadmap,"
            + " its research and its service levels are not all known."
        : "Product practice: %s of the checks pass.".formatted(Words.percent(practice.score()));
  }

  private static Table parts(List<Part> parts) {
    return new Table(
        "platform-parts",
        "The index is the mean of what helps less the mean of what holds up, each from 0 to 100",
        List.of(
            new Column("Part", false),
            new Column("Speaks for", false),
            new Column("Value", true),
            new Column("95 %", true),
            new Column("Of", false),
            new Column("What is missing", false)),
        parts.stream().map(PlatformSection::row).toList());
  }

  private static List<Cell> row(Part part) {
    return List.of(
        cell(part.facet().title()),
        cell(part.facet().good() ? "help" : "hold-up"),
        cell(part.value() == null ? "–" : Words.number(part.value())),
        cell(
            part.value() == null
                ? "–"
                : Words.number(part.low()) + "–" + Words.number(part.high())),
        cell(part.of() == null ? "–" : part.of()),
        cell(part.missing() == null ? "–" : part.missing()));
  }

  private static Table voices(Voices voices) {
    var rows = new ArrayList<List<Cell>>();
    rows.add(row("Useful and easy (K1, K2)", voices.useful()));
    rows.add(row("Works when it is needed (K3)", voices.working()));
    rows.add(row("Satisfied (K7), mean", voices.satisfied()));
    rows.add(row("Satisfied or very satisfied (K7), percent", voices.satisfiedShare()));
    rows.add(apart("Satisfied, teams that may use it, mean", voices.free()));
    rows.add(apart("Satisfied, teams that must use it, mean", voices.mandated()));
    rows.add(row(voices.balance()));
    return new Table(
        "platform-voices",
        "What its users say, 0 to 100, higher is better; the recommendation balance runs from −100"
            + " to 100",
        List.of(
            new Column("What", false),
            new Column("Value", true),
            new Column("95 %", true),
            new Column("People", true)),
        rows);
  }

  private static List<Cell> row(String what, Published score) {
    return List.of(
        cell(what),
        cell(few(score) ? Words.teamScore(score) : Words.score(score)),
        cell(Words.interval(score)),
        cell(Words.people(score)));
  }

  private static boolean few(Published score) {
    return score.shown() && Rounding.isBand(score.people());
  }

  private static List<Cell> apart(String what, Published score) {
    return score.withheld() == Withholding.NO_EVIDENCE
        ? List.of(cell(what), cell("not known which teams must"), cell("–"), cell("–"))
        : row(what, score);
  }

  private static List<Cell> row(Voices.Balance balance) {
    var what = "Would advise others to come (K8), balance";
    return balance.withheld() != null
        ? List.of(cell(what), cell(Words.reason(balance.withheld())), cell("–"), cell("–"))
        : List.of(
            cell(what),
            cell(signed(balance.value())),
            cell(signed(balance.low()) + " to " + signed(balance.high())),
            cell(String.valueOf(balance.people())));
  }

  private static String signed(double points) {
    return points < 0 ? "−" + Words.number(-points) : Words.number(points);
  }

  private static Cell cell(String text) {
    return new Cell(text, null);
  }
}
