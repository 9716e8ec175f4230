package plimsoll.demonstration;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plimsoll.disclosure.Withholding;
import plimsoll.json.Json;
import plimsoll.pattern.Divergence;
import plimsoll.readiness.Case;
import plimsoll.readiness.Criterion;
import plimsoll.readiness.Edition;
import plimsoll.readiness.Judge;
import plimsoll.readiness.PlatformFacts;
import plimsoll.readiness.Readiness;
import plimsoll.readiness.Recorded;
import plimsoll.readiness.Verdict;
import plimsoll.survey.Keying;
import plimsoll.survey.Sheet;

/** What the method finds is what was put in. */
class TruthRecoveryTest {
  private static final Organisation COMPANY =
      Organisation.generate(Parameters.demonstration(LocalDate.parse("2026-11-23")));
  private static final List<Readiness> READINGS = new ArrayList<>();

  @BeforeAll
  static void takeTheReadings() {
    var earlier = new HashSet<Set<String>>();
    for (var wave : COMPANY.waves()) {
      var previous = READINGS.isEmpty() ? null : READINGS.get(READINGS.size() - 1);
      READINGS.add(Judge.assess(given(wave, previous, earlier)));
      var rosters = rosters(wave.opens());
      for (var team : last().teams()) {
        if (team.load().shown()) earlier.add(rosters.get(team.team()));
      }
      for (var group : last().groups()) {
        if (group.load().shown()) earlier.add(people(group.teams(), rosters));
      }
    }
  }

  private static Set<String> people(List<String> teams, Map<String, Set<String>> rosters) {
    return teams.stream().flatMap(team -> rosters.get(team).stream()).collect(toSet());
  }

  @Test
  void theVerdictIsTheTruth() {
    var verdict = last().verdict();
    assertEquals(Organisation.TRUTH, verdict.kind(), verdict::toString);
    assertTrue(verdict.probability() >= 0.85, verdict::toString);
  }

  @Test
  void theTeamThatIsTooSmallIsNeverShown() {
    for (var reading : READINGS) {
      var fraud = team(reading, "fraud");
      assertFalse(fraud.load().shown());
      assertEquals(Withholding.TOO_FEW, fraud.load().withheld());
    }
  }

  @Test
  void theMoverDoesNotGiveThePeopleAway() {
    assertEquals(Withholding.ROSTER_CHANGED, team(last(), "shipping").load().withheld());
    assertTrue(team(last(), "pricing").load().shown(), "three people changed there");
  }

  @Test
  void theTeamThatDrownsIsFoundAndSoIsTheOneThatIsFine() {
    assertTrue(team(last(), "search").load().value() >= 75);
    assertTrue(team(last(), "notifications").load().value() <= 40);
    assertEquals(Verdict.Kind.START_WITH_DEVOPS, team(last(), "warehouse").verdict().kind());
  }

  @Test
  void mostTeamsCanBeShown() {
    var shown = last().teams().stream().filter(team -> team.load().shown()).count();
    assertTrue(shown >= 9, () -> shown + " teams");
  }

  @Test
  void departmentsAreToldOfUnlessOnePersonCameOrWent() {
    var groups = last().groups();
    assertEquals(
        List.of("customers", "delivery", "shop"),
        groups.stream().map(Readiness.GroupResult::group).toList());
    assertTrue(groups.get(0).load().shown());
    assertEquals(Withholding.ROSTER_CHANGED, groups.get(1).load().withheld());
    assertTrue(groups.get(2).load().value() >= 60, groups.get(2)::toString);
  }

  private static Readiness last() {
    return READINGS.get(READINGS.size() - 1);
  }

  private static Readiness.TeamResult team(Readiness reading, String key) {
    return reading.teams().stream().filter(t -> t.team().equals(key)).findFirst().orElseThrow();
  }

