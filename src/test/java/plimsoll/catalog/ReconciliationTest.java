package plimsoll.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
  private static final Instant SPRING = Instant.parse("2026-03-01T09:00:00Z");
  private static final Instant SUMMER = Instant.parse("2026-06-01T09:00:00Z");
  private static final Instant AUTUMN = Instant.parse("2026-09-01T09:00:00Z");

  private static final String TWO_TEAMS =
      """
      team,person,email,service
      Payments,Ada,ada@example.org,ledger
      Payments,Grace,grace@example.org,
      Search,Linus,linus@example.org,index
      """;

  private final Shelf shelf = new Shelf();

  @Test
  void eachTeamPersonAndServiceCountsOnce() {
    var outcome = shelf.take(TWO_TEAMS, SPRING);
    assertEquals(7, outcome.added(), "two teams, three people, two services");
    assertEquals(0, outcome.updated() + outcome.unchanged() + outcome.retired());
  }

  @Test
  void importingTwiceChangesNothing() {
    shelf.take(TWO_TEAMS, SPRING);
    var again = shelf.take(TWO_TEAMS, SUMMER);
    assertEquals(List.of(0, 0, 7, 0), counts(again));
    assertEquals(3, shelf.memberships.size());
    assertEquals(2, shelf.ownerships.size());
  }

  @Test
  void aTeamHasTheZoneThatAnyOfItsRowsStates() {
    var rows =
        "team,person,zone\nPayments,Ada,\nPayments,Grace,Europe/Berlin\nSearch,Linus,Nowhere\n";
    var outcome = shelf.take(rows, SPRING);
    assertEquals("Europe/Berlin", shelf.team("payments").zone());
    assertNull(shelf.team("search").zone());
    assertTrue(outcome.problems().get(0).message().contains("\"Nowhere\" is no time zone"));
    assertEquals(0, shelf.take(rows, SUMMER).updated());
  }

  @Test
  void aGroupOfBackstageStatesItsZoneByAnAnnotation() {
    shelf.take(
        """
        apiVersion: backstage.io/v1alpha1
        kind: Group
        metadata: {name: payments, annotations: {plimsoll/zone: Asia/Tokyo}}
        spec: {type: team, children: []}
        """,
        SPRING);
    assertEquals("Asia/Tokyo", shelf.team("payments").zone());
  }

  @Test
  void whoMovesKeepsBothMembershipsWithTheirDates() {
    shelf.take(TWO_TEAMS, SPRING);
    var outcome = shelf.take("team,person,email\nSearch,Ada,ada@example.org\n", SUMMER);
    assertEquals(List.of(0, 1, 1, 0), counts(outcome));
    assertEquals(List.of("ada@example.org", "grace@example.org"), roster("payments", SPRING));
    assertEquals(List.of("grace@example.org"), roster("payments", SUMMER));
    assertEquals(List.of("ada@example.org", "linus@example.org"), roster("search", SUMMER));
    assertEquals(4, shelf.memberships.size());
  }

  @Test
  void aPartialImportRetiresNobody() {
    shelf.take(TWO_TEAMS, SPRING);
    shelf.take("team,person,email\nSearch,Linus,linus@example.org\n", SUMMER);
    assertEquals(2, roster("payments", SUMMER).size());
    assertEquals("payments", shelf.owner("ledger", SUMMER));
  }

  @Test
  void aCompleteImportRetiresWhatTheSameSourceLeftOut() {
    shelf.take(TWO_TEAMS, "hr", false, SPRING);
    shelf.take("team,person\nOperations,Ken\n", "by hand", false, SPRING);
    var outcome =
        shelf.take(
            "team,person,email,service\nSearch,Linus,linus@example.org,index\n",
            "hr",
            true,
            SUMMER);
    assertEquals(List.of(0, 0, 3, 4), counts(outcome), "a team, two people, a service");
    assertTrue(shelf.team("payments").standsAt(SPRING));
    assertTrue(!shelf.team("payments").standsAt(SUMMER));
    assertEquals(2, roster("payments", SPRING).size());
    assertEquals(0, roster("payments", SUMMER).size());
    assertEquals(List.of("ken"), roster("operations", SUMMER));
  }

  @Test
  void whatWasRetiredComesBackWithANewMembership() {
    shelf.take(TWO_TEAMS, "hr", true, SPRING);
    shelf.take("team,person\nSearch,Linus\n", "hr", true, SUMMER);
    var outcome = shelf.take(TWO_TEAMS, "hr", true, AUTUMN);
    assertEquals(2, roster("payments", AUTUMN).size());
    assertEquals(0, roster("payments", SUMMER).size());
    assertEquals(0, outcome.added());
  }

  @Test
  void aCompleteImportWithAProblemRetiresNothing() {
    shelf.take(TWO_TEAMS, "hr", true, SPRING);
    var outcome =
        shelf.take(
            "team,person,email\nSearch,Linus,linus@example.org\nX,Y,no mail\n", "hr", true, SUMMER);
    assertEquals(0, outcome.retired());
    assertEquals(2, outcome.problems().size());
  }

  @Test
  void aServiceThatChangesHandsKeepsBothOwnersWithTheirDates() {
    shelf.take(component("ledger", "payments"), SPRING);
    shelf.take(component("ledger", "search"), SUMMER);
    assertEquals("payments", shelf.owner("ledger", SPRING));
    assertEquals("search", shelf.owner("ledger", SUMMER));
  }

  @Test
  void theFirstOwnerCountsForTheTimeBefore() {
    shelf.take(component("ledger", "payments"), SPRING);
    assertEquals("payments", shelf.owner("ledger", Instant.parse("2020-01-01T00:00:00Z")));
  }

  @Test
  void aPersonLeavesATeamWhenTheTeamListsOthers() {
    shelf.take(group("payments", "members: [ada, grace]"), SPRING);
    shelf.take(group("payments", "members: [grace]"), SUMMER);
    assertEquals(List.of("ada", "grace"), roster("payments", SPRING));
    assertEquals(List.of("grace"), roster("payments", SUMMER));
  }

  @Test
  void whatTheTeamStatesHoldsWhileThePersonIsSilent() {
    shelf.take(group("payments", "members: [ada]"), SPRING);
    shelf.take(user("ada", "memberOf: [search]"), SUMMER);
    assertEquals(List.of("ada"), roster("payments", SUMMER));
    assertEquals(List.of("ada"), roster("search", SUMMER));
  }

  @Test
  void theSamePersonIsKnownByTheMailAddress() {
    shelf.take(TWO_TEAMS, "hr", false, SPRING);
    var outcome =
        shelf.take(
            user("ada.l", "memberOf: [payments], profile: {email: Ada@Example.org}"),
            "backstage",
            false,
            SUMMER);
    assertEquals(0, outcome.added());
    assertEquals(3, shelf.people.size());
    assertEquals(List.of("ada.l", "grace@example.org"), roster("payments", SUMMER));
    assertEquals(0, shelf.take(TWO_TEAMS, "hr", false, AUTUMN).added());
  }

  @Test
  void anOwnerStatedByMailIsTheTeamWithThatAddress() {
    shelf.take(group("payments", "profile: {email: pay@example.org}"), SPRING);
    var outcome = shelf.take(component("ledger", "pay@example.org"), SPRING);
    assertEquals("payments", shelf.owner("ledger", SPRING));
    assertEquals(List.of(), outcome.notes());
    assertEquals(1, shelf.take(component("x", "who@example.org"), SPRING).notes().size());
    assertNull(shelf.owner("x", SPRING));
  }

  @Test
  void aServiceSeenBeforeTheCatalogBelongsToTheTeamThatItsRepositoryNames() {
    var seen = new Service("acme-ledger", "acme/ledger", Service.SEEN);
    shelf.services.add(seen);
    shelf.aliases.add(new ServiceAlias("acme/ledger", seen.id()));
    shelf.take(
        """
        apiVersion: backstage.io/v1alpha1
        kind: Component
        metadata: {name: ledger, annotations: {github.com/project-slug: Acme/Ledger}}
        spec: {type: service, owner: payments}
        """,
        SPRING);
    assertEquals("payments", shelf.owner("acme-ledger", SPRING));
    assertEquals(shelf.service("ledger").id(), shelf.aliases.get(0).service());
  }

  private List<String> roster(String team, Instant at) {
    return shelf.roster(team, at);
  }

  private static List<Integer> counts(Outcome outcome) {
    return List.of(outcome.added(), outcome.updated(), outcome.unchanged(), outcome.retired());
  }

  private static String component(String name, String owner) {
    return entity("Component", name, "type: service, owner: \"%s\"".formatted(owner));
  }

  private static String group(String name, String spec) {
    return entity("Group", name, "type: team, " + spec);
  }

  private static String user(String name, String spec) {
    return entity("User", name, spec);
  }

  private static String entity(String kind, String name, String spec) {
    return "{apiVersion: backstage.io/v1alpha1, kind: %s, metadata: {name: %s}, spec: {%s}}"
        .formatted(kind, name, spec)
        .indent(0)
        .replaceFirst("^", "---\n");
  }
}
