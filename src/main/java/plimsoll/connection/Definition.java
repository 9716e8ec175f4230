package plimsoll.connection;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** What a CompositeResourceDefinition of Crossplane defines: composites, and claims of them. */
final class Definition {
  private Definition() {}

  /** Empty when it defines nothing that can be asked for. */
  static List<ObjectKind> kinds(JsonNode definition) {
    var spec = definition.path("spec");
    var version = version(spec.path("versions"));
    var found = new ArrayList<ObjectKind>();
    if (version != null) {
      add(found, spec, spec.path("names"), version, isSpaced(definition));
      add(found, spec, spec.path("claimNames"), version, true);
    }
    return found;
  }

  private static void add(
      List<ObjectKind> found, JsonNode spec, JsonNode names, String version, boolean spaced) {
    var group = spec.path("group").asText();
    var kind = names.path("kind").asText();
    var plural = names.path("plural").asText();
    boolean good =
        group.matches("[a-z0-9][a-z0-9.-]{0,252}")
            && kind.matches("[A-Za-z][A-Za-z0-9]{0,62}")
            && plural.matches("[a-z0-9][a-z0-9-]{0,62}");
    if (good) found.add(new ObjectKind(group, List.of(version), kind, plural, spaced));
  }

  /** In the first version they lie in none; in the second they do where nothing else is said. */
  private static boolean isSpaced(JsonNode definition) {
    var scope = definition.path("spec").path("scope").asText("");
    return scope.isEmpty()
        ? definition.path("apiVersion").asText().endsWith("/v2")
        : scope.equals("Namespaced");
  }

  /** The one that others refer to, or else any that is served; null for none. */
  private static String version(JsonNode versions) {
    var served =
        StreamSupport.stream(versions.spliterator(), false)
            .filter(one -> one.path("served").asBoolean())
            .toList();
    return served.stream()
        .filter(one -> one.path("referenceable").asBoolean())
        .findFirst()
        .or(() -> served.stream().findFirst())
        .map(one -> one.path("name").asText())
        .filter(name -> name.matches("v[a-z0-9]{1,30}"))
        .orElse(null);
  }
}
