package plimsoll.readiness;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import plimsoll.readiness.Verdict.Kind;
import plimsoll.statistics.Chance;

/** The criteria of one organisation or team, drawn and ruled on. */
final class Inquiry {
  private static final double WORTH_GATHERING_BITS = 0.02;
  private static final double TEAM_STEP = 5;

  final Map<Criterion, Joined> joined;
  final Worlds worlds;
  private final Verdict previous;
  private final boolean disagreement;

  /**
   * @param step what shown scores are rounded to, so that best estimates agree with them
   * @param purpose keeps the draws of one team apart from those of another
   */
  Inquiry(
      Table table,
      Map<Criterion, Joined> joined,
      double step,
      Verdict previous,
      long seed,
      String purpose) {
    this.joined = joined;
    this.worlds = new Worlds(table);
    this.previous = previous;
    this.disagreement = joined.values().stream().anyMatch(Joined::disagrees);
    joined.forEach((criterion, each) -> add(criterion, each, step, seed, purpose));
  }

  Ruling ruling() {
    return ruling(Change.NONE);
  }

  Ruling ruling(Change change) {
    return Ruling.of(worlds.kinds(Setting.USUAL, change), disagreement, previous);
  }

  /** Share of settings of the thresholds in which the likeliest verdict stays. */
  double robustness(Collection<Setting> grid) {
    Kind usual = likeliest(Setting.USUAL);
    long same = grid.stream().filter(setting -> likeliest(setting) == usual).count();
    return (double) same / grid.size();
  }

  /** The likeliest row among those that give this verdict. */
  int row(Kind kind) {
    if (worlds.kind(worlds.bestRow()) == kind) return worlds.bestRow();
    int[] rows = worlds.rows(Setting.USUAL, Change.NONE);
    int likeliest = 0;
    int most = 0;
    for (int row = 0; row < rows.length; row++) {
      if (rows[row] > most && worlds.kind(row) == kind) {
        likeliest = row;
        most = rows[row];
      }
    }
    return likeliest;
  }

  /** Criteria whose better knowledge would make the verdict surer, most useful first. */
  List<Criterion> worthGathering() {
    double now = entropy(Change.NONE);
    var gain = new EnumMap<Criterion, Double>(Criterion.class);
    for (var each : joined.entrySet()) {
      if (!each.getValue().known()) continue;
      gain.put(each.getKey(), now - entropy(Change.certainty(each.getKey())));
    }
    return gain.entrySet().stream()
        .filter(e -> e.getValue() > WORTH_GATHERING_BITS)
        .sorted(Map.Entry.<Criterion, Double>comparingByValue(Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private void add(Criterion criterion, Joined each, double step, long seed, String purpose) {
    if (!each.known()) return;
    var chance = Chance.of(seed, purpose + "/" + criterion);
    double rounded = each.said() instanceof Source.Shown ? Math.max(TEAM_STEP, step) : step;
    worlds.add(criterion, Math.rint(each.value() / rounded) * rounded, each.draws(chance));
  }

  private Kind likeliest(Setting setting) {
    return worlds.kinds(setting, Change.NONE).entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .orElseThrow()
        .getKey();
  }

  private double entropy(Change change) {
    double bits = 0;
    for (int count : worlds.kinds(Setting.USUAL, change).values()) {
      double p = (double) count / Worlds.DRAWS;
      bits -= p * StrictMath.log(p) / StrictMath.log(2);
    }
    return bits;
  }
}
