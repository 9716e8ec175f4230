package plimsoll.road;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plimsoll.Api;
import plimsoll.Wave;
import plimsoll.mail.Node;

/**
 * A series that is set up once and then left alone: only the clock is moved. A real mail server
 * takes the letters, and a real browser opens the link of one.
 */
@Tag("house")
class WaveByItselfIT {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Pattern LINK = Pattern.compile("http://localhost:\\d+/s/([\\w-]{22})");
  private static final int PEOPLE = 6;
  private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private final List<String> channel = new CopyOnWriteArrayList<>();
  private HttpServer slack;

  @BeforeEach
  void start() throws Exception {
    mail.start();
    slack = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    slack.createContext(
        "/",
        exchange -> {
          channel.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    slack.start();
  }

  @AfterEach
  void stop() {
    slack.stop(0);
    mail.stop();
  }

  @Test
  void aSeriesRunsByItself() throws Exception {
    try (var house = new Node.House();
        var node =
            house.start(
                "plimsoll.mail.url=smtp://127.0.0.1:" + mail.getSmtp().getPort(),
                "plimsoll.mail.from=survey@example.org",
                "plimsoll.mail.rate=0",
                "plimsoll.slack.url=http://127.0.0.1:" + slack.getAddress().getPort() + "/hook")) {
      var series = setUp(node);
      var opens = nextWave(node, series);
      assertEquals(nextTuesdayAtNine(), opens);

      house.ahead(until(opens));
      node.await("invitations", () -> mail.getReceivedMessages().length == PEOPLE);
      var links = links();
      assertEquals(PEOPLE, links.size());
      var campaign = wave(node, series, 0);
      answer(node, links);

      house.ahead(until(after(opens, 10).minus(Duration.ofDays(3))));
      node.await("a reminder", () -> mail.getReceivedMessages().length == PEOPLE + 1);
      Node.pause(4000);
      var reminder = reminder();
      assertEquals(PEOPLE + 1, mail.getReceivedMessages().length);
      assertEquals("wave-5@example.org", reminder.getAllRecipients()[0].toString());
      assertEquals(links.get("wave-5@example.org"), token(reminder));

      house.ahead(until(after(opens, 10)));
      node.await("a reading", () -> !reading(node, campaign).isEmpty());
      assertEquals("closed", state(node, campaign));
      assertFalse(Files.exists(house.vault().resolve(campaign + ".key")));
      assertEquals(after(opens, 28), nextWave(node, series));

      setBack(house, node, series, campaign, opens, links);

      house.ahead(until(after(opens, 28)));
      node.await("the next wave", () -> mail.getReceivedMessages().length == 2 * PEOPLE + 1);
      assertNotEquals(campaign, wave(node, series, 1));
      node.await("the letters to be forgotten", () -> !page(node, campaign).contains("are sent"));
      assertEquals(3, channel.size(), channel::toString);
      channel.forEach(notice -> assertFalse(notice.contains("/s/"), notice));
      assertFalse(node.console().matches("(?s).*/s/[\\w-]{22}.*"), node::console);
    }
  }

  private static String setUp(Node node) {
    var people =
        node.api().post("/api/v1/catalog/imports", "text/csv", Wave.catalog(PEOPLE, "wave"));
    assertEquals(200, people.statusCode(), people.body());
    var made =
        node.api()
            .postJson(
                "/api/v1/campaigns",
                """
                {"survey":"quarterly","teamRule":{"name":"wav*"},"repeats":{"everyWeeks":4,
                "weekday":"tuesday","at":"09:00","zone":"Europe/Berlin","openDays":10}}
                """);
    assertEquals(201, made.statusCode(), made.body());
    return Api.json(made).path("id").asText();
  }

  private static Instant nextTuesdayAtNine() {
    var now = Instant.now().atZone(BERLIN);
    var day = now.toLocalDate().with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY));
    var at = day.atTime(LocalTime.of(9, 0)).atZone(BERLIN);
    return (at.isBefore(now) ? at.plusWeeks(1) : at).toInstant();
  }

  /** One in the browser, four otherwise, and one not at all. */
  private static void answer(Node node, Map<String, String> links) {
    try (var browser = new Chromium()) {
      TheWholeRoadIT.answerOnThePhone(
          browser, node.address() + "/s/" + links.get("wave-0@example.org"));
    }
    for (int i = 1; i < PEOPLE - 1; i++) {
      var token = links.get("wave-" + i + "@example.org");
      var sent =
          submission(node, token, "{\"answers\":" + TheWholeRoadIT.answers(token) + "}")
              .statusCode();
      assertEquals(201, sent);
    }
  }

  /** Nothing is sent again, nothing opens again, and the next wave stays where it was. */
  private void setBack(
      Node.House house,
      Node node,
      String series,
      String campaign,
      Instant opens,
      Map<String, String> links) {
    house.ahead(until(opens));
    Node.pause(8000);
    assertEquals(PEOPLE + 1, mail.getReceivedMessages().length);
    assertEquals("closed", state(node, campaign));
    var late = links.get("wave-5@example.org");
    assertEquals(410, submission(node, late, "{\"answers\":{}}").statusCode());
    assertEquals(1, one(node, series).path("waves").size());
    assertEquals(after(opens, 28), nextWave(node, series));
  }

  private static java.net.http.HttpResponse<String> submission(
      Node node, String token, String body) {
    var path = "/api/v1/invitations/" + token + "/submission";
    return Api.at(node.address(), null).postJson(path, body);
  }

  /** So many days later, at the same time of the wall clock. */
  private static Instant after(Instant moment, int days) {
    return moment.atZone(BERLIN).plusDays(days).toInstant();
  }

  private static Duration until(Instant moment) {
    return Duration.between(Instant.now(), moment).plusSeconds(60);
  }

  private static JsonNode one(Node node, String series) {
    return Api.json(node.api().get("/api/v1/series/" + series));
  }

  private static Instant nextWave(Node node, String series) {
    return Instant.parse(one(node, series).at("/next/0/opens").asText());
  }

  private static String wave(Node node, String series, int number) {
    return one(node, series).at("/waves/" + number + "/campaign").asText();
  }

  private static String state(Node node, String campaign) {
    return Api.json(node.api().get("/api/v1/campaigns/" + campaign)).path("state").asText();
  }

  private static String page(Node node, String campaign) {
    return node.api().get("/campaigns/" + campaign).body();
  }

  private static String reading(Node node, String campaign) {
    var found = new ArrayList<String>();
    for (var reading : Api.json(node.api().get("/api/v1/readings"))) {
      if (reading.path("campaign").asText().equals(campaign)) {
        found.add(reading.path("id").asText());
      }
    }
    return found.isEmpty() ? "" : found.get(0);
  }

  private MimeMessage reminder() throws Exception {
    for (var letter : mail.getReceivedMessages()) {
      if (letter.getSubject().startsWith("Until ")) return letter;
    }
    throw new AssertionError("no reminder");
  }

  /** The secret of each receiver's link. */
  private Map<String, String> links() throws Exception {
    var links = new TreeMap<String, String>();
    for (var letter : mail.getReceivedMessages()) {
      links.put(letter.getAllRecipients()[0].toString(), token(letter));
    }
    return links;
  }

  private static String token(MimeMessage letter) throws Exception {
    var text = (String) ((Multipart) letter.getContent()).getBodyPart(0).getContent();
    var link = LINK.matcher(text);
    assertTrue(link.find(), text);
    return link.group(1);
  }
}
