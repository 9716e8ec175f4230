package plimsoll.response;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plimsoll.Api;
import plimsoll.OnTheServer;
import plimsoll.Wave;

@ExtendWith(OnTheServer.class)
class SubmissionIT {
  private static final String FORM = "application/x-www-form-urlencoded";

  @Test
  void anAnswerIsTakenOnceAndCounted() {
    var campaign = Wave.of(20);
    assertEquals(
        201, Wave.submit(campaign.token(0), "{\"D1a\":3,\"D1b\":\"no-basis\"}").statusCode());
    assertEquals(409, Wave.submit(campaign.token(0), "{\"D1a\":4}").statusCode());
    campaign.close();
    assertTrue(campaign.progress().path("answered").isNull(), "a single one is not told of");
  }

  @Test
  void whoeverLooksAgainAndAgainSeesFiveAnswersArriveAndNotOne() {
    var campaign = Wave.of(20);
    var seen = new java.util.ArrayList<Integer>();
    for (int i = 0; i < 11; i++) {
      Wave.answer(campaign.token(i), "{\"D1a\":3}");
      seen.add(campaign.progress().path("answered").asInt());
    }
    assertEquals(List.of(0, 0, 0, 0, 5, 5, 5, 5, 5, 10, 10), seen);
    assertEquals("50–79 %", campaign.progress().at("/teams/0/rate").asText());
  }

