package plimsoll.workload.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import plimsoll.Corpora;
import plimsoll.pattern.Profile;
import plimsoll.workload.file.Sketch;
import plimsoll.workload.file.SourceFile;

/** Manifests that others wrote, beside what was counted of them by other tools. */
class RealManifestsTest {

  /** Two underscores stand for a slash of the project that a file was taken from. */
  static SourceFile source(Path folder, Path file) {
    try {
      var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      var path =
          folder.relativize(file).toString().replace("__", "/").replace("/_helpers", "/_helpers");
      return new SourceFile("git:real", path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, List<SourceFile>> folders(String corpus) {
    var root = Corpora.file(corpus);
    var folders = new TreeMap<String, List<SourceFile>>();
    for (var file : Corpora.filesBelow(corpus)) {
      if (file.getParent().equals(root)) continue;
      var folder = root.resolve(root.relativize(file).getName(0));
      folders
          .computeIfAbsent(folder.getFileName().toString(), any -> new ArrayList<>())
          .add(source(folder, file));
    }
    return folders;
  }

  static Profile profile(List<SourceFile> files) {
    var sketch = new Sketch();
    new ManifestReader().read(files, List.of(), sketch);
    return sketch.profile("s");
  }

  @Test
  void everyFileGoesThroughWithoutAFault() {
    for (var corpus :
        List.of("kubernetes-apps", "argocd", "crossplane", "backstage", "ci-pipelines")) {
      folders(corpus)
          .forEach(
              (folder, files) -> {
                profile(files);
                files.forEach(file -> profile(List.of(file)));
              });
    }
  }

  @Test
  void asManyWorkloadsAreSeenAsOtherToolsCounted() throws IOException {
    var expected = table();
    folders("kubernetes-apps")
        .forEach(
            (folder, files) -> {
              var manifests = Manifests.of(files);
              var row = expected.get(folder);
              if (folder.equals("podinfo-bases") || folder.equals("helm-guestbook")) return;
              assertEquals(
                  Integer.parseInt(row.get("workloads")),
                  Running.everywhere(new Scene(manifests, Manifests.of(List.of()))).stream()
                      .filter(one -> !one.isBatch())
                      .count(),
                  folder);
            });
  }

  /** Kustomize's generators and overlays make objects of their own, which the table has not. */
  @Test
  void asManyObjectsOfEachKindAreSeenAsOtherToolsCounted() throws IOException {
    var kinds =
        Map.of(
            "hpa", "HorizontalPodAutoscaler",
            "pdb", "PodDisruptionBudget",
            "ingress", "Ingress",
            "networkpolicy", "NetworkPolicy",
            "servicemonitor", "ServiceMonitor",
            "prometheusrule", "PrometheusRule");
    var expected = table();
    folders("kubernetes-apps")
        .forEach(
            (folder, files) -> {
              var seen = Manifests.of(files).byKind();
              kinds.forEach(
                  (column, kind) ->
                      assertEquals(
                          Integer.parseInt(expected.get(folder).get(column)),
                          seen.getOrDefault(kind, List.of()).size(),
                          folder + " " + kind));
            });
  }

  @Test
  void asManyContainersHaveProbesAndLimitsAsOtherToolsCounted() throws IOException {
    var expected = table();
    folders("kubernetes-apps")
        .forEach(
            (folder, files) -> {
              if (folder.equals("helm-guestbook")) return;
              var scene = new Scene(Manifests.of(files), Manifests.of(List.of()));
              var containers =
                  Running.everywhere(scene).stream()
                      .flatMap(one -> one.containers().stream())
                      .toList();
              var row = expected.get(folder);
              assertEquals(Integer.parseInt(row.get("containers")), containers.size(), folder);
              Map.of(
                      "with_readiness", new String[] {"readinessProbe"},
                      "with_liveness", new String[] {"livenessProbe"},
                      "with_limits", new String[] {"resources", "limits"},
                      "with_requests", new String[] {"resources", "requests"})
                  .forEach(
                      (column, path) ->
                          assertEquals(
                              Integer.parseInt(row.get(column)),
                              containers.stream().filter(one -> one.at(path).isThere()).count(),
                              folder + " " + column));
            });
  }

  static Map<String, Map<String, String>> table() throws IOException {
    var lines = Files.readAllLines(Corpora.file("kubernetes-apps/_traits.csv"));
    var heads = lines.get(0).split(",");
    var rows = new HashMap<String, Map<String, String>>();
    for (var line : lines.subList(1, lines.size())) {
      var cells = line.split(",");
      var row = new HashMap<String, String>();
      for (int i = 0; i < heads.length; i++) row.put(heads[i], cells[i]);
      rows.put(cells[0], row);
    }
    assertFalse(rows.isEmpty());
    return rows;
  }
}
