package plimsoll.readiness;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import plimsoll.disclosure.Published;
import plimsoll.disclosure.Rounding;
import plimsoll.disclosure.Withholding;
import plimsoll.readiness.Readiness.Axes;
import plimsoll.readiness.Readiness.Bounds;
import plimsoll.readiness.Readiness.ConstructResult;
import plimsoll.readiness.Readiness.CriterionResult;
import plimsoll.statistics.Interval;

/** Scores the organisation's criteria and constructs. */
final class OrganisationBench {
  static final double ENOUGH_COVERAGE = 0.80;
  private static final double MOST_WITHOUT_BASIS = 0.40;
  private static final double WIDEST = 15;

  private final Sitting sitting;
  private final Case given;
  final MethodError methodError;
  final Inquiry inquiry;
  final List<CriterionResult> criteria;

  OrganisationBench(Sitting sitting) {
    this.sitting = sitting;
    this.given = sitting.given;
    var joined = new EnumMap<Criterion, Joined>(Criterion.class);
    for (Criterion each : Sitting.SCORED) joined.put(each, joined(each));
    this.methodError = learned(joined);
    joined.replaceAll((criterion, each) -> each.with(methodError.times(unreliability(criterion))));
    var table =
        new Table.OfOrganisation(
            given.platform().exists(), given.teamsOwningProduction(), sitting.patterns);
    Verdict before = given.previous() == null ? null : given.previous().verdict();
    this.inquiry = new Inquiry(table, joined, 1, before, given.seed(), "organisation");
    this.criteria = List.of(Criterion.values()).stream().map(this::criterion).toList();
  }

  /** Where people and records disagree, no more than 80 % is claimed either way. */
  static Double capped(Double probability) {
    if (probability == null) return null;
    return Math.max(Ruling.FLOOR, Math.min(Ruling.CAP, probability));
  }

  Axes axes() {
    var scores = new EnumMap<Criterion, Published>(Criterion.class);
    criteria.forEach(c -> scores.put(c.criterion(), c.joined()));
    return new Axes(
        Axis.devopsPractice(scores, this::round), Axis.platformNeed(scores, this::round));
  }

  List<ConstructResult> constructs() {
    return sitting.scores.values().stream().map(this::construct).toList();
  }

  Map<Integer, Double> rowShares() {
    var shares = new LinkedHashMap<Integer, Double>();
    int[] rows = inquiry.worlds.rows(Setting.USUAL, Change.NONE);
    for (int row = 0; row < rows.length; row++) shares.put(row, (double) rows[row] / Worlds.DRAWS);
    return shares;
  }

  private Joined joined(Criterion criterion) {
    var scores = sitting.scores.get(criterion.construct());
    boolean speaks = scores != null && whyNot(criterion, scores) == null;
    return new Joined(
        speaks ? said(criterion, scores) : null,
        sitting.records.organisation(criterion),
        MethodError.of(given.edition().methodError() * unreliability(criterion)));
  }

  /** From the criteria of which both people and records speak. */
  private MethodError learned(Map<Criterion, Joined> expected) {
    var gaps =
        expected.values().stream()
            .filter(each -> each.said() != null && each.recorded() != null)
            .map(Joined::gap)
            .toList();
    var edition = given.edition();
    return MethodError.learned(edition.methodError(), edition.methodErrorWorth(), gaps);
  }

  private double unreliability(Criterion criterion) {
    return sitting.records.unreliability(criterion);
  }

  /**
   * A few people, and those of whom one or two joined or left, speak through what is shown of them
   * alone, as a team does: probabilities would tell more than the rounded score.
   */
  private Source said(Criterion criterion, Scores scores) {
    return sitting.release.coarse(Tree.ORGANISATION, scores.people())
        ? Source.Shown.of(sitting.release.organisation(criterion.construct()))
        : new Source.Asked(scores.organisation().estimate());
  }

  /** Why people's answers do not speak for the organisation; null when they do. */
  private String whyNot(Criterion criterion, Scores scores) {
    Published said = sitting.release.organisation(criterion.construct());
    if (said.withheld() == Withholding.ROSTER_CHANGED) return Reasons.ROSTER_CHANGED;
    if (!said.shown()) return "Too few people answered.";
    if (scores.organisation().coverage() < ENOUGH_COVERAGE) {
      return "Answers came from teams with fewer than 80 % of the people; 80 % are needed.";
    }
    Double without = scores.noBasisShare();
    return without == null || without <= MOST_WITHOUT_BASIS
        ? null
        : (Release.likeATeam(scores.people()) ? "Too many" : Words.percent(without))
            + " of the answers were \"no basis to answer\"; 40 % at most count.";
  }

  private CriterionResult criterion(Criterion criterion) {
    return switch (criterion) {
      case P1 -> fact(criterion, owning(), owningMet());
      case R1 -> fact(criterion, consistent(), shareOfWorlds(this::threeConsistent));
      case R2 -> fact(criterion, diverging(), shareOfWorlds(this::diverges));
      default -> scored(criterion);
    };
  }

