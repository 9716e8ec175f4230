package plimsoll.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plimsoll.Api;
import plimsoll.OnTheServer;
import plimsoll.Wave;

/** From a team that needs tickets and manual steps to decisions about what to do. */
@ExtendWith(OnTheServer.class)
class DecisionsIT {
  private static final String WORST = "{\"D2a\":5,\"D4a\":5,\"P3a\":5,\"L3\":5,\"L4\":5,\"L5\":5}";
  private static String reading;

  private final Api api = Api.asAdministrator();

  @BeforeEach
  void takeAReading() {
    if (reading == null) {
      Wave.importTeam("decisions", 7);
      reading = Wave.of("decisions").answered(link -> WORST).read();
    }
  }

  @Test
  void aReadingProposesWhatItsTeamsNeedMost() {
    var keys = keys();
    assertTrue(keys.contains("d2-deploy-without-ticket"), keys.toString());
    assertTrue(keys.contains("p4-one-deploy-command"), keys.toString());
    var first = roadmap().get(0);
    assertEquals("decisions", first.path("teams").get(0).asText());
    assertEquals(7, first.path("reach").asInt());
    assertTrue(first.path("relief").path("p10").isNumber());
    assertEquals("proposed", initiative("p4-one-deploy-command").at("/decision/state").asText());
  }

  @Test
  void anAcceptedInitiativeKeepsItsPromiseOwnerAndQuarter() {
    var accepted =
        Api.json(
            put(
                "d2-deploy-without-ticket",
                "{\"state\":\"accepted\",\"owner\":\"<b>Ada</b>\",\"quarter\":\"2027-Q1\"}"));
    assertEquals(reading, accepted.at("/decision/promise/reading").asText());
    assertEquals(accepted.at("/hypothesis"), accepted.at("/decision/promise/hypothesis"));
    var page = api.get("/roadmap").body();
    assertTrue(page.contains("&lt;b&gt;Ada&lt;/b&gt;") && !page.contains("<b>Ada"), page);
    assertTrue(page.contains("planned for <span>2027-Q1</span>"), page);
  }

  @Test
  void onlyWhatWasAcceptedCanBeDone() {
    put("p3-golden-path", "{\"state\":\"proposed\"}");
    assertEquals(409, put("p3-golden-path", "{\"state\":\"done\"}").statusCode());
    put("p3-golden-path", "{\"state\":\"accepted\"}");
    assertEquals(200, put("p3-golden-path", "{\"state\":\"done\"}").statusCode());
    assertEquals("done", initiative("p3-golden-path").at("/decision/state").asText());
  }

  @Test
  void aRefusalGivesItsReasonAndLeavesTheList() {
    assertEquals(422, put("d4-automate-release", "{\"state\":\"refused\"}").statusCode());
    put("d4-automate-release", "{\"state\":\"refused\",\"reason\":\"It ships in March.\"}");
    var refused = initiative("d4-automate-release");
    assertEquals("It ships in March.", refused.at("/decision/reason").asText());
    assertEquals("d4-automate-release", keys().get(keys().size() - 1));
    put("d4-automate-release", "{\"state\":\"proposed\"}");
  }

  @Test
  void theOrderIsTheManagers() {
    put("p4-one-deploy-command", "{\"state\":\"proposed\",\"position\":1}");
    assertEquals("p4-one-deploy-command", keys().get(0));
    put("p4-one-deploy-command", "{\"state\":\"proposed\",\"position\":2}");
    assertEquals("p4-one-deploy-command", keys().get(1));
  }

  @Test
  void aFormThatDidNotComeFromThePageChangesNothing() {
    var form = "application/x-www-form-urlencoded";
    var answer = api.post("/roadmap/p4-one-deploy-command/refusal", form, "reason=forged");
    assertEquals(403, answer.statusCode());
    assertTrue(!api.get("/roadmap").body().contains("forged"));
  }

  private HttpResponse<String> put(String key, String intent) {
    return api.putJson("/api/v1/roadmap/" + key, intent);
  }

  private JsonNode roadmap() {
    return Api.json(api.get("/api/v1/readings/" + reading + "/roadmap")).path("initiatives");
  }

  private JsonNode initiative(String key) {
    for (var initiative : roadmap()) {
      if (initiative.path("key").asText().equals(key)) {
        return initiative;
      }
    }
    throw new AssertionError("no initiative " + key);
  }

  private List<String> keys() {
    var keys = new ArrayList<String>();
    roadmap().forEach(initiative -> keys.add(initiative.path("key").asText()));
    return keys;
  }
}
