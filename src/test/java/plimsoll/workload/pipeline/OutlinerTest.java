package plimsoll.workload.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import plimsoll.pattern.Outline;
import plimsoll.workload.file.Sketch;
import plimsoll.workload.file.SourceFile;

class OutlinerTest {

  static Outline outline(String path, String text) {
    var sketch = new Sketch();
    new Outliner().read(List.of(new SourceFile("upload", path, text)), List.of(), sketch);
    return sketch.profile("shop").outlines().get(0);
  }

  @Test
  void orderOfKeysCommentsAndNamesNeverCount() {
    var one =
        outline(
            "deploy.yaml",
            """
            # Copyright of somebody
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: shop
              labels: {app: shop}
            spec:
              replicas: 2
              template:
                spec:
                  containers:
                    - image: registry.acme.io/shop:1.2.3
                      name: shop
            """);
    var other =
        outline(
            "deploy.yaml",
            """
            kind: Deployment
            apiVersion: apps/v1
            spec:
              template:
                spec:
                  containers:
                    - name: cart
                      image: registry.other.com/cart@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
              replicas: 2 # two
            metadata: {labels: {app: cart}, name: cart}
            """);
    assertEquals("manifest", one.part());
    assertEquals(one.lines(), other.lines());
    assertEquals(
        List.of(
            "Deployment.apiVersion=apps/v1",
            "Deployment.kind=Deployment",
            "Deployment.metadata.labels.app=NAME",
            "Deployment.metadata.name=NAME",
            "Deployment.spec.replicas=2",
            "Deployment.spec.template.spec.containers[].image=HOST/NAME",
            "Deployment.spec.template.spec.containers[].name=NAME"),
        one.lines());
  }

  @Test
  void whatIsSetStaysDifferent() {
    assertNotEquals(
        outline("a.yaml", "replicas: 2").lines(), outline("a.yaml", "replicas: 3").lines());
  }

  @Test
  void aJobsNameAndPlaceNeverCount() {
    var one =
        outline(
            ".github/workflows/a.yml",
            """
            on: push
            jobs:
              one:
                steps: [{run: make test}]
              two:
                steps: [{uses: actions/checkout@v4}]
            """);
    var other =
        outline(
            ".github/workflows/a.yml",
            """
            on: push
            jobs:
              alpha:
                steps: [{uses: actions/checkout@v5}]
              beta:
                steps: [{run: make test}]
            """);
    assertEquals("pipeline", one.part());
    assertEquals(one.lines(), other.lines());
  }

  @Test
  void aTextThatIsNoYamlIsOutlinedByItsLinesWithoutComments() {
    var outline =
        outline(
            "Jenkinsfile",
            """
            #!groovy
            /* licence
             * head */
            pipeline { // the way
              sh  'curl http://acme.com/x' // said
            }
            """);
    assertEquals(List.of("pipeline {", "sh 'curl http://HOST/x'", "}"), outline.lines());
  }

  @Test
  void whatIsTakenByReferenceIsNamedWithoutItsVersion() {
    var outline =
        outline(
            ".github/workflows/a.yml",
            """
            on: push
            jobs:
              ship:
                uses: acme/workflows/.github/workflows/ship.yml@v3
              test:
                steps: [{uses: actions/checkout@v4}]
            """);
    assertEquals(List.of("acme/workflows/.github/workflows/ship.yml"), outline.shared());
    var chart =
        outline(
            "Chart.yaml",
            "name: shop\ndependencies: [{name: base, version: 1.0.0, repository: 'oci://acme'}]");
    assertEquals(List.of("oci://acme/base"), chart.shared());
  }
}
