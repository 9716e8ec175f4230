package plimsoll.workload.pipeline;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import plimsoll.workload.file.Reader;
import plimsoll.workload.file.Sketch;
import plimsoll.workload.file.SourceFile;

/** Reads pipelines of all languages. */
public final class PipelineReader implements Reader {
  private static final List<Language> LANGUAGES =
      List.of(
          new GitHubActions(),
          new Tekton(),
          new ArgoWorkflows(),
          new Jenkinsfile(),
          new CircleCi(),
          new Travis(),
          new Bitbucket(),
          new Drone(),
          new Semaphore(),
          new Buildkite(),
          new AzurePipelines(),
          new CloudBuild(),
          new GitLabCi());

  @Override
  public void read(List<SourceFile> files, List<SourceFile> surroundings, Sketch sketch) {
    var own = parsed(files);
    var pipelines = own.stream().map(text -> pipeline(text, own)).filter(Objects::nonNull).toList();
    var others = parsed(surroundings);
    var shared =
        Stream.concat(own.stream(), others.stream())
            .map(text -> pipeline(text, others))
            .filter(Objects::nonNull)
            .toList();
    pipelines.forEach(pipeline -> sketch.read(pipeline.file()));
    pipelines.forEach(
        pipeline ->
            pipeline
                .unclear()
                .forEach(one -> sketch.gap(pipeline.file(), one.line(), one.quote(), one.why())));
    new Route(pipelines, shared).sketch(sketch, !manifestsTellSecrets(own));
  }

  private static List<Parsed> parsed(List<SourceFile> files) {
    return files.stream()
        .filter(file -> !file.live())
        .sorted(java.util.Comparator.comparing(SourceFile::path))
        .map(Parsed::of)
        .toList();
  }

  /** The pipeline in a file, or null where it is none. */
  static Pipeline pipeline(Parsed text, List<Parsed> all) {
    for (var language : LANGUAGES) {
      var pipeline = language.read(text, all);
      if (pipeline != null) return pipeline;
    }
    return null;
  }

  private static boolean manifestsTellSecrets(List<Parsed> files) {
    var kinds =
        List.of(
            "Secret",
            "ExternalSecret",
            "SealedSecret",
            "SecretProviderClass",
            "VaultStaticSecret",
            "VaultDynamicSecret",
            "SopsSecret");
    return files.stream()
        .flatMap(text -> text.documents().stream())
        .anyMatch(document -> kinds.contains(document.at("kind").text()));
  }
}
