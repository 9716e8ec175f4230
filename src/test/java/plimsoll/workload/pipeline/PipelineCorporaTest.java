package plimsoll.workload.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import plimsoll.Corpora;
import plimsoll.pattern.Outline;
import plimsoll.pattern.Profile;
import plimsoll.workload.file.Sketch;
import plimsoll.workload.file.SourceFile;

/** Pipelines of real repositories. */
class PipelineCorporaTest {
  private static final String FOLDER = "ci-pipelines";

  @Test
  void filesThatAreByteIdenticalHaveTheSameOutline() throws IOException {
    var table = Files.readAllLines(Corpora.file(FOLDER + "/_exact-duplicates.csv"));
    var groups = new TreeMap<String, List<List<String>>>();
    for (var row : table.subList(1, table.size())) {
      var cells = row.split(",");
      groups
          .computeIfAbsent(cells[0], any -> new ArrayList<>())
          .add(outline(Corpora.file(FOLDER + "/" + cells[1])).lines());
    }
    assertEquals(5, groups.size());
    groups.values().forEach(lines -> assertEquals(1, lines.stream().distinct().count()));
  }

  @Test
  void everyFileIsReadAndOutlinedWithoutAFault() throws IOException {
    for (var path : Corpora.filesBelow(FOLDER)) {
      if (!path.toString().endsWith(".csv")) assertFalse(outline(path).lines().isEmpty());
    }
  }

  private static Outline outline(Path path) throws IOException {
    return read(List.of(path)).outlines().get(0);
  }

  static Profile read(List<Path> paths) throws IOException {
    var files = new ArrayList<SourceFile>();
    for (var path : paths) {
      files.add(
          new SourceFile("upload", name(path), Files.readString(path, StandardCharsets.UTF_8)));
    }
    var sketch = new Sketch();
    new PipelineReader().read(files, List.of(), sketch);
    new Outliner().read(files, List.of(), sketch);
    return sketch.profile("shop");
  }

  /** The corpora flatten folders into names. */
  static String name(Path path) {
    var name = path.getFileName().toString().replace("__", "/");
    return name.matches("(?:github|gitlab|circleci|buildkite|semaphore)/.*|gitlab-ci.*|travis.*")
        ? "." + name
        : name;
  }
}
