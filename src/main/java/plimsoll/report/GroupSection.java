package plimsoll.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import plimsoll.figure.LoadFigure;
import plimsoll.figure.Teams;
import plimsoll.figure.Words;
import plimsoll.readiness.Readiness.GroupResult;
import plimsoll.report.Report.Block;
import plimsoll.report.Report.Cell;
import plimsoll.report.Report.Column;
import plimsoll.report.Report.Method;
import plimsoll.report.Report.Picture;
import plimsoll.report.Report.Section;
import plimsoll.report.Report.Sentence;
import plimsoll.report.Report.Table;

/** The groups between the organisation and its teams, a row each. */
final class GroupSection {
  private GroupSection() {}

  static Section of(List<GroupResult> groups, Teams pages) {
    return new Section("groups", "Groups of teams", blocks(groups, pages));
  }

  static List<Block> blocks(List<GroupResult> groups, Teams pages) {
    return List.of(
        table(groups, pages),
        new Picture(LoadFigure.ofGroups(groups, pages), false),
        new Sentence(
            "A group has no verdict of its own: what to do is decided for teams and for the whole"
                + " organisation.",
            true),
        Method.of(Topic.GROUP_SCORE, Topic.GROUP_RESPONSE, Topic.RESIDUALS));
  }

  private static Table table(List<GroupResult> groups, Teams pages) {
    var names = groups.stream().collect(Collectors.toMap(GroupResult::group, GroupResult::name));
    return new Table(
        "groups-table",
        "Groups of the catalog above the teams, each below the one it stands in; scores run from 0"
            + " to 100, rounded to 5 where people answered",
        List.of(
            new Column("Group", false),
            new Column("Stands in", false),
            new Column("Teams", true),
            new Column("Response", false),
            new Column("DevOps practice (95 %)", false),
            new Column("Platform need (95 %)", false)),
        inOrder(groups, names).stream().map(group -> row(group, names, pages)).toList());
  }

  /** Each group is followed by those below it; side by side they go by name. */
  private static List<GroupResult> inOrder(List<GroupResult> groups, Map<String, String> names) {
    var ordered = new ArrayList<GroupResult>();
    groups.stream()
        .filter(group -> !names.containsKey(group.parent()))
        .forEach(group -> addWithBelow(group, groups, ordered));
    return ordered;
  }

  private static void addWithBelow(
      GroupResult group, List<GroupResult> groups, List<GroupResult> ordered) {
    ordered.add(group);
    groups.stream()
        .filter(other -> group.group().equals(other.parent()))
        .forEach(below -> addWithBelow(below, groups, ordered));
  }

  private static List<Cell> row(GroupResult group, Map<String, String> names, Teams pages) {
    return List.of(
        new Cell(group.name(), pages.pageOfGroup(group.group())),
        new Cell(names.getOrDefault(group.parent(), "–"), null),
        new Cell(String.valueOf(group.teams().size()), null),
        new Cell(Words.response(group.response()), null),
        new Cell(Words.teamRange(group.axes().devopsPractice()), null),
        new Cell(Words.teamRange(group.axes().platformNeed()), null));
  }
}
