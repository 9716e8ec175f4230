package plimsoll.figure;

import java.util.ArrayList;
import java.util.List;
import plimsoll.figure.Figure.Pair;
import plimsoll.figure.Figure.Pairs;
import plimsoll.figure.Figure.Point;
import plimsoll.pattern.Divergence.Choice;

/** The choices in which teams differ most, by how often two services differ. */
public final class ChoicesFigure {
  private static final int SHOWN = 12;

  private ChoicesFigure() {}

  /**
   * @param choices those in which teams differ most first
   */
  public static Pairs of(List<Choice> choices) {
    var shown = choices.stream().limit(SHOWN).toList();
    return new Pairs(
        "choices",
        title(shown),
        "How many of 100 pairs of services choose otherwise: pairs of one team, and pairs of two"
            + " teams. Where both are high, teams are not of one mind themselves; where only the"
            + " second is, teams have settled on different ways.",
        "pairs of services that differ, %",
        "Of one team",
        "Of two teams",
        null,
        null,
        shown.stream().map(ChoicesFigure::pair).toList(),
        table(shown));
  }

  private static String title(List<Choice> shown) {
    return shown.isEmpty()
        ? "We can't tell yet which choices diverge: it takes two teams"
        : "Teams differ most in %s: %s of the pairs of two teams differ, %s within a team"
            .formatted(
                shown.get(0).feature().title(),
                percent(shown.get(0).between()),
                percent(shown.get(0).within()));
  }

  private static Pair pair(Choice choice) {
    return new Pair(
        choice.feature().title(), point(choice.within()), point(choice.between()), false, null);
  }

  private static Point point(Double share) {
    return share == null ? null : new Point(Math.round(100 * share), null, null);
  }

  private static List<List<String>> table(List<Choice> shown) {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("Choice", "Two of one team differ", "Two of different teams differ"));
    for (var choice : shown) {
      rows.add(
          List.of(choice.feature().title(), percent(choice.within()), percent(choice.between())));
    }
    return rows;
  }

  private static String percent(Double share) {
    return share == null ? "–" : Math.round(100 * share) + " %";
  }
}
