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

  /** None to all of them met. */
  private static final int DEVOPS_COUNTS = DEVOPS.size() + 1;

  private static final int NEED_COUNTS = NEED.size() + 1;

  private final Map<Criterion, double[]> drawn = new EnumMap<>(Criterion.class);
  private final Map<Criterion, Double> best = new EnumMap<>(Criterion.class);
  private final Table table;
  private final Patterns patterns;
  private final int views;
  private double tallyCut = Double.NaN;
  private byte[] devopsTally;
  private byte[] needTally;
  private int[] tallied;

  Worlds(Table table) {
    this.table = table;
    this.patterns = table.patterns();
    this.views = patterns == null ? 1 : patterns.views();
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
    int[] states = moved == null ? tallied : states(moved, setting.cut(), change);
    int devopsOpen = open(DEVOPS);
    int needOpen = open(NEED);
    int[] rows = new int[ROWS];
    for (int state = 0; state < states.length; state++) {
      if (states[state] == 0) continue;
      int met = state / views;
      var counts = new Table.Counts(met / NEED_COUNTS, devopsOpen, met % NEED_COUNTS, needOpen);
      rows[table.row(state % views, counts, setting, change)] += states[state];
    }
    return rows;
  }

  /** How many worlds are in each state, as they are drawn. Worlds are many, states are few. */
  private int[] states() {
    int[] states = new int[DEVOPS_COUNTS * NEED_COUNTS * views];
    for (int w = 0; w < DRAWS; w++) states[state(devopsTally[w], needTally[w], w)]++;
    return states;
  }

  /** The same with one criterion changed. */
  private int[] states(double[] moved, double cut, Change change) {
    boolean devops = DEVOPS.contains(change.criterion());
    double centre = best.get(change.criterion());
    int[] states = new int[tallied.length];
    for (int w = 0; w < DRAWS; w++) {
      double need = centre + (moved[w] - centre) * change.spread() + change.by();
      int more = (need >= cut ? 1 : 0) - (moved[w] >= cut ? 1 : 0);
      int d = devopsTally[w] + (devops ? more : 0);
      int n = needTally[w] + (devops ? 0 : more);
      states[state(d, n, w)]++;
    }
    return states;
  }

  private int state(int devopsMet, int needMet, int world) {
    int view = patterns == null ? 0 : patterns.view(world);
    return (devopsMet * NEED_COUNTS + needMet) * views + view;
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

  private void tally(double cut) {
    if (tallyCut == cut) return;
    devopsTally = tally(DEVOPS, cut);
    needTally = tally(NEED, cut);
    tallied = states();
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
