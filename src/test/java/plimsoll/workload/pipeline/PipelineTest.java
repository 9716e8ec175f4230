package plimsoll.workload.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import plimsoll.pattern.Feature;
import plimsoll.pattern.Profile;
import plimsoll.pattern.Slot;
import plimsoll.workload.file.Sketch;
import plimsoll.workload.file.SourceFile;

class PipelineTest {

  static Profile read(String... pathsAndTexts) {
    var files = new ArrayList<SourceFile>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      files.add(new SourceFile("upload", pathsAndTexts[i], pathsAndTexts[i + 1]));
    }
    var sketch = new Sketch();
    new PipelineReader().read(files, List.of(), sketch);
    return sketch.profile("shop");
  }

  static String value(Profile profile, Feature feature) {
    var chosen = profile.choices().get(feature);
    return chosen == null ? null : chosen.value();
  }

  private static final String WORKFLOW =
      """
      name: Ship
      on:
        push:
          branches: [main]
      jobs:
        build:
          runs-on: ubuntu-latest
          steps:
            - uses: actions/checkout@v4
            - uses: docker/build-push-action@v5
              with:
                push: true
            - run: |
                # trivy fs would be a comment
                trivy image ghcr.io/acme/shop
        production:
          needs: build
          environment: production
          runs-on: ubuntu-latest
          steps:
            - run: |
                cd charts
                helm -n shop upgrade --install \\
                  shop . --atomic
      """;

  @Test
  void aWorkflowOfGitHubTellsItsToolsAndTheLinesTheyStandOn() {
    var profile = read(".github/workflows/ship.yml", WORKFLOW);
    assertEquals("github-actions", value(profile, Feature.CI_SYSTEM));
    assertEquals("false", value(profile, Feature.SHARED_WORKFLOW));
    assertEquals("buildkit", value(profile, Feature.IMAGE_BUILDER));
    assertEquals("push", value(profile, Feature.MECHANISM));
    assertEquals("helm", value(profile, Feature.ROLLBACK));
    assertEquals("1", value(profile, Feature.ENVIRONMENTS));
    assertEquals(23, profile.choices().get(Feature.MECHANISM).evidence().line());
    assertEquals(
        List.of(Slot.IMAGE_BUILD, Slot.SCAN, Slot.DEPLOY, Slot.ROLLBACK),
        profile.implementations().stream().map(one -> one.slot()).toList());
  }

  @Test
  void whetherAnEnvironmentOfGitHubIsProtectedIsUnknown() {
    var profile = read(".github/workflows/ship.yml", WORKFLOW);
    assertNull(value(profile, Feature.PRODUCTION_GATE));
  }

  @Test
  void aWorkflowThatIsCalledFromAnotherRepositoryIsShared() {
    var profile =
        read(
            ".github/workflows/ship.yml",
            """
            "on": [push]
            jobs:
              ship:
                uses: acme/workflows/.github/workflows/ship.yml@v3
            """);
    assertEquals("true", value(profile, Feature.SHARED_WORKFLOW));
    assertNull(value(profile, Feature.IMAGE_BUILDER));
  }

  @Test
  void aDisabledWorkflowIsNoPipeline() {
    assertEquals(0, read(".github/workflows/ship.yml.disabled", WORKFLOW).files());
    assertEquals(0, read(".github/workflows/ship.yaml.part", WORKFLOW).files());
  }

  @Test
  void jobsOfGitLabTakeWhatTheyExtendAndReferTo() {
    var profile =
        read(
            ".gitlab-ci.yml",
            """
            include:
              - local: /ci/deploy.gitlab-ci.yml
              - template: Security/SAST.gitlab-ci.yml
            stages: [build, deploy]
            container:
              stage: build
              script:
                - /kaniko/executor --context . --destination $CI_REGISTRY_IMAGE
            staging:
              extends: .deploy
              environment: {name: staging}
            production:
              extends: .deploy
              environment:
                name: production
              when: manual
              after_script:
                - !reference [.undo, script]
            review:
              extends: .deploy
              environment: review/$CI_COMMIT_REF_SLUG
            """,
            "ci/deploy.gitlab-ci.yml",
            """
            .deploy:
              script:
                - kubectl apply -f k8s
            .undo:
              script:
                - kubectl rollout undo deployment/shop
            """);
    assertEquals("gitlab-ci", value(profile, Feature.CI_SYSTEM));
    assertEquals("true", value(profile, Feature.SHARED_WORKFLOW));
    assertEquals("kaniko", value(profile, Feature.IMAGE_BUILDER));
    assertEquals("push", value(profile, Feature.MECHANISM));
    assertEquals("kubectl", value(profile, Feature.ROLLBACK));
    assertEquals("2", value(profile, Feature.ENVIRONMENTS));
    assertEquals("pipeline", value(profile, Feature.PROMOTION));
    assertEquals("ci-approval", value(profile, Feature.PRODUCTION_GATE));
    assertFalse(profile.gaps().stream().anyMatch(gap -> gap.why().contains("extends")));
  }
}
