package plimsoll.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plimsoll.Api;
import plimsoll.OnTheServer;
import plimsoll.Wave;

@ExtendWith(OnTheServer.class)
class AuditIT {

  @Test
  void eachLookAtASliceIsRecordedOnceWithWhoAndWhat() {
    var label = "the reader " + UUID.randomUUID();
    var reader = Api.withScopes(label, "product");
    var wave = Wave.of(6);
    var reading = wave.answered(link -> "{\"D1a\":3}").read();
    var paths =
        List.of(
            "/readings/" + reading,
            "/readings/" + reading + "/teams/" + wave.team(),
            "/api/v1/readings/" + reading + "/readiness",
            "/api/v1/readings/" + reading + "/teams/" + wave.team(),
            "/api/v1/readings/" + reading + "/reports/readiness.md",
            "/api/v1/readings/" + reading + "/reports/roadmap.json",
            "/api/v1/readings/" + reading + "/roadmap",
            "/campaigns/" + wave.id(),
            "/api/v1/campaigns/" + wave.id());
    for (var path : paths) {
      assertEquals(200, reader.get(path).statusCode(), path);
      assertEquals(200, reader.get(path).statusCode(), path);
    }
    var looks = entries().stream().filter(e -> e.path("token").asText().equals(label)).toList();
    assertEquals(paths, looks.stream().map(e -> e.path("target").asText()).toList());
    assertEquals("looked at a team's page", looks.get(1).path("action").asText());
    assertEquals("administrator", looks.get(1).path("account").asText());
  }

  @Test
  void theLatestReadingIsRecordedByItsOwnId() {
    var label = "the latest " + UUID.randomUUID();
    var reader = Api.withScopes(label, "engineer");
    Wave.of(6).answered(link -> "{\"D1a\":3}").read();
    assertEquals(200, reader.get("/").statusCode());
    assertEquals(200, reader.get("/api/v1/readings/latest/reports/readiness.md").statusCode());
    var targets =
        entries().stream()
            .filter(e -> e.path("token").asText().equals(label))
            .map(e -> e.path("target").asText())
            .toList();
    assertTrue(targets.get(0).matches("/readings/[0-9a-f-]{36}"), targets.toString());
    assertTrue(targets.get(1).matches("/api/v1/readings/[0-9a-f-]{36}/reports/readiness.md"));
  }

  @Test
  void whatIsRefusedAndWhatAnEngineerAnswersIsNotRecorded() {
    var wave = Wave.of(6);
    assertEquals(404, Api.asAdministrator().get("/campaigns/" + new UUID(1, 2)).statusCode());
    assertEquals(200, Api.asNobody().get("/s/" + wave.token(0)).statusCode());
    assertEquals(200, Api.asAdministrator().get("/s/" + wave.token(0)).statusCode());
    Wave.answer(wave.token(0), "{\"D1a\":3}");
    var all = entries().toString();
    assertFalse(all.contains(wave.token(0)));
    assertFalse(all.contains(new UUID(1, 2).toString()));
  }

  @Test
  void councilAndAdministratorReadItAndAreRecordedAndNobodyElseDoes() {
    var label = "the council " + UUID.randomUUID();
    var council = Api.withScopes(label, "council");
    for (var path : List.of("/audit", "/api/v1/audit", "/api/v1/audit/check")) {
      for (var role : List.of("engineer", "product", "leader", "sender")) {
        assertEquals(403, Api.withScopes(role, role).get(path).statusCode(), role + path);
      }
      assertEquals(200, council.get(path).statusCode(), path);
      assertEquals(200, Api.asAdministrator().get(path).statusCode(), path);
    }
    assertEquals(401, Api.asNobody().get("/api/v1/audit").statusCode());
    assertEquals(303, Api.asNobody().get("/audit").statusCode());
    var looks = entries().stream().filter(e -> e.path("token").asText().equals(label)).toList();
    assertEquals(3, looks.size());
    assertEquals("looked at the audit log", looks.get(0).path("action").asText());
    assertTrue(council.get("/audit").body().contains(label));
  }

  @Test
  void theCouncilSeesNoResultsAndChangesNothing() {
    var council = Api.withScopes("no results", "council");
    var wave = Wave.of(6);
    for (var path :
        List.of(
            "/campaigns",
            "/campaigns/" + wave.id(),
            "/roadmap",
            "/delivery",
            "/readings",
            "/access",
            "/catalog",
            "/api/v1/readings",
            "/api/v1/people",
            "/api/v1/campaigns/" + wave.id() + "/links.csv")) {
      assertEquals(403, council.get(path).statusCode(), path);
    }
    assertEquals(
        "/audit",
        council
            .get("/")
            .headers()
            .firstValue("Location")
            .orElse("")
            .replaceFirst("^http://[^/]*", ""));
    assertEquals(403, council.postJson("/api/v1/tokens", "{}").statusCode());
    assertEquals(200, council.get("/method").statusCode());
  }

  @Test
  void theCheckFindsAllEntriesWholeAndComparesWhatWasNoted() {
    var council = Api.withScopes("checker", "council");
    var found = Api.json(council.get("/api/v1/audit/check"));
    assertEquals(0, found.path("faults").size(), found.toString());
    var noted = "?number=" + found.path("last").asLong() + "&hash=";
    var hash = found.path("lastHash").asText();
    var same = Api.json(council.get("/api/v1/audit/check" + noted + hash));
    assertEquals(0, same.path("faults").size(), same.toString());
    var other = Api.json(council.get("/api/v1/audit/check" + noted + "0".repeat(64)));
    assertTrue(other.at("/faults/0").asText().startsWith("Rewritten"), other.toString());
    assertEquals(422, council.get("/api/v1/audit/check?number=x").statusCode());
    assertEquals(422, council.get("/api/v1/audit?after=x").statusCode());
  }

  @Test
  void nothingDeletesOrChangesAnEntry() {
    var last = entries().get(0).path("number").asLong();
    for (var path : List.of("/api/v1/audit", "/api/v1/audit/" + last, "/audit")) {
      var api = Api.asAdministrator();
      for (var answer :
          List.of(api.delete(path), api.putJson(path, "{}"), api.postJson(path, "{}"))) {
        assertTrue(List.of(404, 405, 415).contains(answer.statusCode()), path + answer);
      }
    }
  }

  private static List<JsonNode> entries() {
    var all = new ArrayList<JsonNode>();
    var next = "";
    do {
      var page = Api.json(Api.asAdministrator().get("/api/v1/audit?after=" + next));
      page.path("items").forEach(all::add);
      next = page.path("next").isNull() ? "" : page.path("next").asText();
    } while (!next.isEmpty());
    return all;
  }
}
