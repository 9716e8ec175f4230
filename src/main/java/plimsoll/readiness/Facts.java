package plimsoll.readiness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import plimsoll.disclosure.Published;
import plimsoll.readiness.Readiness.CriterionResult;

/** Plain sentences, each true whatever the verdict is, from figures that may be shown. */
final class Facts {
  private Facts() {}

  static String devops(List<CriterionResult> results) {
    return signs("missing DevOps practice", Worlds.DEVOPS, results);
  }

  static String need(List<CriterionResult> results) {
    return signs("platform need", Worlds.NEED, results);
  }

  static String owning(int teams) {
    return Words.count(teams, "team owns a service", "teams own a service")
        + " in production; a platform team needs three or more to serve.";
  }

  static String consistent(Readiness.Patterns patterns) {
    int consistent = patterns.consistent().size();
    return consistent
        + " of "
        + Words.count(patterns.readable(), "team with", "teams with")
        + " two or more services deploy them alike (mean distance "
        + Words.number(Patterns.CONSISTENT)
        + " or less); three such teams are needed.";
  }

  static String divergence(Patterns patterns) {
    var shown = patterns.shown();
    if (shown.divergence() == null) {
      return "Fewer than two teams deploy their services alike, so nothing can drift apart.";
    }
    return "Between teams the patterns "
        + (shown.diverging() ? "have drifted apart" : "still agree, or come together again")
        + ": divergence "
        + Words.number(shown.divergence())
        + range(shown)
        + "; "
        + Words.number(Patterns.DIVERGING)
        + " or more counts"
        + before(patterns)
        + ".";
  }

  private static String range(Readiness.Patterns shown) {
    if (shown.low() == null) return "";
    return String.format(
        Locale.ROOT,
        " (%.2f to %.2f with any one group of features left out)",
        shown.low(),
        shown.high());
  }

  private static String before(Patterns patterns) {
    Double before = patterns.divergenceBefore();
    if (before == null || !patterns.fallen(0)) return "";
    return ", and it has fallen from " + Words.number(before);
  }

  private static String signs(String of, List<Criterion> among, List<CriterionResult> results) {
    Map<Criterion, Published> shown =
        results.stream()
            .filter(r -> among.contains(r.criterion()) && r.joined().shown())
            .collect(Collectors.toMap(CriterionResult::criterion, CriterionResult::joined));
    var met = new ArrayList<String>();
    for (Criterion each : among) {
      Published score = shown.get(each);
      if (score != null && score.value() >= Setting.USUAL.cut()) {
        met.add(Words.lower(each.title()) + " (" + Words.score(score) + ")");
      }
    }
    if (shown.isEmpty()) return "Nothing is known of the " + among.size() + " signs of " + of + ".";
    String known = shown.size() == among.size() ? "" : " that are known";
    String head = amount(met.size(), shown.size()) + " of " + of + known;
    String reach = met.size() == 1 || met.isEmpty() ? " reaches" : " reach";
    String named = met.isEmpty() ? "." : ": " + Words.list(met) + ".";
    return head + reach + " a need of 50" + named;
  }

  private static String amount(int met, int known) {
    String signs = known + (known == 1 ? " sign" : " signs");
    if (met == 0) return "None of " + signs;
    return met == known ? "All " + signs : met + " of " + signs;
  }
}
