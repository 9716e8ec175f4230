package plimsoll.delivery.source;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plimsoll.delivery.fact.Scrub;
import plimsoll.json.Json;

/** Who stands in real payloads does not stand in what is kept of them. */
class PeopleTest {

  @ParameterizedTest
  @CsvSource({
    "incident-webhooks/zulip-pagerduty/resolve_v2.json, Laura Haley",
    "incident-webhooks/zulip-pagerduty/resolved.json, armooo",
    "incident-webhooks/zulip-pagerduty/acknowledged_v3.json, PIG 208",
    "incident-webhooks/zulip-opsgenie/close.json, ifountain.com",
    "incident-webhooks/zulip-opsgenie/create.json, example.com",
    "incident-webhooks/superplane/servicenow__example_output_create_incident.json, it.support",
    "other-forges/zulip-jira/created_v2.json, Franchi",
    "other-forges/zulip-jira/updated_priority_v2.json, leo",
    "argocd/api/roadie-applications-test-app.json, iain",
  })
  void peopleAreNotKept(String file, String person) throws IOException {
    var payload = (ObjectNode) Json.MAPPER.readTree(Payloads.corpus(file));
    assertFalse(Scrub.withoutPeople(payload).contains(person), person);
  }

  @ParameterizedTest
  @CsvSource({"ada@example.com, true", "git@github.com:shop/cart.git, false", "1@2, false"})
  void mailAddressIsNotKeptWhereverItStands(String text, boolean gone) throws IOException {
    var payload = (ObjectNode) Json.MAPPER.readTree("{\"a\":[{\"b\":\"" + text + "\"}]}");
    assertFalse(Scrub.withoutPeople(payload).contains(text) == gone, List.of(text).toString());
  }
}
