package plimsoll.demonstration;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plimsoll.pattern.Feature;
import plimsoll.workload.file.SourceFile;

/** Writes the files that a service would have, so that they say what its blueprint does. */
final class Repository {
  private static final List<String> OBJECTS =
      List.of(
          "workload",
          "service",
          "door",
          "scaler",
          "monitor",
          "alerts",
          "secret",
          "settings",
          "migration",
          "budget",
          "policy");

  private static final Map<String, List<String>> ENVIRONMENTS =
      Map.of(
          "2", List.of("staging", "production"),
          "3", List.of("development", "staging", "production"),
          "4", List.of("development", "test", "staging", "production"));

  private static final Map<String, String> PIPELINES =
      Map.of(
          "jenkins", "Jenkinsfile",
          "github-actions", ".github/workflows/delivery.yaml",
          "gitlab-ci", ".gitlab-ci.yml",
          "tekton", ".tekton/delivery.yaml");

  /** What makes the image, after which it can be deployed. */
  private static final Map<String, String> FIRST_STEPS =
      Map.of(
          "jenkins", "Image", "github-actions", "build", "gitlab-ci", "package", "tekton", "image");

  private final Blueprint plan;
  private final Map<String, String> facts;
  private final List<Map<String, String>> environments;
  private final Map<String, String> texts = new LinkedHashMap<>();

  private Repository(Blueprint plan) {
    this.plan = plan;
    this.facts = facts(plan);
    this.environments = environments(plan);
  }

  /** All of them, as they come from a repository of its own. */
  static List<SourceFile> of(Blueprint plan) {
    var repository = new Repository(plan);
    repository.write();
    return repository.texts.entrySet().stream()
        .map(file -> new SourceFile(origin(plan.service()), file.getKey(), file.getValue()))
        .toList();
  }

  static String origin(String service) {
    return "git:" + service;
  }

  /** The objects by which Argo CD would be told of it; empty where something else delivers it. */
  static String applications(Blueprint plan) {
    return plan.is(Feature.MECHANISM, "argocd")
        ? new Repository(plan).filled("delivery/argocd.yaml")
        : "";
  }

  private static Map<String, String> facts(Blueprint plan) {
    var facts = new HashMap<>(plan.settings());
    plan.choices().forEach((feature, word) -> facts.put(feature.name(), word));
    plan.has().forEach(trait -> facts.put(trait.name(), "true"));
    boolean rollout = plan.is(Feature.ROLLOUT, "canary") || plan.is(Feature.ROLLOUT, "blue-green");
    boolean push = plan.is(Feature.MECHANISM, "push");
    boolean shared = plan.is(Feature.CHART_SOURCE, "shared");
    var repository = "registry.example.org/%s/%s".formatted(plan.team().key(), plan.service());
    var pinned = plan.is(Feature.DIGEST_PINNED, "true");
    facts.put("service", plan.service());
    facts.put("name", plan.service());
    facts.put("team", plan.team().key());
    facts.put("tribe", plan.team().tribe());
    facts.put("host", "%s.%s.example.org".formatted(plan.service(), plan.team().tribe()));
    facts.put(
        "image",
        pinned
            ? repository + "@sha256:" + facts.get("digest")
            : repository + ":" + facts.get("release"));
    facts.put("version", rollout ? "argoproj.io/v1alpha1" : "apps/v1");
    facts.put("kind", rollout ? "Rollout" : "Deployment");
    facts.put("chart", shared ? "web-service" : "application");
    facts.put("contents", push ? "read" : "write");
    facts.put("LAYERED", String.valueOf(Fitting.layered(plan.choices())));
    facts.put("PRODUCTION_JOB", String.valueOf(push || plan.is(Feature.PROMOTION, "overlay")));
    return facts;
  }

