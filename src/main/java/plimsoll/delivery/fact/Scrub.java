package plimsoll.delivery.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import plimsoll.json.Json;

/** Takes people out of what a source sent, before it is kept: we count deployments, not persons. */
public final class Scrub {
  private static final int LENGTH_MAX = 65_536;

  private static final Set<String> PEOPLE =
      Set.of(
          "author",
          "committer",
          "pusher",
          "sender",
          "user",
          "creator",
          "owner",
          "merged_by",
          "assignee",
          "assignees",
          "requested_reviewers",
          "actor",
          "triggering_actor",
          "message",
          "title",
          "body");

  private Scrub() {}

  /** The JSON without people and their words; null when it is too long to keep. */
  public static String withoutPeople(ObjectNode payload) {
    var copy = payload.deepCopy();
    strip(copy);
    var text = Json.write(copy);
    return text.length() <= LENGTH_MAX ? text : null;
  }

  private static void strip(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(PEOPLE);
    }
    node.forEach(Scrub::strip);
  }
}
