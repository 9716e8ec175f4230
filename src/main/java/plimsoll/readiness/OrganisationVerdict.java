package plimsoll.readiness;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import plimsoll.disclosure.Withholding;
import plimsoll.platform.Product;
import plimsoll.readiness.Readiness.CriterionResult;
import plimsoll.readiness.Readiness.TeamResult;
import plimsoll.readiness.Verdict.Kind;

/** The organisation's verdict and why. */
final class OrganisationVerdict {
  private static final double ENOUGH_RESPONSE = 0.5;
  private static final double MOST_CARELESS = 0.2;
  private static final int MOST_NAMES = 6;
  private static final int MOST_GATHERED = 3;

  private final Sitting sitting;
  private final Case given;
  private final OrganisationBench bench;
  private final Inquiry inquiry;
  private final List<TeamResult> teams;
  final List<String> gates;

  OrganisationVerdict(Sitting sitting, OrganisationBench bench, List<TeamResult> teams) {
    this.sitting = sitting;
    this.given = sitting.given;
    this.bench = bench;
    this.inquiry = bench.inquiry;
    this.teams = teams;
    this.gates = gates();
  }

  Verdict verdict() {
    Kind previous = given.previous() == null ? null : given.previous().verdict().kind();
    if (!gates.isEmpty()) return TeamVerdict.withoutEvidence(gates, gather(), previous);
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
        inquiry.robustness(Setting.GRID),
        gather(),
        previous);
  }

  /** What keeps the evidence from carrying any verdict. */
  private List<String> gates() {
    var gates = new ArrayList<String>();
    int invited = sitting.invited();
    int answered = sitting.answered();
    int careless = sitting.careless();
    if (invited == 0) gates.add("Nobody is on a roster.");
    else if (!sitting.anythingAsked()) gates.add("Nobody has answered a survey.");
    else if (!sitting.enoughAnswered()) {
      gates.add(
          "Fewer than "
              + people(given.minimumGroup())
              + " answered; scores are shown from "
              + given.minimumGroup()
              + " on.");
      return List.copyOf(gates);
    } else if (answered < ENOUGH_RESPONSE * invited) {
      gates.add(sitting.turnout() + "; half are needed.");
    }
    boolean counted = sitting.counted() != null;
    if (careless > MOST_CARELESS * answered) {
      gates.add(
          (counted ? careless + " of " + answered : "Too many of the")
              + " answer sheets"
              + " look filled in without reading; a fifth at most count.");
    } else if (careless > 0 && gates.isEmpty() && changesWithoutCareless()) {
      gates.add(
          "Without the "
              + (counted ? careless + " " : "")
              + "answer sheets that look filled in without reading, the verdict would be"
              + " another.");
    }
    return List.copyOf(gates);
  }

  private boolean changesWithoutCareless() {
    var careful = new OrganisationBench(new Sitting(Careful.of(given)));
    return careful.inquiry.ruling().kind() != inquiry.ruling().kind();
  }

  private List<String> because(int row, Ruling ruling) {
    var because = new ArrayList<String>(facts(row));
    because.addAll(Reasons.sureness(inquiry, ruling));
    because.add(sitting.turnout() + ".");
    return because;
  }

  private List<String> facts(int row) {
    String devops = Facts.devops(bench.criteria);
    String need = Facts.need(bench.criteria);
    return switch (row) {
      case 1 -> platform(devops);
      case 2 -> some(devops, where());
      case 3 -> List.of(fact(Criterion.P1), devops);
      case 4 -> List.of(fact(Criterion.R1), devops);
      case 5 -> List.of(fact(Criterion.R1), fact(Criterion.R2), need, devops);
      case 6 -> List.of(fact(Criterion.R2), need, devops);
      case 7 -> List.of(fact(Criterion.R2), devops, need);
      default -> some(devops, missing());
    };
  }

  private List<String> platform(String devops) {
    var facts = new ArrayList<String>();
    String name = given.platform().name();
    facts.add("There is a platform" + (name == null ? "." : ": " + name + "."));
    facts.add(run(sitting.platform));
    facts.add(devops);
    boolean basics = inquiry.worlds.met(Worlds.DEVOPS) >= Setting.USUAL.devops();
    if (basics && where() != null) facts.add("DevOps basics come first there. " + where());
    return facts;
  }

  private static String run(Product platform) {
    if (platform.substate() != null) return "It " + platform.substate().words() + ".";
    return platform.index() == null
        ? "Whether it helps teams or holds them up can't be told yet: " + platform.progress() + "."
        : "It "
            + platform.index().reading().words()
            + "; whether it is run as a product can't be told yet.";
  }

  /** The teams whose own verdict is to start with DevOps; null when none may be named. */
  private String where() {
    var names =
        teams.stream()
            .filter(t -> t.verdict().kind() == Kind.START_WITH_DEVOPS)
            .map(TeamResult::name)
            .toList();
    return names.isEmpty()
        ? null
        : "Of single teams it is shown for " + Words.list(names, MOST_NAMES) + ".";
  }

  private String missing() {
    if (sitting.patterns == null) {
      return "No deployment manifests were read, so it cannot be told whether patterns are steady"
          + " and whether they drift apart.";
    }
    if (given.teamsOwningProduction() == null) return fact(Criterion.P1);
    return inquiry.worlds.open(Worlds.DEVOPS)
        + inquiry.worlds.open(Worlds.NEED)
        + " of "
        + Sitting.SCORED.size()
        + " criteria are not known, and they would decide.";
  }

  private String fact(Criterion criterion) {
    return bench.criteria.get(criterion.ordinal()).fact();
  }

  private List<Verdict.Flip> flips() {
    var flips = new Flips(inquiry);
    for (CriterionResult each : bench.criteria) flips.need(each.criterion(), each.joined(), 1);
    flips.owning(given.teamsOwningProduction());
    flips.patterns(sitting.patterns);
    return flips.nearestFirst();
  }

  private List<String> gather() {
    var gather = new ArrayList<String>();
    if (!gates.isEmpty())
      gather.add("Answers of at least half of the people, read before they are answered.");
    boolean undecided = bench.rowShares().get(0) > 0;
    if (undecided) {
      if (sitting.patterns == null) gather.add(Reasons.MANIFESTS);
      if (given.teamsOwningProduction() == null)
        gather.add("Which team owns which service in production.");
      Sitting.SCORED.stream()
          .filter(c -> !inquiry.joined.get(c).known())
          .map(this::evidence)
          .filter(Objects::nonNull)
          .forEach(gather::add);
    }
    inquiry.worthGathering().stream()
        .limit(MOST_GATHERED)
        .map(c -> Reasons.more(c, inquiry.joined.get(c).recorded() != null, answersHelp(c)))
        .filter(Objects::nonNull)
        .filter(each -> !gather.contains(each))
        .forEach(gather::add);
    return gather;
  }

  /** What would tell of an open criterion; null where nothing can be sent or asked. */
  private String evidence(Criterion criterion) {
    boolean records = Reasons.records(criterion) != null;
    String what = !answersHelp(criterion) ? "Records" : records ? "Answers or records" : "Answers";
    boolean none = !answersHelp(criterion) && !records;
    return none ? null : what + " on \"" + Words.lower(criterion.title()) + "\".";
  }

  private boolean answersHelp(Criterion criterion) {
    var said = sitting.release.organisation(criterion.construct());
    return said.withheld() != Withholding.ROSTER_CHANGED;
  }

  private static List<String> some(String first, String second) {
    return second == null ? List.of(first) : List.of(first, second);
  }

  private static String people(int count) {
    return Words.count(count, "person", "people");
  }
}
