package plimsoll.workload.manifest;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import plimsoll.Corpora;
import plimsoll.pattern.Feature;
import plimsoll.workload.file.SourceFile;

/**
 * Choices as somebody read them from real manifests, beside what is read here. A dash means that
 * the files don't tell; a question mark that they can be read either way, which counts for nothing.
 */
class LabelledServicesTest {
  private static final Logger LOG = Logger.getLogger(LabelledServicesTest.class.getName());

  private static final class Score {
    int right;
    int said;
    int labelled;
    final List<String> wrong = new ArrayList<>();

    double precision() {
      return said == 0 ? 1 : (double) right / said;
    }

    double recall() {
      return labelled == 0 ? 1 : (double) right / labelled;
    }
  }

  @Test
  void nineOfTenChoicesAreReadAsPeopleReadThem() throws IOException {
    var scores = new TreeMap<Feature, Score>();
    var lines = Files.readAllLines(Path.of("src/test/resources/workload/labels.csv"));
    var heads = lines.get(0).split(",");
    for (var line : lines.subList(1, lines.size())) {
      var cells = line.split(",");
      var choices = RealManifestsTest.profile(files(cells[0])).choices();
      for (int i = 1; i < heads.length; i++) {
        var feature = Feature.valueOf(heads[i]);
        var read = choices.get(feature);
        count(
            scores.computeIfAbsent(feature, any -> new Score()),
            cells[0],
            cells[i],
            read == null ? "-" : read.value());
      }
    }
    scores.forEach(
        (feature, score) ->
            LOG.info(
                "%s: precision %.3f of %d, recall %.3f of %d %s"
                    .formatted(
                        feature,
                        score.precision(),
                        score.said,
                        score.recall(),
                        score.labelled,
                        score.wrong)));
    scores.forEach(
        (feature, score) ->
            assertTrue(
                score.precision() >= 0.9 && score.recall() >= 0.9, feature + " " + score.wrong));
  }

  private static void count(Score score, String unit, String label, String read) {
    if (label.equals("?")) return;
    if (!label.equals("-")) score.labelled++;
    if (!read.equals("-")) score.said++;
    if (!label.equals("-") && label.equals(read)) score.right++;
    if (!label.equals(read)) score.wrong.add("%s: %s, read %s".formatted(unit, label, read));
  }

  private static List<SourceFile> files(String unit) {
    var path = Corpora.file(unit);
    if (!Files.isDirectory(path)) return List.of(RealManifestsTest.source(path.getParent(), path));
    return Corpora.filesBelow(unit).stream()
        .map(file -> RealManifestsTest.source(path, file))
        .toList();
  }
}
