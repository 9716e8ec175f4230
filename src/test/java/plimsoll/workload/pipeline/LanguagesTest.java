package plimsoll.workload.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static plimsoll.workload.pipeline.PipelineTest.read;
import static plimsoll.workload.pipeline.PipelineTest.value;

import org.junit.jupiter.api.Test;
import plimsoll.pattern.Feature;
import plimsoll.pattern.Profile;

class LanguagesTest {

  private static void assertSays(Profile profile, String system, String builder, String mechanism) {
    assertEquals(system, value(profile, Feature.CI_SYSTEM));
    assertEquals(builder, value(profile, Feature.IMAGE_BUILDER));
    assertEquals(mechanism, value(profile, Feature.MECHANISM));
    assertEquals(0, profile.gaps().size());
  }

  @Test
  void aDeclarativeJenkinsfileIsReadWithItsGate() {
    var profile =
        read(
            "Jenkinsfile",
            """
            @Library('acme-pipelines@v2') _
            // sh 'kaniko is no step in a comment'
            pipeline {
              agent any
              stages {
                stage('Build') {
                  steps {
                    sh "docker build -t ${IMAGE} ."
                    sh 'docker push $IMAGE'
                  }
                }
                stage('Approve') { steps { input message: 'Ship it?', ok: 'Yes' } }
                stage('Production') {
                  when { branch 'main' }
                  steps {
                    sh '''
                      helm upgrade --install shop chart
                    '''
                  }
                }
              }
              post { failure { sh script: 'helm rollback shop', returnStatus: true } }
            }
            """);
    assertSays(profile, "jenkins", "docker", "push");
    assertEquals("true", value(profile, Feature.SHARED_WORKFLOW));
    assertEquals("ci-approval", value(profile, Feature.PRODUCTION_GATE));
    assertEquals("helm", value(profile, Feature.ROLLBACK));
    assertEquals(17, profile.choices().get(Feature.MECHANISM).evidence().line());
  }

  @Test
  void aScriptedJenkinsfileWithoutAGateHasNone() {
    var profile =
        read(
            "Jenkinsfile",
            """
            node('linux') {
              stage('Build') { def image = docker.build("shop"); image.push() }
              stage('Deploy production') { sh 'kubectl apply -f k8s' }
            }
            """);
    assertSays(profile, "jenkins", "docker", "push");
    assertEquals("none", value(profile, Feature.PRODUCTION_GATE));
    assertEquals("false", value(profile, Feature.SHARED_WORKFLOW));
  }

  @Test
  void aJenkinsfileThatOnlyCallsALibraryIsShared() {
    assertEquals(
        "true",
        value(read("Jenkinsfile", "buildService(name: 'shop')\n"), Feature.SHARED_WORKFLOW));
  }

  @Test
  void tektonsTasksAreReadAndWhatAResolverFetchesIsShared() {
    var profile =
        read(
            "tekton/run.yaml",
            """
            apiVersion: tekton.dev/v1
            kind: PipelineRun
            metadata: {generateName: shop-}
            spec:
              pipelineSpec:
                tasks:
                  - name: image
                    taskRef:
                      resolver: hub
                      params: [{name: name, value: kaniko}, {name: version, value: "0.6"}]
                  - name: ship
                    taskRef: {name: ship}
            ---
            apiVersion: tekton.dev/v1
            kind: Task
            metadata: {name: ship}
            spec:
              steps:
                - image: bitnami/kubectl
                  command: [kubectl]
                  args: [apply, -f, k8s]
            """);
    assertSays(profile, "tekton", "kaniko", "push");
    assertEquals("true", value(profile, Feature.SHARED_WORKFLOW));
  }

  @Test
  void argoWorkflowsAreReadAndASuspendedStepIsAGate() {
    var profile =
        read(
            "workflow.yaml",
            """
            apiVersion: argoproj.io/v1alpha1
            kind: Workflow
            metadata: {generateName: shop-}
            spec:
              templates:
                - name: image
                  container:
                    image: gcr.io/kaniko-project/executor:v1.9.0
                    args: [--destination=ghcr.io/acme/shop]
                - name: wait
                  suspend: {}
                - name: ship
                  script: {image: alpine, source: "helm upgrade shop ."}
                - name: all
                  steps: [[{name: test, templateRef: {name: tests, template: unit}}]]
            """);
    assertSays(profile, "argo-workflows", "kaniko", "push");
    assertEquals("true", value(profile, Feature.SHARED_WORKFLOW));
    assertEquals("ci-approval", value(profile, Feature.PRODUCTION_GATE));
  }

  @Test
  void circleCisOrbsBringStepsAndJobs() {
    var profile =
        read(
            ".circleci/config.yml",
            """
            version: 2.1
            orbs: {aws-ecr: circleci/aws-ecr@9.0}
            jobs:
              ship:
                docker: [{image: cimg/base}]
                steps:
                  - checkout
                  - run: {name: Ship, command: kubectl apply -f k8s}
            workflows:
              all:
                jobs:
                  - aws-ecr/build_and_push_image: {repo: shop}
                  - hold: {type: approval}
                  - ship: {requires: [hold]}
            """);
    assertSays(profile, "circleci", "docker", "push");
    assertEquals("true", value(profile, Feature.SHARED_WORKFLOW));
    assertEquals("ci-approval", value(profile, Feature.PRODUCTION_GATE));
  }