  private static Case given(Organisation.Wave wave, Readiness previous, Set<Set<String>> earlier) {
    var sheets =
        wave.replies().stream()
            .collect(
                groupingBy(Organisation.Reply::team, mapping(Organisation.Reply::sheet, toList())));
    var rosters = rosters(wave.opens());
    var teams =
        COMPANY.teams().stream()
            .map(
                team ->
                    new Case.Team(
                        team.key(),
                        team.name(),
                        team.tribe(),
                        rosters.get(team.key()).size(),
                        rosters.get(team.key()),
                        sheets.getOrDefault(team.key(), List.<Sheet>of())))
            .toList();
    var wavesAgo = COMPANY.waves().size() - 1 - COMPANY.waves().indexOf(wave);
    return new Case(
        Edition.CURRENT,
        1,
        5,
        keying(),
        COMPANY.teams().stream()
            .map(Story::tribe)
            .distinct()
            .map(tribe -> new Case.Group(tribe, tribe, null))
            .toList(),
        teams,
        recorded(wave.from(), wave.closes()),
        Set.of(Criterion.D2, Criterion.D3, Criterion.D4),
        Divergence.of(COMPANY.fingerprints(wavesAgo)).evidence(),
        12,
        PlatformFacts.none(),
        previous,
        earlier);
  }

  private static Map<String, Set<String>> rosters(LocalDate day) {
    return new HashMap<>(
        COMPANY.people().stream()
            .filter(person -> person.team(day) != null)
            .collect(
                groupingBy(
                    person -> person.team(day), mapping(Organisation.Engineer::key, toSet()))));
  }

  private static List<Recorded> recorded(LocalDate from, LocalDate to) {
    var owners = new HashMap<String, String>();
    COMPANY.teams().forEach(t -> t.services().forEach(service -> owners.put(service, t.key())));
    var counts = new HashMap<String, int[]>();
    COMPANY
        .events()
        .map(event -> Json.read(event.line(), JsonNode.class))
        .filter(event -> event.has("service") && lies(event, from, to))
        .forEach(event -> count(event, owners.get(event.get("service").asText()), counts));
    return counts.entrySet().stream()
        .map(
            entry ->
                Recorded.of(
                    entry.getKey().split(" ")[0],
                    Criterion.valueOf(entry.getKey().split(" ")[1]),
                    entry.getValue()[0],
                    entry.getValue()[1]))
        .filter(recorded -> recorded.trials() >= 5)
        .toList();
  }

  private static boolean lies(JsonNode event, LocalDate from, LocalDate to) {
    var at = Instant.parse(event.get("startedAt").asText());
    return !at.isBefore(from.atStartOfDay(ZoneOffset.UTC).toInstant())
        && at.isBefore(to.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private static void count(JsonNode event, String team, Map<String, int[]> counts) {
    if (event.get("type").asText().equals("incident")) {
      var took = new HashSet<String>();
      event.get("responders").forEach(responder -> took.add(responder.asText()));
      add(counts, team + " D3", !took.contains(team));
    } else if (event.get("outcome").asText().equals("succeeded")) {
      add(counts, team + " D2", event.has("ticket"));
      add(counts, team + " D4", event.get("manualSteps").asInt() > 0);
    }
  }

  private static void add(Map<String, int[]> counts, String key, boolean hit) {
    var count = counts.computeIfAbsent(key, unused -> new int[2]);
    count[0] += hit ? 1 : 0;
    count[1]++;
  }

  private static Keying keying() {
    return new Keying(
        Stream.of(
                "D1 D1a -D1b",
                "D2 D2a -D2b",
                "D3 -D3a D3b",
                "D4 D4a -D4b",
                "P2 P2a -P2b",
                "P3 P3a -P3b",
                "INT L1 L2",
                "EXI L3 L4 L5",
                "EXP L6 L7",
                "GER -L8 -L9",
                "OVR L10 L11",
                "FB -X1",
                "FLOW -X2")
            .map(TruthRecoveryTest::construct)
            .toList());
  }

  private static Keying.Construct construct(String text) {
    var words = List.of(text.split(" "));
    return new Keying.Construct(
        words.get(0),
        words.stream()
            .skip(1)
            .map(item -> new Keying.Keyed(item.replace("-", ""), item.startsWith("-"), 1, 5))
            .toList(),
        !words.get(0).equals("OVR"));
  }
}
