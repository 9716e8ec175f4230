package plimsoll.workload.manifest;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import plimsoll.pattern.Feature;
import plimsoll.workload.file.Vocabulary;

/** The words for choices are few, and written down. */
class VocabularyTest {

  @Test
  void everyWordIsExplained() throws IOException {
    var text = Files.readString(Path.of("docs/workloads.md"));
    Vocabulary.WORDS.forEach(
        (feature, words) ->
            words.forEach(
                word -> assertTrue(text.contains("`" + word + "`"), feature + " " + word)));
  }

  @Test
  void realManifestsAreReadInTheseWords() {
    for (var corpus : List.of("kubernetes-apps", "argocd")) {
      RealManifestsTest.folders(corpus)
          .values()
          .forEach(
              files ->
                  RealManifestsTest.profile(files)
                      .choices()
                      .forEach(
                          (feature, chosen) ->
                              assertTrue(
                                  feature.type() != Feature.Type.CATEGORY
                                      || Vocabulary.WORDS.get(feature).contains(chosen.value()),
                                  feature + " " + chosen.value())));
    }
  }
}
