package plimsoll.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plimsoll.json.Json;

/**
 * What SurveyJS has no field for, as our own export writes it beside: SurveyJS leaves it aside, and
 * it is put back when the questionnaire comes back.
 */
final class SurveyJsExtras {
  private static final List<String> OF_THE_WHOLE = List.of("minutes", "window", "apart");
  private final JsonNode extras;

  SurveyJsExtras(JsonNode extras) {
    this.extras = extras;
  }

  @SuppressWarnings("unchecked")
  void addTo(Map<String, Object> tree) {
    if (!extras.isObject()) return;
    OF_THE_WHOLE.forEach(field -> put(tree, field, extras));
    var scales = (Map<String, Object>) tree.get("scales");
    for (var block : (List<Map<String, Object>>) tree.get("blocks")) {
      var ofBlock = extras.path("blocks").path(block.get("key").toString());
      List.of("terms", "order", "ask").forEach(field -> put(block, field, ofBlock));
      for (var item : (List<Map<String, Object>>) block.get("items")) addTo(item, scales);
    }
    dropUnused(tree, scales);
  }

  @SuppressWarnings("unchecked")
  private void addTo(Map<String, Object> item, Map<String, Object> scales) {
    var ofItem = extras.path("items").path(item.get("id").toString());
    List.of("direction", "construct", "replaces", "low", "high")
        .forEach(field -> put(item, field, ofItem));
    if (ofItem.has("scale") && item.containsKey("scale")) {
      scales.put(ofItem.path("scale").asText(), scales.get(item.get("scale").toString()));
      put(item, "scale", ofItem);
    }
    if (item.get("rows") instanceof List<?> rows) {
      rows.forEach(row -> addTo((Map<String, Object>) row, scales));
    }
  }

  private static void put(Map<String, Object> into, String field, JsonNode from) {
    if (from.hasNonNull(field)) {
      into.put(field, Json.MAPPER.convertValue(from.path(field), Object.class));
    }
  }

  @SuppressWarnings("unchecked")
  private static void dropUnused(Map<String, Object> tree, Map<String, Object> scales) {
    Set<Object> used = new HashSet<>();
    for (var block : (List<Map<String, Object>>) tree.get("blocks")) {
      for (var item : (List<Map<String, Object>>) block.get("items")) used.add(item.get("scale"));
    }
    scales.keySet().retainAll(used);
  }
}
