package plimsoll.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import plimsoll.disclosure.Published;
import plimsoll.figure.Words;
import plimsoll.readiness.Criterion;
import plimsoll.readiness.Edition;
import plimsoll.readiness.Edition.Difference;
import plimsoll.readiness.Readiness;
import plimsoll.readiness.Readiness.CriterionResult;
import plimsoll.readiness.Verdict;
import plimsoll.readiness.Verdict.Kind;
import plimsoll.reading.Findings;

/**
 * One cut judged by two editions of the method, the older one first. Both have passed the gate, and
 * they show the same of people.
 *
 * @param sameInputs whether both were taken from the same inputs, by their digests
 * @param differences what the newer edition does otherwise
 * @param changed what came out otherwise, each one plain sentence
 */
public record Beside(
    Side first,
    Side second,
    boolean sameInputs,
    List<Difference> differences,
    List<String> changed,
    List<Place> places,
    List<Row> criteria,
    List<Team> teams) {

  /**
   * One of the two readings.
   *
   * @param digest SHA-256 of its inputs
   * @param methodError what people or records were taken to miss beyond chance, standard deviation
   *     in points; null in what was kept before it was told
   */
  public record Side(
      UUID reading,
      String edition,
      Instant takenAt,
      String digest,
      Outcome verdict,
      double robustness,
      Double methodError) {}

  /**
   * A verdict in short.
   *
   * @param leaning the likeliest where it does not reach its bar; null where it does
   */
  public record Outcome(Kind kind, Kind leaning, double probability) {
    static Outcome of(Verdict verdict) {
      return new Outcome(verdict.kind(), verdict.leaning(), verdict.probability());
    }
  }

  /** A place on an axis. */
  public record Place(String axis, Published first, Published second) {}

  /**
   * One criterion of the organisation.
   *
   * @param firstMet probability that it is met, 0 to 1; null when unknown
   */
  public record Row(
      Criterion criterion, Published first, Published second, Double firstMet, Double secondMet) {}

  /** One team that stands in both. */
  public record Team(String team, String name, Outcome first, Outcome second) {}

  /** One of the two readings with what it found. */
  record Taken(UUID reading, Instant at, Findings findings) {
    Edition edition() {
      return Edition.of(readiness().methodEdition());
    }

    Readiness readiness() {
      return findings.readiness();
    }

    Side side() {
      var trace = readiness().trace();
      return new Side(
          reading,
          edition().name(),
          at,
          findings.cut().digest(),
          Outcome.of(readiness().verdict()),
          readiness().verdict().robustness(),
          trace == null ? null : trace.methodError());
    }
  }

  static Beside of(Taken one, Taken other) {
    return one.edition().newerThan(other.edition()) ? inOrder(other, one) : inOrder(one, other);
  }

  private static Beside inOrder(Taken first, Taken second) {
    var teams = teams(first.readiness(), second.readiness());
    return new Beside(
        first.side(),
        second.side(),
        first.side().digest().equals(second.side().digest()),
        second.edition().unlike(first.edition()),
        changed(first.side(), second.side(), teams),
        places(first.readiness(), second.readiness()),
        criteria(first.readiness().criteria(), second.readiness().criteria()),
        teams);
  }

  private static List<String> changed(Side first, Side second, List<Team> teams) {
    var changed = new ArrayList<String>();
    changed.add(verdict(first, second));
    if (first.methodError() != null && !first.methodError().equals(second.methodError())) {
      changed.add(
          "The method's own error is taken to be %s points here, and was %s: people and records lie %s apart than was expected."
              .formatted(
                  Words.number(second.methodError()),
                  Words.number(first.methodError()),
                  second.methodError() > first.methodError() ? "further" : "less far"));
    }
    var others =
        teams.stream()
            .filter(team -> team.first().kind() != team.second().kind())
            .map(Team::name)
            .toList();
    changed.add(
        others.isEmpty()
            ? "Each team has the same verdict by both."
            : "Another verdict by the newer edition: " + Words.list(others) + ".");
    return List.copyOf(changed);
  }

  private static String verdict(Side first, Side second) {
    var before = first.verdict();
    var after = second.verdict();
    var same = before.kind() == after.kind() && before.leaning() == after.leaning();
    return same
        ? "The verdict is the same by both: %s, %s by edition %s and %s by edition %s."
            .formatted(
                Sentences.outcome(before),
                Words.percent(before.probability()),
                first.edition(),
                Words.percent(after.probability()),
                second.edition())
        : "By edition %s the verdict is %s (%s), by edition %s it is %s (%s)."
            .formatted(
                first.edition(),
                Sentences.outcome(before),
                Words.percent(before.probability()),
                second.edition(),
                Sentences.outcome(after),
                Words.percent(after.probability()));
  }

  private static List<Place> places(Readiness first, Readiness second) {
    return List.of(
        new Place("DevOps practice", first.axes().devopsPractice(), second.axes().devopsPractice()),
        new Place("Platform need", first.axes().platformNeed(), second.axes().platformNeed()));
  }

  private static List<Row> criteria(List<CriterionResult> first, List<CriterionResult> second) {
    var rows = new ArrayList<Row>();
    for (var before : first) {
      second.stream()
          .filter(after -> after.criterion() == before.criterion())
          .map(
              after ->
                  new Row(
                      before.criterion(),
                      before.joined(),
                      after.joined(),
                      before.probabilityMet(),
                      after.probabilityMet()))
          .forEach(rows::add);
    }
    return List.copyOf(rows);
  }

  private static List<Team> teams(Readiness first, Readiness second) {
    var teams = new ArrayList<Team>();
    for (var before : first.teams()) {
      second.teams().stream()
          .filter(after -> after.team().equals(before.team()))
          .map(
              after ->
                  new Team(
                      before.team(),
                      before.name(),
                      Outcome.of(before.verdict()),
                      Outcome.of(after.verdict())))
          .forEach(teams::add);
    }
    return List.copyOf(teams);
  }
}
