package plimsoll.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plimsoll.Api.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plimsoll.Api;
import plimsoll.OnTheServer;

/** What was judged is kept, and judged anew where an event says so. Nobody else tells of 2003. */
@ExtendWith(OnTheServer.class)
class LedgerIT {
  private final Api api = Api.asAdministrator();

  @Test
  void lateEventChangesWhatItShouldAndNothingElse() {
    send(deployment("late-1", "late", "2003-05-06T09:00:00Z", "c1", "c2"));
    send(deployment("late-2", "late", "2003-05-20T09:00:00Z", "c3"));
    send(deployment("late-3", "late", "2003-06-10T09:00:00Z", "c2", "c4"));
    assertEquals(List.of("c4"), commits("2003-06", "late-3"));
    assertFalse(failed("late-1"));

    send(incident("\"resolvedAt\":null"));
    assertTrue(failed("late-1"), "the last deployment of the day");
    assertFalse(failed("late-2"));

    send(deployment("late-0", "late", "2003-05-06T11:00:00Z", "c4"));
    assertTrue(failed("late-0"), "one that came late was the last");
    assertFalse(failed("late-1"));
    assertEquals(List.of("c4"), commits("2003-05", "late-0"));
    assertEquals(List.of(), commits("2003-06", "late-3"), "all of it had arrived before");

    send(incident("\"resolvedAt\":\"2003-05-20T12:00:00Z\",\"causedBy\":\"late-2\""));
    assertTrue(failed("late-2"), "a later version names its cause");
    assertFalse(failed("late-0"));
    assertEquals(List.of("c3"), commits("2003-05", "late-2"));
  }

  @Test
  void eventThatMovesToAnotherServiceLeavesTheOneBefore() {
    send(deployment("moved-1", "moved-from", "2003-09-02T09:00:00Z", "m1"));
    send(deployment("moved-2", "moved-to", "2003-09-09T09:00:00Z", "m1"));
    assertEquals(List.of("m1"), commits("2003-09", "moved-2"), "once in each service");
    send(
        deployment("moved-1", "moved-to", "2003-09-02T09:00:00Z", "m1")
            .replace("\"succeeded\"", "\"rolled_back\""));
    assertEquals(List.of("m1"), commits("2003-09", "moved-1"));
    assertEquals(List.of(), commits("2003-09", "moved-2"));
  }

  private void send(String event) {
    var answer = api.postJson("/api/v1/deliveries/plimsoll", event);
    assertEquals(202, answer.statusCode(), answer.body());
  }

  private boolean failed(String deployment) {
    var found = evidence("change-fail-rate", "2003-05", deployment);
    assertEquals(1, found.size(), found::toString);
    return found.get(0).get("counts").booleanValue();
  }

  private List<String> commits(String month, String deployment) {
    return evidence("lead-time", month, deployment).stream()
        .map(one -> one.get("because").asText().replaceAll("^commit (\\w+).*", "$1"))
        .sorted()
        .toList();
  }

  private List<JsonNode> evidence(String measure, String month, String deployment) {
    var answer = api.get("/api/v1/delivery/organisation/" + measure + "?month=" + month);
    assertEquals(200, answer.statusCode(), answer.body());
    return StreamSupport.stream(json(answer).get("evidence").spliterator(), false)
        .filter(one -> one.get("event").asText().equals("plimsoll/" + deployment))
        .toList();
  }

  private static String deployment(String id, String service, String at, String... commits) {
    var listed =
        Arrays.stream(commits)
            .map(one -> "{\"id\":\"" + one + "\",\"committedAt\":\"2003-05-01T00:00:00Z\"}")
            .toList();
    return "{\"type\":\"deployment\",\"id\":\"%s\",\"service\":\"%s\",\"environment\":\"production\","
            .formatted(id, service)
        + "\"finishedAt\":\"%s\",\"outcome\":\"succeeded\",\"commits\":%s}".formatted(at, listed);
  }

  private static String incident(String more) {
    return "{\"type\":\"incident\",\"id\":\"late-incident\",\"service\":\"late\",\"cause\":\"change\","
        + "\"startedAt\":\"2003-05-06T12:00:00Z\","
        + more
        + "}";
  }
}
