package plimsoll.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plimsoll.Api.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plimsoll.Api;
import plimsoll.OnTheServer;
import plimsoll.Wave;

@ExtendWith(OnTheServer.class)
class IntakeIT {
  private static final String OWN = "/api/v1/deliveries/plimsoll";
  private static final String GITHUB = "/api/v1/deliveries/github";
  private static final String BACKFILLS = "/api/v1/backfills";
  private static final String SECRET = "a secret for the tests alone";
  private static final String LINES = "application/x-ndjson";

  private final Api api = Api.asAdministrator();
  private final String key = UUID.randomUUID().toString().substring(0, 8);

  @BeforeEach
  void setSecret() {
    api.putJson(GITHUB + "/secret", "{\"secret\":\"" + SECRET + "\"}");
  }

  @Test
  void whoWasToldThatItWasTakenFindsItAtOnce() throws Exception {
    var answer = hook(finished(key));
    assertEquals(202, answer.statusCode(), answer.body());
    assertEquals(1, json(answer).get("accepted").intValue());
    var page = api.get("/delivery/organisation/deployment-frequency?month=2025-11").body();
    assertTrue(page.contains(key), page);
  }

  @Test
  void sameWebhookAgainIsKnown() throws Exception {
    hook(finished(key));
    var again = json(hook(finished(key)));
    assertEquals(0, again.get("accepted").intValue());
    assertEquals(1, again.get("duplicates").intValue());
  }

  @Test
  void refusedDeliveryIsTurnedAwayInWords() throws Exception {
    assertEquals(400, hook("{\"deployment\":").statusCode());
    assertEquals(400, hook("[".repeat(2000) + "]".repeat(2000)).statusCode());
    assertEquals(400, hook("").statusCode());
    var large = hook("{\"a\":\"" + "x".repeat(10_000_000) + "\"}");
    assertEquals(413, large.statusCode());
    assertTrue(large.body().contains("10 MB"), large.body());
  }

  @Test
  void oneMoreThanTenThousandAreRefused() {
    var lines = (event("x", "2025-11-02T09:00:00Z") + "\n").repeat(10_001);
    assertEquals(413, api.post(OWN, LINES, lines).statusCode());
  }

  @Test
  void pastOfAnyLengthComesInAndItsBadLinesAreNamed() {
    var lines = new StringBuilder();
    for (int i = 0; i < 12_000; i++) {
      lines.append(i == 7000 ? "nonsense" : event(key + i, "2025-11-03T09:00:00Z")).append('\n');
    }
    var address = begin("ndjson");
    var done = json(api.put(address + "/content", LINES, lines.toString()));
    assertEquals("DONE", done.get("state").asText(), done.toString());
    assertEquals(11_999, done.get("accepted").intValue());
    assertEquals(7001, done.get("named").get(0).get("document").intValue());
    assertEquals(12_001, done.get("next").intValue());
    var again = json(api.put(address + "/content", LINES, lines.toString()));
    assertEquals(11_999, again.get("accepted").intValue(), "nothing counts twice");
    assertEquals(11_999, again.get("duplicates").intValue());
    assertEquals(1, again.get("problems").intValue());
    assertTrue(api.get("/delivery/backfills").body().contains(key));
  }

  @Test
  void serviceThatHasNoLetterIsNamedByItsLine() {
    var lines =
        event(key + 1, "2025-11-04T09:00:00Z") + "\n\n" + event(key + 2, "2025-11-04T09:00:00Z");
    var nameless = lines.replaceFirst("(?s)(\n\n.*)\"intake\"", "$1\"!!!\"");
    var done = json(api.put(begin("ndjson") + "/content", LINES, nameless));
    assertEquals(1, done.get("accepted").intValue(), done.toString());
    assertEquals(3, done.get("named").get(0).get("document").intValue(), done.toString());
    assertTrue(done.get("named").get(0).get("message").asText().contains("no letter or digit"));
    var delivered = json(api.post(OWN, LINES, nameless));
    assertEquals(3, delivered.get("problems").get(0).get("document").intValue());
  }

