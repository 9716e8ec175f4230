package plimsoll.readiness;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import plimsoll.disclosure.Published;
import plimsoll.disclosure.Withholding;
import plimsoll.readiness.Readiness.CriterionResult;
import plimsoll.readiness.Readiness.GroupResult;
import plimsoll.readiness.Readiness.TeamResult;
import plimsoll.readiness.Readiness.Unknown;

/** What a reading could not know, each with the step that would find out. */
final class Unknowns {
  private final Sitting sitting;
  private final Case given;
  private final Verdict verdict;
  private final List<CriterionResult> criteria;
  private final List<Unknown> all = new ArrayList<>();

  private Unknowns(Sitting sitting, Verdict verdict, List<CriterionResult> criteria) {
    this.sitting = sitting;
    this.verdict = verdict;
    this.criteria = criteria;
    this.given = sitting.given;
  }

  /**
   * @param verdict the organisation's
   * @param criteria likewise
   */
  static List<Unknown> of(
      Sitting sitting,
      List<TeamResult> teams,
      List<GroupResult> groups,
      Verdict verdict,
      List<CriterionResult> criteria) {
    var unknowns = new Unknowns(sitting, verdict, criteria);
    unknowns.patterns();
    unknowns.records();
    unknowns.loads(teams.stream().map(TeamResult::load).toList(), "team", "teams");
    unknowns.loads(groups.stream().map(GroupResult::load).toList(), "group", "groups");
    unknowns.silence();
    unknowns.oddities();
    unknowns.platform();
    unknowns.items();
    unknowns.validity();
    return List.copyOf(unknowns.all);
  }

  private void patterns() {
    if (sitting.patterns == null) {
      add(
          "Whether deployment patterns are steady, and whether they drift apart.",
          Reasons.MANIFESTS);
    }
    if (given.teamsOwningProduction() == null) {
      add("How many teams own a service in production.", "Import the services with their owners.");
    }
  }

  private void records() {
    for (Criterion criterion : Sitting.SCORED) {
      String send = Reasons.records(criterion);
      String unreadable = Reasons.unreadable(criterion);
      if (send == null && unreadable == null) continue;
      if (sitting.records.organisation(criterion) != null) continue;
      String title = "\"" + Words.lower(criterion.title()) + "\"";
      if (given.connected().contains(criterion)) {
        add("Fewer than ten events speak to " + title + ".", "Wait, or take a longer window.");
      } else {
        add(
            "Whether records bear out what people say on " + title + ".",
            send == null ? unreadable : "Send: " + send);
      }
    }
  }

  private void loads(List<Published> loads, String one, String many) {
    loads(
        withheld(loads, Set.of(Withholding.TOO_FEW, Withholding.WOULD_REVEAL_ANOTHER)),
        Words.count(loads.size(), one, many),
        "too few answered, or showing it could tell what a single person answered.",
        "More answers in these " + many + ", or a cluster of teams declared before the next wave.");
    loads(
        withheld(loads, Set.of(Withholding.ROSTER_CHANGED)),
        Words.count(loads.size(), one, many),
        "one or two people joined or left, and showing it could tell what they answered.",
        "Wait for a wave in which three people or more have joined or left, or nobody.");
  }

  private void loads(long withheld, String all, String why, String how) {
    if (withheld > 0) add("The load of " + withheld + " of " + all + ": " + why, how);
  }

  private static long withheld(List<Published> loads, Set<Withholding> reasons) {
    return loads.stream()
        .map(Published::withheld)
        .filter(reason -> reason != null && reasons.contains(reason))
        .count();
  }

  private void silence() {
    if (!sitting.enoughAnswered()) return;
    if (sitting.counted() == null) {
      silenceOfFew();
      return;
    }
    int silent = sitting.invited() - sitting.answered();
    if (silent <= 0) return;
    double share = (double) silent / sitting.invited();
    add(
        silent
            + " of "
            + Words.count(sitting.invited(), "person", "people")
            + " kept silent. If they differ from the others by 20 points, each score moves by "
            + Words.number(Math.max(1, Math.rint(20 * share)))
            + "."
            + tipping(share),
        "A higher response, or asking a few of them in person.");
  }

  /** The band alone is told, and what it leaves open at most. */
  private void silenceOfFew() {
    String response = sitting.response();
    int most = response.startsWith("<") ? 20 : response.startsWith("50") ? 10 : 4;
    add(
        "What those would say who kept silent: "
            + sitting.turnout()
            + ". If they differ from the others by 20 points, each score moves by "
            + most
            + " at most."
            + tipping(Silence.most(response)),
        "A higher response, or asking a few of them in person.");
  }

  private String tipping(double silent) {
    String words = Silence.words(verdict, criteria, silent);
    return words == null ? "" : " " + words;
  }

  private void oddities() {
    var strangers = sitting.records.strangers();
    if (!strangers.isEmpty()) {
      add(
          "Whose records these are: " + Words.list(List.copyOf(strangers), 6) + ".",
          "Import the teams, or correct the services' owners.");
    }
    var crowded =
        given.teams().stream()
            .filter(t -> t.sheets().size() > t.roster())
            .map(Case.Team::name)
            .toList();
    if (!crowded.isEmpty()) {
      add(
          "Who is in " + Words.list(crowded, 6) + ": more people answered than are on the roster.",
          "Bring the roster up to date.");
    }
    int careless = sitting.careless();
    if (careless > 0 && sitting.counted() == null && sitting.enoughAnswered()) {
      add(
          "Some answer sheets may look filled in without reading; they are counted all the same.",
          "Nothing: the verdict is compared with and without.");
    } else if (careless > 0 && sitting.enoughAnswered()) {
      add(
          Words.count(careless, "answer sheet looks", "answer sheets look")
              + " filled in without reading; "
              + (careless == 1 ? "it is" : "they are")
              + " counted all the same.",
          "Nothing: the verdict is compared with and without.");
    }
  }

  private void platform() {
    if (sitting.platform == null || sitting.platform.substate() != null) return;
    if (sitting.platform.index() == null) {
      add(
          "Whether the platform helps teams or holds them up: " + sitting.platform.progress() + ".",
          "Each part that is missing says what would bring it.");
    } else {
      add(
          "How well the platform is run as a product.",
          "Plimsoll can't take its customers, roadmap, research and service levels yet.");
    }
  }

  private void items() {
    items(
        Structure.withoutBasis(sitting),
        "What people would say on %s: more than 20 %% of them had no basis to answer.",
        "Ask a few what the question would need to say for them to know.");
    items(
        Structure.alike(sitting),
        "Whether %s can tell people apart: more than 70 %% gave the same answer.",
        "Ask a few what another answer would have meant to them.");
  }

  private void items(List<String> items, String what, String how) {
    if (!items.isEmpty()) add(what.formatted(Words.list(items, 6)), how);
  }

  private void validity() {
    if (!sitting.anythingAsked()) return;
    add(
        "How well the questions measure what they mean: the instrument is not validated.",
        "Think-aloud interviews and a repeated answer after two weeks in the first waves.");
  }

  private void add(String what, String how) {
    all.add(new Unknown(what, how));
  }
}
