package plimsoll.estate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static plimsoll.estate.Objects.object;

import java.util.List;
import org.junit.jupiter.api.Test;
import plimsoll.pattern.Profile;
import plimsoll.workload.file.Sketch;
import plimsoll.workload.file.SourceFile;
import plimsoll.workload.pipeline.Outliner;

class ComposedTest {
  private static final String COMPOSITION =
      """
      apiVersion: apiextensions.crossplane.io/v1
      kind: Composition
      metadata:
        name: xqueues-small
      %sspec:
        compositeTypeRef: {apiVersion: acme.example/v1, kind: XQueue}
        mode: Pipeline
        pipeline:
        - step: make
          functionRef: {name: function-patch-and-transform}
          input:
            resources:
            - name: queue
              base: {spec: {forProvider: {region: eu, image: registry.acme.example/q:1.2.3, owner: xqueues-small}}}
        - step: ready
          functionRef: {name: function-auto-ready}
      """;

  @Test
  void itIsKnownByWhatItMakesAndTheFunctionsThatMakeIt() {
    var composed = Composed.of(object(COMPOSITION.formatted("")));
    assertEquals("acme.example/XQueue", composed.type());
    assertEquals("Pipeline", composed.mode());
    assertEquals(
        List.of("function-patch-and-transform", "function-auto-ready"), composed.functions());
    assertEquals(1, composed.resources());
  }

  @Test
  void itSaysInAClusterWhatItSaysInAFile() {
    var live =
        COMPOSITION.formatted(
            """
              uid: 6f1d0d0e-0000-4000-8000-000000000001
              resourceVersion: "7"
              creationTimestamp: "2026-03-23T09:00:00Z"
            status: {a: b}
            """);
    assertEquals(
        outline(COMPOSITION.formatted("")).outlines().get(0).lines(),
        Composed.of(object(live)).lines());
  }

  private static Profile outline(String text) {
    var sketch = new Sketch();
    var file = new SourceFile("upload", "composition.yaml", text);
    new Outliner().read(List.of(file), List.of(), sketch);
    return sketch.profile("queues");
  }
}
