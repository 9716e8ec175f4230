package plimsoll.report;

import static plimsoll.report.EvidenceSection.hundredths;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import plimsoll.figure.Words;
import plimsoll.pattern.copy.Rebuilding;
import plimsoll.pattern.copy.Rebuilding.SlotUse;
import plimsoll.report.Report.Block;
import plimsoll.report.Report.Cell;
import plimsoll.report.Report.Column;
import plimsoll.report.Report.Method;
import plimsoll.report.Report.Section;
import plimsoll.report.Report.Sentence;
import plimsoll.report.Report.Table;

/** What each team built for itself, slot by slot. */
final class RebuildSection {
  private static final int NAMED = 12;

  private RebuildSection() {}

  static Section of(Rebuilding rebuilding, Map<String, String> names) {
    var blocks = new ArrayList<Block>();
    blocks.add(new Sentence(sentence(rebuilding), false));
    if (!rebuilding.slots().isEmpty()) blocks.add(table(rebuilding.slots(), names));
    blocks.add(Method.of(Topic.REBUILDING));
    return new Section("rebuilding", "Who built what anew", blocks);
  }

  private static String sentence(Rebuilding rebuilding) {
    if (rebuilding.index() == null) {
      return "We can't tell yet how much is built anew: it takes something that three teams do.";
    }
    long counted = rebuilding.slots().stream().filter(slot -> slot.index() != null).count();
    return "The rebuild index is %s over %s that three teams or more do: 0 is one implementation for all, 1 is one for each team."
        .formatted(hundredths(rebuilding.index()), Words.count((int) counted, "thing"));
  }

  private static Table table(List<SlotUse> slots, Map<String, String> names) {
    return new Table(
        "rebuild-table",
        "Who does each with their own files, and who uses something by reference",
        List.of(
            new Column("What", false),
            new Column("Teams that do it", true),
            new Column("Implementations", true),
            new Column("Index", true),
            new Column("With their own", false),
            new Column("By reference", false)),
        slots.stream().map(slot -> row(slot, names)).toList());
  }

  private static List<Cell> row(SlotUse slot, Map<String, String> names) {
    return List.of(
        PatternReport.cell(capital(slot.slot().title())),
        PatternReport.cell(String.valueOf(slot.teams())),
        PatternReport.cell(String.valueOf(slot.implementations())),
        PatternReport.cell(slot.index() == null ? "–" : hundredths(slot.index())),
        PatternReport.cell(some(slot.own(), names)),
        PatternReport.cell(shared(slot.shared(), names)));
  }

  private static String shared(Map<String, List<String>> shared, Map<String, String> names) {
    return shared.isEmpty()
        ? "–"
        : shared.entrySet().stream()
                .limit(NAMED)
                .map(each -> each.getKey() + ": " + some(each.getValue(), names))
                .collect(Collectors.joining("; "))
            + (shared.size() > NAMED ? "; " + (shared.size() - NAMED) + " more" : "");
  }

  private static String some(List<String> teams, Map<String, String> names) {
    if (teams.isEmpty()) return "–";
    return teams.size() <= NAMED
        ? Content.teams(teams, names)
        : Content.teams(teams.subList(0, NAMED), names) + " … of " + teams.size();
  }

  private static String capital(String title) {
    return Character.toUpperCase(title.charAt(0)) + title.substring(1);
  }
}
