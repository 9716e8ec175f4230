package plimsoll.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import plimsoll.disclosure.Published;
import plimsoll.figure.CriteriaFigure;
import plimsoll.figure.LoadFigure;
import plimsoll.figure.PlaneFigure;
import plimsoll.figure.Teams;
import plimsoll.figure.Words;
import plimsoll.product.RoadmapView;
import plimsoll.readiness.Readiness;
import plimsoll.readiness.Verdict;
import plimsoll.readiness.Verdict.Kind;
import plimsoll.reading.Findings;
import plimsoll.report.Report.Block;
import plimsoll.report.Report.Fact;
import plimsoll.report.Report.Facts;
import plimsoll.report.Report.Method;
import plimsoll.report.Report.Picture;
import plimsoll.report.Report.Points;
import plimsoll.report.Report.Section;
import plimsoll.report.Report.Sentence;

/**
 * Says what a reading found of the whole organisation, top to bottom as a product manager reads.
 */
final class ReadinessReport {
  private static final int FLIPS = 3;
  private static final int GATHERED = 5;
  static final Method CRITERIA =
      Method.of(
          Topic.ORGANISATION_SCORE,
          Topic.RECORDS,
          Topic.JOINED,
          Topic.CRITERIA,
          Topic.DISAGREEMENT);

  private ReadinessReport() {}

  /**
   * @param pages where teams' and groups' pages are; leads nowhere in a file
   * @param decisions what was decided about its proposals
   * @param roadmap address of the roadmap; null in a file
   */
  static Report of(
      UUID reading,
      Instant taken,
      Findings findings,
      RoadmapView decisions,
      Teams pages,
      String roadmap) {
    var readiness = findings.readiness();
    var evidence = roadmap == null ? null : "#" + EvidenceSection.KEY;
    var sections = new ArrayList<Section>();
    sections.add(verdict(readiness.verdict(), Topic.VERDICT));
    sections.add(
        new Section(
            "plane",
            "Where the teams are",
            List.of(
                new Picture(PlaneFigure.of(readiness, pages), false),
                Method.of(Topic.AXES, Topic.ROUNDING))));
    sections.add(
        new Section(
            "load",
            "The load line",
            List.of(
                new Picture(LoadFigure.of(readiness, pages), false),
                new Sentence(load(readiness.load()), false),
                Method.of(Topic.ORGANISATION_SCORE, Topic.TEAM_SCORE, Topic.DISCLOSURE))));
    if (!readiness.groups().isEmpty()) {
      sections.add(GroupSection.of(readiness.groups(), pages));
    }
    sections.add(
        new Section(
            "criteria",
            "The criteria",
            List.of(
                new Picture(CriteriaFigure.of(readiness.criteria(), evidence), true), CRITERIA)));
    if (readiness.platform() != null) {
      sections.add(PlatformSection.of(readiness.platform()));
    }
    if (findings.delivery() != null) {
      sections.add(DeliverySection.of(findings.delivery(), findings.delivery().organisation()));
    }
    if (findings.patterns() != null) {
      sections.add(PatternSection.of(findings.patterns()));
    }
    if (findings.trend().size() > 1) {
      sections.add(
          new Section(
              "trend",
              "Over time",
              List.of(new Picture(Content.trend(findings), false), Method.of(Topic.CHANGE))));
    }
    if (findings.changes() != null && !findings.changes().isEmpty()) {
      sections.add(ChangeSection.of(findings.changes()));
    }
    var items = findings.items() == null ? null : ItemSection.of(findings.items());
    if (items != null) sections.add(items);
    sections.add(Content.unknown(readiness.unknown()));
    sections.add(next(findings, decisions, roadmap));
    sections.add(EvidenceSection.of(readiness, findings.patterns()));
    sections.add(Content.provenance(reading, taken, findings));
    return new Report(
        "readiness",
        "Readiness",
        subtitle(readiness, findings),
        taken,
        identity(findings, decisions),
        sections);
  }

  private static String load(Published load) {
    return load.shown()
        ? "The organisation's infrastructure load is " + Words.whole(load) + "."
        : "We can't tell the organisation's infrastructure load: " + Words.score(load) + ".";
  }

  static String identity(Findings findings, RoadmapView decisions) {
    return findings.cut().digest() + " " + decisions.digest();
  }

  private static String subtitle(Readiness readiness, Findings findings) {
    return "%s · %s · records %s"
        .formatted(
            Words.count(readiness.teams().size(), "team"),
            Sentences.answered(
                findings.cut().answered(), findings.cut().invited(), findings.cut().response()),
            Sentences.period(findings.cut().from(), findings.cut().to()));
  }

  /**
   * @param table which of the two decided
   */
  static Section verdict(Verdict verdict, Topic table) {
    var blocks = new ArrayList<Block>();
    blocks.add(new Report.Verdict(Sentences.verdict(verdict), verdict.probability()));
    if (!verdict.because().isEmpty()) {
      blocks.add(new Points(null, verdict.because()));
    }
    if (!verdict.flips().isEmpty()) {
      blocks.add(
          new Points(
              "What would change this:",
              verdict.flips().stream().limit(FLIPS).map(Sentences::flip).toList()));
    }
    if (!verdict.gather().isEmpty()) {
      blocks.add(
          new Points(
              "What would make it surer:", verdict.gather().stream().limit(GATHERED).toList()));
    }
    if (verdict.kind() != Kind.UNCLEAR || verdict.leaning() != null) {
      blocks.add(new Facts(sureness(verdict)));
    }
    if (Sentences.before(verdict) != null) {
      blocks.add(new Sentence(Sentences.before(verdict), true));
    }
    blocks.add(
        Method.of(
            table,
            Topic.PROBABILITY,
            Topic.GATES,
            Topic.HYSTERESIS,
            Topic.FLIPS,
            Topic.ROBUSTNESS,
            Topic.GATHER));
    return new Section("verdict", "The verdict", blocks);
  }

  private static List<Fact> sureness(Verdict verdict) {
    return List.of(
        new Fact("Probabilities", Sentences.alternatives(verdict)),
        new Fact(
            "Same verdict under other thresholds",
            Words.percent(verdict.robustness()) + " of the settings tried"));
  }

  private static Section next(Findings findings, RoadmapView decisions, String roadmap) {
    var first = findings.initiatives().stream().limit(3).toList();
    var blocks = new ArrayList<Block>();
    if (first.isEmpty()) {
      blocks.add(new Sentence("No initiative follows from this reading.", false));
    } else {
      blocks.add(Content.initiatives(first, Content.names(findings), roadmap, decisions));
      blocks.add(Method.of(Topic.VALUE));
    }
    return new Section("next", "What to do next", blocks);
  }
}
