package plimsoll.workload.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import plimsoll.pattern.Profile;
import plimsoll.workload.file.Sketch;
import plimsoll.workload.file.SourceFile;

/** No text may stop a reader, and nothing depends on the order in which files come. */
class PipelinePropertiesTest {
  private static final List<String> PATHS =
      List.of(
          ".github/workflows/a.yml",
          ".gitlab-ci.yml",
          "Jenkinsfile",
          "tekton/task.yaml",
          ".circleci/config.yml",
          ".travis.yml",
          ".buildkite/pipeline.yml",
          "azure-pipelines.yml",
          "bitbucket-pipelines.yml",
          "cloudbuild.yaml",
          ".drone.yml",
          ".semaphore/semaphore.yml",
          "workflow.yaml",
          "Dockerfile",
          "Makefile",
          "vars/deploy.groovy");

  private static Profile read(List<SourceFile> files) {
    var sketch = new Sketch();
    new PipelineReader().read(files, List.of(), sketch);
    new Outliner().read(files, List.of(), sketch);
    return sketch.profile("shop");
  }

  @Provide
  Arbitrary<String> texts() {
    var pieces =
        Arbitraries.of(
            "on: push\n",
            "jobs:\n",
            "  a:\n",
            "    steps:\n",
            "      - run: |\n",
            "          helm upgrade shop .\n",
            "      - uses: a/b@v1\n",
            "include: x\n",
            ".a:\n",
            "  extends: .a\n",
            "  script: [kubectl apply]\n",
            "stages: [a]\n",
            "apiVersion: tekton.dev/v1\n",
            "kind: Task\n",
            "spec: {steps: [{args: [x]}]}\n",
            "pipeline {\n",
            "stage('x') {\n",
            "}\n",
            "sh '''\n",
            "\"",
            "'",
            "$(",
            "${{",
            "<<EOF\n",
            "\\\n",
            "version: 2.1\n",
            "workflows: {a: {jobs: [x, {y: {type: approval}}]}}\n",
            "- !reference [.a, script]\n",
            "<script>alert(1)</script>\n",
            "デプロイ: 本番\n",
            "\u0000",
            "environment: production\n",
            "&a [*a]\n",
            "steps: [1, null, {name: {a: b}}]\n",
            "kind: pipeline\n",
            "---\n",
            "\t",
            "/*",
            "//",
            "`");
    return pieces.list().ofMaxSize(30).map(list -> String.join("", list));
  }

  @Property(tries = 300)
  void noTextStopsAReader(@ForAll("texts") String text) {
    for (var path : PATHS) {
      assertNotNull(read(List.of(new SourceFile("upload", path, text))));
    }
  }

  @Property(tries = 60)
  void theOrderOfFilesChangesNothing(@ForAll long seed) {
    var files = new ArrayList<SourceFile>();
    files.add(
        file(
            ".gitlab-ci.yml",
            "include: {local: b.gitlab-ci.yml}\nstages: [a]\na: {extends: .b, environment: staging}\n"));
    files.add(file("b.gitlab-ci.yml", ".b: {script: [helm upgrade shop .]}\n"));
    files.add(file("c.gitlab-ci.yml", ".b: {script: [kubectl apply -f k8s, docker build .]}\n"));
    files.add(
        file(
            ".github/workflows/a.yml",
            "on: push\njobs: {b: {steps: [{uses: docker/build-push-action@v1}]}}\n"));
    files.add(file("Jenkinsfile", "node { stage('a') { sh 'kaniko'; sh 'podman build .' } }\n"));
    var before = read(files);
    Collections.shuffle(files, new Random(seed));
    assertEquals(before, read(files));
  }

  private static SourceFile file(String path, String text) {
    return new SourceFile("upload", path, text);
  }

  @Test
  void deepAndHugeTextsEndSoon() {
    var deep = "{a: ".repeat(5_000) + "1" + "}".repeat(5_000);
    var brackets = "pipeline { " + "stage('a') { ".repeat(10_000);
    var calls = "sh(".repeat(10_000);
    var within = "on: push\njobs: {a: {steps: [{run: '" + "$(".repeat(10_000) + "'}]}}\n";
    var lines =
        "on: push\njobs:\n  a:\n    steps:\n" + "      - run: helm upgrade a b\n".repeat(10_000);
    assertTimeoutPreemptively(
        Duration.ofMinutes(2),
        () -> {
          for (var path : PATHS) {
            for (var text : List.of(deep, brackets, calls, within, lines)) {
              assertNotNull(read(List.of(file(path, text))));
            }
          }
        });
  }

  @Test
  void templatesThatExtendEachOtherEnd() {
    assertNotNull(
        read(
            List.of(
                file(
                    ".gitlab-ci.yml",
                    ".a: {extends: .b, script: [!reference [.b, script]]}\n.b: {extends: .a, script: [!reference [.a, script]]}\nc: {extends: .a}\n"))));
  }
}
