package plimsoll.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plimsoll.Api;
import plimsoll.Rehearsal;
import plimsoll.Wave;

@ExtendWith(Rehearsal.class)
class RetentionIT {
  private final Api administrator;

  RetentionIT() {
    Rehearsal.ahead(Duration.ZERO);
    administrator = Api.withScopes("keeper", "administrator", "product");
  }

  @Test
  void eachKindIsForgottenWhenItsTimeIsOverAndNotBefore() {
    var wave = Wave.of(12);
    wave.tokens().stream().limit(11).forEach(link -> Wave.answer(link, words()));
    var reading = wave.read();
    var progress = wave.progress();
    var shown = get("/api/v1/readings/" + reading + "/readiness");

    sweepAfter(Duration.ofDays(6).plusHours(23));
    assertFalse(audit().contains("forgot who answered"), audit().toString());
    sweepAfter(Duration.ofDays(8));
    assertTrue(audit().contains("forgot who answered"), audit().toString());
    assertEquals(progress, Api.json(administrator.get("/api/v1/campaigns/" + wave.id())));
    assertTrue(comments(wave).contains("READABLE"));

    sweepAfter(Duration.ofDays(182));
    assertFalse(audit().contains("deleted own words"));
    sweepAfter(Duration.ofDays(184));
    assertEquals("11 in all, beyond their time", target("deleted own words"));
    assertFalse(comments(wave).contains("READABLE"));

    sweepAfter(Duration.ofDays(395));
    assertFalse(audit().contains("deleted answers"));
    sweepAfter(Duration.ofDays(397));
    assertEquals("11 in all, beyond their time", target("deleted answers"));
    assertEquals("12 invitations, beyond their time", target("forgot who was asked"));
    assertEquals(progress, Api.json(administrator.get("/api/v1/campaigns/" + wave.id())));
    assertEquals(shown, get("/api/v1/readings/" + reading + "/readiness"));
    assertEquals(200, administrator.get("/readings/" + reading).statusCode());

    var before = audit();
    sweepAfter(Duration.ofDays(397));
    assertEquals(before.size() + 1, audit().size(), "only the sweep itself is recorded");

    sweepAfter(Duration.ofDays(1130));
    assertTrue(audit().contains("deleted the record's beginning"));
    assertFalse(audit().contains("deleted own words"));
    var check = Api.json(administrator.get("/api/v1/audit/check"));
    assertEquals(0, check.path("faults").size(), check.toString());
    assertTrue(check.path("first").asLong() > 1);
  }

  @Test
  void onlyAdministratorsHaveItDone() {
    for (var role : List.of("engineer", "product", "leader", "council", "sender")) {
      var answer = Api.withScopes(role, role).postJson("/api/v1/retention/sweeps", "{}");
      assertEquals(403, answer.statusCode(), role);
    }
    assertEquals(401, Api.asNobody().postJson("/api/v1/retention/sweeps", "{}").statusCode());
  }

  private void sweepAfter(Duration ahead) {
    Rehearsal.ahead(ahead);
    assertEquals(204, administrator.postJson("/api/v1/retention/sweeps", "{}").statusCode());
  }

  private String comments(Wave wave) {
    return get("/api/v1/campaigns/" + wave.id() + "/comments");
  }

  private List<String> audit() {
    var items = Api.json(administrator.get("/api/v1/audit")).path("items");
    return StreamSupport.stream(items.spliterator(), false)
        .map(entry -> entry.path("action").asText())
        .filter(action -> !action.startsWith("looked"))
        .toList();
  }

  private String target(String action) {
    var items = Api.json(administrator.get("/api/v1/audit")).path("items");
    return StreamSupport.stream(items.spliterator(), false)
        .filter(entry -> entry.path("action").asText().equals(action))
        .map(entry -> entry.path("target").asText())
        .findFirst()
        .orElse("");
  }

  private String get(String path) {
    var answer = administrator.get(path);
    assertEquals(200, answer.statusCode(), path);
    return answer.body();
  }

  private static String words() {
    return "{\"D1a\":3,\"K0\":true,\"K9\":\"builds\"}";
  }
}
