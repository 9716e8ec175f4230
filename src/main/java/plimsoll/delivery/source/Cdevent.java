package plimsoll.delivery.source;

import static plimsoll.delivery.fact.Fact.first;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.regex.Pattern;
import plimsoll.delivery.fact.BadEvent;
import plimsoll.delivery.fact.Fields;
import plimsoll.delivery.fact.Moments;

/**
 * One event of CDEvents. Its types carry versions of their own, and whatever a newer one adds is
 * left unread; so one reading does for all.
 */
record Cdevent(Fields context, Fields subject, Fields content, String kind, String predicate) {
  private static final Pattern TYPE =
      Pattern.compile("dev\\.cdeventsx?\\.([a-z0-9-]+)\\.([a-z0-9]+)(?:\\..*)?");

  /**
   * @return null when the envelope holds something else than an event of CDEvents
   * @throws BadEvent when it should be one and is not
   */
  static Cdevent of(CloudEvent event) {
    var type = event.enveloped() ? event.attributes().needed("type") : null;
    if (type != null && !type.startsWith("dev.cdevents")) {
      return null;
    }
    if (!(event.data() instanceof ObjectNode data)) {
      throw new BadEvent("The event holds no JSON object, so it is no event of CDEvents.");
    }
    var context = new Fields(data).part("context");
    var parts = TYPE.matcher(context.needed("type"));
    if (!parts.matches()) {
      throw new BadEvent("The type " + Fields.cut(context.needed("type")) + " is not of CDEvents.");
    }
    var subject = new Fields(data).part("subject");
    return new Cdevent(context, subject, subject.part("content"), parts.group(1), parts.group(2));
  }

  /** When it happened; every version must say so, and whose event it is. */
  Instant happened(Moments moments) {
    context.needed("id");
    context.needed("source");
    subject.needed("id");
    if (!context.has("specversion")) {
      context.needed("version");
    }
    return moments.read("timestamp", context.needed("timestamp"));
  }

  /** The id of an event is its source's own; its type is part of it, because examples share ids. */
  String eventId() {
    return context.needed("id") + " " + context.needed("type") + " " + context.needed("source");
  }

  String subjectId() {
    return subject.needed("id") + " " + first(subject.text("source"), context.needed("source"));
  }

  /** A reference by its name, or else by its id. */
  String named(String name) {
    return first(content.partOrNone(name).text("name"), id(name));
  }

  /** A reference is an object with an id, in the oldest version the id alone. */
  String id(String name) {
    var json = content.object().path(name);
    return json.isTextual() ? content.text(name) : content.partOrNone(name).text("id");
  }
}
