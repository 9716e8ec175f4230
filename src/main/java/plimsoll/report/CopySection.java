package plimsoll.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import plimsoll.figure.Words;
import plimsoll.pattern.copy.Copies;
import plimsoll.pattern.copy.CopyGroup;
import plimsoll.pattern.copy.CopyGroup.Member;
import plimsoll.report.Report.Block;
import plimsoll.report.Report.Cell;
import plimsoll.report.Report.Column;
import plimsoll.report.Report.Fact;
import plimsoll.report.Report.Facts;
import plimsoll.report.Report.Links;
import plimsoll.report.Report.Method;
import plimsoll.report.Report.Points;
import plimsoll.report.Report.Section;
import plimsoll.report.Report.Sentence;
import plimsoll.report.Report.Table;

/** Files that are nearly the same in several teams, and what one of each would retire. */
final class CopySection {
  private static final int SHOWN = 20;
  private static final int NAMED = 30;

  private CopySection() {}

  static Section of(Copies copies, Map<String, String> names, PatternLinks links) {
    var blocks = new ArrayList<Block>();
    blocks.add(new Sentence(sentence(copies), false));
    if (!copies.groups().isEmpty()) {
      blocks.add(new Points("What one path would retire:", paths(copies)));
      blocks.add(table(copies, names, links));
      if (copies.groups().size() > SHOWN && links.copies() != null) {
        blocks.add(new Links(List.of(new Cell("All groups of copies", links.copies()))));
      }
    }
    blocks.add(new Facts(facts(copies)));
    blocks.add(Method.of(Topic.COPIES));
    return new Section("copies", "Near-copies across teams", blocks);
  }

  private static String sentence(Copies copies) {
    if (copies.files() == 0) return "We can't tell yet: no file was long enough to compare.";
    return copies.groupsFound() == 0
        ? "No file is a near-copy of another team's: %s compared."
            .formatted(Words.count(copies.files(), "file"))
        : "%d of %s are near-copies of a file of another team, or the original of one; with one file in each of %s there would be %d fewer."
            .formatted(
                copies.copiedFiles(),
                Words.count(copies.files(), "file"),
                Words.count(copies.groupsFound(), "group"),
                copies.spare());
  }

  /** One sentence for each part of the way to production, with the services named. */
  static List<String> paths(Copies copies) {
    var byPart =
        copies.groups().stream()
            .collect(
                Collectors.groupingBy(
                    CopyGroup::part, LinkedHashMap::new, Collectors.<CopyGroup>toList()));
    return byPart.entrySet().stream().map(each -> path(each.getKey(), each.getValue())).toList();
  }

  private static String path(String part, List<CopyGroup> groups) {
    var members = groups.stream().flatMap(group -> group.files().stream()).toList();
    var services = members.stream().map(Member::service).distinct().sorted().toList();
    int teams = (int) members.stream().map(Member::team).distinct().count();
    int spare = groups.stream().mapToInt(CopyGroup::spare).sum();
    return "One golden path for the %s of these %s of %s would retire %s: %s."
        .formatted(
            plural(part),
            Words.count(services.size(), "service"),
            Words.count(teams, "team"),
            spare == 1 ? "1 near-copy" : spare + " near-copies",
            some(services));
  }

  private static String plural(String part) {
    return part.endsWith("s") ? part : part + "s";
  }

  private static String some(List<String> services) {
    return services.size() <= NAMED
        ? Words.list(services)
        : String.join(", ", services.subList(0, NAMED))
            + " and "
            + (services.size() - NAMED)
            + " more";
  }

  private static Table table(Copies copies, Map<String, String> names, PatternLinks links) {
    int shown = Math.min(SHOWN, copies.groups().size());
    return new Table(
        "copies-table",
        shown == copies.groupsFound()
            ? "Groups of files that are copies of each other; those with most to retire first"
            : "The %d groups with most to retire, of %d; \"alike\" is of the two that are named"
                .formatted(shown, copies.groupsFound()),
        COLUMNS,
        IntStream.range(0, shown)
            .mapToObj(i -> row(copies.groups().get(i), i, names, links))
            .toList());
  }

  private static final List<Column> COLUMNS =
      List.of(
          new Column("Side by side", false),
          new Column("Part", false),
          new Column("Teams", false),
          new Column("Files", true),
          new Column("Alike", true),
          new Column("One for all retires", true));

  /**
   * All groups, as a page lists them.
   *
   * @param team its key, to see those alone in which it has a file; null for all
   */
  static List<List<Cell>> rows(
      Copies copies, Map<String, String> names, PatternLinks links, String team) {
    return IntStream.range(0, copies.groups().size())
        .filter(i -> team == null || hasFile(copies.groups().get(i), team))
        .mapToObj(i -> row(copies.groups().get(i), i, names, links))
        .toList();
  }

  private static boolean hasFile(CopyGroup group, String team) {
    return group.files().stream().anyMatch(file -> file.team().equals(team));
  }

  private static List<Cell> row(
      CopyGroup group, int index, Map<String, String> names, PatternLinks links) {
    var teams = group.files().stream().map(Member::team).distinct().sorted().toList();
    return List.of(
        new Cell(pair(group.one(), group.other()), links.copy(index)),
        PatternReport.cell(group.part()),
        PatternReport.cell(
            teams.size() <= 4
                ? Content.teams(teams, names)
                : Content.teams(teams.subList(0, 4), names) + ", " + (teams.size() - 4) + " more"),
        PatternReport.cell(String.valueOf(group.files().size())),
        PatternReport.cell(alike(group.similarity())),
        PatternReport.cell(retired(group)));
  }

  /** Such as "ci.yml of cart and of till". */
  static String pair(Member one, Member other) {
    return one.path().equals(other.path())
        ? "%s of %s and of %s".formatted(one.path(), one.service(), other.service())
        : "%s of %s and %s of %s"
            .formatted(one.path(), one.service(), other.path(), other.service());
  }

  /** Such as "2 files, 84 lines". */
  static String retired(CopyGroup group) {
    long longest = group.files().stream().mapToInt(Member::lines).max().orElse(0);
    return "%s, %s"
        .formatted(
            Words.count(group.spare(), "file"),
            Words.count((int) (group.lines() - longest), "line"));
  }

  /** A similarity is rounded down, so that only what is the same is 100 %. */
  static String alike(double similarity) {
    return (int) Math.floor(100 * similarity + 1e-9) + " %";
  }

  private static List<Fact> facts(Copies copies) {
    var facts = new ArrayList<Fact>();
    facts.add(
        new Fact(
            "Copied share",
            copies.share() == null
                ? "we can't tell"
                : "%d of %d lines".formatted(copies.copiedLines(), copies.lines())));
    facts.add(new Fact("A copy is", "80 % of its runs of three lines or more in common"));
    facts.add(
        new Fact(
            "What counts as reuse",
            "two files that take the same workflow, chart or base by reference are no copies"));
    if (copies.sketched()) {
      facts.add(
          new Fact(
              "How they were found",
              "by sketches, because there were too many pairs: a pair that is just alike enough is"
                  + " missed once in 600"));
    }
    return facts;
  }
}
