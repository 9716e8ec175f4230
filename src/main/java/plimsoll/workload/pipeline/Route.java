package plimsoll.workload.pipeline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import plimsoll.pattern.Feature;
import plimsoll.pattern.Slot;
import plimsoll.workload.file.Sketch;
import plimsoll.workload.pipeline.Pipeline.Job;
import plimsoll.workload.pipeline.Tools.Purpose;
import plimsoll.workload.pipeline.Tools.Tool;

/**
 * What all pipelines of a service together tell of its way to production. Nothing is said of what
 * no file would show, such as the protection of an environment.
 */
final class Route {
  private static final Map<Purpose, Slot> SLOTS =
      Map.of(
          Purpose.IMAGE, Slot.IMAGE_BUILD,
          Purpose.SCAN, Slot.SCAN,
          Purpose.DEPLOY, Slot.DEPLOY,
          Purpose.ROLLBACK, Slot.ROLLBACK,
          Purpose.MIGRATE, Slot.MIGRATION,
          Purpose.SECRETS, Slot.SECRET_DELIVERY,
          Purpose.PROVISION, Slot.PROVISIONING,
          Purpose.DASHBOARDS, Slot.DASHBOARDS,
          Purpose.ALERTS, Slot.ALERTS);

  /** These are of no use to anyone unless they reach what runs. */
  private static final Set<Purpose> FOR_REAL =
      Set.of(Purpose.DEPLOY, Purpose.ROLLBACK, Purpose.MIGRATE, Purpose.PROVISION, Purpose.PROMOTE);

  private static final Set<String> ALWAYS_PUSH = Set.of("kaniko", "jib", "ko");

  private final List<Pipeline> pipelines;
  private final List<Use> uses = new ArrayList<>();
  private final Map<Purpose, Set<Job>> jobs = new EnumMap<>(Purpose.class);

  /** A step with what it is for; source is what brings it, null where the service has its own. */
  private record Use(
      Pipeline pipeline, Job job, Step step, Tool tool, String source, int line, String quote) {}

  /**
   * @param pipelines of the service
   * @param shared that they may refer to
   */
  Route(List<Pipeline> pipelines, List<Pipeline> shared) {
    this.pipelines = pipelines;
    for (var pipeline : pipelines) {
      pipeline.jobs().forEach(job -> own(pipeline, job));
      pipeline.references().forEach(reference -> referred(pipeline, reference, shared));
    }
    for (var use : uses) {
      jobs.computeIfAbsent(use.tool().purpose(), any -> new HashSet<>()).add(use.job());
    }
  }

  private void own(Pipeline pipeline, Job job) {
    for (var step : job.steps()) {
      var source = step.kind() == Step.Kind.TEMPLATE ? step.first() : null;
      Tools.of(step)
          .forEach(
              tool ->
                  uses.add(new Use(pipeline, job, step, tool, source, step.line(), step.quote())));
    }
  }

  private void referred(Pipeline pipeline, Pipeline.Reference reference, List<Pipeline> shared) {
    for (var other : shared) {
      if (!reference.to(other.file())) continue;
      for (var job : other.jobs()) {
        for (var step : job.steps()) {
          Tools.of(step)
              .forEach(
                  tool ->
                      uses.add(
                          new Use(
                              pipeline,
                              job,
                              step,
                              tool,
                              reference.name(),
                              reference.line(),
                              reference.quote())));
        }
      }
    }
  }

  void sketch(Sketch sketch, boolean secretsToo) {
    if (pipelines.isEmpty()) return;
    systems(sketch);
    shared(sketch);
    builders(sketch);
    once(sketch, Purpose.DEPLOY, Feature.MECHANISM, this::real);
    once(sketch, Purpose.ROLLBACK, Feature.ROLLBACK, this::real);
    migration(sketch);
    if (secretsToo) once(sketch, Purpose.SECRETS, Feature.SECRETS, this::real);
    var stages = new Stages(pipelines, this::deploys);
    stages.sketch(sketch);
    if (of(Purpose.DEPLOY).noneMatch(this::real)) stages.pushes(sketch, this::commits);
    promotion(sketch);
    slots(sketch);
  }

