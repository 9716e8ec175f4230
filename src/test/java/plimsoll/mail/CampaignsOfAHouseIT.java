package plimsoll.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plimsoll.Api;
import plimsoll.Wave;

/** Whom campaigns ask, and whom they tell, on servers with a clock of their own. */
@Tag("house")
class CampaignsOfAHouseIT {

  @Test
  void aSampleIsDrawnAndNobodyIsAskedForMoreThanTheBudget() throws Exception {
    try (var house = new Node.House()) {
      var start = startOfAQuarter();
      house.ahead(Duration.between(Instant.now(), start));
      try (var node = house.start("plimsoll.budget.minutes=9")) {
        catalog(node, 9, "nine");
        catalog(node, 5, "five");
        var ends = start.plus(Duration.ofDays(14));
        var first = made(node, "\"teams\":[\"nine\"],\"sample\":{\"people\":6}", ends);
        assertEquals(6, invite(node, first).path("invited").asInt());
        assertEquals(0, invite(node, first).path("invited").asInt());
        assertEquals(0, progress(node, first).path("leftOut").asInt());

        // Five minutes each: of the nine three have any left for another survey.
        var second = made(node, "\"teams\":[\"nine\",\"five\"]", ends);
        assertEquals(8, invite(node, second).path("invited").asInt());
        assertEquals(6, progress(node, second).path("leftOut").asInt());
        assertTrue(
            node.api().get("/campaigns/" + second).body().contains("6 people are not asked"));

        refusedWaveLeavesNoKey(house, node, start);
      }
    }
  }

  /** Everybody's minutes are used up when its moment comes. */
  private static void refusedWaveLeavesNoKey(Node.House house, Node node, Instant start)
      throws IOException {
    var series =
        node.api()
            .postJson(
                "/api/v1/campaigns",
                """
                {"survey":"quarterly","teams":["nine"],"repeats":{"everyWeeks":4,
                "weekday":"tuesday","at":"09:00","zone":"UTC","openDays":10}}
                """);
    assertEquals(201, series.statusCode(), series.body());
    var path = "/api/v1/series/" + Api.json(series).path("id").asText();
    house.ahead(Duration.between(Instant.now(), start.plus(Duration.ofDays(8))));
    node.await("a refused wave", () -> !problem(node, path).isEmpty());
    assertTrue(problem(node, path).contains("9 people in these teams 0 can be asked"));
    assertEquals(0, Api.json(node.api().get(path)).path("waves").size());
    assertEquals(2, keys(house), "a key without a campaign");
  }

  private static String problem(Node node, String series) {
    var problem = Api.json(node.api().get(series)).path("problem");
    return problem.isTextual() ? problem.asText() : "";
  }

  private static long keys(Node.House house) throws IOException {
    try (var files = Files.list(house.vault())) {
      return files
          .filter(file -> file.getFileName().toString().matches("[0-9a-f-]{36}\\.key"))
          .count();
    }
  }

  /** So early in a quarter that all of a test lies in one. */
  private static Instant startOfAQuarter() {
    var now = LocalDate.now(ZoneOffset.UTC);
    return now.minusDays(now.get(IsoFields.DAY_OF_QUARTER) - 1L)
        .plusMonths(3)
        .plusDays(1)
        .atTime(12, 0)
        .toInstant(ZoneOffset.UTC);
  }

  @Test
  void resultsAreToldOnceToWhoWasAskedAndTheChannelLearnsNoLink() throws Exception {
    var mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    mail.start();
    try (var channel = new Channel();
        var house = new Node.House();
        var node =
            house.start(
                "plimsoll.mail.url=smtp://127.0.0.1:" + mail.getSmtp().getPort(),
                "plimsoll.mail.from=survey@example.org",
                "plimsoll.mail.rate=0",
                "plimsoll.slack.hosts=127.0.0.1")) {
      catalog(node, 6, "told");
      var ends = Instant.now().plus(Duration.ofDays(10));
      var campaign = made(node, "\"teams\":[\"told\"],\"channel\":\"" + channel.url() + "\"", ends);
      assertEquals(6, invite(node, campaign).path("invited").asInt());
      node.await("6 invitations", () -> mail.getReceivedMessages().length == 6);
      node.await("a notice that failed", () -> channel.heard.size() == 1);
      house.ahead(Duration.ofMinutes(5));
      node.await("the notice again", () -> channel.heard.size() == 2);
      assertEquals(channel.heard.get(0), channel.heard.get(1));
      var optOut = optOut(mail, "told-3@example.org");
      var anybody = Api.at(node.address(), null);
      assertEquals(200, anybody.post(optOut, "application/x-www-form-urlencoded", "").statusCode());

      house.ahead(Duration.ofDays(8));
      node.await("5 reminders", () -> mail.getReceivedMessages().length == 11);
      node.await("a notice of reminders", () -> channel.heard.size() == 3);
      var closed = node.api().postJson("/api/v1/campaigns/" + campaign + "/closure", "{}");
      assertEquals(200, closed.statusCode(), closed.body());
      published(node, campaign);
      node.await("5 letters of results", () -> mail.getReceivedMessages().length == 16);
      node.await("a notice of results", () -> channel.heard.size() == 4);
      Node.pause(3000);
      assertEquals(16, mail.getReceivedMessages().length);
      assertEquals(4, channel.heard.size());
      assertResults(mail);
      assertTrue(channel.heard.get(3).contains("/changes/"), channel.heard::toString);
      channel.heard.forEach(
          notice -> assertFalse(notice.contains("/s/") || notice.contains("told"), notice));
      assertDossier(node);
    } finally {
      mail.stop();
    }
  }

