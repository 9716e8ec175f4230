package plimsoll.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plimsoll.Api;
import plimsoll.OnTheServer;
import plimsoll.Wave;

@ExtendWith(OnTheServer.class)
class PortalCardsIT {
  private static final String CARDS = "/api/v1/backstage/entities/";

  private static final String WORST = "{\"D2a\":5,\"D4a\":5,\"P3a\":5,\"L3\":5,\"L4\":5,\"L5\":5}";

  private static final String CATALOG =
      """
      kind: Group
      metadata: {name: card-team, namespace: cards, title: The Cards}
      spec: {type: team, children: []}
      ---
      kind: User
      metadata: {name: card-ada, namespace: cards}
      spec: {memberOf: [card-team]}
      ---
      kind: Template
      metadata: {name: card-template}
      ---
      kind: Component
      metadata:
        name: card-ledger
        annotations: {backstage.io/source-template: "template:default/card-template"}
      spec: {type: service, lifecycle: production, owner: "group:cards/card-team"}
      """;

  private static Api reader;

  @BeforeAll
  static void aCatalog() {
    var answer =
        Api.asAdministrator()
            .post("/api/v1/catalog/imports?source=cards", "application/yaml", CATALOG);
    assertEquals(200, answer.statusCode(), answer.body());
    reader = Api.withScopes("portal", "reader");
  }

  @Test
  void aTeamHasACardWithWhatTheLatestReadingSaysOrWhyNothing() {
    var answer = reader.get(CARDS + "group/cards/card-team");
    assertEquals(200, answer.statusCode(), answer.body());
    var card = Api.json(answer);
    assertEquals(1, card.path("version").asInt());
    assertEquals("group:cards/card-team", card.path("entity").asText());
    assertEquals("The Cards", card.path("title").asText());
    assertFalse(card.path("sentence").asText().isEmpty());
    assertTrue(card.at("/links/readiness").asText().startsWith("http"), answer.body());
    assertTrue(card.path("verdict").isNull() || card.at("/load/value").isNull(), answer.body());
  }

  @Test
  void aComponentHasTheCardOfTheTeamThatOwnsItInAnyLetterCase() {
    var answer = reader.get(CARDS + "Component/default/Card-Ledger");
    assertEquals(200, answer.statusCode(), answer.body());
    var card = Api.json(answer);
    assertEquals("cards:card-team", card.path("team").asText());
    assertTrue(card.at("/links/service").asText().contains("card-ledger"));
    assertTrue(card.path("traits").isArray());
  }

  @Test
  void whatDidNotChangeIsNotSentAgain() {
    var path = CARDS + "group/cards/card-team";
    var tag = reader.get(path).headers().firstValue("ETag").orElseThrow();
    assertEquals(tag, reader.get(path).headers().firstValue("ETag").orElseThrow());
    assertEquals(304, reader.get(path, "If-None-Match", tag).statusCode());
  }

  @Test
  void thereIsNoCardOfWhatNobodyKnowsOrOfOtherKinds() {
    for (var path :
        new String[] {"group/default/card-team", "component/default/none", "api/default/a"}) {
      assertEquals(404, reader.get(CARDS + path).statusCode(), path);
    }
  }

  /** Of a reading of everybody, where one team was heard and another one is too small. */
  @Test
  void aTeamThatIsTooSmallHasACardWithoutScoresAndOneThatWasHeardHasThem() {
    var few = Wave.newTeam(2);
    var heard = List.of(Wave.newTeam(7), Wave.newTeam(7), Wave.newTeam(7));
    var wave = Wave.ofEverybody().answeredBy(few, WORST);
    heard.forEach(team -> wave.answeredBy(team, WORST));
    wave.read();
    // One of them may be withheld too, so that the small one can't be worked out.
    var shown =
        heard.stream()
            .map(team -> Api.json(reader.get(CARDS + "group/default/" + team)))
            .filter(card -> card.at("/load/value").isNumber())
            .toList();
    assertTrue(shown.size() >= 2, shown::toString);
    assertEquals("5–7", shown.get(0).at("/load/people").asText(), "a band, and not how many");
    assertTrue(
        shown
            .get(0)
            .at("/links/page")
            .asText()
            .endsWith("/teams/" + shown.get(0).path("team").asText()));
    for (var path : List.of("group/default/" + few, "component/default/" + few + "-api")) {
      var card = Api.json(reader.get(CARDS + path));
      assertEquals(few, card.path("team").asText());
      assertWithheld(card.path("load"));
      card.path("criteria").forEach(one -> assertWithheld(one.path("score")));
      assertEquals("UNCLEAR", card.at("/verdict/kind").asText(), card::toString);
    }
  }

  private static void assertWithheld(JsonNode score) {
    for (var part : List.of("value", "low", "high", "people")) {
      assertTrue(score.path(part).isNull(), () -> part + " of " + score);
    }
    assertFalse(score.path("words").asText().matches(".*\\d.*\\d.*"), score::toString);
    assertFalse(score.path("words").asText().isBlank(), "it says why");
  }

  @Test
  void aReaderMayAskForCardsAndNothingElse() {
    assertEquals(403, reader.get("/api/v1/platform").statusCode());
    assertEquals(403, reader.get("/api/v1/readings/latest").statusCode());
    assertEquals(401, Api.asNobody().get(CARDS + "group/cards/card-team").statusCode());
    var sender = Api.withScopes("portal-sender", "sender");
    assertEquals(403, sender.get(CARDS + "group/cards/card-team").statusCode());
  }
}
