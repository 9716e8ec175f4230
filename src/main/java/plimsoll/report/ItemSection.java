package plimsoll.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plimsoll.reading.ItemResult;
import plimsoll.report.Report.Block;
import plimsoll.report.Report.Cell;
import plimsoll.report.Report.Column;
import plimsoll.report.Report.Method;
import plimsoll.report.Report.Section;
import plimsoll.report.Report.Sentence;
import plimsoll.report.Report.Table;

/** How questions that are part of no score were answered. */
final class ItemSection {
  private ItemSection() {}

  /** Null where none may be shown: a survey without such questions says nothing here. */
  static Section of(List<ItemResult> items) {
    var shown = items.stream().filter(item -> item.answers().withheld() == null).toList();
    if (shown.isEmpty()) return null;
    return new Section(
        "items",
        "Other questions",
        Stream.of(shown.stream().map(ItemSection::table), rest(items, shown), method())
            .flatMap(blocks -> blocks)
            .toList());
  }

  private static Block table(ItemResult item) {
    var answers = item.answers();
    String caption =
        "“%s” (%s; %d or more people answered)"
            .formatted(item.wording(), item.item(), answers.people());
    return answers.quartiles().isEmpty() ? shares(item, caption) : quartiles(item, caption);
  }

  private static Table shares(ItemResult item, String caption) {
    boolean ranked = !item.answers().first().isEmpty();
    var columns =
        Stream.concat(
                Stream.of(
                    new Column("Answer", false), new Column(ranked ? "Ranked" : "Share", true)),
                ranked ? Stream.of(new Column("Ranked first", true)) : Stream.<Column>of())
            .toList();
    return new Table(
        "item-" + item.item(),
        caption,
        columns,
        item.answers().shares().keySet().stream().map(key -> row(item, key, ranked)).toList());
  }

  private static List<Cell> row(ItemResult item, String key, boolean ranked) {
    var cells =
        Stream.of(item.labels().getOrDefault(key, key), percent(item.answers().shares().get(key)));
    var first = ranked ? Stream.of(percent(item.answers().first().get(key))) : Stream.<String>of();
    return Stream.concat(cells, first).map(text -> new Cell(text, null)).toList();
  }

  private static Table quartiles(ItemResult item, String caption) {
    var names =
        List.of("A quarter of them: at most", "Half of them: at most", "Three quarters: at most");
    var values = item.answers().quartiles();
    return new Table(
        "item-" + item.item(),
        caption,
        List.of(new Column("Answer", false), new Column(item.unit(), true)),
        Stream.of(0, 1, 2)
            .map(i -> List.of(new Cell(names.get(i), null), new Cell(number(values.get(i)), null)))
            .toList());
  }

  private static Stream<Block> rest(List<ItemResult> items, List<ItemResult> shown) {
    var withheld =
        items.stream()
            .filter(item -> !shown.contains(item))
            .map(ItemResult::item)
            .collect(Collectors.joining(", "));
    return withheld.isEmpty()
        ? Stream.of()
        : Stream.of(new Sentence("Too few answered to show: " + withheld + ".", true));
  }

  private static Stream<Block> method() {
    return Stream.of(Method.of(Topic.ITEMS));
  }

  private static String percent(int share) {
    return Map.of(5, "5 % or less", 95, "95 % or more").getOrDefault(share, share + " %");
  }

  private static String number(double value) {
    return new java.math.BigDecimal(String.valueOf(value)).stripTrailingZeros().toPlainString();
  }
}
