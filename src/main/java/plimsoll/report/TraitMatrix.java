package plimsoll.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import plimsoll.figure.TraitFigure;
import plimsoll.pattern.Finding.Answer;
import plimsoll.pattern.Trait;
import plimsoll.pattern.trait.Coverage;

/**
 * Services and what they have, as far as somebody asked to see them.
 *
 * @param rows of this page
 * @param found how many there are on all pages
 * @param all how many services have a workload that was seen
 * @param page from 1
 */
public record TraitMatrix(List<Row> rows, int found, int all, int page, int pages, Asked asked) {
  private static final int PAGE = 100;

  /** Worst first, because that is what one looks for. */
  private static final List<Answer> ORDER =
      List.of(Answer.NO, Answer.UNKNOWN, Answer.YES, Answer.NOT_APPLICABLE);

  /**
   * What somebody asked to see; the address says it, so that it can be shared.
   *
   * @param team its key; null for all
   * @param trait by which answers are chosen; null for none
   * @param answer that this trait has; null for any
   * @param with a part of the service's key; null for all
   * @param sort "team", "service", "share", "gold" or the name of a trait
   */
  public record Asked(String team, Trait trait, Answer answer, String with, String sort) {

    /** Takes what is known and passes over the rest. */
    static Asked of(String team, String trait, String answer, String with, String sort) {
      return new Asked(
          blank(team),
          TraitMatrix.trait(trait).orElse(null),
          Arrays.stream(Answer.values())
              .filter(each -> name(each).equals(answer))
              .findFirst()
              .orElse(null),
          blank(with),
          sort == null ? "team" : sort);
    }

    private static String blank(String text) {
      return text == null || text.isBlank() ? null : text.strip();
    }

    boolean wants(Coverage.Row row) {
      return (team == null || row.team().equals(team))
          && (with == null || lower(row.service()).contains(lower(with)))
          && (trait == null || answer == null || row.answers().get(trait) == answer);
    }

    private static String lower(String text) {
      return text.toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One service.
   *
   * @param score such as "7 of 9"
   */
  public record Row(
      String service, String page, String team, String score, Cell gold, List<Cell> cells) {}

  /**
   * An answer, by sign and by word.
   *
   * @param href the line that it was read on
   */
  public record Cell(String sign, String word, String kind, String href) {}

  /**
   * @param names of the teams, by key
   * @param page from 1; what is beyond the last page is the last one
   */
  static TraitMatrix of(
      Coverage coverage, Map<String, String> names, PatternLinks links, Asked asked, int page) {
    Function<Coverage.Row, String> team = row -> names.getOrDefault(row.team(), row.team());
    var found =
        coverage.matrix().stream().filter(asked::wants).sorted(order(asked.sort(), team)).toList();
    int pages = Math.max(1, (found.size() + PAGE - 1) / PAGE);
    int shown = Math.max(1, Math.min(page, pages));
    var rows =
        found.stream()
            .skip((shown - 1L) * PAGE)
            .limit(PAGE)
            .map(row -> row(row, team.apply(row), links))
            .toList();
    return new TraitMatrix(rows, found.size(), coverage.matrix().size(), shown, pages, asked);
  }

  private static Comparator<Coverage.Row> order(String sort, Function<Coverage.Row, String> team) {
    var usual = Comparator.comparing(team).thenComparing(Coverage.Row::service);
    return switch (sort) {
      case "service" -> Comparator.comparing(Coverage.Row::service);
      case "share" ->
          Comparator.comparing(Coverage.Row::score, Comparator.nullsLast(Comparator.naturalOrder()))
              .thenComparing(usual);
      case "gold" ->
          Comparator.comparing((Coverage.Row row) -> ORDER.indexOf(row.gold()))
              .thenComparing(usual);
      default ->
          trait(sort)
              .map(
                  trait ->
                      Comparator.comparing(
                              (Coverage.Row row) -> ORDER.indexOf(row.answers().get(trait)))
                          .thenComparing(usual))
              .orElse(usual);
    };
  }

  static Optional<Trait> trait(String name) {
    return Arrays.stream(Trait.values()).filter(each -> name(each).equals(name)).findFirst();
  }

  /** As it stands in addresses, such as "network-policy". */
  static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Row row(Coverage.Row row, String team, PatternLinks links) {
    long yes = row.answers().values().stream().filter(answer -> answer == Answer.YES).count();
    long no = row.answers().values().stream().filter(answer -> answer == Answer.NO).count();
    var page = links.service(row.service());
    return new Row(
        row.service(),
        page,
        team,
        row.score() == null ? "we can't tell" : yes + " of " + (yes + no),
        cell(row.gold(), page),
        Arrays.stream(Trait.values())
            .map(trait -> cell(row.answers().get(trait), page + "#traits"))
            .toList());
  }

  private static Cell cell(Answer answer, String href) {
    return switch (answer) {
      case YES -> new Cell("✓", "yes", "yes", href);
      case NO -> new Cell("✗", "no", "no", href);
      case UNKNOWN -> new Cell("?", "unknown", "unknown", href);
      case NOT_APPLICABLE -> new Cell("–", "n/a", "none", href);
    };
  }

  /** The heads of the traits, with what to sort by. */
  static Map<String, String> heads() {
    var heads = new LinkedHashMap<String, String>();
    for (var trait : Trait.values()) heads.put(name(trait), TraitFigure.name(trait));
    return heads;
  }

  /** Teams that have a service here, by name. */
  static Map<String, String> teams(Coverage coverage, Map<String, String> names) {
    var teams = new TreeMap<String, String>();
    coverage
        .teams()
        .forEach(team -> teams.put(team.team(), names.getOrDefault(team.team(), team.team())));
    return teams;
  }
}
