package plimsoll.workload.pipeline;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import plimsoll.pattern.Feature;
import plimsoll.workload.file.Sketch;
import plimsoll.workload.pipeline.Pipeline.Environment;
import plimsoll.workload.pipeline.Pipeline.Job;
import plimsoll.workload.pipeline.Tools.Purpose;

/**
 * Which environments pipelines deploy to, how a version gets from one to the next, and the gate.
 */
final class Stages {
  private static final Set<String> NOT_OF_SERVICES = Set.of("github-pages", "pypi", "npm");
  private static final Set<String> PRODUCTION = Set.of("production", "prod", "prd", "live");

  private final List<Pipeline> pipelines;
  private final Predicate<Job> deploys;

  /**
   * @param deploys whether a job deploys to something that lasts
   */
  Stages(List<Pipeline> pipelines, Predicate<Job> deploys) {
    this.pipelines = pipelines;
    this.deploys = deploys;
  }

  private record Place(Pipeline pipeline, Job job, Environment environment) {}

  void sketch(Sketch sketch) {
    var places = places().toList();
    if (places.stream().noneMatch(place -> open(place.environment().name()))) {
      environments(sketch, places);
    }
    pipelines.forEach(pipeline -> gate(sketch, pipeline));
  }

  private Stream<Place> places() {
    return pipelines.stream()
        .flatMap(
            pipeline ->
                pipeline.jobs().stream()
                    .filter(job -> !job.review())
                    .flatMap(
                        job ->
                            job.environments().stream()
                                .map(where -> new Place(pipeline, job, where))))
        .filter(place -> !perBranch(place.environment().name()))
        .filter(place -> !elsewhere(place.environment().name()));
  }

  /** What is published to, such as a page or a registry; a host's name is an address of one. */
  private static boolean elsewhere(String name) {
    return NOT_OF_SERVICES.contains(name) || name.contains(".") && !open(name);
  }

  /** Where no known command deploys, a job that names its environment still says that it does. */
  void pushes(Sketch sketch, Predicate<Job> commits) {
    places()
        .filter(place -> !open(place.environment().name()))
        .filter(place -> !commits.test(place.job()))
        .filter(
            place ->
                place.job().steps().stream().anyMatch(step -> step.kind() == Step.Kind.COMMAND))
        .findFirst()
        .ifPresent(place -> choose(sketch, Feature.MECHANISM, "push", place));
  }

  /** "review/$BRANCH" is as many environments as there are branches, none of which lasts. */
  private static boolean perBranch(String name) {
    return open(name) && !name.startsWith("$") && !name.startsWith("{");
  }

  private static boolean open(String name) {
    return name.contains("$") || name.contains("{{");
  }

  private void environments(Sketch sketch, List<Place> places) {
    var byName = new TreeMap<String, Place>();
    places.forEach(
        place -> byName.putIfAbsent(place.environment().name().toLowerCase(Locale.ROOT), place));
    if (byName.isEmpty()) return;
    var first = byName.firstEntry().getValue();
    choose(sketch, Feature.ENVIRONMENTS, String.valueOf(Math.min(4, byName.size())), first);
    if (byName.size() > 1) promotion(sketch, byName);
  }

  private static void promotion(Sketch sketch, Map<String, Place> byName) {
    var places = List.copyOf(byName.values());
    boolean branches =
        places.stream().noneMatch(place -> place.job().branches().isEmpty())
            && places.stream().map(place -> place.job().branches()).distinct().count() > 1;
    boolean tags = places.stream().anyMatch(place -> place.job().tagged());
    boolean byHand = places.stream().allMatch(place -> place.job().startedByHand());
    var how = branches ? "branch" : tags ? "tag" : byHand ? "manual" : "pipeline";
    boolean one = places.stream().map(Place::pipeline).distinct().count() == 1;
    if (one || !how.equals("pipeline")) choose(sketch, Feature.PROMOTION, how, places.get(0));
  }

  private void gate(Sketch sketch, Pipeline pipeline) {
    var jobs = pipeline.jobs().stream().filter(job -> !job.review()).toList();
    var production = jobs.stream().filter(Stages::production).toList();
    var guarded = production.isEmpty() ? jobs.stream().filter(deploys).toList() : production;
    for (var job : guarded) {
      if (gate(sketch, pipeline, jobs, job)) return;
    }
    boolean seen =
        !production.isEmpty()
            && production.stream().allMatch(job -> deploys.test(job) && !job.gateUnseen())
            && production.stream().noneMatch(Job::startedByHand);
    if (seen) {
      var job = production.get(0);
      sketch.choose(Feature.PRODUCTION_GATE, "none", pipeline.file(), job.line(), job.name());
    }
  }

  private static boolean gate(Sketch sketch, Pipeline pipeline, List<Job> jobs, Job guarded) {
    for (var job : jobs) {
      if (job.line() > guarded.line()) continue;
      for (var step : job.steps()) {
        for (var tool : Tools.of(step)) {
          if (tool.purpose() == Purpose.GATE) {
            sketch.choose(
                Feature.PRODUCTION_GATE, tool.value(), pipeline.file(), step.line(), step.quote());
            return true;
          }
        }
      }
      if (job.approval() != null && (job == guarded || job.steps().isEmpty())) {
        sketch.choose(
            Feature.PRODUCTION_GATE,
            "ci-approval",
            pipeline.file(),
            job.approval().line(),
            job.approval().quote());
        return true;
      }
    }
    return false;
  }

  private static boolean production(Job job) {
    return Stream.concat(Stream.of(job.name()), job.environments().stream().map(Environment::name))
        .flatMap(name -> Stream.of(name.toLowerCase(Locale.ROOT).split("[^a-z]+")))
        .anyMatch(PRODUCTION::contains);
  }

  private static void choose(Sketch sketch, Feature feature, String value, Place place) {
    sketch.choose(
        feature,
        value,
        place.pipeline().file(),
        place.environment().line(),
        place.environment().name());
  }
}
