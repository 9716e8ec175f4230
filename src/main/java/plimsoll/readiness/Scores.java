package plimsoll.readiness;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import plimsoll.readiness.Readiness.ItemResult;
import plimsoll.statistics.Agreement;
import plimsoll.statistics.Estimate;
import plimsoll.statistics.Pooled;
import plimsoll.statistics.Stratified;
import plimsoll.survey.Keying.Keyed;
import plimsoll.survey.Sheet;

/** The scores of one part of the survey, by person, team and organisation; not safe to show. */
final class Scores {
  private static final int ENOUGH_FOR_ITEMS = 15;

  final Part part;
  private final List<Case.Team> teams;
  private final List<double[]> byTeam;
  private final Pooled pooled;
  private final List<Stratified.Stratum> strata;
  private final double mostWeight;

  Scores(Part part, List<Case.Team> teams) {
    this.part = part;
    this.teams = teams;
    this.byTeam = teams.stream().map(team -> scores(part, team.sheets())).toList();
    this.pooled = Pooled.of(byTeam);
    this.strata = IntStream.range(0, teams.size()).mapToObj(this::stratum).toList();
    this.mostWeight = Stratified.mostWeight(strata);
  }

  /** How many people of a team gave a valid answer. */
  int people(int team) {
    return byTeam.get(team).length;
  }

  int people() {
    return byTeam.stream().mapToInt(scores -> scores.length).sum();
  }

  /** Every person's score, team after team. */
  double[] everybody() {
    return byTeam.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  /** A team's mean; null when nobody answered, or one alone in an organisation of one team. */
  Estimate team(int team) {
    double[] scores = byTeam.get(team);
    if (scores.length == 0) return null;
    if (byTeam.size() > 1) return pooled.moderated(scores);
    return scores.length > 1 ? Pooled.alone(scores) : null;
  }

  /** The mean over all teams by their rosters; null when nobody answered. */
  Stratified organisation() {
    return Stratified.of(strata, pooled);
  }

  /** The same over some teams, by their places; null when nobody of them answered. */
  Stratified group(List<Integer> some) {
    return Stratified.of(some.stream().map(strata::get).toList(), pooled, mostWeight);
  }

  private Stratified.Stratum stratum(int j) {
    double[] scores = byTeam.get(j);
    double mean = Arrays.stream(scores).average().orElse(0);
    return new Stratified.Stratum(teams.get(j).size(), scores.length, mean);
  }

  /** "No basis to answer" over all answers to these items, 0 to 1; null when there was none. */
  Double noBasisShare() {
    long without = 0;
    long with = 0;
    for (Keyed item : part.items()) {
      without += sheets().stream().filter(s -> s.noBasis().contains(item.item())).count();
      with += sheets().stream().filter(s -> Part.answer(s, item) != null).count();
    }
    return with + without == 0 ? null : (double) without / (with + without);
  }

  /** Means of the items over all people; none where so few answered that they would tell of one. */
  List<ItemResult> items() {
    return part.items().stream().map(this::item).filter(Objects::nonNull).toList();
  }

  private ItemResult item(Keyed item) {
    double[] needs =
        sheets().stream()
            .map(s -> Part.answer(s, item))
            .filter(Objects::nonNull)
            .mapToDouble(item::need)
            .toArray();
    if (needs.length < ENOUGH_FOR_ITEMS) return null;
    double mean = Arrays.stream(needs).average().orElseThrow();
    return new ItemResult(item.item(), Math.rint(mean), needs.length);
  }

  /**
   * Whether a team's people say the same: "agree", "agree narrowly" (not when chance answers are
   * thought to lean to one side) or "divided"; null when too few answered.
   */
  String agreement(int team) {
    return agreement(teams.get(team).sheets());
  }

  private String agreement(List<Sheet> sheets) {
    Keyed item = part.items().get(0);
    var answers = part.items().stream().map(each -> answers(sheets, each)).toList();
    var found = Agreement.of(answers, item.highest() - item.lowest() + 1);
    return found == null ? null : Words.plain(found.word());
  }

  private static double[] answers(List<Sheet> sheets, Keyed item) {
    return sheets.stream()
        .map(s -> Part.answer(s, item))
        .filter(Objects::nonNull)
        .mapToDouble(a -> a)
        .toArray();
  }

  /** The scores of a team's people. */
  double[] scores(int team) {
    return byTeam.get(team);
  }

  List<Sheet> sheets() {
    return teams.stream().flatMap(team -> team.sheets().stream()).toList();
  }

  private static double[] scores(Part part, List<Sheet> sheets) {
    return sheets.stream().mapToDouble(part::score).filter(s -> !Double.isNaN(s)).toArray();
  }
}
