package plimsoll.delivery.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import plimsoll.access.Refusal;
import plimsoll.delivery.fact.BadEvent;
import plimsoll.delivery.fact.EventData;
import plimsoll.delivery.fact.Fields;

/**
 * An event in the envelope of CloudEvents, version 1.0 or 0.3, over HTTP.
 *
 * @param attributes of the envelope; empty where the event came without one
 * @param data what it holds; JSON where it is JSON, however it was written
 */
record CloudEvent(Fields attributes, JsonNode data) {
  private static final int EVENTS_MAX = 10_000;
  private static final List<String> NEEDED = List.of("specversion", "id", "source", "type");

  /**
   * The events of a delivery, in structured, binary or batch mode, or without an envelope; what is
   * not an object becomes one without attributes.
   *
   * @throws Refusal 400 when it is not JSON, or no batch where it says that it is one; 413 when it
   *     holds too many events
   */
  static List<CloudEvent> in(Delivery delivery) {
    if (delivery.header("ce-type") != null || delivery.header("ce-specversion") != null) {
      return List.of(new CloudEvent(headers(delivery), delivery.json()));
    }
    var body = delivery.json();
    if (!body.isArray()) {
      if (type(delivery).startsWith("application/cloudevents-batch")) {
        throw new Refusal(400, "A batch is an array of events; this is something else.");
      }
      return List.of(structured(body));
    }
    if (body.size() > EVENTS_MAX) {
      throw new Refusal(413, "A batch takes at most 10,000 events. Send it in parts.");
    }
    var all = new ArrayList<CloudEvent>();
    body.forEach(one -> all.add(structured(one)));
    return all;
  }

  /** True where an envelope was there, so that its rules hold. */
  boolean enveloped() {
    return !attributes.object().isEmpty();
  }

  /**
   * @throws BadEvent when an attribute is missing that every envelope has
   */
  void check() {
    if (enveloped()) {
      NEEDED.forEach(attributes::needed);
    }
  }

  private static String type(Delivery delivery) {
    var type = delivery.header("Content-Type");
    return type == null ? "" : type.strip().toLowerCase(Locale.ROOT);
  }

  /** In binary mode each attribute is a header, in which what is not ASCII is written as %XX. */
  private static Fields headers(Delivery delivery) {
    var attributes = JsonNodeFactory.instance.objectNode();
    delivery
        .headers()
        .forEach(
            (name, value) -> {
              if (name.startsWith("ce-")) attributes.put(name.substring(3), decoded(value));
            });
    return new Fields(attributes);
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }

  /** An object with an own context is an event that came without an envelope. */
  private static CloudEvent structured(JsonNode one) {
    if (one instanceof ObjectNode object && object.has("specversion") && !object.has("context")) {
      var attributes = object.deepCopy();
      attributes.remove(List.of("data", "data_base64"));
      return new CloudEvent(new Fields(attributes), EventData.of(object));
    }
    return new CloudEvent(new Fields(JsonNodeFactory.instance.objectNode()), one);
  }
}