  private void systems(Sketch sketch) {
    for (var pipeline : pipelines) {
      var job = pipeline.jobs().stream().findFirst();
      sketch.choose(
          Feature.CI_SYSTEM,
          pipeline.system(),
          pipeline.file(),
          job.map(Job::line).orElse(1),
          job.map(Job::name).orElse(""));
    }
  }

  private void shared(Sketch sketch) {
    for (var pipeline : pipelines) {
      if (pipeline.references().isEmpty()) continue;
      var first = pipeline.references().get(0);
      sketch.choose(Feature.SHARED_WORKFLOW, "true", pipeline.file(), first.line(), first.quote());
      return;
    }
    sketch.choose(Feature.SHARED_WORKFLOW, "false", pipelines.get(0).file(), 0, "");
  }

  /** Where some images are pushed, what is built elsewhere is for trials. */
  private void builders(Sketch sketch) {
    var all = of(Purpose.IMAGE).toList();
    var pushed = all.stream().filter(this::pushed).toList();
    for (var use : pushed.isEmpty() ? all : pushed) {
      choose(sketch, Feature.IMAGE_BUILDER, use.tool().value(), use);
    }
  }

  private boolean pushed(Use use) {
    return use.job().publishing()
        || ALWAYS_PUSH.contains(use.tool().value())
        || does(use.job(), Purpose.PUSH);
  }

  private void once(Sketch sketch, Purpose purpose, Feature feature, Predicate<Use> counts) {
    var values = new TreeMap<String, Use>();
    of(purpose).filter(counts).forEach(use -> values.putIfAbsent(use.tool().value(), use));
    values.forEach((value, use) -> choose(sketch, feature, value, use));
  }

  /** Tests migrate databases too, which says nothing of production's. */
  private void migration(Sketch sketch) {
    of(Purpose.MIGRATE)
        .filter(this::migrates)
        .findFirst()
        .ifPresent(use -> choose(sketch, Feature.MIGRATION_STEP, "pipeline", use));
  }

  private boolean migrates(Use use) {
    return real(use) && (deploys(use.job()) || !use.job().environments().isEmpty());
  }

  /** A change of an overlay that goes back into git, rather than straight to a cluster. */
  private void promotion(Sketch sketch) {
    of(Purpose.PROMOTE)
        .filter(this::real)
        .filter(use -> !deploys(use.job()))
        .filter(use -> !use.tool().value().equals("overlay") || commits(use.job()))
        .findFirst()
        .ifPresent(use -> choose(sketch, Feature.PROMOTION, use.tool().value(), use));
  }

  private void slots(Sketch sketch) {
    for (var use : uses) {
      var purpose = use.tool().purpose();
      var slot = SLOTS.get(purpose);
      if (slot == null || FOR_REAL.contains(purpose) && !real(use)) continue;
      if (purpose == Purpose.MIGRATE && !migrates(use)) continue;
      sketch.fill(slot, use.source(), use.pipeline().file(), use.line(), use.quote());
    }
  }

  private Stream<Use> of(Purpose purpose) {
    return uses.stream().filter(use -> use.tool().purpose() == purpose);
  }

  private boolean commits(Job job) {
    return does(job, Purpose.COMMIT);
  }

  private boolean deploys(Job job) {
    return does(job, Purpose.DEPLOY) && real(job);
  }

  /** Not for a proposed change, and not into a cluster that lives as long as the job. */
  private boolean real(Job job) {
    return !job.review() && !does(job, Purpose.TRIAL);
  }

  private boolean real(Use use) {
    return real(use.job());
  }

  private boolean does(Job job, Purpose purpose) {
    return jobs.getOrDefault(purpose, Set.of()).contains(job);
  }

  private static void choose(Sketch sketch, Feature feature, String value, Use use) {
    sketch.choose(feature, value, use.pipeline().file(), use.line(), use.quote());
  }
}
