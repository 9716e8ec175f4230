package plimsoll.roadmap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import plimsoll.readiness.BadCase;
import plimsoll.roadmap.Effect.Finding;
import plimsoll.roadmap.Outcome.Group;
import plimsoll.roadmap.Outcome.Kind;

/** Holds a bet against the readings before and after it was accepted. */
public final class Verification {
  /** Published scores go no nearer to an end than this. */
  private static final double END = 10;

  private final Bet bet;
  private final long seed;
  private final List<Wave> before;
  private final List<Wave> after;
  private final boolean due;
  private final List<String> teams;

  /**
   * One reading.
   *
   * @param on the day on which it ends
   * @param scores of the bet's criterion, 0 to 100, by team; only those that were shown
   */
  public record Wave(LocalDate on, Map<String, Double> scores) {
    public Wave {
      scores = Map.copyOf(scores);
      BadCase.unless(
          scores.values().stream().allMatch(score -> score >= 0 && score <= 100),
          "a score lies between 0 and 100");
    }
  }

  private Verification(Bet bet, List<Wave> waves, long seed) {
    this.bet = bet;
    this.seed = seed;
    this.before = waves.stream().filter(wave -> !wave.on().isAfter(bet.acceptedOn())).toList();
    this.after = upToCheck(waves.subList(before.size(), waves.size()));
    this.due = !after.isEmpty() && !after.get(after.size() - 1).on().isBefore(bet.checkOn());
    this.teams = shownThroughout();
  }

  /**
   * @param waves in the order of time, taken with the same questions
   * @param seed the same seed and waves give the same outcome
   */
  public static Outcome of(Bet bet, List<Wave> waves, long seed) {
    return new Verification(bet, waves, seed).outcome();
  }

  private Outcome outcome() {
    var adopters = teams.stream().filter(bet.teams()::contains).toList();
    int others = teams.size() - adopters.size();
    double smallestP = Adoption.smallestP(adopters.size(), others);
    if (!due || adopters.isEmpty() || others == 0) {
      return new Outcome(
          due ? Finding.CANNOT_TELL : null,
          null,
          null,
          smallestP,
          null,
          groups(adopters),
          before.size(),
          after.size(),
          false);
    }
    return told(adopters);
  }

  private Outcome told(List<String> adopters) {
    var adoptedIn = new HashMap<String, Integer>();
    adopters.forEach(team -> adoptedIn.put(team, before.size() + 1));
    var adoption = new Adoption(scores(), adoptedIn);
    var effect = adoption.judged(bet.smallest(), seed);
    var earlier = adoption.beforehand().map(one -> one.judged(bet.smallest(), seed)).orElse(null);
    var outcome =
        new Outcome(
            effect.finding(),
            effect,
            adoption.p(seed),
            adoption.smallestP(seed),
            earlier,
            groups(adopters),
            before.size(),
            after.size(),
            atAnEnd(adopters));
    return Boolean.FALSE.equals(outcome.parallel()) ? untold(outcome) : outcome;
  }

  /** Teams that moved apart before are no fair comparison, so their difference says nothing. */
  private static Outcome untold(Outcome outcome) {
    return new Outcome(
        Finding.CANNOT_TELL,
        outcome.effect().untold(),
        outcome.p(),
        outcome.smallestP(),
        outcome.earlier(),
        outcome.groups(),
        outcome.readingsBefore(),
        outcome.readingsAfter(),
        outcome.atAnEnd());
  }

  /** Later readings do not change what was found: that would be looking until it pleases. */
  private List<Wave> upToCheck(List<Wave> since) {
    var kept = new ArrayList<Wave>();
    for (var wave : since) {
      kept.add(wave);
      if (!wave.on().isBefore(bet.checkOn())) {
        break;
      }
    }
    return List.copyOf(kept);
  }

  /** In the last reading before and, when it is due, in each since. */
  private List<String> shownThroughout() {
    if (before.isEmpty()) {
      return List.of();
    }
    var shown = new TreeSet<>(last().scores().keySet());
    if (due) {
      after.forEach(wave -> shown.retainAll(wave.scores().keySet()));
    }
    return List.copyOf(shown);
  }

  private Wave last() {
    return before.get(before.size() - 1);
  }

  private Map<String, double[]> scores() {
    var scores = new HashMap<String, double[]>();
    var all = new ArrayList<>(before);
    all.addAll(after);
    for (var team : teams) {
      scores.put(
          team,
          all.stream().mapToDouble(wave -> wave.scores().getOrDefault(team, Double.NaN)).toArray());
    }
    return scores;
  }

  private List<Group> groups(List<String> adopters) {
    double bar =
        Math.min(Gap.MET, adopters.stream().mapToDouble(this::before).min().orElse(Gap.MET));
    return List.of(
        group(Kind.TOOK_IT_ON, adopters::contains),
        group(Kind.DID_NOT, team -> !adopters.contains(team)),
        group(Kind.AS_HIGH, team -> !adopters.contains(team) && before(team) >= bar));
  }

  private Group group(Kind kind, Predicate<String> member) {
    var members = teams.stream().filter(member).toList();
    return new Group(
        kind,
        members,
        members.isEmpty() ? null : mean(members, List.of(last())),
        members.isEmpty() || !due ? null : mean(members, after));
  }

  private double before(String team) {
    return last().scores().get(team);
  }

  private boolean atAnEnd(List<String> adopters) {
    return adopters.stream().anyMatch(team -> before(team) <= END || before(team) >= 100 - END);
  }

  private static Double mean(List<String> members, List<Wave> waves) {
    return members.stream()
        .flatMap(team -> waves.stream().map(wave -> wave.scores().get(team)))
        .mapToDouble(score -> score)
        .average()
        .orElseThrow();
  }
}
