package plimsoll.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plimsoll.Api.json;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plimsoll.Api;
import plimsoll.Corpora;
import plimsoll.OnTheServer;
import plimsoll.delivery.source.GithubSourceTest;

@ExtendWith(OnTheServer.class)
class DeliveriesIT {
  private static final String OWN = "/api/v1/deliveries/plimsoll";
  private static final String GITHUB = "/api/v1/deliveries/github";
  private static final String SECRET = "a secret for the tests alone";

  private final Api api = Api.asAdministrator();

  @Test
  void eventCountsOnce() {
    var event = deployment("once-1", "once");
    var first = api.postJson(OWN, event);
    assertEquals(202, first.statusCode(), first.body());
    assertEquals(1, json(first).get("accepted").intValue());
    var second = api.postJson(OWN, event);
    assertEquals(0, json(second).get("accepted").intValue());
    assertEquals(1, json(second).get("duplicates").intValue());
  }

  @Test
  void linesAndSpreadsheetsAreTakenToo() {
    var lines = deployment("lines-1", "決済") + "\nnonsense\n" + deployment("lines-2", "決済");
    var taken = json(api.post(OWN, "application/x-ndjson", lines));
    assertEquals(2, taken.get("accepted").intValue());
    assertEquals(2, taken.get("problems").get(0).get("document").intValue());
    var csv =
        "type,id,service,finishedAt,outcome\ndeployment,csv-1,shop,2026-03-01T09:00:00Z,failed\n";
    assertEquals(1, json(api.post(OWN, "text/csv", csv)).get("accepted").intValue());
  }

  @Test
  void manySendersOfTheSameEventsStoreThemOnce() throws Exception {
    var events = new ArrayList<String>();
    for (int i = 0; i < 20; i++) events.add(deployment("same-" + i, "same"));
    var senders =
        IntStream.range(0, 8)
            .<Callable<HttpResponse<String>>>mapToObj(i -> () -> sendShuffled(events, i))
            .toList();
    var pool = Executors.newFixedThreadPool(8);
    int accepted = 0;
    for (var answer : pool.invokeAll(senders)) {
      assertEquals(202, answer.get().statusCode(), answer.get().body());
      accepted += json(answer.get()).get("accepted").intValue();
    }
    pool.shutdown();
    assertEquals(20, accepted);
  }

  private HttpResponse<String> sendShuffled(List<String> events, int seed) {
    var mine = new ArrayList<>(events);
    Collections.shuffle(mine, new Random(seed));
    return api.postJson(OWN, "[" + String.join(",", mine) + "]");
  }

  @Test
  void versionsOfOneEventFromManySendersAllCount() throws Exception {
    var pool = Executors.newFixedThreadPool(8);
    var senders =
        IntStream.range(0, 8)
            .<Callable<HttpResponse<String>>>mapToObj(
                i ->
                    () ->
                        api.postJson(
                            OWN, incident("versions", "\"responders\":[\"team-" + i + "\"]")))
            .toList();
    for (var answer : pool.invokeAll(senders)) {
      assertEquals(1, json(answer.get()).get("accepted").intValue(), answer.get().body());
    }
    pool.shutdown();
  }

  @Test
  void nobodyDeliversWithoutAToken() {
    assertEquals(401, Api.asNobody().postJson(OWN, deployment("nobody", "x")).statusCode());
  }

  @Test
  void wrongKindAndUnreadableAreRefused() {
    assertEquals(415, api.post(OWN, "text/plain", "hello").statusCode());
    assertEquals(400, api.postJson(OWN, "{\"type\":").statusCode());
    assertEquals(413, api.postJson(OWN, " ".repeat(10_000_001)).statusCode());
    assertEquals(404, api.postJson("/api/v1/deliveries/nowhere", "{}").statusCode());
  }

