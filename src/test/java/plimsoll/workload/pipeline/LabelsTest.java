package plimsoll.workload.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import plimsoll.Corpora;
import plimsoll.pattern.Profile;

/** What the readers find in real pipelines, against what a person read there. */
class LabelsTest {
  private static final Path METHOD = Path.of("docs/method.md");

  @Test
  void whatIsFoundIsRightAndTheMethodSaysHowOften() throws IOException {
    var found = found();
    var labels = labels();
    assertEquals(labels.keySet(), found.keySet());
    var features = new TreeSet<String>();
    labels.values().forEach(each -> features.addAll(each.keySet()));
    found.values().forEach(each -> features.addAll(each.keySet()));
    var method = Files.readString(METHOD, StandardCharsets.UTF_8);
    for (var feature : features) {
      var row = row(feature, labels, found);
      assertTrue(method.contains(row), "docs/method.md should have " + row);
    }
  }

  private static String row(
      String feature,
      Map<String, Map<String, String>> labels,
      Map<String, Map<String, String>> found) {
    var said = 0;
    var right = 0;
    var there = 0;
    for (var repository : labels.keySet()) {
      var label = labels.get(repository).get(feature);
      var value = found.get(repository).get(feature);
      if (value != null) said++;
      if (label != null) there++;
      if (value != null && value.equals(label)) right++;
    }
    return "| %s | %d of %d | %d of %d |".formatted(feature, right, said, right, there);
  }

  private static Map<String, Map<String, String>> labels() throws IOException {
    var labels = new TreeMap<String, Map<String, String>>();
    try (var rows = LabelsTest.class.getResourceAsStream("labels.csv")) {
      new String(rows.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(row -> !row.startsWith("#") && !row.startsWith("repository,"))
          .map(row -> row.split(","))
          .forEach(
              cells ->
                  labels.computeIfAbsent(cells[0], any -> new HashMap<>()).put(cells[1], cells[2]));
    }
    return labels;
  }

  private static Map<String, Map<String, String>> found() throws IOException {
    var root = Corpora.file("ci-pipelines");
    var byRepository =
        Corpora.filesBelow("ci-pipelines").stream()
            .filter(path -> !path.toString().endsWith(".csv"))
            .collect(Collectors.groupingBy(Path::getParent));
    var found = new TreeMap<String, Map<String, String>>();
    for (var one : byRepository.entrySet()) {
      found.put(
          root.relativize(one.getKey()).toString(),
          values(PipelineCorporaTest.read(one.getValue())));
    }
    return found;
  }

  private static Map<String, String> values(Profile profile) {
    var values = new HashMap<String, String>();
    profile.choices().forEach((feature, chosen) -> values.put(feature.name(), chosen.value()));
    for (var one : profile.implementations()) {
      values.put("slot " + one.slot().name(), "yes");
    }
    return values;
  }
}
