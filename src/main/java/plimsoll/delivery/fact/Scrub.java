package plimsoll.delivery.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.regex.Pattern;
import plimsoll.json.Json;

/** Takes people out of what a source sent, before it is kept: we count deployments, not persons. */
public final class Scrub {
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
          "agent",
          "assigned_to",
          "assigned_to_user",
          "assignments",
          "acknowledgers",
          "acknowledgements",
          "last_status_change_by",
          "log_entries",
          "resolved_by_user",
          "requester",
          "username",
          "userId",
          "recipients",
          "reporter",
          "updateAuthor",
          "displayName",
          "emailAddress",
          "accountId",
          "avatarUrls",
          "comment",
          "worklog",
          "description",
          "opened_by",
          "closed_by",
          "resolved_by",
          "reopened_by",
          "caller_id",
          "watch_list",
          "work_notes",
          "work_notes_list",
          "comments",
          "comments_and_work_notes",
          "close_notes",
          "short_description",
          "user_input",
          "additional_assignee_list",
          "sys_created_by",
          "sys_updated_by",
          "title",
          "body");

  /** Of a person's mail, wherever it stands; a repository's has a path behind it. */
  private static final Pattern ADDRESS = Pattern.compile("[^@\\s/:]+@[^@\\s/:]+\\.[A-Za-z]{2,}");

  private Scrub() {}

  /** The JSON without people and their words. */
  public static String withoutPeople(JsonNode payload) {
    var copy = payload.deepCopy();
    strip(copy);
    return Json.write(copy);
  }

  private static void strip(JsonNode node) {
    if (node instanceof ObjectNode object) {
      if (object.has("specversion") && !object.has("context")) EventData.write(object);
      object.remove(PEOPLE);
      if (object.has("issuetype")) object.remove("summary");
      object.properties().removeIf(one -> ADDRESS.matcher(one.getValue().asText("")).matches());
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