  @Test
  void bombIsStoppedAndWhatCameBeforeIsStored() throws Exception {
    var address = begin("ndjson");
    var first = event(key + 1, "2025-11-04T09:00:00Z") + "\n" + event(key + 2, "2025-11-04") + "\n";
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(first.getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 200; i++) gzip.write(new byte[1_000_000]);
    }
    var answer =
        api.put(address + "/content", LINES, BodyPublishers.ofByteArray(packed.toByteArray()));
    assertEquals(413, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("longer than 20 MB"), answer.body());
    assertTrue(answer.body().contains("go on from line 3"), answer.body());
    var left = json(api.get(address));
    assertEquals("FAILED", left.get("state").asText());
    assertEquals(1, left.get("accepted").intValue(), left.toString());
    assertEquals(2, left.get("done").intValue(), left.toString());
    var rest = api.put(address + "/content?from=3", LINES, event(key + 3, "2025-11-04T09:00:00Z"));
    assertEquals(2, json(rest).get("accepted").intValue(), rest.body());
  }

  @Test
  void nineAtOnceAreOneTooMany() throws Exception {
    var sending = new ArrayList<Socket>();
    for (int i = 0; i < 8; i++) sending.add(beginToSend(begin("ndjson") + "/content"));
    // One that comes before the eight have begun ends well, and takes nothing after that.
    Wave.await("too many", () -> sendNothing().statusCode() == 429);
    var answer = sendNothing();
    assertEquals("60", answer.headers().firstValue("Retry-After").orElse(""), answer.body());
    for (var one : sending) {
      one.getOutputStream().write('\n');
      var status = new String(one.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
      assertEquals("HTTP/1.1 200", status);
      one.close();
    }
    assertEquals(200, sendNothing().statusCode());
  }

  private HttpResponse<String> sendNothing() {
    return api.put(begin("ndjson") + "/content", LINES, "");
  }

  /** All but the last of two characters. */
  private static Socket beginToSend(String path) throws IOException {
    var socket = new Socket("localhost", OnTheServer.address().getPort());
    var head =
        "PUT %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: %s\r\nContent-Length: 2\r\n\r\n\n";
    var words = head.formatted(path, OnTheServer.TOKEN, LINES);
    socket.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
    return socket;
  }

  @Test
  void pastGoesOnFromWhereItStood() {
    var address = begin("ndjson");
    api.put(address + "/content", LINES, event(key + 1, "2025-11-04T09:00:00Z"));
    assertEquals(409, api.put(address + "/content?from=3", LINES, "{}").statusCode());
    var rest = api.put(address + "/content?from=2", LINES, event(key + 2, "2025-11-04T09:00:00Z"));
    assertEquals(2, json(rest).get("accepted").intValue());
    assertEquals(2, json(api.get(address)).get("done").intValue());
    assertEquals(422, api.put(address + "/content?from=0", LINES, "{}").statusCode());
  }

  @Test
  void spreadsheetIsCutIntoParts() {
    var csv = new StringBuilder("type,id,service,finishedAt,outcome,colour\n");
    for (int i = 0; i < 6000; i++) {
      csv.append("deployment,").append(key).append(i).append(",shop,2025-11-05T09:00:00Z,");
      csv.append(i == 5500 ? "\"failed" : "failed").append(",red\n");
    }
    var done = json(api.put(begin("csv") + "/content", "text/csv", csv.toString()));
    assertEquals(5999, done.get("accepted").intValue(), done.toString());
    assertEquals("1", done.get("named").get(0).get("document").asText());
    assertEquals(5502, done.get("named").get(1).get("document").intValue());
  }

  @Test
  void cancelledPastTakesNothingMore() {
    var address = begin("ndjson");
    assertEquals(204, api.postJson(address + "/cancellation", "{}").statusCode());
    assertEquals(409, api.put(address + "/content", LINES, "{}").statusCode());
    assertEquals(409, api.postJson(address + "/cancellation", "{}").statusCode());
  }

  @Test
  void wrongBackfillsAreRefused() {
    assertEquals(422, api.postJson(BACKFILLS, "{}").statusCode());
    assertEquals(422, api.postJson(BACKFILLS, wanted("github", "ndjson")).statusCode());
    assertEquals(422, api.postJson(BACKFILLS, wanted("plimsoll", "xml")).statusCode());
    assertEquals(404, api.get(BACKFILLS + "/" + UUID.randomUUID()).statusCode());
    assertEquals(401, Api.asNobody().postJson(BACKFILLS, "{}").statusCode());
  }

  @Test
  void whatWasKeptIsReadAgainToTheSame() throws Exception {
    hook(finished(key));
    var months = "/delivery/organisation/deployment-frequency?month=2025-11";
    assertTrue(api.get(months).body().contains(key), "what waits is not kept yet");
    var begun = api.postJson(GITHUB + "/rereading", "{}");
    assertEquals(202, begun.statusCode(), begun.body());
    var done = awaitRereading();
    assertEquals(0, done.get("withdrawn").intValue(), done.toString());
    assertTrue(done.get("done").intValue() > 0);
    assertTrue(api.get(months).body().contains(key));
    assertEquals(404, api.postJson("/api/v1/deliveries/nowhere/rereading", "{}").statusCode());
  }

  /** What was judged by the folder before does not hold for the one after. */
  @Test
  void catalogThatMovesAServiceToAnotherFolderIsCountedAnew() throws Exception {
    push("2025-11-10T08:00:00Z", commit("a", "docs/a"));
    deployed("1", "a", "2025-11-10T09:00:00Z");
    push("2025-11-11T08:00:00Z", commit("b", "docs/b") + "," + commit("c", "services/pay/C.java"));
    deployed("2", "c", "2025-11-11T09:00:00Z");
    assertEquals(List.of("b" + key, "c" + key), arrived());
    locate("services/pay");
    assertEquals(List.of("c" + key), arrived());
    locate("docs");
    assertEquals(List.of("b" + key), arrived());
  }

  /** The commits of which the second deployment was the first arrival. */
  private List<String> arrived() {
    var found =
        json(api.get("/api/v1/delivery/organisation/lead-time?month=2025-11&service=" + key));
    return StreamSupport.stream(found.get("evidence").spliterator(), false)
        .filter(one -> one.get("event").asText().equals("github/" + key + "-2"))
        .map(one -> one.get("because").asText().replaceAll("^commit (\\w+).*", "$1"))
        .sorted()
        .toList();
  }

  private void locate(String folder) {
    var component =
        """
        apiVersion: backstage.io/v1alpha1
        kind: Component
        metadata:
          name: "%s"
          annotations:
            backstage.io/source-location: url:https://github.com/intake/%s/tree/main/%s/
        spec: {type: service, lifecycle: production}
        """
            .formatted(key, key, folder);
    var taken =
        api.post("/api/v1/catalog/imports?source=intake-" + key, "application/yaml", component);
    assertEquals(200, taken.statusCode(), taken.body());
  }

  private String commit(String name, String path) {
    return "{\"id\":\"%s%s\",\"timestamp\":\"2025-11-09T08:00:00Z\",\"message\":\"m\",\"modified\":[\"%s\"]}"
        .formatted(name, key, path);
  }

  private void push(String at, String commits) throws Exception {
    var body =
        "{\"ref\":\"refs/heads/main\",\"deleted\":false,\"commits\":[%s],\"repository\":{\"full_name\":\"intake/%s\",\"name\":\"%s\",\"default_branch\":\"main\",\"pushed_at\":%d}}"
            .formatted(commits, key, key, Instant.parse(at).getEpochSecond());
    var answer = hook("push", body);
    assertTrue(json(answer).path("accepted").asInt() > 0, answer.body());
  }

  private void deployed(String number, String commit, String at) throws Exception {
    var body =
        "{\"deployment_status\":{\"state\":\"success\",\"created_at\":\"%s\"},\"deployment\":{\"id\":\"%s-%s\",\"sha\":\"%s%s\",\"environment\":\"production\"},\"repository\":{\"full_name\":\"intake/%s\",\"name\":\"%s\"}}"
            .formatted(at, key, number, commit, key, key, key);
    var answer = hook("deployment_status", body);
    assertTrue(json(answer).path("accepted").asInt() > 0, answer.body());
  }

  private JsonNode awaitRereading() throws InterruptedException {
    for (int i = 0; i < 200; i++) {
      var now = json(api.get(GITHUB + "/rereading"));
      if (now.get("state").asText().equals("DONE")) return now;
      Thread.sleep(100);
    }
    throw new AssertionError("it is not done after 20 s: " + api.get(GITHUB + "/rereading").body());
  }

  private String begin(String format) {
    var begun = api.postJson(BACKFILLS, wanted("plimsoll", format));
    assertEquals(201, begun.statusCode(), begun.body());
    return BACKFILLS + "/" + json(begun).get("id").asText();
  }

  private String wanted(String source, String format) {
    return "{\"source\":\"" + source + "\",\"format\":\"" + format + "\",\"name\":\"" + key + "\"}";
  }

  private static String event(String id, String at) {
    return "{\"type\":\"deployment\",\"id\":\""
        + id
        + "\",\"service\":\"intake\",\"finishedAt\":\""
        + at
        + "\",\"outcome\":\"succeeded\"}";
  }

  private static String finished(String id) {
    return "{\"deployment_status\":{\"state\":\"success\",\"created_at\":\"2025-11-06T09:00:00Z\"},"
        + "\"deployment\":{\"id\":\""
        + id
        + "\",\"sha\":\"aaa\",\"environment\":\"production\"},"
        + "\"repository\":{\"full_name\":\"intake/cart\",\"name\":\"cart\"}}";
  }

  private static HttpResponse<String> hook(String body) throws Exception {
    return hook("deployment_status", body);
  }

  private static HttpResponse<String> hook(String event, String body) throws Exception {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    var sign = HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    return Api.asNobody()
        .post(
            GITHUB,
            "application/json",
            body,
            "X-GitHub-Event",
            event,
            "X-Hub-Signature-256",
            "sha256=" + sign);
  }
}