  private static void published(Node node, String campaign) {
    var wanted = "{\"label\":\"product\",\"scopes\":[\"product\"],\"days\":300}";
    var token = Api.json(node.api().postJson("/api/v1/tokens", wanted)).path("token").asText();
    var product = Api.at(node.address(), token);
    var path = "/campaigns/" + campaign + "/changes";
    var line = "said=builds+are+slow&course=DO&because=we+heard&due=2027-Q1";
    assertEquals(303, product.form(path, line).statusCode());
    assertEquals(303, product.form(path + "/publication", "").statusCode());
    assertEquals(409, product.form(path + "/publication", "").statusCode());
  }

  /** One each, to who wants mail, with the public page and no link of one's own. */
  private static void assertResults(GreenMail mail) throws Exception {
    var receivers = new TreeSet<String>();
    for (var letter : mail.getReceivedMessages()) {
      var text = text(letter);
      if (!text.contains("/changes/")) continue;
      assertTrue(receivers.add(letter.getAllRecipients()[0].toString()), text);
      assertFalse(text.contains("/s/"), text);
    }
    assertEquals(5, receivers.size());
    assertFalse(receivers.contains("told-3@example.org"));
  }

  /** Letters go with the person; that she wants none is kept for the case that she comes back. */
  private static void assertDossier(Node node) {
    var person = person(node, "told-3@example.org");
    var path = "/api/v1/people/" + person.path("id").asText();
    var data = Api.json(node.api().get(path + "/data"));
    assertEquals(List.of("invitation", "reminder", "results"), sorted(data.at("/letters"), "kind"));
    assertEquals(List.of("opted out", "opted out", "sent"), sorted(data.at("/letters"), "state"));
    assertTrue(data.path("wantsNoMail").asBoolean(), data::toString);

    assertEquals(200, node.api().delete(path).statusCode());
    assertEquals(404, node.api().get(path + "/data").statusCode());
    var back = "{\"key\":\"%s\"}".formatted(person.path("key").asText());
    assertEquals(204, node.api().postJson(path + "/readmission", back).statusCode());
    catalog(node, 6, "told");
    var again = Api.json(node.api().get(path + "/data"));
    assertEquals(0, again.path("letters").size(), again::toString);
    assertTrue(again.path("letters").isArray() && again.path("wantsNoMail").asBoolean());
  }

  private static List<String> sorted(JsonNode rows, String field) {
    var found = new ArrayList<String>();
    rows.forEach(row -> found.add(row.path(field).asText()));
    return found.stream().sorted().toList();
  }

  private static JsonNode person(Node node, String email) {
    var all = Api.json(node.api().get("/api/v1/people"));
    for (var one : all.has("items") ? all.path("items") : all) {
      if (one.path("email").asText().equals(email)) return one;
    }
    throw new AssertionError("nobody has " + email + " in " + all);
  }

  private static String optOut(GreenMail mail, String receiver) throws Exception {
    for (var letter : mail.getReceivedMessages()) {
      if (letter.getAllRecipients()[0].toString().equals(receiver)) {
        return letter.getHeader("List-Unsubscribe")[0].replaceAll("^<https?://[^/]*|>$", "");
      }
    }
    throw new AssertionError("no letter to " + receiver);
  }

  private static String text(MimeMessage letter) throws Exception {
    return (String) ((Multipart) letter.getContent()).getBodyPart(0).getContent();
  }

  private static void catalog(Node node, int people, String team) {
    var done = node.api().post("/api/v1/catalog/imports", "text/csv", Wave.catalog(people, team));
    assertEquals(200, done.statusCode(), done.body());
  }

  private static String made(Node node, String what, Instant closes) {
    var plan = "{\"survey\":\"quarterly\",%s,\"closesAt\":\"%s\"}".formatted(what, closes);
    var made = node.api().postJson("/api/v1/campaigns", plan);
    assertEquals(201, made.statusCode(), made.body());
    return Api.json(made).path("id").asText();
  }

  private static JsonNode invite(Node node, String campaign) {
    var round = node.api().postJson("/api/v1/campaigns/" + campaign + "/invitations", "{}");
    assertEquals(200, round.statusCode(), round.body());
    return Api.json(round);
  }

  private static JsonNode progress(Node node, String campaign) {
    return Api.json(node.api().get("/api/v1/campaigns/" + campaign));
  }

  /** A channel that fails the first time. */
  private static final class Channel implements AutoCloseable {
    final List<String> heard = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    Channel() throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", this::hear);
      server.start();
    }

    private void hear(HttpExchange exchange) throws IOException {
      var words = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(heard.isEmpty() ? 500 : 200, -1);
      heard.add(words);
      exchange.close();
    }

    String url() {
      return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
