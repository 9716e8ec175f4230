package plimsoll.readiness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import plimsoll.disclosure.Published;
import plimsoll.disclosure.Rounding;
import plimsoll.disclosure.Withholding;
import plimsoll.readiness.Readiness.Axes;
import plimsoll.readiness.Readiness.ConstructResult;
import plimsoll.readiness.Readiness.CriterionResult;
import plimsoll.readiness.Readiness.TeamResult;
import plimsoll.readiness.Source.Counted;
import plimsoll.readiness.Source.Leaning;
import plimsoll.readiness.Source.Shown;
import plimsoll.statistics.Chance;
import plimsoll.statistics.Interval;
import plimsoll.statistics.Proportion;
import plimsoll.statistics.Shrinkage;

/**
 * Judges teams, from nothing but what may be shown of them: rounded scores, records, patterns. So a
 * verdict, its probability or a flip cannot betray what is withheld or rounded away.
 */
final class TeamBench {
  private static final int ENOUGH_TO_LEAN = 3;
  private static final double STEP = 5;
  private static final List<String> PEOPLE = List.of("5–7", "8–12", "13+");

  private final Sitting sitting;
  private final Case given;
  private final MethodError methodError;
  private final Map<Criterion, Map<Integer, Source>> said = new EnumMap<>(Criterion.class);

  /**
   * @param methodError what was learned of the whole organisation, and is shown
   */
  TeamBench(Sitting sitting, MethodError methodError) {
    this.sitting = sitting;
    this.given = sitting.given;
    this.methodError = methodError;
    for (Criterion each : Sitting.SCORED) said.put(each, said(each));
  }

  List<TeamResult> results() {
    return IntStream.range(0, given.teams().size())
        .mapToObj(this::result)
        .sorted(Comparator.comparing(TeamResult::name).thenComparing(TeamResult::team))
        .toList();
  }

  private TeamResult result(int j) {
    var team = given.teams().get(j);
    var joined = new EnumMap<Criterion, Joined>(Criterion.class);
    for (Criterion each : Sitting.SCORED) joined.put(each, joined(each, j));
    var inquiry = inquiry(j, joined);
    var criteria = Sitting.SCORED.stream().map(c -> criterion(c, j, inquiry)).toList();
    var scores = new EnumMap<Criterion, Published>(Criterion.class);
    criteria.forEach(c -> scores.put(c.criterion(), c.joined()));
    String response = response(team, j);
    return new TeamResult(
        team.key(),
        team.name(),
        response,
        new TeamVerdict(sitting, team, response, inquiry, criteria).verdict(),
        new Axes(
            Axis.devopsPractice(scores, TeamBench::round),
            Axis.platformNeed(scores, TeamBench::round)),
        sitting.release.team("EXI", j),
        criteria,
        constructs(j),
        within(team.key()),
        given.patterns() == null ? 0 : given.patterns().services().getOrDefault(team.key(), 0));
  }

  /** Withheld, null, with the scores where too few answered. */
  private String response(Case.Team team, int j) {
    var scores = constructs(j).stream().map(ConstructResult::score).toList();
    boolean few =
        team.size() > 0
            && scores.stream().noneMatch(Published::shown)
            && scores.stream().anyMatch(s -> s.withheld() == Withholding.TOO_FEW);
    return few
        ? null
        : Rounding.teamResponse(team.sheets().size(), team.size(), given.minimumGroup());
  }

  private Inquiry inquiry(int j, Map<Criterion, Joined> joined) {
    var team = given.teams().get(j);
    boolean user = PlatformBench.uses(given, sitting.release, j);
    var table = new Table.OfTeam(team.key(), user, sitting.patterns);
    Verdict before = TeamVerdict.before(given, team.key());
    return new Inquiry(table, joined, STEP, before, given.seed(), "team/" + team.key());
  }

  private Joined joined(Criterion criterion, int j) {
    Counted recorded = sitting.records.team(criterion, given.teams().get(j));
    return new Joined(
        said.get(criterion).get(j),
        recorded,
        methodError.times(sitting.records.unreliability(criterion)));
  }

  private CriterionResult criterion(Criterion criterion, int j, Inquiry inquiry) {
    Joined joined = inquiry.joined.get(criterion);
    Published asked = asked(criterion, j);
    return new CriterionResult(
        criterion,
        asked,
        recorded(criterion, joined),
        together(asked, joined),
        probability(inquiry, criterion),
        joined.disagrees(),
        note(criterion, given.teams().get(j), joined, asked));
  }