  @Test
  void ofTenTabsAtOnceOneCounts() throws Exception {
    var campaign = Wave.of(20);
    Callable<HttpResponse<String>> tab = () -> Wave.submit(campaign.token(0), "{\"D1a\":3}");
    var threads = Executors.newFixedThreadPool(10);
    try {
      var codes =
          threads.invokeAll(java.util.Collections.nCopies(10, tab)).stream()
              .collect(groupingBy(SubmissionIT::code, counting()));
      assertEquals(Map.of(201, 1L, 409, 9L), codes);
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void afterClosingALinkIsGoneForEveryUse() {
    var campaign = Wave.of(6);
    saveDraft(campaign.token(1), "{\"D1a\":3}");
    assertEquals(200, campaign.close().statusCode());
    assertEquals(410, Wave.submit(campaign.token(0), "{\"D1a\":3}").statusCode());
    assertEquals(410, saveDraft(campaign.token(0), "{\"D1a\":3}").statusCode());
    assertEquals(410, Api.asNobody().get(path(campaign.token(1))).statusCode());
    assertEquals(410, Api.asNobody().get("/s/" + campaign.token(0)).statusCode());
  }

  @Test
  void anAlteredOrGuessedOrEndlessLinkLeadsNowhereInTheSameWords() {
    var campaign = Wave.of(5);
    var token = campaign.token(0);
    var altered = (token.charAt(0) == 'A' ? 'B' : 'A') + token.substring(1);
    var answers =
        List.of(altered, "AAAAAAAAAAAAAAAAAAAAAA", "a".repeat(500)).stream()
            .map(guess -> Wave.submit(guess, "{\"D1a\":3}"))
            .toList();
    answers.forEach(answer -> assertEquals(404, answer.statusCode()));
    assertEquals(1, answers.stream().map(HttpResponse::body).distinct().count());
  }

  @Test
  void whoeverGuessesOnWaitsAndWhoeverHasALinkDoesNot() {
    var token = Wave.of(5).token(0);
    var guess = token.substring(0, 8);
    for (int i = 0; i < 30; i++) {
      assertEquals(404, Wave.submit(guess + i, "{\"D1a\":3}").statusCode());
    }
    var answer = Wave.submit(guess, "{\"D1a\":3}");
    assertEquals(429, answer.statusCode(), answer.body());
    assertTrue(answer.headers().firstValueAsLong("Retry-After").orElse(0) > 0);
    assertEquals(429, Api.asNobody().get("/s/" + guess + "x").statusCode());
    assertEquals(201, Wave.submit(token, "{\"D1a\":3}").statusCode());
  }

  @Test
  void whoeverSavesMoreOftenThanAnybodyTypesWaitsAndLosesNothing() {
    var wave = Wave.of(5);
    for (int i = 0; i < 240; i++) {
      assertEquals(204, saveDraft(wave.token(0), "{\"D1a\":3}").statusCode());
    }
    var answer = saveDraft(wave.token(0), "{\"D1a\":4}");
    assertEquals(429, answer.statusCode());
    assertTrue(answer.headers().firstValueAsLong("Retry-After").orElse(0) > 0);
    var kept = Api.json(Api.asNobody().get(path(wave.token(0)))).path("answers");
    assertEquals(3, kept.path("D1a").asInt());
    assertEquals(204, saveDraft(wave.token(1), "{\"D1a\":4}").statusCode(), "somebody else");
    assertEquals(201, Wave.submit(wave.token(0), "{\"D1a\":3}").statusCode());
  }

  @Test
  void whatNoDatabaseKeepsIsLeftOutSoThatTheCampaignStillCloses() {
    var wave = Wave.of(6);
    var words = "a\\u0000b\\ud800c\\u001bd";
    assertEquals(
        204, saveDraft(wave.token(0), "{\"K0\":true,\"K9\":\"" + words + "\"}").statusCode());
    var kept = Api.json(Api.asNobody().get(path(wave.token(0)))).path("answers");
    assertEquals("ab\ufffdcd", kept.path("K9").asText());
    Wave.answer(wave.token(0), "{\"K0\":true,\"K9\":\"" + words + "\"}");
    assertEquals(200, wave.close().statusCode());
    wave.reading();
  }

  @Test
  void everyWrongAnswerIsNamedAndNothingIsTaken() {
    var campaign = Wave.of(6);
    var token = campaign.token(0);
    var answer = Wave.submit(token, "{\"D1a\":9,\"D1b\":2.5,\"D2a\":\"3\",\"K1\":3,\"Z\":1}");
    assertEquals(422, answer.statusCode());
    assertEquals(
        Set.of("/answers/D1a", "/answers/D1b", "/answers/D2a", "/answers/K1", "/answers/Z"),
        Set.copyOf(Api.json(answer).path("errors").findValuesAsText("pointer")));
    assertEquals(422, Wave.submit(token, "{}").statusCode());
    assertEquals(422, Wave.submit(token, "[1]").statusCode());
    assertEquals(201, Wave.submit(token, "{\"D1a\":3}").statusCode(), "the link still works");
  }

  @Test
  void whatIsNotReadableIsRefused() {
    var path = path(Wave.of(5).token(0)) + "/submission";
    assertEquals(400, Api.asNobody().postJson(path, "nonsense").statusCode());
    assertEquals(
        400,
        Api.asNobody().postJson(path, "{\"answers\":{\"D1a\":1,\"D1a\":2}}").statusCode(),
        "an item twice");
    assertEquals(415, Api.asNobody().post(path, "text/plain", "{}").statusCode());
  }

  @Test
  void aMegabyteOfTextIsTooLarge() {
    var token = Wave.of(5).token(0);
    var much = "x".repeat(1 << 20);
    assertEquals(413, Wave.submit(token, "{\"K0\":true,\"K9\":\"" + much + "\"}").statusCode());
    assertEquals(
        422, Wave.submit(token, "{\"K0\":true,\"K9\":\"" + "x".repeat(2001) + "\"}").statusCode());
  }

  @Test
  void scriptsEmojiAndRightToLeftComeBackAsTheyWereAndAreNeverRun() {
    var token = Wave.of(5).token(0);
    var words = "<script>alert(1)</script> 😀 שלום\u202e ab";
    var body = "{\"K0\":true,\"K9\":\"" + words + "\"}";
    assertEquals(204, saveDraft(token, body).statusCode());
    var saved = Api.json(Api.asNobody().get(path(token))).path("answers").path("K9").asText();
    assertEquals(words, saved);
    var page = Api.asNobody().get("/s/" + token + "/platform").body();
    assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; 😀 שלום"));
    assertFalse(page.contains("<script>alert"));
    assertEquals(201, Wave.submit(token, body).statusCode());
  }

  @Test
  void whatIsSavedIsThereOnAnotherDeviceAndGoneOnceSent() {
    var token = Wave.of(6).token(0);
    assertEquals(204, saveDraft(token, "{\"D1a\":3,\"K0\":true}").statusCode());
    var seen = Api.json(Api.asNobody().get(path(token))).path("answers");
    assertEquals(3, seen.path("D1a").asInt());
    assertEquals(201, Wave.submit(token, "{\"D1a\":4}").statusCode());
    var after = Api.json(Api.asNobody().get(path(token)));
    assertTrue(after.path("submitted").asBoolean());
    assertEquals(0, after.path("answers").size());
    assertEquals(409, saveDraft(token, "{\"D1a\":3}").statusCode());
  }

  @Test
  void theFormIsAnsweredWithoutAScript() {
    var token = Wave.of(6).token(0);
    var welcome = Api.asNobody().get("/s/" + token).body();
    assertTrue(welcome.contains("only when 5 people or more have answered"), welcome);
    assertLeadsTo("load", post(token, "practice", "D1a=3&D1b=no-basis&go=next"));
    assertTrue(Api.asNobody().get("/s/" + token + "/practice").body().contains("checked"));
    assertLeadsTo("practice", post(token, "load", "L3=3&go=back"));
    assertLeadsTo("platform", post(token, "use", "K0=true&go=next"));
    assertLeadsTo("send", post(token, "platform", "K1=2&go=next"));
    assertLeadsTo("send", post(token, "use", "K0=false&go=next"));
    var send = Api.asNobody().get("/s/" + token + "/send").body();
    assertTrue(send.contains("Answered items: 4 of 26."), send);
    assertLeadsTo(token, post(token, "send", "go=send"));
    assertTrue(Api.asNobody().get("/s/" + token).body().contains("Thank you"));
    assertEquals(409, post(token, "send", "go=send").statusCode());
  }

  @Test
  void aFormWithAWrongValueSaysWhichItem() {
    var token = Wave.of(6).token(0);
    var answer = post(token, "practice", "D1a=9&go=next");
    assertEquals(422, answer.statusCode());
    assertTrue(answer.body().contains("<a href=\"#D1a\">"));
  }

  private static int code(Future<HttpResponse<String>> answer) {
    try {
      return answer.get().statusCode();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void assertLeadsTo(String end, HttpResponse<String> answer) {
    assertEquals(303, answer.statusCode(), answer.body());
    var location = answer.headers().firstValue("Location").orElse("");
    assertTrue(location.endsWith("/" + end), location);
  }

  private static HttpResponse<String> post(String token, String step, String body) {
    return Api.asNobody().post("/s/" + token + "/" + step, FORM, body);
  }

  private static HttpResponse<String> saveDraft(String token, String answers) {
    return Api.asNobody().putJson(path(token) + "/draft", "{\"answers\":" + answers + "}");
  }

  private static String path(String token) {
    return "/api/v1/invitations/" + token;
  }
}
