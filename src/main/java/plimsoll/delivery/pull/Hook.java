package plimsoll.delivery.pull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import plimsoll.json.Json;

/** Something of the past in the form of the webhook that would have told of it. */
record Hook(Map<String, String> headers, ObjectNode payload) {
  byte[] body() {
    return Json.write(payload).getBytes(StandardCharsets.UTF_8);
  }
}
