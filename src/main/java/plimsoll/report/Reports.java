package plimsoll.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import plimsoll.access.Refusal;
import plimsoll.figure.Teams;
import plimsoll.product.Portfolio;
import plimsoll.product.RoadmapView;
import plimsoll.reading.Reading;
import plimsoll.reading.Readings;

/**
 * Makes reports from readings and what was decided about their proposals, and remembers the latest
 * under the digest of the decisions: a reading never changes.
 */
@ApplicationScoped
public class Reports {
  private static final int REMEMBERED = 24;

  @Inject Readings readings;
  @Inject Portfolio portfolio;

  @Inject
  @ConfigProperty(name = "plimsoll.address")
  String address;

  private final Map<String, byte[]> written = new Latest<>();
  private final Map<String, Page> pages = Collections.synchronizedMap(new Latest<>());

  /** A report with the HTML of its sections. */
  record Page(Report report, String sections) {
    static Page of(Report report) {
      return new Page(report, HtmlReport.page().sections(report));
    }
  }

  /** The readiness of the organisation, for a page: teams and groups lead to their pages. */
  Page readinessPage(Reading reading) {
    var decisions = portfolio.of(reading);
    return pages.computeIfAbsent(
        reading.id() + " " + decisions.digest(),
        missing -> Page.of(readinessWithLinks(reading, decisions)));
  }

  private Report readinessWithLinks(Reading reading, RoadmapView decisions) {
    return ReadinessReport.of(
        reading.id(),
        reading.takenAt(),
        readings.findings(reading),
        decisions,
        new Pages(reading.id()),
        "/roadmap");
  }

  /** Its patterns, for a page. */
  Page patternPage(Reading reading) {
    return pages.computeIfAbsent(
        reading.id() + "\tpatterns",
        missing -> {
          var findings = readings.findings(reading);
          // Where no file was read there is no page of services, nor of copies.
          var links =
              findings.landscape() == null
                  ? PatternLinks.NOWHERE
                  : new PatternLinks(PatternPages.address(reading));
          return Page.of(PatternReport.of(reading.id(), reading.takenAt(), findings, links));
        });
  }

  /**
   * One team, for a page.
   *
   * @throws Refusal 404 when the reading knows no such team
   */
  Page teamPage(Reading reading, String team) {
    var decisions = portfolio.of(reading);
    return pages.computeIfAbsent(
        reading.id() + " " + decisions.digest() + " " + team,
        missing -> Page.of(team(reading, decisions, team)));
  }

  private Report team(Reading reading, RoadmapView decisions, String team) {
    var findings = readings.findings(reading);
    return findings.readiness().teams().stream()
        .filter(result -> result.team().equals(team))
        .findFirst()
        .map(result -> TeamReport.of(reading.id(), reading.takenAt(), findings, decisions, result))
        .orElseThrow(() -> Refusal.notFound("team in this reading"));
  }

  /**
   * Two readings of one cut, side by side.
   *
   * @throws Refusal 409 when one is not done yet, or they are not of the same cut
   */
  Beside beside(Reading one, Reading other) {
    if (!one.first().equals(other.first()) || one.id().equals(other.id())) {
      throw new Refusal(
          409,
          "These are not two readings of the same cut, so what differs between them would not be"
              + " the method's doing alone.");
    }
    return Beside.of(taken(one), taken(other));
  }

  private Beside.Taken taken(Reading reading) {
    return new Beside.Taken(reading.id(), reading.takenAt(), readings.findings(reading));
  }

  /**
   * One group, for a page: its teams lead to their pages.
   *
   * @throws Refusal 404 when the reading knows no such group
   */
  Page groupPage(Reading reading, String group) {
    var decisions = portfolio.of(reading);
    return pages.computeIfAbsent(
        reading.id() + " " + decisions.digest() + "\n" + group,
        missing -> Page.of(group(reading, decisions, group)));
  }

  private Report group(Reading reading, RoadmapView decisions, String group) {
    var findings = readings.findings(reading);
    var pages = new Pages(reading.id());
    return findings.readiness().groups().stream()
        .filter(result -> result.group().equals(group))
        .findFirst()
        .map(
            found ->
                GroupReport.of(reading.id(), reading.takenAt(), findings, decisions, found, pages))
        .orElseThrow(() -> Refusal.notFound("group in this reading"));
  }

  /**
   * A report as a file; the same reading with the same decisions gives the same bytes.
   *
   * @param name "readiness", "roadmap" or "patterns"
   * @throws Refusal 404 when there is no such report
   */
  synchronized byte[] file(Reading reading, String name, Format format) {
    var decisions = portfolio.of(reading);
    var key = reading.id() + name + format + decisions.digest();
    // One at a time on purpose: laying out paper takes much memory.
    return written.computeIfAbsent(
        key, missing -> format.write(report(reading, decisions, name), method()));
  }

  private String method() {
    return URI.create(address).resolve(MethodPages.PATH).toString();
  }

  private Report report(Reading reading, RoadmapView decisions, String name) {
    var findings = readings.findings(reading);
    return switch (name) {
      case "readiness" ->
          ReadinessReport.of(
              reading.id(), reading.takenAt(), findings, decisions, team -> null, null);
      case "patterns" ->
          PatternReport.of(reading.id(), reading.takenAt(), findings, PatternLinks.NOWHERE);
      case "roadmap" -> RoadmapReport.of(reading.id(), reading.takenAt(), findings, decisions);
      default -> throw Refusal.notFound("report");
    };
  }

  /** Where the pages of a reading's teams and groups are. */
  private record Pages(UUID reading) implements Teams {
    @Override
    public String page(String team) {
      return "/readings/" + reading + "/teams/" + path(team);
    }

    @Override
    public String pageOfGroup(String group) {
      return "/readings/" + reading + "/groups/" + path(group);
    }

    private static String path(String key) {
      return Arrays.stream(key.split("/"))
          .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
          .collect(Collectors.joining("/"));
    }
  }

  /** Keeps what was used last, and forgets the rest. */
  private static final class Latest<V> extends LinkedHashMap<String, V> {
    private static final long serialVersionUID = 1;

    Latest() {
      super(32, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
      return size() > REMEMBERED;
    }
  }
}
