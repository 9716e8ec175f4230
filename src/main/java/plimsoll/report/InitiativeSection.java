package plimsoll.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import plimsoll.figure.Words;
import plimsoll.product.Claim;
import plimsoll.product.RoadmapView.Entry;
import plimsoll.report.Report.Block;
import plimsoll.report.Report.Fact;
import plimsoll.report.Report.Facts;
import plimsoll.report.Report.Method;
import plimsoll.report.Report.Points;
import plimsoll.report.Report.Section;
import plimsoll.report.Report.Sentence;
import plimsoll.roadmap.Initiative.Hours;

/** One initiative: what it claims, what was decided, and what it rests on. */
final class InitiativeSection {
  private InitiativeSection() {}

  static Section of(String opening, Entry entry, Map<String, String> names) {
    var blocks = new ArrayList<Block>();
    blocks.add(new Sentence(entry.hypothesis(), false));
    if (entry.proposedAs() != null) {
      blocks.addAll(proposedAs(entry.proposedAs()));
    }
    blocks.add(new Facts(facts(entry, names)));
    if (!entry.evidence().isEmpty()) {
      blocks.add(new Points("It rests on:", entry.evidence()));
    }
    blocks.add(Method.of(Topic.VALUE));
    if (entry.check() != null) {
      blocks.addAll(BetSections.details(entry, names));
    }
    return new Section(entry.key(), opening + entry.title(), blocks);
  }

  /** What the reading proposed stands beside what somebody made of it. */
  private static List<Block> proposedAs(Claim before) {
    var blocks = new ArrayList<Block>();
    if (before.title() != null) {
      blocks.add(new Sentence("Title proposed as “" + before.title() + "”", true));
    }
    if (before.hypothesis() != null) {
      blocks.add(new Sentence("Hypothesis proposed as “" + before.hypothesis() + "”", true));
    }
    return blocks;
  }

  private static List<Fact> facts(Entry entry, Map<String, String> names) {
    var initiative = entry.initiative();
    var facts = new ArrayList<Fact>(decided(entry));
    facts.add(new Fact("Serves", Words.criterion(entry.criterion())));
    facts.add(new Fact("Reaches", Content.reach(initiative, names)));
    facts.add(new Fact("Should relieve", Content.range(entry.relief()) + " points of 0–100"));
    facts.add(new Fact("Effort", effort(entry)));
    facts.add(new Fact("Chance to work", Words.percent(entry.confidence())));
    facts.add(new Fact("Benefit", Content.range(entry.benefit()) + " person-points a quarter"));
    facts.add(new Fact("Among the first three", Words.percent(entry.probabilityTopThree())));
    if (entry.probabilityBeatsNext() != null) {
      facts.add(new Fact("Better than the next", Words.percent(entry.probabilityBeatsNext())));
    }
    if (entry.hours() != null) {
      facts.add(new Fact("Waiting", hours(entry.hours())));
    }
    return facts;
  }

  private static List<Fact> decided(Entry entry) {
    var promise = entry.decision().promise();
    return promise == null
        ? List.of()
        : List.of(
            new Fact("Accepted", Sentences.day(promise.acceptedAt())),
            new Fact("Who sees it through", DecisionSections.owner(entry)),
            new Fact("Quarter", DecisionSections.quarter(entry)),
            new Fact("Promised relief", DecisionSections.promised(entry) + " points of 0–100"));
  }

  /** Apart from points: the two are never added. */
  private static String hours(Hours hours) {
    return "saves %s of the %s hours that each person waits in a quarter; %d by hours"
        .formatted(
            Content.range(hours.relief()), Words.number(Math.rint(hours.waited())), hours.rank());
  }

  private static String effort(Entry entry) {
    var before = entry.proposedAs();
    var effort = Content.range(entry.effortWeeks()) + " person-weeks";
    return before == null || before.effortWeeks() == null
        ? effort
        : effort + ", proposed as " + Content.range(before.effortWeeks());
  }
}
