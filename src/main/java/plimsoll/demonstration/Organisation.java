package plimsoll.demonstration;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import plimsoll.json.Json;
import plimsoll.pattern.Fingerprint;
import plimsoll.readiness.Verdict;
import plimsoll.survey.Sheet;
import plimsoll.workload.file.SourceFile;

/**
 * An organisation that could be a real one, and all that Plimsoll would learn of it. Its truth is
 * known: teams are consistent in themselves and drift apart, knowledge of infrastructure holds up
 * their work, and practice is good but in one team; so it ought to {@link #TRUTH build a platform
 * team}.
 *
 * @param teams with what is true of each
 * @param waves surveys that are over, in the order of time
 * @param open the survey that is being answered
 */
public record Organisation(
    Parameters parameters, List<Story> teams, List<Engineer> people, List<Wave> waves, Wave open) {

  /** What is true of it as a whole. */
  public static final Verdict.Kind TRUTH = Verdict.Kind.BUILD_PLATFORM_TEAM;

  /** Who does the deployments of those who may not: no team of engineers, so nobody asks it. */
  static final String OPERATIONS = "operations";

  private static final String LEAVES = "pricing";
  private static final String ENTERS = "shipping";
  private static final int JOINERS = 2;

  /**
   * Somebody who works there.
   *
   * @param spells in which team, from when; in the order of time
   */
  public record Engineer(String key, String name, String email, List<Spell> spells) {

    /** Key of the team on a day; null before the first. */
    public String team(LocalDate day) {
      return spells.stream()
          .filter(spell -> !spell.from().isAfter(day))
          .reduce((first, second) -> second)
          .map(Spell::team)
          .orElse(null);
    }

    boolean moves() {
      return spells.size() > 1;
    }
  }

  /** From this day on in this team, until the next spell begins. */
  public record Spell(String team, LocalDate from) {}

  /**
   * One survey.
   *
   * @param from first day of the quarter that it asks about
   * @param opens first day on which it can be answered
   * @param closes the day before which it can be answered
   */
  public record Wave(
      String title, LocalDate from, LocalDate opens, LocalDate closes, List<Reply> replies) {}

  /**
   * What one person answers.
   *
   * @param person key of the engineer
   * @param team key of the team at that time
   */
  public record Reply(String person, String team, Map<String, Object> answers) {

    /** The closed answers, as scoring takes them. */
    public Sheet sheet() {
      var points = new HashMap<String, Integer>();
      var noBasis = new HashSet<String>();
      answers.forEach(
          (item, answer) -> {
            if (answer instanceof Integer point) {
              points.put(item, point);
            } else if (answer instanceof Boolean yes) {
              points.put(item, yes ? 1 : 0);
            } else {
              noBasis.add(item);
            }
          });
      return new Sheet(points, noBasis);
    }
  }

  /**
   * What a machine recorded.
   *
   * @param at when it could be told
   * @param line JSON in our own form
   */
  public record Event(Instant at, String line) {}

  /** The same for the same parameters. */
  public static Organisation generate(Parameters parameters) {
    var teams = IntStream.range(0, parameters.teams()).mapToObj(Story::number).toList();
    var people = people(parameters, teams);
    var survey = new Respondents(parameters.seed(), teams, people);
    return new Organisation(
        parameters, teams, people, waves(parameters, survey), open(parameters, survey));
  }

  /** First day of the records. */
  public LocalDate start() {
    return start(parameters);
  }

  /** The day on which somebody moved, and others joined. */
  public LocalDate moved() {
    return moved(parameters);
  }

  /** What a catalog would export on a day: entities of Backstage as multi-document YAML. */
  public String catalog(LocalDate day) {
    return CatalogText.of(this, day);
  }

  /** Deployments, incidents and tickets, by team. */
  public Stream<Event> events() {
    return teams.stream().flatMap(team -> new Deliveries(parameters, team).events());
  }

  /**
   * How each service reached production some waves ago, as far as files tell of it.
   *
   * @param wavesAgo 0 for the latest
   */
  public List<Fingerprint> fingerprints(int wavesAgo) {
    return blueprints(wavesAgo).stream().map(Blueprint::fingerprint).toList();
  }

  List<Blueprint> blueprints(int wavesAgo) {
    return Patterns.of(parameters.seed(), teams, wavesAgo);
  }

  /**
   * The files in which each service says so, by service.
   *
   * @param wavesAgo 0 for the latest
   */
  public Map<String, List<SourceFile>> files(int wavesAgo) {
    return blueprints(wavesAgo).stream()
        .collect(Collectors.toMap(Blueprint::service, Repository::of));
  }

  /** 0 for the latest. */
  int wavesAgo(Wave wave) {
    return waves.size() - 1 - waves.indexOf(wave);
  }

  /** Where they run; every team has one of these. */
  List<Cluster> clusters() {
    var deployments = deployments();
    return teams.stream()
        .collect(Collectors.groupingBy(Cluster::nameFor, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(each -> cluster(each.getKey(), each.getValue(), deployments))
        .toList();
  }

  private Cluster cluster(String name, List<Story> there, Map<String, List<Instant>> deployments) {
    return new Cluster(
        name,
        name.equals("harbour"),
        parameters.seed(),
        there.stream().flatMap(team -> new Deliveries(parameters, team).claimed()).toList(),
        deployments);
  }

  private Map<String, List<Instant>> deployments() {
    return events()
        .filter(event -> event.line().contains("\"outcome\":\"succeeded\""))
        .map(event -> Json.read(event.line(), JsonNode.class))
        .collect(
            Collectors.groupingBy(
                event -> event.get("service").asText(),
                Collectors.collectingAndThen(
                    Collectors.toList(),
                    all ->
                        all.stream()
                            .map(one -> Instant.parse(one.get("finishedAt").asText()))
                            .sorted()
                            .toList())));
  }

  static LocalDate start(Parameters parameters) {
    return quarter(parameters.asOf()).minusMonths(3L * parameters.quarters());
  }

  private static LocalDate moved(Parameters parameters) {
    return quarter(parameters.asOf()).minusMonths(2);
  }

  private static LocalDate quarter(LocalDate day) {
    return day.with(IsoFields.DAY_OF_QUARTER, 1);
  }

  private static List<Engineer> people(Parameters parameters, List<Story> teams) {
    var people = new ArrayList<Engineer>();
    for (var team : teams) {
      for (var i = team.people(parameters.peoplePerTeam()); i > 0; i--) {
        people.add(engineer(people.size(), spells(parameters, team, i, teams)));
      }
    }
    teams.stream()
        .filter(team -> team.key().equals(LEAVES))
        .forEach(team -> join(parameters, team, people));
    return List.copyOf(people);
  }

  /** One person goes from one team to another, and nobody follows. */
  private static List<Spell> spells(
      Parameters parameters, Story team, int number, List<Story> teams) {
    var first = new Spell(team.key(), start(parameters).minusDays(1));
    var goes = number == 1 && team.key().equals(LEAVES);
    return goes && teams.stream().anyMatch(other -> other.key().equals(ENTERS))
        ? List.of(first, new Spell(ENTERS, moved(parameters)))
        : List.of(first);
  }

  private static void join(Parameters parameters, Story team, List<Engineer> people) {
    for (var i = 0; i < JOINERS; i++) {
      people.add(engineer(people.size(), List.of(new Spell(team.key(), moved(parameters)))));
    }
  }

  private static Engineer engineer(int number, List<Spell> spells) {
    var key = Names.key(number);
    return new Engineer(key, Names.number(number), key + "@example.org", spells);
  }

  private static List<Wave> waves(Parameters parameters, Respondents survey) {
    var now = quarter(parameters.asOf());
    return IntStream.range(0, parameters.quarters())
        .map(i -> parameters.quarters() - 1 - i)
        .mapToObj(wavesAgo -> wave(now.minusMonths(3L * wavesAgo), wavesAgo, survey))
        .toList();
  }

  private static Wave wave(LocalDate closes, int wavesAgo, Respondents survey) {
    var opens = closes.minusDays(14);
    return new Wave(
        title(closes.minusDays(1)),
        quarter(opens),
        opens,
        closes,
        survey.replies(opens, wavesAgo, 1));
  }

  /** Some have answered already; the others can still try the form. */
  private static Wave open(Parameters parameters, Respondents survey) {
    var now = quarter(parameters.asOf());
    var opens = parameters.asOf().minusDays(3).isBefore(now) ? now : parameters.asOf().minusDays(3);
    return new Wave(
        title(parameters.asOf()), now, opens, opens.plusDays(14), survey.replies(opens, -1, 0.12));
  }

  private static String title(LocalDate day) {
    return "Quarterly survey, Q%d %d".formatted(day.get(IsoFields.QUARTER_OF_YEAR), day.getYear());
  }
}
