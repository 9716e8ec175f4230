package plimsoll.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import plimsoll.figure.Words;
import plimsoll.product.RoadmapView;
import plimsoll.product.RoadmapView.Entry;
import plimsoll.product.State;
import plimsoll.reading.Findings;
import plimsoll.report.Report.Block;
import plimsoll.report.Report.Method;
import plimsoll.report.Report.Section;
import plimsoll.report.Report.Sentence;
import plimsoll.roadmap.Precedence;

/**
 * What was decided to do and what is proposed, in the order that it was given, each with what it
 * rests on.
 */
final class RoadmapReport {
  private RoadmapReport() {}

  /**
   * @param roadmap what the reading proposes, with what was decided about it
   */
  static Report of(UUID reading, Instant taken, Findings findings, RoadmapView roadmap) {
    var names = Content.names(findings);
    var ahead = ahead(roadmap);
    var sections = new ArrayList<Section>();
    sections.add(order(findings, roadmap, ahead));
    if (!roadmap.checked().isEmpty()) {
      sections.add(BetSections.summary(roadmap.checked()));
    }
    if (!roadmap.in(State.PROPOSED).isEmpty()) {
      sections.add(proposed(roadmap, names));
    }
    DecisionSections.closed(roadmap).forEach(sections::add);
    for (int i = 0; i < ahead.size(); i++) {
      sections.add(InitiativeSection.of(i + 1 + ". ", ahead.get(i), names));
    }
    roadmap
        .in(State.DONE)
        .forEach(entry -> sections.add(InitiativeSection.of("Done: ", entry, names)));
    sections.add(Content.unknown(findings.readiness().unknown()));
    sections.add(Content.provenance(reading, taken, findings));
    return new Report(
        "roadmap",
        "Roadmap",
        subtitle(roadmap, taken),
        taken,
        ReadinessReport.identity(findings, roadmap),
        sections);
  }

  /** What is accepted comes first, then what is proposed; but nothing before what it needs. */
  private static List<Entry> ahead(RoadmapView roadmap) {
    var all =
        Stream.concat(roadmap.in(State.ACCEPTED).stream(), roadmap.in(State.PROPOSED).stream());
    return Precedence.ordered(all.toList(), Entry::key);
  }

  private static String subtitle(RoadmapView roadmap, Instant taken) {
    var counts =
        Stream.of(State.ACCEPTED, State.PROPOSED, State.DONE, State.REFUSED)
            .filter(state -> !roadmap.in(state).isEmpty())
            .map(state -> roadmap.in(state).size() + " " + state.word())
            .toList();
    return Words.count(roadmap.initiatives().size(), "initiative")
        + (counts.isEmpty() ? "" : ": " + Words.list(counts))
        + " · from the reading of "
        + Sentences.day(taken);
  }

  private static Section order(Findings findings, RoadmapView roadmap, List<Entry> ahead) {
    var blocks = new ArrayList<Block>();
    blocks.add(new Report.Verdict(headline(ahead), null));
    blocks.add(
        new Sentence(
            "The verdict behind it: " + Sentences.verdict(findings.readiness().verdict()), false));
    if (roadmap.in(State.ACCEPTED).isEmpty()) {
      blocks.add(new Sentence("Nothing is accepted yet.", false));
    } else {
      blocks.add(DecisionSections.accepted(roadmap.in(State.ACCEPTED)));
      blocks.add(Method.of(Topic.VALUE));
    }
    return new Section("order", "What was decided", blocks);
  }

  private static String headline(List<Entry> ahead) {
    return ahead.isEmpty()
        ? "Nothing is left to do from this reading."
        : "First: " + lower(ahead.get(0).title()) + ".";
  }

  private static String lower(String title) {
    return title.isEmpty() || (title.length() > 1 && Character.isUpperCase(title.charAt(1)))
        ? title
        : Character.toLowerCase(title.charAt(0)) + title.substring(1);
  }

  private static Section proposed(RoadmapView roadmap, Map<String, String> names) {
    var entries = roadmap.in(State.PROPOSED);
    var blocks = new ArrayList<Block>();
    blocks.add(
        Content.initiatives(entries.stream().map(Entry::initiative).toList(), names, "", roadmap));
    ties(entries, roadmap.in(State.ACCEPTED).size())
        .forEach(tie -> blocks.add(new Sentence(tie, true)));
    blocks.add(Method.of(Topic.VALUE));
    return new Section("proposed", title(entries), blocks);
  }

  private static String title(List<Entry> entries) {
    return entries.stream().allMatch(entry -> entry.decision().position() == null)
        ? "Proposed, in order of benefit for effort"
        : "Proposed, in the order that was chosen";
  }

  /** One sentence for each run of proposals that are as good as their neighbours. */
  private static List<String> ties(List<Entry> entries, int before) {
    var ties = new ArrayList<String>();
    var first = 0;
    for (var i = 0; i < entries.size(); i++) {
      if (i + 1 == entries.size() || !tied(entries.get(i), entries.get(i + 1))) {
        if (i > first) {
          ties.add(tie(before + first + 1, before + i + 1));
        }
        first = i + 1;
      }
    }
    return ties;
  }

  /** The reading compared neighbours by its own ranks and efforts, and no others. */
  private static boolean tied(Entry entry, Entry next) {
    return entry.tiedWithNext()
        && next.rank() == entry.rank() + 1
        && Stream.of(entry, next)
            .allMatch(e -> e.proposedAs() == null || e.proposedAs().effortWeeks() == null);
  }

  private static String tie(int from, int to) {
    return to - from == 1
        ? "%d and %d are about as good: their order may be chance.".formatted(from, to)
        : "From %d to %d each is about as good as the next: their order may be chance."
            .formatted(from, to);
  }
}
