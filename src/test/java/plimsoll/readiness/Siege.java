package plimsoll.readiness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import plimsoll.disclosure.Gate;
import plimsoll.disclosure.Node;
import plimsoll.disclosure.Published;
import plimsoll.statistics.Chance;

/** Eight waves of one organisation, published in one way, and what an attacker makes of it. */
final class Siege {
  static final int WAVES = 8;
  static final int GUESSES = 5;
  private static final double ROUNDED = 25 / 12.0;

  /** What is let out. */
  enum Wall {
    NONE("everything, exact"),
    SIZE("from five answers on, exact"),
    REST("the same, and nothing by subtraction within a wave"),
    ROUND("the same, rounded to 5"),
    GATE("what Plimsoll shows");

    final String words;

    Wall(String words) {
      this.words = words;
    }
  }

  private final Company company;
  private final Company.Nature nature;
  private final Wall wall;
  private final boolean knowsWhoAnswered;
  private final List<Company.Year> years = new ArrayList<>();
  private final List<Attack.Cell> cells = new ArrayList<>();
  private final Set<Set<String>> published = new HashSet<>();
  private final Map<String, Attack> own = new HashMap<>();
  private final List<Try> tries;
  private Readiness before;

  /** Teams and groups with answers, and those shown, by wave. */
  final int[] there = new int[WAVES];

  final int[] shown = new int[WAVES];
  final int[] largeEnough = new int[WAVES];

  Siege(Chance chance, Company.Nature nature, int size, Wall wall, boolean knowsWhoAnswered) {
    this.company = new Company(chance, nature, size);
    this.nature = nature;
    this.wall = wall;
    this.knowsWhoAnswered = knowsWhoAnswered;
    for (int wave = 0; wave < WAVES; wave++) publish(wave);
    this.tries = tries();
  }

  private void publish(int wave) {
    var year = company.wave(Set.copyOf(published), before);
    years.add(year);
    var sitting = new Sitting(year.given());
    var scores = sitting.scores.get(Company.ASKED);
    Node tree = sitting.tree.node(scores::people);
    var open = wall == Wall.GATE ? null : open(tree);
    var fresh = new HashSet<Set<String>>();
    for (Node node : tree.deepestFirst()) {
      if (node.people() == 0) continue;
      boolean counts = !node.id().equals(Tree.ORGANISATION);
      if (counts) there[wave]++;
      if (counts && node.people() >= 5) largeEnough[wave]++;
      Published score = wall == Wall.GATE ? score(sitting, node) : null;
      if (wall == Wall.GATE ? !score.shown() : !open.contains(node.id())) continue;
      if (counts) shown[wave]++;
      see(wave, year, sitting, node, score);
      fresh.add(people(sitting, node, team -> team.people()));
    }
    published.addAll(fresh);
    if (wall == Wall.GATE) before = Judge.assess(year.given());
  }

  private static Published score(Sitting sitting, Node node) {
    if (node.id().equals(Tree.ORGANISATION)) return sitting.release.organisation(Company.ASKED);
    if (!node.children().isEmpty()) {
      return sitting.release.group(Company.ASKED, Tree.keyOfGroup(node.id()));
    }
    return sitting.release.team(Company.ASKED, sitting.tree.place(node.id()));
  }

  private Set<String> open(Node tree) {
    var open = new HashSet<String>();
    int fewest = wall == Wall.NONE ? 1 : 5;
    tree.deepestFirst().stream()
        .filter(node -> node.people() >= fewest)
        .forEach(node -> open.add(node.id()));
    if (wall.ordinal() >= Wall.REST.ordinal()) {
      open.removeAll(Gate.withheld(tree, 5, Set.of()).keySet());
    }
    return open;
  }

  /** The organisation is taken to be known exactly: its probabilities tell more than its score. */
  private void see(int wave, Company.Year year, Sitting sitting, Node node, Published score) {
    var behind = new HashSet<>(people(sitting, node, team -> team.people()));
    if (knowsWhoAnswered) behind.retainAll(year.answers().keySet());
    boolean rounded =
        wall == Wall.ROUND && !node.id().equals(Tree.ORGANISATION)
            || wall == Wall.GATE && sitting.release.coarse(node.id(), node.people());
    double exact = exact(sitting, node);
    double value = score != null && rounded ? score.value() : exact;
    if (wall == Wall.ROUND && rounded) value = Math.rint(exact / 5) * 5;
    cells.add(Attack.Cell.of(wave, behind, year.teams(), value, rounded ? ROUNDED : 0));
  }

