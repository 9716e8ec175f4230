package plimsoll.estate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plimsoll.Api;
import plimsoll.OnTheServer;

@ExtendWith(OnTheServer.class)
class PlatformIT {
  private static final String OBJECTS = "/api/v1/platform/objects/estate-it";

  private static final String CLAIM =
      """
      apiVersion: estate-it.example/v1
      kind: Queue
      metadata:
        name: orders
        namespace: estate-it
        uid: 6f1d0d0e-0000-4000-8000-000000000001
        creationTimestamp: "2026-03-23T09:00:00Z"
      status:
        conditions:
        - {type: Ready, status: "True", lastTransitionTime: "2026-03-23T09:04:00Z"}
      """;
  private static final String DEFINITION =
      """
      apiVersion: apiextensions.crossplane.io/v1
      kind: CompositeResourceDefinition
      metadata: {name: xqueues.estate-it.example}
      spec:
        group: estate-it.example
        names: {kind: XQueue, plural: xqueues}
        claimNames: {kind: Queue, plural: queues}
        versions: [{name: v1, served: true}]
      """;

  @Test
  void aDefinitionMakesAClaimOfWhatStandsBeforeItInTheSameSending() {
    var sent = CLAIM + "---\n" + DEFINITION + "---\nkind: ConfigMap\n---\n{{ template }}\n";
    var answer = Api.withScopes("estate", "sender").post(OBJECTS, "application/yaml", sent);
    assertEquals(202, answer.statusCode(), answer.body());
    var taken = Api.json(answer);
    assertEquals(2, taken.path("accepted").asInt(), answer.body());
    assertEquals(2, taken.path("problems").size(), answer.body());
  }

  @Test
  void whatIsNoObjectIsRefusedOrNamedAndNeverAFault() {
    var api = Api.asAdministrator();
    assertEquals(400, api.postJson(OBJECTS, "{\"kind\":").statusCode());
    assertEquals(400, api.postJson(OBJECTS, "[".repeat(5000)).statusCode());
    assertEquals(422, api.postJson(OBJECTS.replace("estate-it", "a%20b"), "{}").statusCode());
    for (var body :
        new String[] {
          "[]", "[null, 3, \"x\"]", "{\"items\": [{\"kind\": 3}]}", "{\"kind\": \"List\"}"
        }) {
      var answer = api.postJson(OBJECTS, body);
      assertEquals(202, answer.statusCode(), answer.body());
      assertEquals(0, Api.json(answer).path("accepted").asInt());
    }
    assertTrue(api.post(OBJECTS, "text/yaml", "a: [").body().contains("readable as YAML"));
    assertEquals(401, Api.asNobody().postJson(OBJECTS, "{}").statusCode());
  }
}
