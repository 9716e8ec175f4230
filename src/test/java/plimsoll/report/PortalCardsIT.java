package plimsoll.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plimsoll.Api;
import plimsoll.OnTheServer;

@ExtendWith(OnTheServer.class)
class PortalCardsIT {
  private static final String CARDS = "/api/v1/backstage/entities/";

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

  @Test
  void aReaderMayAskForCardsAndNothingElse() {
    assertEquals(403, reader.get("/api/v1/platform").statusCode());
    assertEquals(403, reader.get("/api/v1/readings/latest").statusCode());
    assertEquals(401, Api.asNobody().get(CARDS + "group/cards/card-team").statusCode());
    var sender = Api.withScopes("portal-sender", "sender");
    assertEquals(403, sender.get(CARDS + "group/cards/card-team").statusCode());
  }
}
