package plimsoll.readiness;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import plimsoll.readiness.Verdict.Kind;

/**
 * Two thousand worlds that agree with the evidence. The decision table is applied in each; how
 * often a verdict comes out is how probable it is.
 */
final class Worlds {
  static final int DRAWS = 2000;

  static final List<Criterion> DEVOPS =
      List.of(Criterion.D1, Criterion.D2, Criterion.D3, Criterion.D4);
  static final List<Criterion> NEED = List.of(Criterion.P2, Criterion.P3, Criterion.P4);

  private static final int ROWS = 8;

  private final Map<Criterion, double[]> drawn = new EnumMap<>(Criterion.class);
  private final Map<Criterion, Double> best = new EnumMap<>(Criterion.class);
  private final Table table;
  private double tallyCut = Double.NaN;
  private byte[] devopsTally;
  private byte[] needTally;

  Worlds(Table table) {
    this.table = table;
  }

  /** Takes a criterion in; one that is never taken in stays open. */
  void add(Criterion criterion, double value, double[] draws) {
    best.put(criterion, value);
    drawn.put(criterion, draws);
    tallyCut = Double.NaN;
  }

  /** Share of worlds in which a criterion's need is 50 or more; null when nothing speaks to it. */
  Double probabilityMet(Criterion criterion) {
    double[] needs = drawn.get(criterion);
    if (needs == null) return null;
    int met = 0;
    for (double need : needs) if (need >= Setting.USUAL.cut()) met++;
    return (double) met / DRAWS;
  }

  boolean met(Criterion criterion) {
    return best.containsKey(criterion) && best.get(criterion) >= Setting.USUAL.cut();
  }

  int met(List<Criterion> among) {
    return (int) among.stream().filter(this::met).count();
  }

  int open(List<Criterion> among) {
    return (int) among.stream().filter(c -> !drawn.containsKey(c)).count();
  }

  /** The row that the best estimates alone give. */
  int bestRow() {
    var counts = new Table.Counts(met(DEVOPS), open(DEVOPS), met(NEED), open(NEED));
    return table.row(Patterns.ALL_FEATURES, counts, Setting.USUAL, Change.NONE);
  }

  Kind kind(int row) {
    return table.kind(row);
  }

  /** In how many worlds each row of the table fires. */
  int[] rows(Setting setting, Change change) {
    tally(setting.cut());
    double[] moved = change.criterion() == null ? null : drawn.get(change.criterion());
    boolean devops = moved != null && DEVOPS.contains(change.criterion());
    int[] rowOf = rowOf(setting, change);
    int[] rows = new int[ROWS];
    for (int w = 0; w < DRAWS; w++) {
      int more = moved == null ? 0 : turned(moved[w], setting.cut(), change);
      int d = devopsTally[w] + (devops ? more : 0);
      int n = needTally[w] + (devops ? 0 : more);
      rows[rowOf[place(d, n, view(w))]]++;
    }
    return rows;
  }

  /** The row of each state that a world can be in: worlds are many, states are few. */
  private int[] rowOf(Setting setting, Change change) {
    int[] rowOf = new int[place(DEVOPS.size(), NEED.size(), views() - 1) + 1];
    int devopsOpen = open(DEVOPS);
    int needOpen = open(NEED);
    for (int d = 0; d <= DEVOPS.size(); d++) {
      for (int n = 0; n <= NEED.size(); n++) {
        var counts = new Table.Counts(d, devopsOpen, n, needOpen);
        for (int view = 0; view < views(); view++) {
          rowOf[place(d, n, view)] = table.row(view, counts, setting, change);
        }
      }
    }
    return rowOf;
  }

  private int place(int devopsMet, int needMet, int view) {
    return (devopsMet * (NEED.size() + 1) + needMet) * views() + view;
  }

  private int views() {
    return table.patterns() == null ? 1 : table.patterns().views();
  }

  private int view(int world) {
    return table.patterns() == null ? 0 : table.patterns().view(world);
  }

  /** In how many worlds each verdict comes out. */
  Map<Kind, Integer> kinds(Setting setting, Change change) {
    var kinds = new EnumMap<Kind, Integer>(Kind.class);
    int[] rows = rows(setting, change);
    for (int row = 0; row < ROWS; row++) {
      if (rows[row] > 0) kinds.merge(table.kind(row), rows[row], Integer::sum);
    }
    return kinds;
  }

  private int turned(double need, double cut, Change change) {
    double centre = best.get(change.criterion());
    double moved = centre + (need - centre) * change.spread() + change.by();
    return (moved >= cut ? 1 : 0) - (need >= cut ? 1 : 0);
  }

  private void tally(double cut) {
    if (tallyCut == cut) return;
    devopsTally = tally(DEVOPS, cut);
    needTally = tally(NEED, cut);
    tallyCut = cut;
  }

  private byte[] tally(List<Criterion> among, double cut) {
    byte[] met = new byte[DRAWS];
    for (Criterion each : among) {
      double[] needs = drawn.get(each);
      for (int w = 0; needs != null && w < DRAWS; w++) if (needs[w] >= cut) met[w]++;
    }
    return met;
  }
}
