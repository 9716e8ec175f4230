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
          "author_name",
          "author_email",
          "committer",
          "pusher",
          "sender",
          "user",
          "user_name",
          "user_username",
          "user_email",
          "user_avatar",
          "creator",
          "owner",
          "merged_by",
          "assignee",
          "assignees",
          "requested_reviewers",
          "actor",
          "approver",
          "reviewers",
          "requestor",
          "responder",
          "updatedBy",
          "triggering_actor",
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
      shorten(object);
    }
    node.fields().forEachRemaining(one -> strip(one.getKey(), one.getValue()));
    if (node.isArray()) {
      node.forEach(Scrub::strip);
    }
  }

  /** The title of a label is its name, and a rule may ask for it. */
  private static void strip(String name, JsonNode value) {
    if (!name.equals("labels")) {
      strip(value);
    }
  }

  /** Of a message only that stays by which git says what a commit takes back. */
  private static void shorten(ObjectNode object) {
    if (object.has("message")) {
      var reverted = Reverts.of(object.get("message").asText(""));
      if (reverted == null) {
        object.remove("message");
      } else {
        object.put("message", "This reverts commit " + reverted + ".");
      }
    }
  }
}