  private static List<Map<String, String>> environments(Blueprint plan) {
    var found = new ArrayList<Map<String, String>>();
    var step = plan.is(Feature.MECHANISM, "push") ? "deploy-" : "promote-";
    var before = FIRST_STEPS.get(plan.choices().get(Feature.CI_SYSTEM));
    for (var name : ENVIRONMENTS.get(plan.choices().get(Feature.ENVIRONMENTS))) {
      found.add(Map.of("environment", name, "ENVIRONMENT", name, "before", before));
      before = step + name;
    }
    return found;
  }

  private void write() {
    var system = plan.choices().get(Feature.CI_SYSTEM);
    write(PIPELINES.get(system), "pipeline/" + stencil(system));
    switch (plan.choices().get(Feature.MANIFEST_KIND)) {
      case "helm" -> chart();
      case "kustomize" -> kustomizations();
      default -> objects("deploy/");
    }
    if (plan.is(Feature.MECHANISM, "argocd"))
      write("argocd/applications.yaml", "delivery/argocd.yaml");
    if (plan.is(Feature.MECHANISM, "flux")) write("flux/sync.yaml", "delivery/flux.yaml");
    switch (facts.get("provisioning")) {
      case "claim" -> write("platform/database.yaml", "delivery/claim.yaml");
      case "terraform" -> write("infrastructure/main.tf", "delivery/main.tf");
      default -> {}
    }
  }

  private static String stencil(String system) {
    return switch (system) {
      case "jenkins" -> "Jenkinsfile";
      case "gitlab-ci" -> "gitlab-ci.yml";
      default -> system + ".yaml";
    };
  }

  private void chart() {
    write("deploy/chart/Chart.yaml", "packing/Chart.yaml");
    write("deploy/chart/values.yaml", "packing/values.yaml");
    if (Fitting.layered(plan.choices())) {
      inEach("deploy/chart/values-%s.yaml", "packing/values-of.yaml");
    }
    if (plan.is(Feature.CHART_SOURCE, "own")) {
      templates();
    } else {
      rendered();
    }
  }

  /** With values in place of what differs between environments and services. */
  private void templates() {
    facts.put("name", "{{ .Chart.Name }}");
    facts.put("host", "{{ .Values.host }}");
    facts.put("replicas", "{{ .Values.replicas }}");
    facts.put(
        "image",
        "{{ .Values.image.repository }}"
            + (plan.is(Feature.DIGEST_PINNED, "true")
                ? "@{{ .Values.image.digest }}"
                : ":{{ .Values.image.tag }}"));
    objects("deploy/chart/templates/");
    facts.putAll(facts(plan));
  }

  /** What somebody else's chart made, kept beside it to be looked at before it is delivered. */
  private void rendered() {
    facts.put("PACKED", "rendered");
    texts.put(
        "deploy/rendered.yaml",
        OBJECTS.stream()
            .map(name -> filled("objects/" + name + ".yaml"))
            .filter(text -> !text.isEmpty())
            .collect(joining("---\n")));
  }

  private void kustomizations() {
    objects("deploy/base/");
    facts.put(
        "resources",
        OBJECTS.stream()
            .map(name -> name + ".yaml")
            .filter(name -> texts.containsKey("deploy/base/" + name))
            .map(name -> "  - " + name)
            .collect(joining("\n")));
    write("deploy/base/kustomization.yaml", "packing/base.yaml");
    if (Fitting.layered(plan.choices())) {
      inEach("deploy/overlays/%s/kustomization.yaml", "packing/overlay.yaml");
    }
  }

  private void objects(String folder) {
    OBJECTS.forEach(name -> write(folder + name + ".yaml", "objects/" + name + ".yaml"));
  }

  private void inEach(String path, String stencil) {
    for (var environment : environments) {
      var known = new HashMap<>(facts);
      known.putAll(environment);
      texts.put(
          path.formatted(environment.get("environment")),
          Stencil.named(stencil).filled(known, environments));
    }
  }

  /** What would say nothing is no file. */
  private void write(String path, String stencil) {
    var text = filled(stencil);
    if (!text.isBlank()) texts.put(path, text);
  }

  private String filled(String stencil) {
    return Stencil.named(stencil).filled(facts, environments);
  }
}
