package plimsoll.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plimsoll.Api;
import plimsoll.Wave;

/** Letters against a mail server that fails as servers do, and nodes that die as nodes do. */
class LettersIT {
  private static final int PEOPLE = Integer.getInteger("plimsoll.test.letters", 400);
  private static final String FAST = "plimsoll.mail.rate=0";

  @Test
  @Tag("house")
  void refusalsArePersonalAndGreylistingAndAServerThatIsAwayLoseNothing() throws Exception {
    try (var mail = new ScriptedServer();
        var house = new Node.House();
        var node = house.start(url(mail), FAST)) {
      mail.answers.put("first-0@example.org", "550 5.1.1 no such user");
      mail.answers.put("first-1@example.org", "451 4.7.1 come back later");
      mail.goAway();
      var campaign = invited(node, "first", 6);
      node.await("a refusal to connect", () -> node.console().contains("No mail goes out"));
      mail.comeBack();
      house.ahead(Duration.ofMinutes(5));
      node.await("4 letters", () -> mail.accepted.size() >= 4);
      node.await(
          "who is not there", () -> node.api().get(unreached(campaign)).body().contains("550"));
      house.ahead(Duration.ofHours(2));
      node.await("the one that was put off", () -> mail.accepted.size() >= 5);
      Node.pause(3000);
      assertEquals(5, mail.accepted.size());
      var told = Api.json(node.api().get(unreached(campaign)));
      assertEquals(1, told.size());
      assertEquals("first person 0", told.at("/0/name").asText());
      assertTrue(told.at("/0/reason").asText().contains("no such user"), told::toString);
      assertEquals(
          403, node.api().get("/api/v1/campaigns/" + campaign + "/links.csv").statusCode());
      assertNoSecretIsLogged(node);
    }
  }

  /** The plug is pulled in the middle; another node finishes. */
  @Test
  @Tag("house")
  void aNodeThatIsKilledForgetsNoLetterAndRepeatsAtMostTheOneInHand() throws Exception {
    try (var mail = new ScriptedServer();
        var house = new Node.House()) {
      mail.thinkMilliseconds = 3;
      var first = house.start(url(mail), FAST);
      invited(first, "many", PEOPLE);
      first.await("a hundred letters", () -> mail.accepted.size() > 100);
      first.kill();
      int atKill = mail.accepted.size();
      assertTrue(atKill < PEOPLE - 100, "it was killed too late to show anything");
      try (var second = house.start(url(mail), FAST)) {
        second.await("nearly all letters", () -> distinct(mail) >= PEOPLE - 1);
        house.ahead(Outbox.CLAIM.plusMinutes(1));
        assertAllCameOnceBut(1, mail, second);
      }
    }
  }

  /** A node hangs, is taken for dead, and comes to life again: then two send at once. */
  @Test
  void twoNodesAtOnceSendNoLetterTwice() throws Exception {
    // The embedded database would hang with the node that has it open.
    assumeTrue(System.getProperty("plimsoll.test.database", "h2").equals("postgresql"));
    try (var mail = new ScriptedServer();
        var house = new Node.House();
        var first = house.start(url(mail), FAST)) {
      mail.thinkMilliseconds = 10;
      invited(first, "two", PEOPLE);
      first.await("some letters", () -> mail.accepted.size() > 100);
      first.freeze();
      int frozen = mail.accepted.size();
      try (var second = house.start(url(mail), FAST)) {
        second.await("letters from the second", () -> mail.accepted.size() > frozen + 100);
        first.resume();
        assertAllCameOnceBut(0, mail, second);
      }
    }
  }

  private static void assertAllCameOnceBut(int uncertain, ScriptedServer mail, Node node) {
    node.await("all letters", () -> distinct(mail) == PEOPLE);
    Node.pause(3000);
    int repeated = mail.accepted.size() - PEOPLE;
    System.out.println("LettersIT: of " + PEOPLE + " letters repeated: " + repeated);
    assertEquals(PEOPLE, new HashSet<>(mail.receivers).size());
    assertTrue(repeated <= uncertain, () -> "repeated " + repeated);
  }

  @Test
  @Tag("house")
  void oneClickEndsAllMailToThatPersonUntilSheUndoesIt() throws Exception {
    try (var mail = new ScriptedServer();
        var house = new Node.House();
        var node = house.start(url(mail), FAST)) {
      invited(node, "quiet", 6);
      node.await("6 letters", () -> mail.accepted.size() == 6);
      var link = mail.optOutOf("quiet-3@example.org");
      var anybody = Api.at(node.address(), null);
      assertTrue(anybody.get(link).body().contains("Send me no more mail"));
      var once =
          anybody.post(link, "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click");
      assertEquals(200, once.statusCode(), once.body());
      assertEquals(404, anybody.get(link.replaceAll("..$", "AA")).statusCode());
      var again = again(node, "quiet");
      assertEquals(5, again.path("invited").asInt());
      assertEquals(1, again.path("undeliverable").asInt());
      node.await("5 letters more", () -> mail.accepted.size() == 11);
      Node.pause(3000);
      assertEquals(11, mail.accepted.size());
      anybody.post(link + "/undone", "application/x-www-form-urlencoded", "");
      node.await("the letter that waited", () -> mail.accepted.size() == 12);
      assertEquals("quiet-3@example.org", mail.receivers.get(11));
    }
  }

  private static com.fasterxml.jackson.databind.JsonNode again(Node node, String team) {
    var campaign = made(node, team);
    return Api.json(node.api().postJson("/api/v1/campaigns/" + campaign + "/invitations", "{}"));
  }

  private static String url(ScriptedServer mail) {
    return "plimsoll.mail.url=smtp://127.0.0.1:" + mail.port;
  }

  private static String unreached(String campaign) {
    return "/api/v1/campaigns/" + campaign + "/unreached";
  }

  private static int distinct(ScriptedServer mail) {
    return new HashSet<>(List.copyOf(mail.accepted)).size();
  }

  private static String invited(Node node, String team, int people) {
    var done = node.api().post("/api/v1/catalog/imports", "text/csv", Wave.catalog(people, team));
    assertEquals(200, done.statusCode(), done.body());
    var id = made(node, team);
    var round = node.api().postJson("/api/v1/campaigns/" + id + "/invitations", "{}");
    assertEquals(people, Api.json(round).path("invited").asInt(), round.body());
    return id;
  }

  private static String made(Node node, String team) {
    var plan =
        "{\"survey\":\"quarterly\",\"teams\":[\"%s\"],\"closesAt\":\"%s\"}"
            .formatted(team, Instant.now().plus(Duration.ofDays(7)));
    var made = node.api().postJson("/api/v1/campaigns", plan);
    assertEquals(201, made.statusCode(), made.body());
    return UUID.fromString(Api.json(made).path("id").asText()).toString();
  }

  private static void assertNoSecretIsLogged(Node node) {
    assertFalse(node.console().matches("(?s).*/s/[\\w-]{22}.*"), node::console);
    assertFalse(node.console().contains("@example.org"), node::console);
  }
}