  private CriterionResult scored(Criterion criterion) {
    Joined joined = inquiry.joined.get(criterion);
    Published said = sitting.release.organisation(criterion.construct());
    Double met = inquiry.worlds.probabilityMet(criterion);
    return new CriterionResult(
        criterion,
        said,
        recorded(joined),
        together(said, joined, criterion),
        joined.disagrees() ? capped(met) : met,
        joined.disagrees(),
        note(criterion, joined, said));
  }

  private Published together(Published said, Joined joined, Criterion criterion) {
    if (!joined.known()) return said.shown() ? Sitting.nothing() : said;
    Interval ends = joined.interval();
    if (joined.said() == null) return Rounding.record(joined.value(), ends.low(), ends.high());
    return rounded(joined.value(), ends, said.people());
  }

  static Published recorded(Joined joined) {
    if (joined.recorded() == null) return Sitting.nothing();
    var ends = new Joined(null, joined.recorded(), MethodError.of(0)).interval();
    return Rounding.record(joined.recorded().value(), ends.low(), ends.high());
  }

  private String note(Criterion criterion, Joined joined, Published said) {
    var scores = sitting.scores.get(criterion.construct());
    String reason = scores == null ? null : whyNot(criterion, scores);
    if (reason != null) return reason;
    if (joined.disagrees()) return Words.apart(said, recorded(joined));
    boolean wide = joined.known() && joined.interval().halfWidth() > WIDEST + methodReach(joined);
    return wide ? "The interval is wide: read it as a first impression." : null;
  }

  /** What the method's own error adds to half an interval; gathering answers cannot mend it. */
  private static double methodReach(Joined joined) {
    return 1.96
        * Math.sqrt(joined.methodError().variance())
        / (joined.said() != null && joined.recorded() != null ? 2 : 1);
  }

  private CriterionResult fact(Criterion criterion, String fact, Double met) {
    var none = Sitting.nothing();
    return new CriterionResult(criterion, none, none, none, met, false, fact);
  }

  private String owning() {
    Integer teams = given.teamsOwningProduction();
    return teams == null ? "Not known which teams own production services." : Facts.owning(teams);
  }

  private Double owningMet() {
    Integer teams = given.teamsOwningProduction();
    return teams == null ? null : (Double) (teams >= 3 ? 1.0 : 0.0);
  }

  private String consistent() {
    return sitting.patterns == null
        ? "No deployment manifests were read."
        : Facts.consistent(sitting.patterns.shown());
  }

  private String diverging() {
    return sitting.patterns == null
        ? "No deployment manifests were read."
        : Facts.divergence(sitting.patterns);
  }

  private interface InView {
    Boolean holds(int view);
  }

  /** Null where it cannot be told in the best estimate. */
  private Double shareOfWorlds(InView fact) {
    if (sitting.patterns == null || fact.holds(Patterns.ALL_FEATURES) == null) return null;
    int holds = 0;
    for (int w = 0; w < Worlds.DRAWS; w++)
      if (Boolean.TRUE.equals(fact.holds(sitting.patterns.view(w)))) holds++;
    return (double) holds / Worlds.DRAWS;
  }

  private Boolean threeConsistent(int view) {
    return sitting.patterns.consistent(view) >= 3;
  }

  private Boolean diverges(int view) {
    return sitting.patterns.diverging(view, Patterns.DIVERGING, 0);
  }

  private ConstructResult construct(Scores scores) {
    Published score = sitting.release.organisation(scores.part.key());
    if (!score.shown()) return ConstructResult.alone(scores.part.key(), score, null);
    boolean few = Release.likeATeam(scores.people());
    return new ConstructResult(
        scores.part.key(),
        score,
        null,
        few ? null : scores.noBasisShare(),
        PlatformBench.ofUsers(scores.part.key()) ? null : possible(score, scores),
        few ? List.of() : scores.items(),
        Structure.consistency(sitting, scores),
        Structure.differences(sitting, scores));
  }

  /** If all who gave no answer had answered at one end (Manski 1989). */
  private Bounds possible(Published score, Scores scores) {
    double share = sitting.invited() == 0 ? 0 : (double) scores.people() / sitting.invited();
    if (Release.likeATeam(scores.people())) share = leastOfBand(share);
    double low = score.value() * share;
    return new Bounds(Math.floor(low), Math.ceil(low + 100 * (1 - share)));
  }

  /** The exact share of few people would tell how many answered. */
  private static double leastOfBand(double share) {
    return share < 0.5 ? 0 : share < 0.8 ? 0.5 : 0.8;
  }

  private Published round(double value, Interval interval, List<Published> from) {
    return from.stream()
        .map(Published::people)
        .filter(Objects::nonNull)
        .min(Comparator.comparingInt(Rounding::fewest))
        .map(people -> rounded(value, interval, people))
        .orElseGet(() -> Rounding.record(value, interval.low(), interval.high()));
  }

  private Published rounded(double value, Interval interval, String people) {
    return Rounding.isBand(people)
        ? TeamBench.rounded(value, interval, people)
        : sitting.release.round(value, interval, Integer.parseInt(people));
  }
}
