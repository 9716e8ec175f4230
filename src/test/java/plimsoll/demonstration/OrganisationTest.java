package plimsoll.demonstration;

import static java.util.Comparator.comparingDouble;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plimsoll.json.Json;
import plimsoll.pattern.Divergence;

class OrganisationTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
  private static final Organisation COMPANY =
      Organisation.generate(Parameters.demonstration(TODAY));
  private static final Set<String> TURNED =
      Set.of("D1b", "D2b", "D3a", "D4b", "P2b", "P3b", "L8", "L9", "X1", "X2");

  @Test
  void itIsAsLargeAsItSays() {
    assertEquals(12, COMPANY.teams().size());
    assertEquals(140, COMPANY.people().size());
    assertEquals(45, COMPANY.teams().stream().mapToInt(team -> team.services().size()).sum());
    assertEquals(3, COMPANY.waves().size());
    assertEquals(140, COMPANY.people().stream().map(Organisation.Engineer::key).distinct().count());
    assertEquals(
        140, COMPANY.people().stream().map(Organisation.Engineer::name).distinct().count());
    assertTrue(COMPANY.people().stream().allMatch(p -> p.email().matches("[a-z.]+@example\\.org")));
  }

  @Test
  void theSameSeedMakesTheSameOrganisation() {
    var again = Organisation.generate(Parameters.demonstration(TODAY));
    assertEquals(COMPANY, again);
    assertEquals(COMPANY.events().toList(), again.events().toList());
    assertEquals(COMPANY.fingerprints(0), again.fingerprints(0));
    assertEquals(COMPANY.files(0), again.files(0));
    assertEquals(COMPANY.clusters(), again.clusters());
    assertEquals(COMPANY.catalog(TODAY), again.catalog(TODAY));
  }

  @Test
  void anotherSeedMakesAnother() {
    var other = Organisation.generate(new Parameters(12, 12, 3, TODAY, 2));
    assertNotEquals(COMPANY.waves().get(2).replies(), other.waves().get(2).replies());
  }

  @Test
  void threeQuartersAreOverAndOneIsOpen() {
    assertEquals(
        List.of("2026-04-01", "2026-07-01", "2026-10-01"),
        COMPANY.waves().stream().map(wave -> wave.closes().toString()).toList());
    assertEquals("2026-01-01", COMPANY.start().toString());
    assertFalse(COMPANY.open().opens().isAfter(TODAY));
    assertTrue(COMPANY.open().closes().isAfter(TODAY));
    var few = COMPANY.open().replies().size();
    assertTrue(few > 3 && few < 30, () -> few + " answers");
  }

  @Test
  void itIsNeverStaleAndNeverAheadOnAnyDayOfAYear() {
    TODAY
        .datesUntil(TODAY.plusYears(1), java.time.Period.ofDays(13))
        .forEach(
            day -> {
              var company = Organisation.generate(new Parameters(2, 5, 1, day, 1));
              var last = company.waves().get(0).closes();
              assertTrue(!last.isAfter(day) && last.plusDays(93).isAfter(day), day::toString);
              assertFalse(company.open().opens().isAfter(day), day::toString);
              assertTrue(company.open().closes().isAfter(day), day::toString);
            });
  }

  @Test
  void answersRecoverTheTruthRoughly() {
    for (var team : COMPANY.teams()) {
      if (team.people() <= Story.SMALL) {
        continue;
      }
      for (var construct :
          Map.of("D2", List.of("D2a", "D2b"), "EXI", List.of("L3", "L4", "L5")).entrySet()) {
        var mean = mean(team.key(), construct.getValue());
        var truth = team.need(construct.getKey(), 0);
        assertEquals(truth, mean, 15, team.key() + " " + construct.getKey());
      }
    }
  }

  @Test
  void theOneThatDrownsCarriesMostAndTheFineOneLeast() {
    var load =
        COMPANY.teams().stream()
            .filter(team -> team.people() > Story.SMALL)
            .sorted(comparingDouble(team -> mean(team.key(), List.of("L3", "L4", "L5"))))
            .map(Story::key)
            .toList();
    assertEquals("notifications", load.get(0));
    assertEquals("search", load.get(load.size() - 1));
  }

  @Test
  void mostPeopleAnswerAndSomeCannotKnow() {
    var wave = COMPANY.waves().get(2);
    var rate = wave.replies().size() / 140.0;
    assertTrue(rate > 0.65 && rate < 0.9, () -> "response " + rate);
    var answers = wave.replies().stream().flatMap(r -> r.answers().values().stream()).toList();
    var unknowing = answers.stream().filter("no-basis"::equals).count() / (double) answers.size();
    assertTrue(unknowing > 0.06 && unknowing < 0.12, () -> "no basis " + unknowing);
  }

  @Test
  void onePersonMovesAndKeepsBothTeams() {
    var movers = COMPANY.people().stream().filter(Organisation.Engineer::moves).toList();
    assertEquals(1, movers.size());
    assertEquals("pricing", movers.get(0).team(COMPANY.moved().minusDays(1)));
    assertEquals("shipping", movers.get(0).team(COMPANY.moved()));
  }

  @Test
  void teamsAreConsistentAndDriftApart() {
    var now = Divergence.of(COMPANY.fingerprints(0));
    var before = Divergence.of(COMPANY.fingerprints(2));
    assertTrue(now.consistentTeams() >= 9, now::toString);
    assertTrue(now.excess() > 0.2, () -> "excess " + now.excess());
    assertTrue(now.between() <= Divergence.SHARED_CORE, () -> "between " + now.between());
    assertTrue(before.excess() < now.excess() - 0.03, () -> "before " + before.excess());
    var warehouse =
        now.teams().stream().filter(team -> team.team().equals("warehouse")).findFirst();
    assertFalse(warehouse.orElseThrow().consistent());
  }

  @Test
  void recordsSayWhatPeopleSay() {
    var tickets = share("warehouse", "trigger", "ticket");
    assertEquals(0.86, tickets, 0.12);
    assertEquals(0.1, share("notifications", "trigger", "ticket"), 0.05);
  }

  /** So that the rules of attribution, and the share of self-service, have something to tell. */
  @Test
  void someIncidentsAreLinkedToNothingAndTeamsClaimThings() {
    var incidents = events("incident");
    var linked = incidents.stream().filter(one -> one.has("causedBy")).count();
    assertEquals(0.7, linked / (double) incidents.size(), 0.12, incidents.size() + " incidents");
    var claims = events("claim");
    long byCluster = COMPANY.clusters().stream().mapToInt(cluster -> cluster.claims().size()).sum();
    var alone =
        claims.stream().filter(one -> one.get("channel").asText().equals("self")).count()
            + byCluster;
    var all = claims.size() + byCluster;
    assertTrue(all > 200, () -> all + " claims");
    assertTrue(byCluster > 50, () -> byCluster + " claims in clusters");
    assertEquals(0.5, alone / (double) all, 0.25);
  }

  private static List<JsonNode> events(String type) {
    return COMPANY
        .events()
        .map(event -> Json.read(event.line(), JsonNode.class))
        .filter(event -> event.path("type").asText().equals(type))
        .toList();
  }

  @Test
  void eventsAreUniqueAndLieInTheTimeThatIsOver() {
    var ids = new HashSet<String>();
    var today = Instant.parse("2026-11-23T00:00:00Z");
    COMPANY
        .events()
        .map(event -> Json.read(event.line(), JsonNode.class))
        .forEach(
            event -> {
              assertTrue(ids.add(event.get("id").asText()), event::toString);
              for (var name :
                  List.of("startedAt", "finishedAt", "openedAt", "closedAt", "resolvedAt")) {
                assertTrue(
                    !event.has(name) || !Instant.parse(event.get(name).asText()).isAfter(today),
                    event::toString);
              }
            });
    assertTrue(ids.size() > 3000 && ids.size() < 12000, () -> ids.size() + " events");
  }

  @Test
  void aThousandTeamsAreMadeTheSameWay() {
    var large = Organisation.generate(new Parameters(1000, 12, 1, TODAY, 7));
    assertTrue(large.people().size() > 10_000, () -> "" + large.people().size());
    assertEquals(
        large.people().size(),
        large.people().stream().map(Organisation.Engineer::email).distinct().count());
    assertEquals(1000, large.teams().stream().map(Story::key).distinct().count());
  }

  private static double share(String team, String field, String value) {
    var services =
        COMPANY.teams().stream()
            .filter(t -> t.key().equals(team))
            .findFirst()
            .orElseThrow()
            .services();
    var deployments =
        COMPANY
            .events()
            .map(event -> Json.read(event.line(), JsonNode.class))
            .filter(
                event ->
                    event.get("type").asText().equals("deployment") && !event.has("remediates"))
            .filter(event -> services.contains(event.get("service").asText()))
            .toList();
    return deployments.stream().filter(d -> d.get(field).asText().equals(value)).count()
        / (double) deployments.size();
  }

  private static double mean(String team, List<String> items) {
    return COMPANY.waves().get(2).replies().stream()
        .filter(reply -> reply.team().equals(team))
        .flatMap(
            reply ->
                items.stream()
                    .filter(item -> reply.answers().get(item) instanceof Integer)
                    .map(item -> need(reply, item)))
        .mapToDouble(Double::doubleValue)
        .average()
        .orElseThrow();
  }

  private static double need(Organisation.Reply reply, String item) {
    if (!(reply.answers().get(item) instanceof Integer point)) {
      return 50;
    }
    return 25.0 * ((TURNED.contains(item) ? 6 - point : point) - 1);
  }
}
