package plimsoll.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Leaves out of objects what nobody is to keep, or what only fills. */
final class Objects {
  private static final Set<String> SECRET = Set.of("data", "stringData", "binaryData");
  private static final String LAST = "kubectl.kubernetes.io/last-applied-configuration";

  private Objects() {}

  /**
   * Without what managers note of fields, what kubectl applied last, and data of secrets; with its
   * kind, which lists leave out.
   */
  static ObjectNode slim(ObjectKind kind, JsonNode object) {
    ObjectNode slim = object.deepCopy();
    slim.put("apiVersion", kind.apiVersion());
    slim.put("kind", kind.name());
    if (slim.path("metadata") instanceof ObjectNode metadata) {
      metadata.remove("managedFields");
      metadata.remove("selfLink");
      if (metadata.path("annotations") instanceof ObjectNode notes) notes.remove(LAST);
    }
    if (kind.isHelm()) {
      slim.remove(SECRET);
      Helm.note(slim, object);
    }
    return slim;
  }

  /** Whether nobody is to know of it. */
  static boolean isLeftOut(ObjectKind kind, JsonNode object) {
    return !object.isObject()
        || isMade(kind, object)
        || kind.isHelm() && !Helm.isCurrentRelease(object);
  }

  /** Jobs that a CronJob makes come and go, and say nothing that it does not. */
  private static boolean isMade(ObjectKind kind, JsonNode object) {
    return kind.name().equals("Job") && object.path("metadata").path("ownerReferences").size() > 0;
  }
}