  @Test
  void wrongSignatureIsTurnedAwayAndLeavesNothing() throws Exception {
    setSecret();
    var body = "{\"zen\":\"Keep it logically awesome.\"}";
    var before = latestReceipt();
    assertEquals(401, hook("ping", body, sign(body + " ")).statusCode());
    assertEquals(401, Api.asNobody().post(GITHUB, "application/json", body).statusCode());
    assertEquals(before, latestReceipt());
    assertEquals(202, hook("ping", body, sign(body)).statusCode());
    assertNotEquals(before, latestReceipt());
  }

  @Test
  void everyRealWebhookIsTakenOrNamed() throws Exception {
    setSecret();
    for (var file : Corpora.filesBelow("github-webhooks")) {
      if (!file.toString().endsWith(".json")) continue;
      var body = Files.readString(file);
      var answer = hook(GithubSourceTest.event(file), body, sign(body));
      assertEquals(202, answer.statusCode(), file + ": " + answer.body());
    }
  }

  @Test
  void tenThousandEventsAreOneDelivery() {
    var lines = new StringBuilder();
    for (int i = 0; i < 10_000; i++) lines.append(deployment("bulk-" + i, "bulk")).append('\n');
    var answer = api.post(OWN, "application/x-ndjson", lines.toString());
    assertEquals(202, answer.statusCode(), answer.body());
    assertEquals(10_000, json(answer).get("accepted").intValue());
  }

  @Test
  void secretIsNeverGivenOut() throws IOException {
    setSecret();
    assertFalse(api.get("/api/v1/deliveries").body().contains(SECRET));
    assertEquals(422, api.putJson(GITHUB + "/secret", "{\"secret\":\"short\"}").statusCode());
  }

  @Test
  void pagesShowFiguresAndWhatTheyAreMadeOf() {
    api.postJson(OWN, deployment("page-1", "<script>alert(1)</script>"));
    var page = api.get("/delivery?month=2026-03");
    assertEquals(200, page.statusCode(), page.body());
    assertTrue(page.body().contains("Change lead time"));
    var pages = new StringBuilder();
    for (int number = 1; number <= 10; number++) {
      var figure =
          api.get("/delivery/organisation/deployment-frequency?month=2026-03&page=" + number);
      assertEquals(200, figure.statusCode(), figure.body());
      pages.append(figure.body());
    }
    assertTrue(pages.toString().contains("page-1"));
    assertFalse(pages.toString().contains("<script>alert"));
    assertEquals(200, api.get("/delivery/sources").statusCode());
    assertEquals(404, api.get("/delivery/organisation/nothing").statusCode());
  }

  private String latestReceipt() {
    for (var source : json(api.get("/api/v1/deliveries"))) {
      if (source.get("source").asText().equals("github")) {
        return source.get("latest").path(0).path("receivedAt").asText();
      }
    }
    return "";
  }

  private void setSecret() {
    var answer = api.putJson(GITHUB + "/secret", "{\"secret\":\"" + SECRET + "\"}");
    assertEquals(204, answer.statusCode(), answer.body());
  }

  private static HttpResponse<String> hook(String event, String body, String signature) {
    return Api.asNobody()
        .post(
            GITHUB,
            "application/json",
            body,
            "X-GitHub-Event",
            event,
            "X-Hub-Signature-256",
            signature);
  }

  private static String sign(String body) throws Exception {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
  }

  private static String deployment(String id, String service) {
    return "{\"type\":\"deployment\",\"id\":\""
        + id
        + "\",\"service\":\""
        + service
        + "\",\"environment\":\"production\",\"startedAt\":\"2026-03-02T08:50:00Z\","
        + "\"finishedAt\":\"2026-03-02T09:00:00Z\",\"outcome\":\"succeeded\","
        + "\"commits\":[{\"id\":\"c-"
        + id
        + "\",\"committedAt\":\"2026-03-01T09:00:00Z\"}]}";
  }

  private static String incident(String id, String more) {
    return "{\"type\":\"incident\",\"id\":\""
        + id
        + "\",\"service\":\"shop\",\"startedAt\":\"2026-03-02T08:50:00Z\","
        + more
        + "}";
  }
}
