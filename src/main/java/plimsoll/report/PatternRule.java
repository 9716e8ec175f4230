package plimsoll.report;

import static plimsoll.report.EvidenceSection.hundredths;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import plimsoll.figure.Words;
import plimsoll.pattern.Divergence;
import plimsoll.pattern.Divergence.TeamPattern;
import plimsoll.pattern.Feature;
import plimsoll.pattern.Trial;
import plimsoll.readiness.Criterion;
import plimsoll.readiness.Readiness;
import plimsoll.reading.Findings;
import plimsoll.report.Report.Block;
import plimsoll.report.Report.Fact;
import plimsoll.report.Report.Facts;
import plimsoll.report.Report.Method;
import plimsoll.report.Report.Points;
import plimsoll.report.Report.Section;

/**
 * Whether the article's rule holds: patterns that are consistent inside three teams or more, and
 * diverging between them.
 */
final class PatternRule {
  private static final int ENOUGH_TEAMS = 3;

  private PatternRule() {}

  /**
   * @param names of the teams, by key
   */
  static Section of(Findings findings, Map<String, String> names) {
    var patterns = findings.patterns();
    var blocks = new ArrayList<Block>();
    blocks.add(new Report.Verdict(sentence(findings.readiness().patterns()), null));
    var because = because(findings.readiness().patterns(), patterns, names);
    if (!because.isEmpty()) blocks.add(new Points(null, because));
    var turns = turns(patterns, names);
    if (!turns.isEmpty()) blocks.add(new Points("What would change this:", turns));
    blocks.add(new Facts(sureness(findings.readiness(), patterns)));
    blocks.add(Method.of(Topic.PATTERNS, Topic.CONSISTENCY, Topic.DIVERGENCE));
    return new Section("rule", "The rule for a platform team", blocks);
  }

  /** The first thing to read; the reading judged it, so that it never says otherwise. */
  static String sentence(Readiness.Patterns judged) {
    if (judged == null || judged.readable() == 0) {
      return "We can't tell yet: no team has two services of which enough is known.";
    }
    int steady = judged.consistent().size();
    var where = "Patterns are consistent in %d of %s".formatted(steady, teams(judged.readable()));
    if (steady < ENOUGH_TEAMS) return where + "; the rule asks for three.";
    if (judged.diverging() == null) return where + "; whether they diverge we can't tell.";
    return judged.diverging()
        ? where + ", and they are diverging: the rule for a platform team is met."
        : where + ", and they do not diverge: the rule for a platform team is not met.";
  }

  private static String teams(int n) {
    return Words.count(n, "team");
  }

  private static List<String> because(
      Readiness.Patterns judged, Divergence patterns, Map<String, String> names) {
    var because = new ArrayList<String>();
    if (judged != null && !judged.consistent().isEmpty() && judged.consistent().size() <= 12) {
      because.add("Consistent: " + Content.teams(judged.consistent(), names) + ".");
    }
    if (patterns.excess() != null) {
      because.add(
          "Two services of different teams differ in %s of %d choices, two of one team in %s."
              .formatted(
                  choices(patterns.between()),
                  Feature.values().length,
                  choices(patterns.within())));
    }
    return because;
  }

  /** A distance as so many choices, such as "4.3". */
  private static String choices(double distance) {
    return String.format(Locale.ROOT, "%.1f", distance * Feature.values().length);
  }

  private static List<String> turns(Divergence patterns, Map<String, String> names) {
    var turns = new ArrayList<String>();
    if (patterns.excess() != null) turns.add(excess(patterns.excess()));
    nearest(patterns, false)
        .ifPresent(
            team ->
                turns.add(
                    "%s would count as consistent at a distance of %s or less inside it; it has %s."
                        .formatted(name(team, names), CONSISTENT, hundredths(team.within()))));
    nearest(patterns, true)
        .ifPresent(
            team ->
                turns.add(
                    "%s would no longer count as consistent above %s; it has %s."
                        .formatted(name(team, names), CONSISTENT, hundredths(team.within()))));
    return turns;
  }

  private static final String CONSISTENT = hundredths(Divergence.CONSISTENT);

  private static String excess(double excess) {
    var from = hundredths(Divergence.DIVERGING);
    return excess >= Divergence.DIVERGING
        ? "Divergence is %s; below %s the patterns would not count as diverging."
            .formatted(hundredths(excess), from)
        : "Divergence is %s; from %s on the patterns would count as diverging."
            .formatted(hundredths(excess), from);
  }

  private static Optional<TeamPattern> nearest(Divergence patterns, boolean consistent) {
    return patterns.teams().stream()
        .filter(team -> team.within() != null && team.consistent() == consistent)
        .min(Comparator.comparingDouble(t -> Math.abs(t.within() - Divergence.CONSISTENT)));
  }

  private static String name(TeamPattern team, Map<String, String> names) {
    return names.getOrDefault(team.team(), team.team());
  }

  private static List<Fact> sureness(Readiness readiness, Divergence patterns) {
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("Three consistent teams", likely(readiness, Criterion.R1)));
    facts.add(new Fact("Diverging", likely(readiness, Criterion.R2)));
    if (patterns.trials() != null && !patterns.trials().isEmpty()) {
      long met = patterns.trials().stream().filter(Trial::met).count();
      facts.add(
          new Fact(
              "Under other thresholds",
              "met with %d of the %d pairs tried".formatted(met, patterns.trials().size())));
    }
    return facts;
  }

  private static String likely(Readiness readiness, Criterion criterion) {
    return readiness.criteria().stream()
        .filter(result -> result.criterion() == criterion && result.probabilityMet() != null)
        .findFirst()
        .map(result -> "true with " + Words.percent(result.probabilityMet()))
        .orElse("we can't tell");
  }
}
