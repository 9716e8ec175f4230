package plimsoll.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import plimsoll.figure.Words;
import plimsoll.reading.Findings;
import plimsoll.report.Report.Block;
import plimsoll.report.Report.Fact;
import plimsoll.report.Report.Facts;
import plimsoll.report.Report.Points;
import plimsoll.report.Report.Section;
import plimsoll.report.Report.Sentence;
import plimsoll.roadmap.Initiative;

/** What to do next, in the order that the evidence gives, each with what it rests on. */
final class RoadmapReport {
  private RoadmapReport() {}

  static Report of(UUID reading, Instant taken, Findings findings) {
    var names = Content.names(findings);
    var sections = new ArrayList<Section>();
    sections.add(order(findings, names));
    var rank = 1;
    for (var initiative : findings.initiatives()) {
      sections.add(initiative(rank++, initiative, names));
    }
    sections.add(Content.unknown(findings.readiness().unknown()));
    sections.add(Content.provenance(reading, taken, findings));
    return new Report(
        "roadmap",
        "Roadmap",
        Words.count(findings.initiatives().size(), "initiative")
            + " proposed from the reading of "
            + Sentences.day(taken),
        taken,
        ReadinessReport.identity(findings),
        sections);
  }

  private static Section order(Findings findings, Map<String, String> names) {
    var blocks = new ArrayList<Block>();
    var initiatives = findings.initiatives();
    blocks.add(new Report.Verdict(headline(initiatives), null));
    blocks.add(
        new Sentence(
            "The verdict behind it: " + Sentences.verdict(findings.readiness().verdict()), false));
    if (!initiatives.isEmpty()) {
      blocks.add(Content.initiatives(initiatives, names, ""));
    }
    ties(initiatives).forEach(tie -> blocks.add(new Sentence(tie, true)));
    return new Section("order", "In order of benefit for effort", blocks);
  }

  private static String headline(List<Initiative> initiatives) {
    return initiatives.isEmpty()
        ? "No initiative follows from this reading."
        : "First: " + lower(initiatives.get(0).title()) + ".";
  }

  private static String lower(String title) {
    return title.isEmpty() || (title.length() > 1 && Character.isUpperCase(title.charAt(1)))
        ? title
        : Character.toLowerCase(title.charAt(0)) + title.substring(1);
  }

  /** One sentence for each run of initiatives that are as good as their neighbours. */
  private static List<String> ties(List<Initiative> initiatives) {
    var ties = new ArrayList<String>();
    var first = 0;
    for (var i = 0; i < initiatives.size(); i++) {
      if (i + 1 == initiatives.size() || !initiatives.get(i).tiedWithNext()) {
        if (i > first) {
          ties.add(tie(first + 1, i + 1));
        }
        first = i + 1;
      }
    }
    return ties;
  }

  private static String tie(int from, int to) {
    return to - from == 1
        ? "%d and %d are about as good: their order may be chance.".formatted(from, to)
        : "From %d to %d each is about as good as the next: their order may be chance."
            .formatted(from, to);
  }

  private static Section initiative(int rank, Initiative initiative, Map<String, String> names) {
    var blocks = new ArrayList<Block>();
    blocks.add(new Sentence(initiative.hypothesis(), false));
    blocks.add(new Facts(facts(initiative, names)));
    if (!initiative.evidence().isEmpty()) {
      blocks.add(new Points("It rests on:", initiative.evidence()));
    }
    return new Section(initiative.key(), rank + ". " + initiative.title(), blocks);
  }

  private static List<Fact> facts(Initiative initiative, Map<String, String> names) {
    return List.of(
        new Fact("Serves", Words.criterion(initiative.criterion())),
        new Fact("Reaches", Content.reach(initiative, names)),
        new Fact("Should relieve", Content.range(initiative.relief()) + " points of 0–100"),
        new Fact("Effort", Content.range(initiative.effortWeeks()) + " person-weeks"),
        new Fact("Chance to work", Words.percent(initiative.confidence())),
        new Fact("Benefit", Content.range(initiative.benefit()) + " person-points a quarter"),
        new Fact("Among the first three", Words.percent(initiative.probabilityTopThree())));
  }
}
