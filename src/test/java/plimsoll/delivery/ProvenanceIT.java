package plimsoll.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plimsoll.Api.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plimsoll.Api;
import plimsoll.OnTheServer;

/** Each figure shows what it is made of, as a page and as JSON. */
@ExtendWith(OnTheServer.class)
class ProvenanceIT {
  private static final String OWN = "/api/v1/deliveries/plimsoll";
  private static final String SPAN = "?from=2025-03-01&to=2025-03-16&service=prov-cart";

  private final Api api = Api.asAdministrator();

  @BeforeAll
  static void send() {
    var api = Api.asAdministrator();
    api.post(
        "/api/v1/catalog/imports",
        "text/csv",
        "team,person,service,zone\nprov-team,Pia,prov-own,Pacific/Kiritimati\n");
    api.post(
        OWN,
        "application/x-ndjson",
        String.join(
            "\n",
            deployment("a", "2025-03-03T10:00:00Z", ""),
            deployment("b", "2025-03-05T10:00:00Z", ""),
            deployment(
                "c", "2025-03-07T10:00:00Z", ",\"remediates\":\"prov-b\",\"via\":\"gitops\""),
            deployment("d", "2025-03-09T10:00:00Z", ",\"via\":\"pipeline\""),
            "{\"type\":\"incident\",\"id\":\"prov-i\",\"service\":\"prov-cart\","
                + "\"startedAt\":\"2025-03-12T10:00:00Z\",\"resolvedAt\":\"2025-03-12T11:00:00Z\"}"));
  }

  @Test
  void aFigureSaysItsRecordsItsRulesAndHowFarItMoves() {
    var figure = figure("organisation/change-fail-rate" + SPAN);
    assertEquals(1, figure.at("/metric/hits").intValue());
    assertEquals(4, figure.at("/metric/n").intValue());
    assertEquals("2025-03-16", figure.get("to").textValue());
    assertFalse(figure.get("provisional").booleanValue());
    assertEquals(1, under(figure, "only-last-deployment").get("hits").intValue());
    assertEquals(2, under(figure, "widest").get("hits").intValue());
    var failed = figure.get("evidence").get(1);
    assertEquals("plimsoll/prov-b", failed.get("event").textValue());
    assertTrue(failed.get("counts").booleanValue());
    assertEquals("stated", failed.get("rule").textValue());
    var last = figure.get("evidence").get(3);
    assertFalse(last.get("counts").booleanValue());
    assertEquals("last deployment, longer ago", last.get("rule").textValue());
  }

  /** All of it came years later, so it was nothing when it became final. */
  @Test
  void whatCameAfterItWasFinalIsSaid() {
    var figure = figure("organisation/deployment-frequency" + SPAN);
    assertEquals("2025-03-23", figure.get("finalOn").textValue());
    assertEquals(4, figure.at("/late/records").intValue());
    assertTrue(figure.at("/late/without/value").isNull());
    var page = api.get("/delivery/organisation/deployment-frequency" + SPAN).body();
    assertTrue(page.contains("4 records came or changed after it had become final"), page);
  }

  @Test
  void thePageShowsTheSame() {
    var page = api.get("/delivery/organisation/change-fail-rate" + SPAN);
    assertEquals(200, page.statusCode());
    for (var part :
        new String[] {
          "1 of 4",
          "It is 1 of 4 here; under other rules it lies between 0 of 4 and 2 of 4.",
          "plimsoll/prov-b",
          "Final since 2025-03-23",
          "/method#change-fail-rate",
          "What DORA's reports said",
          "State of DevOps 2024",
          "</html>"
        }) {
      assertTrue(page.body().contains(part), part);
    }
  }

  /** No page breaks off in its middle: each measure, with and without a value. */
  @Test
  void everyFigureHasAWholePage() {
    for (var measure : plimsoll.delivery.metric.Measure.values()) {
      for (var span : new String[] {SPAN, "", "?month=2031-01"}) {
        var page = api.get("/delivery/organisation/" + measure.slug() + span);
        assertEquals(200, page.statusCode(), measure.slug());
        assertTrue(page.body().contains("</html>"), measure.slug() + span);
      }
    }
  }

  @Test
  void onlyThoseThatCountAreListedWhenThatIsAsked() {
    var figure = figure("organisation/change-fail-rate" + SPAN + "&only=counted");
    assertEquals(4, figure.get("records").intValue());
    assertEquals(1, figure.get("evidence").size());
  }

  @Test
  void theWayIsCarriedFromTheEvent() {
    var figure = figure("organisation/gitops-share" + SPAN);
    assertEquals(1, figure.at("/metric/hits").intValue());
    assertEquals(2, figure.at("/metric/n").intValue());
    assertEquals(0.5, figure.at("/metric/coverage").doubleValue());
  }