  private static double exact(Sitting sitting, Node node) {
    var places = node.leaves().stream().map(team -> sitting.tree.place(team.id())).toList();
    double sum = 0;
    int people = 0;
    for (int j : places) {
      for (double each : sitting.scores.get(Company.ASKED).scores(j)) sum += each;
      people += sitting.scores.get(Company.ASKED).people(j);
    }
    return sum / people;
  }

  private static Set<String> people(
      Sitting sitting, Node node, Function<Case.Team, Set<String>> of) {
    var people = new HashSet<String>();
    for (Node team : node.leaves()) {
      if (team.people() > 0) {
        people.addAll(of.apply(sitting.given.teams().get(sitting.tree.place(team.id()))));
      }
    }
    return people;
  }

  /**
   * How many answers were found.
   *
   * @param attack by everything of all waves
   * @param guesses by each way of guessing from the marginals
   */
  record Found(int answers, int attack, int[] guesses) {

    private static Found of(List<Try> tries) {
      int[] guesses = new int[GUESSES];
      for (var each : tries) for (int g = 0; g < GUESSES; g++) if (each.guesses[g]) guesses[g]++;
      return new Found(tries.size(), (int) tries.stream().filter(Try::attack).count(), guesses);
    }
  }

  private record Try(boolean attack, boolean[] guesses, double variance) {}

  Found found() {
    return Found.of(tries);
  }

  /** Of the twentieth that the attacker is surest of. */
  Found foundSurely() {
    return Found.of(
        tries.stream()
            .sorted(Comparator.comparingDouble(Try::variance))
            .limit(tries.size() / 20)
            .toList());
  }

  /**
   * The guesses: from the wave's own scores; from all waves' as if everybody were new in each; the
   * score of the smallest group; from the scores of the groups that she was in herself; what the
   * attacker finds, but of the smallest group together and not of her.
   */
  private List<Try> tries() {
    var all = new Attack(nature, cells, true);
    var unlinked = new Attack(nature, cells, false);
    var tries = new ArrayList<Try>();
    for (int w = 0; w < WAVES; w++) {
      int wave = w;
      var own = cells.stream().filter(cell -> cell.wave() == wave).toList();
      var alone = new Attack(nature, own, true);
      var smallest = smallest(own);
      var found = new HashMap<String, Attack.Guess>();
      years.get(w).teams().forEach((who, team) -> found.put(who, all.guess(who, team, wave)));
      years
          .get(w)
          .answers()
          .forEach(
              (person, answer) -> {
                String team = years.get(wave).teams().get(person);
                var attack = found.get(person);
                boolean[] guesses = {
                  alone.guess(person, team, wave).hits(answer),
                  unlinked.guess(person, team, wave).hits(answer),
                  guess(smallest.get(person)).hits(answer),
                  ofOwn(person).guess(person, team, wave).hits(answer),
                  together(smallest.get(person), found).hits(answer)
                };
                tries.add(new Try(attack.hits(answer), guesses, attack.variance()));
              });
    }
    return tries;
  }

  /** From the scores of the groups that she was in herself. */
  private Attack ofOwn(String person) {
    return own.computeIfAbsent(
        person,
        none ->
            new Attack(
                nature,
                cells.stream().filter(cell -> cell.people().contains(person)).toList(),
                true));
  }

  private static Attack.Guess guess(Attack.Cell cell) {
    return new Attack.Guess(cell == null ? 50 : cell.value(), 0);
  }

  private static Attack.Guess together(Attack.Cell cell, Map<String, Attack.Guess> found) {
    if (cell == null) return guess(null);
    double mean =
        cell.people().stream().mapToDouble(who -> found.get(who).need()).average().getAsDouble();
    return new Attack.Guess(mean, 0);
  }

  private static Map<String, Attack.Cell> smallest(List<Attack.Cell> cells) {
    var smallest = new HashMap<String, Attack.Cell>();
    for (var cell : cells) {
      for (String person : cell.people()) {
        var before = smallest.get(person);
        if (before == null || cell.people().size() < before.people().size()) {
          smallest.put(person, cell);
        }
      }
    }
    return smallest;
  }

  /**
   * People whose answer would follow for certain if all were exact and nobody ever wavered.
   *
   * @param fewer from groups of fewer people than these
   */
  int determined(int fewer) {
    return Attack.determined(
        cells.stream()
            .map(Attack.Cell::people)
            .filter(people -> people.size() < fewer)
            .distinct()
            .toList());
  }
}