  /** Where nothing is known, the reason is why people's score is withheld. */
  static Published together(Published asked, Joined joined) {
    if (!joined.known()) return asked;
    Interval ends = joined.interval();
    if (joined.said() == null) return Rounding.record(joined.value(), ends.low(), ends.high());
    return rounded(joined.value(), ends, asked.people());
  }

  private static Published recorded(Criterion criterion, Joined joined) {
    if (!(joined.recorded() instanceof Counted counted)) return Sitting.nothing();
    int trials = (int) Math.min(Integer.MAX_VALUE, Math.round(counted.trials()));
    int hits = (int) Math.min(trials, Math.round(counted.hits()));
    var ends = new Proportion(hits, trials).wilson(0.95);
    return Rounding.record(counted.value(), 100 * ends.low(), 100 * ends.high());
  }

  private static Double probability(Inquiry inquiry, Criterion criterion) {
    Double met = inquiry.worlds.probabilityMet(criterion);
    return inquiry.joined.get(criterion).disagrees() ? OrganisationBench.capped(met) : met;
  }

  private String note(Criterion criterion, Case.Team team, Joined joined, Published asked) {
    if (joined.disagrees()) {
      return Words.apart(asked, recorded(criterion, joined));
    }
    var found = sitting.records.found(criterion, team.key());
    if (found == null || joined.recorded() != null) return null;
    if (sitting.records.tooFewPeople(criterion, team)) return "Records would tell of one person.";
    return found.trials() == 0
        ? null
        : "Only "
            + Words.count(Math.round(found.trials()), "event", "events")
            + " recorded; ten count.";
  }

  private Published asked(Criterion criterion, int j) {
    return sitting.release.team(criterion.construct(), j);
  }

  /** The shown scores of all teams for one criterion, leaning on each other where three are. */
  private Map<Integer, Source> said(Criterion criterion) {
    var shown = new HashMap<Integer, Source>();
    var teams =
        IntStream.range(0, given.teams().size()).filter(j -> asked(criterion, j).shown()).toArray();
    var scores = new ArrayList<Shown>();
    for (int j : teams) scores.add(Shown.of(asked(criterion, j)));
    var leaning = scores.size() < ENOUGH_TO_LEAN ? null : leaning(criterion, scores);
    for (int i = 0; i < teams.length; i++) {
      shown.put(teams[i], leaning == null ? scores.get(i) : leaning.get(i));
    }
    return shown;
  }

  private List<Leaning> leaning(Criterion criterion, List<Shown> scores) {
    var among =
        Shrinkage.of(
            scores.stream().mapToDouble(Shown::value).toArray(),
            scores.stream().mapToDouble(Shown::standardDeviation).toArray());
    var chance = Chance.of(given.seed(), "teams/" + criterion);
    var worlds = new Shrinkage.Common[Worlds.DRAWS];
    for (int w = 0; w < worlds.length; w++) worlds[w] = among.common(chance);
    return IntStream.range(0, scores.size())
        .mapToObj(i -> new Leaning(scores.get(i), among, i, worlds))
        .toList();
  }

  private List<ConstructResult> constructs(int j) {
    return sitting.scores.values().stream().map(scores -> construct(scores, j)).toList();
  }

  private ConstructResult construct(Scores scores, int j) {
    Published score = sitting.release.team(scores.part.key(), j);
    String agreement = score.shown() ? scores.agreement(j) : null;
    return ConstructResult.alone(scores.part.key(), score, agreement);
  }

  private Double within(String team) {
    Double within = given.patterns() == null ? null : given.patterns().within().get(team);
    return within == null ? null : (Double) (Math.rint(within * 100) / 100);
  }

  static Published round(double value, Interval interval, List<Published> from) {
    String people =
        from.stream()
            .map(Published::people)
            .filter(Objects::nonNull)
            .min(Comparator.comparingInt(PEOPLE::indexOf))
            .orElse(null);
    if (people == null) return Rounding.record(value, interval.low(), interval.high());
    return rounded(value, interval, people);
  }

  static Published rounded(double value, Interval interval, String people) {
    double nearest = Math.rint(value / STEP) * STEP;
    double low = Math.floor(Math.max(0, interval.low()) / STEP) * STEP;
    double high = Math.ceil(Math.min(100, interval.high()) / STEP) * STEP;
    return new Published(nearest, Math.min(low, nearest), Math.max(high, nearest), people, null);
  }
}
