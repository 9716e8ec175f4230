package plimsoll.report;

import java.util.ArrayList;
import java.util.List;
import plimsoll.figure.Words;
import plimsoll.pattern.Divergence;
import plimsoll.pattern.landscape.Landscape;
import plimsoll.report.Report.Block;
import plimsoll.report.Report.Column;
import plimsoll.report.Report.Method;
import plimsoll.report.Report.Points;
import plimsoll.report.Report.Section;
import plimsoll.report.Report.Sentence;
import plimsoll.report.Report.Table;

/** What was not understood, counted by its reason, and how to find out. */
final class GapSection {
  private GapSection() {}

  /**
   * @param patterns null when of no service enough is known
   */
  static Section of(Landscape landscape, Divergence patterns) {
    var blocks = new ArrayList<Block>();
    blocks.add(new Sentence(sentence(landscape), false));
    if (!landscape.gaps().isEmpty()) blocks.add(table(landscape));
    var ways = ways(landscape, patterns);
    if (!ways.isEmpty()) blocks.add(new Points("How to find out:", ways));
    blocks.add(Method.of(Topic.GAPS));
    return new Section("gaps", "What was not understood", blocks);
  }

  private static String sentence(Landscape landscape) {
    var read =
        "%s of %s were read"
            .formatted(
                Words.count(landscape.files(), "file"),
                Words.count(landscape.services(), "service"));
    return landscape.gapsFound() == 0
        ? read + "; nothing in them was left without being understood."
        : read
            + "; %s in %s were not understood. They are counted, never guessed."
                .formatted(
                    Words.count(landscape.gapsFound(), "place"),
                    Words.count(landscape.servicesWithGaps(), "service"));
  }

  private static Table table(Landscape landscape) {
    return new Table(
        "gaps-table",
        "Why something was not understood; the page of each service names file and line",
        List.of(new Column("Reason", false), new Column("Places", true)),
        landscape.gaps().stream()
            .map(
                reason ->
                    List.of(
                        PatternReport.cell(reason.why()),
                        PatternReport.cell(String.valueOf(reason.times()))))
            .toList());
  }

  private static List<String> ways(Landscape landscape, Divergence patterns) {
    var ways = new ArrayList<String>();
    if (landscape.gapsFound() > 0) {
      ways.add(
          "Send what templates make of it (helm template, kubectl kustomize) beside the sources, or"
              + " connect the cluster: what runs needs no guess.");
    }
    if (landscape.coverage().unseen() > 0) {
      ways.add(
          "Of %s no workload was seen: send their manifests."
              .formatted(Words.count(landscape.coverage().unseen(), "service")));
    }
    if (patterns != null && patterns.tooLittleKnown() > 0) {
      ways.add(
          "Of %s less than 60 % of the choices are known, so they are not compared: send their pipelines and manifests."
              .replace("60 %", "60 %%")
              .formatted(Words.count(patterns.tooLittleKnown(), "service")));
    }
    return ways;
  }
}