  /** In Kiritimati, 14 hours ahead, April has begun at 10:00 on 31 March. */
  @Test
  void aTeamsPageAndTheOverviewCountByItsOwnCalendarAsTheFigureDoes() {
    var at = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1).minusDays(1);
    var month = at.plusDays(1).toString().substring(0, 7);
    var sent = deployment("own", at + "T10:30:00Z", "").replace("prov-cart", "prov-own");
    assertEquals(202, api.post(OWN, "application/x-ndjson", sent).statusCode());
    var figure = figure("prov-team/deployment-frequency?month=" + month);
    assertEquals(1, figure.at("/metric/n").intValue());
    var link = "/delivery/prov-team/deployment-frequency?month=" + month + "\"";
    for (var path : new String[] {"/delivery/prov-team", "/delivery?month=" + month}) {
      var page = api.get(path).body();
      assertTrue(page.contains(link), path);
      var cell = page.substring(page.indexOf(link));
      assertTrue(cell.substring(0, cell.indexOf("</td>")).contains("1 deployment"), cell);
    }
  }

  @Test
  void claimsAndTicketsMakeTheShareOfSelfService() {
    var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    var lines =
        claim("1", now, "self", "ready")
            + claim("2", now, "ticket", "ready")
            + claim("3", now, "self", "failed")
            + "{\"type\":\"ticket\",\"id\":\"prov-t\",\"fromTeam\":\"prov-team\",\"toTeam\":\"ops\","
            + "\"kind\":\"infrastructure\",\"openedAt\":\""
            + now
            + "\"}\n{\"type\":\"claim\",\"id\":\"prov-none\",\"team\":\"x\"}";
    var taken = json(api.post(OWN, "application/x-ndjson", lines));
    assertEquals("requestedAt is missing.", taken.at("/problems/0/message").textValue());
    var day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    var figure =
        figure("prov-team/self-service-share?from=" + day.minusDays(1) + "&to=" + day.plusDays(2));
    assertEquals("Pacific/Kiritimati", figure.get("zone").textValue());
    var span = "?from=" + day.minusDays(1) + "&to=" + day.plusDays(2);
    var page = api.get("/delivery/prov-team/self-service-share" + span).body();
    var there = now.atZone(ZoneId.of("Pacific/Kiritimati")).toLocalDateTime().toString();
    assertTrue(page.contains("When (Pacific/Kiritimati)"), page);
    assertTrue(page.contains(there.substring(0, 16).replace('T', ' ')), page);
    assertEquals(1, figure.at("/metric/hits").intValue());
    assertEquals(4, figure.at("/metric/n").intValue());
    assertTrue(figure.get("provisional").booleanValue());
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    var all = "/api/v1/delivery/organisation/lead-time";
    assertEquals(404, api.get("/api/v1/delivery/nobody-at-all/lead-time").statusCode());
    assertEquals(404, api.get("/api/v1/delivery/organisation/nothing").statusCode());
    assertEquals(422, api.get(all + "?from=2026-03-01").statusCode());
    assertEquals(422, api.get(all + "?from=2026-03-01&to=2026-03-01").statusCode());
    assertEquals(422, api.get(all + "?from=2026-03-01&to=2036-03-01").statusCode());
    assertEquals(422, api.get(all + "?from=0000-03-01&to=1.4.2026").statusCode());
    assertEquals(422, api.get(all + "?month=2026-13").statusCode());
    assertEquals(200, api.get(all + SPAN + "&page=-1").statusCode());
    assertEquals(200, api.get(all + SPAN + "&page=2000000000").statusCode());
    assertEquals(401, Api.asNobody().get(all).statusCode());
  }

  private JsonNode figure(String path) {
    var answer = api.get("/api/v1/delivery/" + path);
    assertEquals(200, answer.statusCode(), answer.body());
    return json(answer);
  }

  private static JsonNode under(JsonNode figure, String rule) {
    for (var one : figure.at("/metric/alternatives")) {
      if (one.get("key").textValue().equals(rule)) return one;
    }
    throw new AssertionError(rule);
  }

  private static String deployment(String id, String at, String more) {
    return "{\"type\":\"deployment\",\"id\":\"prov-%s\",\"service\":\"prov-cart\",\"finishedAt\":\"%s\",\"outcome\":\"succeeded\"%s}"
        .formatted(id, at, more);
  }

  private static String claim(String id, Instant at, String channel, String outcome) {
    return "{\"type\":\"claim\",\"id\":\"prov-%s\",\"team\":\"prov-team\",\"capability\":\"database\",\"requestedAt\":\"%s\",\"channel\":\"%s\",\"outcome\":\"%s\"}\n"
        .formatted(id, at, channel, outcome);
  }
}
