package plimsoll.readiness;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import plimsoll.disclosure.Rounding;
import plimsoll.disclosure.Withholding;
import plimsoll.readiness.Readiness.CriterionResult;
import plimsoll.readiness.Verdict.Kind;

/** One team's verdict and why. */
final class TeamVerdict {
  private static final double STEP = 5;
  private static final List<Setting> GRID =
      Setting.GRID.stream().filter(s -> s.divergence() == Patterns.DIVERGING).toList();

  private final Sitting sitting;
  private final Case.Team team;
  private final Inquiry inquiry;
  private final List<CriterionResult> criteria;
  private final List<String> gates;

  TeamVerdict(
      Sitting sitting,
      Case.Team team,
      String response,
      Inquiry inquiry,
      List<CriterionResult> criteria) {
    this.sitting = sitting;
    this.team = team;
    this.inquiry = inquiry;
    this.criteria = criteria;
    this.gates = gates(response);
  }

  /** The team's verdict in the last reading; null when there was none. */
  static Verdict before(Case given, String team) {
    if (given.previous() == null) return null;
    return given.previous().teams().stream()
        .filter(t -> t.team().equals(team))
        .map(Readiness.TeamResult::verdict)
        .findFirst()
        .orElse(null);
  }

  Verdict verdict() {
    Verdict before = before(sitting.given, team.key());
    Kind previous = before == null ? null : before.kind();
    if (!gates.isEmpty()) return withoutEvidence(gates, gather(), previous);
    Ruling ruling = inquiry.ruling();
    int row = inquiry.row(ruling.leaning() == null ? ruling.kind() : ruling.leaning());
    return new Verdict(
        ruling.kind(),
        ruling.leaning(),
        ruling.probability(),
        ruling.probabilities(),
        row,
        because(row, ruling),
        flips(),
        inquiry.robustness(GRID),
        gather(),
        previous);
  }

  static Verdict withoutEvidence(List<String> because, List<String> gather, Kind previous) {
    var probabilities = new EnumMap<Kind, Double>(Kind.class);
    for (Kind kind : Kind.values()) probabilities.put(kind, kind == Kind.UNCLEAR ? 1.0 : 0.0);
    return new Verdict(
        Kind.UNCLEAR, null, 1, probabilities, 0, because, List.of(), 1, gather, previous);
  }

  private List<String> gates(String response) {
    boolean asked = sitting.anythingAsked();
    if (team.size() == 0) {
      return List.of(asked ? "Nobody of this team was asked." : "Nobody is on this team's roster.");
    }
    if (asked && Rounding.response(0, 1).equals(response)) {
      return List.of("Fewer than half of the people answered.");
    }
    if (criteria.stream().anyMatch(c -> c.joined().shown())) return List.of();
    boolean silent =
        criteria.stream().allMatch(c -> c.said().withheld() == Withholding.NO_EVIDENCE);
    return List.of(
        silent
            ? "Nothing that bears on the verdict was answered or recorded here."
            : "No score of this team may be shown, so nothing can be said.");
  }

  private List<String> because(int row, Ruling ruling) {
    var because = new ArrayList<String>();
    because.addAll(facts(row));
    because.addAll(Reasons.sureness(inquiry, ruling));
    return because;
  }

  private List<String> facts(int row) {
    String devops = Facts.devops(criteria);
    String need = Facts.need(criteria);
    return switch (row) {
      case 1 -> List.of(devops);
      case 2 -> List.of(pattern(), devops);
      case 3 -> List.of(need, devops);
      case 4 -> List.of("The team uses the platform.", devops);
      case 5 -> List.of(devops, need);
      default -> missing();
    };
  }

  private String pattern() {
    Double within = sitting.given.patterns().within().get(team.key());
    if (within == null) return "Fewer than two of its services were read.";
    return "Its services are deployed with a mean distance of "
        + Words.number(Math.rint(within * 100) / 100)
        + "; up to "
        + Words.number(Patterns.CONSISTENT)
        + " is alike.";
  }

  private List<String> missing() {
    var missing = new ArrayList<String>();
    long withheld = criteria.stream().filter(c -> !c.joined().shown()).count();
    if (withheld > 0) {
      missing.add(
          withheld + " of " + Sitting.SCORED.size() + " criteria cannot be shown or known.");
    }
    if (sitting.patterns == null) missing.add("No deployment manifests were read.");
    return missing;
  }

  private List<Verdict.Flip> flips() {
    if (withheld()) return List.of();
    var flips = new Flips(inquiry);
    for (CriterionResult each : criteria) flips.need(each.criterion(), each.joined(), STEP);
    return flips.nearestFirst();
  }

  /** People answered, and none of it may be shown: then nothing is said of what they might say. */
  private boolean withheld() {
    return criteria.stream().noneMatch(c -> c.said().shown())
        && criteria.stream().anyMatch(c -> c.said().withheld() != Withholding.NO_EVIDENCE);
  }

  /** More answers would not lift that; only another change of the roster does. */
  private boolean rosterChanged() {
    return criteria.stream().anyMatch(c -> c.said().withheld() == Withholding.ROSTER_CHANGED);
  }

  private List<String> gather() {
    var gather = new ArrayList<String>();
    boolean answersHelp = !rosterChanged();
    boolean few = criteria.stream().anyMatch(c -> c.said().withheld() == Withholding.TOO_FEW);
    if (answersHelp && (few || gates.size() > 0)) {
      gather.add(
          "Answers of at least "
              + sitting.given.minimumGroup()
              + " people and half of the team, or a cluster of teams declared before the wave.");
    }
    if (sitting.patterns == null) gather.add(Reasons.MANIFESTS);
    Map<Criterion, CriterionResult> byCriterion = new EnumMap<>(Criterion.class);
    criteria.forEach(c -> byCriterion.put(c.criterion(), c));
    inquiry.worthGathering().stream()
        .limit(2)
        .map(c -> Reasons.more(c, byCriterion.get(c).recorded().shown(), answersHelp))
        .filter(Objects::nonNull)
        .forEach(gather::add);
    return gather;
  }
}
