package plimsoll.pattern.trait;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import plimsoll.pattern.Finding.Answer;
import plimsoll.pattern.Trait;
import plimsoll.statistics.Proportion;

/**
 * What share of the services has what a production-grade workload should have (measurement 4.6).
 * Presence is not correctness. Services are a census; the intervals say what so few services could
 * tell of a team's way of working.
 *
 * @param services how many have a workload that was seen
 * @param unseen how many more were read of which no workload was seen
 * @param score of all of them: the mean of the services' own; null where none has one
 * @param gold services that have all four of the article: logging, alerting, TLS and autoscaling
 * @param traits each by itself, in their order
 * @param teams by key
 * @param matrix every service with a workload that was seen, by team and key
 */
public record Coverage(
    int services,
    int unseen,
    Double score,
    Count gold,
    Map<Trait, Count> traits,
    List<TeamCoverage> teams,
    List<Row> matrix) {
  private static final double LEVEL = 0.95;

  private static final Comparator<Row> ORDER =
      Comparator.comparing(Row::team).thenComparing(Row::service);

  /**
   * Services that have something, do not, or of which it is not known.
   *
   * @param notApplicable of which it can't be asked, such as autoscaling of a batch job
   * @param share yes / (yes + no), 0 to 1; null where nothing is known
   * @param low lower end of Wilson's interval at 95 %; null where share is
   * @param high its upper end
   */
  public record Count(
      int yes, int no, int unknown, int notApplicable, Double share, Double low, Double high) {
    static Count of(List<Answer> answers) {
      int yes = count(answers, Answer.YES);
      int no = count(answers, Answer.NO);
      var proportion = new Proportion(yes, yes + no);
      boolean known = yes + no > 0;
      var interval = proportion.wilson(LEVEL);
      return new Count(
          yes,
          no,
          count(answers, Answer.UNKNOWN),
          count(answers, Answer.NOT_APPLICABLE),
          known ? (Double) proportion.share() : null,
          known ? (Double) interval.low() : null,
          known ? (Double) interval.high() : null);
    }

    private static int count(List<Answer> answers, Answer wanted) {
      return (int) answers.stream().filter(answer -> answer == wanted).count();
    }
  }

  /**
   * One team.
   *
   * @param score mean of its services' own, 0 to 1; null where none has one
   */
  public record TeamCoverage(
      String team, int services, Double score, Count gold, Map<Trait, Count> traits) {}

  /**
   * One service.
   *
   * @param answers one for each trait
   * @param score yes / (yes + no), 0 to 1; null where nothing is known
   * @param gold whether it has all four of the article that apply to it
   */
  public record Row(
      String service, String team, Map<Trait, Answer> answers, Double score, Answer gold) {

    /**
     * @param found a trait that is absent is unknown
     */
    static Row of(Known workload) {
      var answers = new EnumMap<Trait, Answer>(Trait.class);
      for (var trait : Trait.values()) {
        answers.put(trait, workload.answers().getOrDefault(trait, Answer.UNKNOWN));
      }
      return new Row(
          workload.service(),
          workload.team(),
          answers,
          Count.of(List.copyOf(answers.values())).share(),
          gold(answers));
    }

    /** One that is missing is enough for a no; all must be known for a yes. */
    private static Answer gold(Map<Trait, Answer> answers) {
      var four =
          Arrays.stream(Trait.values()).filter(Trait::gold).map(answers::get).distinct().toList();
      if (four.contains(Answer.NO)) return Answer.NO;
      if (four.contains(Answer.UNKNOWN)) return Answer.UNKNOWN;
      return four.contains(Answer.YES) ? Answer.YES : Answer.NOT_APPLICABLE;
    }
  }

  /**
   * What is known of one service's production workload.
   *
   * @param team key of the team that owns it
   * @param answers a trait that is absent is unknown; empty when no workload was seen
   */
  public record Known(String service, String team, Map<Trait, Answer> answers) {}

  public static Coverage of(List<Known> workloads) {
    var rows =
        workloads.stream()
            .filter(each -> !each.answers().isEmpty())
            .map(Row::of)
            .sorted(ORDER)
            .toList();
    var byTeam =
        rows.stream().collect(Collectors.groupingBy(Row::team, TreeMap::new, Collectors.toList()));
    return new Coverage(
        rows.size(),
        workloads.size() - rows.size(),
        score(rows),
        gold(rows),
        traits(rows),
        byTeam.entrySet().stream().map(e -> team(e.getKey(), e.getValue())).toList(),
        rows);
  }

  private static TeamCoverage team(String team, List<Row> rows) {
    return new TeamCoverage(team, rows.size(), score(rows), gold(rows), traits(rows));
  }

  private static Double score(List<Row> rows) {
    var scores = rows.stream().map(Row::score).filter(each -> each != null).toList();
    if (scores.isEmpty()) return null;
    return scores.stream().mapToDouble(each -> each).average().orElseThrow();
  }

  private static Count gold(List<Row> rows) {
    return Count.of(rows.stream().map(Row::gold).toList());
  }

  private static Map<Trait, Count> traits(List<Row> rows) {
    var counts = new EnumMap<Trait, Count>(Trait.class);
    for (var trait : Trait.values()) {
      counts.put(trait, Count.of(rows.stream().map(row -> row.answers().get(trait)).toList()));
    }
    return counts;
  }
}
