package plimsoll.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
      reading = Wave.ofEverybody().answeredBy("decisions", WORST).read();
      // Others may have decided before, and the roadmap is everybody's.
      keys().forEach(key -> put(key, "{\"state\":\"proposed\"}"));
    }
  }

  @Test
  void aReadingProposesWhatItsTeamsNeedMost() {
    var keys = keys();
    assertTrue(keys.contains("d2-deploy-without-ticket"), keys.toString());
    assertTrue(keys.contains("p4-one-deploy-command"), keys.toString());
    var proposal = initiative("p4-one-deploy-command");
    assertEquals("[\"decisions\"]", proposal.path("teams").toString());
    assertEquals(7, proposal.path("reach").asInt());
    assertTrue(proposal.path("relief").path("p10").isNumber());
    assertEquals("proposed", proposal.at("/decision/state").asText());
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
  void theOrderIsTheManagersButNothingStandsBeforeWhatItNeeds() {
    put("d4-automate-release", "{\"state\":\"proposed\",\"position\":1}");
    assertEquals("d4-automate-release", keys().get(0));
    put("d4-automate-release", "{\"state\":\"proposed\",\"position\":2}");
    assertEquals("d4-automate-release", keys().get(1));
    put("p4-one-deploy-command", "{\"state\":\"proposed\",\"position\":1}");
    var keys = keys();
    assertEquals(
        keys.indexOf("d4-automate-release") + 1, keys.indexOf("p4-one-deploy-command"), "" + keys);
  }

  @Test
  void aFormThatDidNotComeFromThePageChangesNothing() {
    var form = "application/x-www-form-urlencoded";
    var answer = api.post("/roadmap/p4-one-deploy-command/refusal", form, "reason=forged");
    assertEquals(403, answer.statusCode());
    assertTrue(answer.body().contains("Load the page again"), answer.body());
    assertTrue(!api.get("/roadmap").body().contains("forged"));
  }

  @Test
  void otherWordsStandBesideTheProposalUntilItIsAccepted() {
    var before = initiative("p4-one-deploy-command");
    var changed =
        Api.json(
            put(
                "p4-one-deploy-command",
                "{\"state\":\"proposed\",\"title\":\"Deploy by <i>merge</i>\",\"effortWeeks\":"
                    + "{\"median\":7.5,\"p10\":4,\"p90\":12}}"));
    assertEquals("Deploy by <i>merge</i>", changed.path("title").asText());
    assertEquals(before.path("title"), changed.at("/proposedAs/title"));
    assertEquals(before.path("effortWeeks"), changed.at("/proposedAs/effortWeeks"));
    assertTrue(changed.at("/proposedAs/hypothesis").isNull(), changed.toString());
    var page = api.get("/roadmap").body();
    assertTrue(page.contains("Proposed as “" + before.path("title").asText() + "”"), page);
    assertTrue(page.contains("Deploy by &lt;i&gt;merge&lt;/i&gt;") && !page.contains("<i>"), page);

    put("p4-one-deploy-command", "{\"state\":\"accepted\"}");
    var frozen = put("p4-one-deploy-command", "{\"state\":\"accepted\",\"title\":\"Other\"}");
    assertEquals(409, frozen.statusCode(), frozen.body());
    assertTrue(Api.json(frozen).path("detail").asText().contains("held against it"));
    var owned =
        put(
            "p4-one-deploy-command",
            "{\"state\":\"accepted\",\"owner\":\"Ada\",\"title\":\"Deploy by <i>merge</i>\"}");
    assertEquals(200, owned.statusCode(), "the same words change nothing");
    assertEquals(409, form("p4-one-deploy-command", "title=Other&hypothesis=x").statusCode());

    put("p4-one-deploy-command", "{\"state\":\"proposed\"}");
    var back = put("p4-one-deploy-command", restored(before));
    assertEquals(200, back.statusCode(), back.body());
    assertTrue(initiative("p4-one-deploy-command").path("proposedAs").isNull());
  }

  @Test
  void everyWrongWordOrWeekIsNamed() {
    var answer =
        put(
            "p4-one-deploy-command",
            "{\"state\":\"proposed\",\"title\":\"%s\",\"effortWeeks\":{\"median\":1,\"p10\":0,\"p90\":2000}}"
                .formatted("x".repeat(201)));
    assertEquals(422, answer.statusCode(), answer.body());
    assertEquals(
        List.of("/title", "/effortWeeks/p10", "/effortWeeks/p90"),
        Api.json(answer).findValuesAsText("pointer"));
    var kind = "{\"state\":\"proposed\",\"effortWeeks\":{\"median\":\"six\"}}";
    assertEquals(422, put("p4-one-deploy-command", kind).statusCode());
    var part = "{\"state\":\"proposed\",\"effortWeeks\":{\"median\":6}}";
    assertEquals(422, put("p4-one-deploy-command", part).statusCode());
    var typed = form("p4-one-deploy-command", "title=a&hypothesis=b&median=many&low=1&high=3");
    assertEquals(422, typed.statusCode(), typed.body());
    assertTrue(initiative("p4-one-deploy-command").path("proposedAs").isNull());
  }

  @Test
  void theFormChangesWordsAndWeeks() {
    var before = initiative("p4-one-deploy-command");
    var answer =
        form(
            "p4-one-deploy-command",
            "title=Merge+to+deploy&hypothesis=It+falls.&median=7%2C5&low=4&high=12");
    assertEquals(303, answer.statusCode(), answer.body());
    var changed = initiative("p4-one-deploy-command");
    assertEquals("It falls.", changed.path("hypothesis").asText());
    assertEquals(7.5, changed.at("/effortWeeks/median").asDouble());
    assertEquals(200, put("p4-one-deploy-command", restored(before)).statusCode());
  }

  @Test
  void reportsFollowTheDecisions() {
    var before = report("roadmap.md");
    put(
        "p4-one-deploy-command",
        "{\"state\":\"accepted\",\"owner\":\"=cmd|x\\n<script>\",\"quarter\":\"2027-Q2\"}");
    put(
        "d4-automate-release",
        "{\"state\":\"refused\",\"reason\":\"Not | now\\n<script>alert(1)</script>\"}");
    var after = report("roadmap.md");
    assertTrue(!before.contains("2027-Q2"), before);
    assertTrue(after.contains("| =cmd\\|x &lt;script\\> | 2027-Q2 |"), after);
    assertTrue(after.contains("| Not \\| now &lt;script\\>alert(1)&lt;/script\\> |"), after);
    var html = report("roadmap.html");
    assertTrue(html.contains("=cmd|x &lt;script&gt;") && !html.contains("<script"), html);
    assertTrue(report("roadmap.json").contains("=cmd|x <script>"));
    assertEquals(after, report("roadmap.md"));
    assertTrue(report("roadmap.pdf").startsWith("%PDF-"));
    put("p4-one-deploy-command", "{\"state\":\"proposed\"}");
    put("d4-automate-release", "{\"state\":\"proposed\"}");
    assertTrue(!report("roadmap.md").contains("2027-Q2"));
  }

  @Test
  void whatTheResultIsHeldAgainstIsKeptFromAcceptanceOn() {
    var key = "d4-automate-release";
    var check = LocalDate.now(ZoneOffset.UTC).plusDays(30);
    var terms = "{\"state\":\"accepted\",\"smallestEffect\":%s,\"checkOn\":\"%s\"}";
    assertEquals(409, conclude(key, "stop").statusCode(), "nothing is promised yet");
    var wrong = put(key, terms.formatted("60", check));
    assertEquals(List.of("/smallestEffect"), Api.json(wrong).findValuesAsText("pointer"));
    var past = put(key, terms.formatted("12", check.minusDays(30)));
    assertEquals(List.of("/checkOn"), Api.json(past).findValuesAsText("pointer"));

    var accepted = Api.json(put(key, terms.formatted("12", check)));
    assertEquals(12, accepted.at("/decision/promise/smallestEffect").asInt());
    assertEquals(check.toString(), accepted.at("/decision/promise/checkOn").asText());
    // Teams of other tests may have sent records that tell of the same need.
    var promised = accepted.at("/decision/promise/teams").toString();
    assertTrue(promised.contains("\"decisions\""), promised);
    var metric = accepted.at("/decision/promise/metric").asText();
    assertTrue(metric.contains("D4") && metric.contains("survey"), metric);
    assertTrue(accepted.at("/decision/promise/evidenceIds").size() > 0, accepted.toString());
    assertTrue(accepted.at("/check/finding").isNull(), accepted.toString());
    assertTrue(accepted.at("/check/telling/headline").asText().startsWith("Too early"));

    assertEquals(409, put(key, terms.formatted("20", check)).statusCode());
    assertEquals(409, put(key, terms.formatted("12", check.plusDays(1))).statusCode());
    assertEquals(200, put(key, terms.formatted("12", check)).statusCode(), "the same is no change");
    var early = conclude(key, "stop");
    assertEquals(409, early.statusCode());
    assertTrue(Api.json(early).path("detail").asText().contains("Too early"), early.body());
    assertEquals(422, conclude(key, "perhaps").statusCode());
    assertEquals(404, conclude("nowhere", "stop").statusCode());

    var page = api.get("/roadmap").body();
    assertTrue(page.contains("Did the last things help?") && page.contains("Too early"), page);
    assertTrue(report("roadmap.md").contains("Too early"), report("roadmap.md"));
    put(key, "{\"state\":\"accepted\",\"inUse\":1}");
    assertEquals(1, initiative(key).at("/check/inUse").asInt());
    put(key, "{\"state\":\"proposed\"}");
    assertTrue(initiative(key).path("check").isNull());
  }

  @Test
  void aConclusionNamesWhoDecidesAndWhen() {
    var answer = api.postJson("/api/v1/roadmap/d4-automate-release/conclusions", "");
    assertEquals(400, answer.statusCode(), answer.body());
    assertEquals(
        401,
        Api.asNobody()
            .postJson("/api/v1/roadmap/d4-automate-release/conclusions", "{}")
            .statusCode());
  }

  private HttpResponse<String> conclude(String key, String course) {
    return api.postJson(
        "/api/v1/roadmap/" + key + "/conclusions",
        "{\"course\":\"%s\",\"by\":\"Ada\",\"on\":\"%s\"}"
            .formatted(course, LocalDate.now(ZoneOffset.UTC)));
  }

  private String report(String file) {
    var answer = api.get("/api/v1/readings/" + reading + "/reports/" + file);
    assertEquals(200, answer.statusCode(), answer.body());
    return answer.body();
  }

  private static String restored(JsonNode before) {
    return "{\"state\":\"proposed\",\"title\":%s,\"hypothesis\":%s,\"effortWeeks\":%s}"
        .formatted(before.get("title"), before.get("hypothesis"), before.get("effortWeeks"));
  }

  private HttpResponse<String> form(String key, String fields) {
    return api.post(
        "/roadmap/" + key + "/change",
        "application/x-www-form-urlencoded",
        fields + "&formToken=a-token-that-the-form-holds",
        "Cookie",
        "plimsoll-form=a-token-that-the-form-holds");
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