  @Test
  void buildkitesBlockIsAGate() {
    var profile =
        read(
            ".buildkite/pipeline.yml",
            """
            steps:
              - label: image
                command: docker buildx build --push .
              - block: ":rocket: Ship?"
              - label: production
                commands: [helm upgrade shop .]
            """);
    assertSays(profile, "buildkite", "buildkit", "push");
    assertEquals("ci-approval", value(profile, Feature.PRODUCTION_GATE));
  }

  @Test
  void azuresStagesAreReadAndATemplateOfAnotherRepositoryIsShared() {
    var profile =
        read(
            "azure-pipelines.yml",
            """
            trigger: [main]
            resources:
              repositories: [{repository: templates, type: git, name: acme/templates}]
            stages:
              - stage: Build
                jobs:
                  - job: image
                    steps:
                      - task: Docker@2
                        inputs: {command: login}
                      - task: Docker@2
                        inputs: {command: buildAndPush}
                      - template: scan.yml@templates
              - stage: Staging
                jobs:
                  - deployment: ship
                    environment: staging
                    strategy:
                      runOnce:
                        deploy:
                          steps:
                            - task: HelmDeploy@0
                              inputs: {command: upgrade}
            """);
    assertSays(profile, "azure-pipelines", "docker", "push");
    assertEquals("true", value(profile, Feature.SHARED_WORKFLOW));
    assertEquals("1", value(profile, Feature.ENVIRONMENTS));
    assertNull(value(profile, Feature.PRODUCTION_GATE));
  }

  @Test
  void bitbucketsBranchesArePromotions() {
    var profile =
        read(
            "bitbucket-pipelines.yml",
            """
            pipelines:
              branches:
                develop:
                  - step:
                      deployment: staging
                      script:
                        - docker build -t shop . && docker push shop
                        - pipe: atlassian/aws-ecs-deploy:1.0.0
                main:
                  - step:
                      deployment: production
                      trigger: manual
                      script: [{pipe: atlassian/aws-ecs-deploy:1.0.0}]
            """);
    assertSays(profile, "bitbucket", "docker", "push");
    assertEquals("branch", value(profile, Feature.PROMOTION));
    assertEquals("2", value(profile, Feature.ENVIRONMENTS));
    assertEquals("ci-approval", value(profile, Feature.PRODUCTION_GATE));
  }

  @Test
  void cloudBuildsStepsAreNamedForTheirPrograms() {
    assertSays(
        read(
            "cloudbuild.yaml",
            """
            steps:
              - name: gcr.io/cloud-builders/docker
                args: [build, -t, gcr.io/acme/shop, .]
              - name: gcr.io/google.com/cloudsdktool/cloud-sdk
                entrypoint: gcloud
                args: [run, deploy, shop]
            images: [gcr.io/acme/shop]
            """),
        "cloud-build",
        "docker",
        "push");
  }

  @Test
  void dronesPluginsAreTools() {
    assertSays(
        read(
            ".drone.yml",
            """
            kind: pipeline
            type: docker
            name: default
            steps:
              - {name: image, image: "plugins/docker:20", settings: {repo: acme/shop}}
              - {name: ship, image: alpine, commands: [kubectl apply -f k8s]}
            """),
        "drone",
        "docker",
        "push");
  }

  @Test
  void semaphoreAndTravisAreRead() {
    assertSays(
        read(
            ".semaphore/semaphore.yml",
            """
            version: v1.0
            agent: {machine: {type: e1-standard-2}}
            blocks:
              - name: all
                task:
                  jobs: [{name: a, commands: [podman build -t shop ., helm upgrade shop .]}]
            """),
        "semaphore",
        "podman",
        "push");
    assertSays(
        read(
            ".travis.yml",
            """
            language: java
            script: ./mvnw -B verify jib:build
            deploy: {provider: script, script: kubectl apply -f k8s}
            """),
        "travis",
        "jib",
        "push");
  }

  @Test
  void whatIsTriedInAClusterOfTheJobsOwnIsNoDeployment() {
    var profile =
        read(
            ".github/workflows/test.yml",
            """
            on: push
            jobs:
              test:
                steps:
                  - uses: helm/kind-action@v1
                  - run: kubectl apply -f k8s
            """);
    assertNull(value(profile, Feature.MECHANISM));
  }

  @Test
  void whatRunsForProposedChangesOnlyIsNoDeployment() {
    var profile =
        read(
            ".github/workflows/preview.yml",
            """
            on: [pull_request]
            jobs:
              preview:
                steps: [{run: helm upgrade --install shop .}]
            """);
    assertNull(value(profile, Feature.MECHANISM));
  }

  @Test
  void aChangedOverlayThatGoesBackIntoGitIsAPromotion() {
    var profile =
        read(
            ".github/workflows/promote.yml",
            """
            on: push
            jobs:
              promote:
                steps:
                  - run: |
                      cd overlays/production
                      kustomize edit set image shop=ghcr.io/acme/shop:$TAG
                      git commit -am "Promote" && git push
            """);
    assertEquals("overlay", value(profile, Feature.PROMOTION));
    assertNull(value(profile, Feature.MECHANISM));
  }

  @Test
  void databasesAreMigratedByThePipelineOnlyWhereItDeploys() {
    var tests = "on: push\njobs: {test: {steps: [{run: bin/rails db:migrate}]}}\n";
    assertNull(value(read(".github/workflows/a.yml", tests), Feature.MIGRATION_STEP));
    var ships =
        "on: push\njobs: {ship: {steps: [{run: \"flyway migrate && helm upgrade shop .\"}]}}\n";
    assertEquals("pipeline", value(read(".github/workflows/a.yml", ships), Feature.MIGRATION_STEP));
  }
}
