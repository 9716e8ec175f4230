package plimsoll.estate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static plimsoll.estate.Objects.object;

import java.util.List;
import org.junit.jupiter.api.Test;

class PartTest {
  private static final Definition OLD =
      Definition.of(
          object(
              """
              apiVersion: apiextensions.crossplane.io/v1
              kind: CompositeResourceDefinition
              metadata: {name: xqueues.acme.example}
              spec:
                group: acme.example
                names: {kind: XQueue, plural: xqueues}
                claimNames: {kind: Queue, plural: queues}
                versions: [{name: v1, served: true}, {name: v0, served: false}]
              """));
  private static final Definition NEW =
      Definition.of(
          object(
              """
              apiVersion: apiextensions.crossplane.io/v2
              kind: CompositeResourceDefinition
              metadata: {name: buckets.acme.example}
              spec:
                group: acme.example
                names: {kind: Bucket, plural: buckets}
                versions: [{name: v1, served: true}]
              """));

  @Test
  void aDefinitionOfVersionOneHasClaimsAndOneOfVersionTwoNamespaces() {
    assertEquals(
        new Definition("acme.example/XQueue", "acme.example/Queue", "LegacyCluster", List.of("v1")),
        OLD);
    assertEquals(new Definition("acme.example/Bucket", null, "Namespaced", List.of("v1")), NEW);
  }

  @Test
  void aDefinitionTellsWhatAnObjectWithoutAnySignIs() {
    assertEquals(Part.CLAIM, part("acme.example/v7, kind: Queue"));
    assertEquals(Part.COMPOSITE, part("acme.example/v1, kind: XQueue"));
    assertEquals(Part.COMPOSITE, part("acme.example/v1, kind: Bucket"));
    assertNull(part("acme.example/v1, kind: Topic"));
    assertNull(part("v1, kind: Queue"));
  }

  @Test
  void withoutADefinitionOnlyWhatSuchObjectsAloneSayTells() {
    assertEquals(Part.CLAIM, shaped("a", "compositionSelector: {matchLabels: {size: s}}"));
    assertEquals(Part.CLAIM, shaped("a", "{compositeDeletePolicy: x, resourceRef: {name: b}}"));
    assertEquals(Part.COMPOSITE, shaped("", "{compositionRef: {name: c}}"));
    assertEquals(Part.COMPOSITE, shaped("", "{claimRef: {name: c, namespace: a}}"));
    assertEquals(Part.COMPOSITE, shaped("a", "{crossplane: {compositionRef: {name: c}}}"));
    assertEquals(Part.MANAGED, shaped("", "{forProvider: {region: eu}}"));
    assertNull(shaped("a", "{replicas: 3}"));
  }

  private static Part part(String version) {
    var object = object("{apiVersion: " + version + ", metadata: {name: x, namespace: a}}");
    return Part.of(object, List.of(OLD, NEW));
  }

  private static Part shaped(String namespace, String spec) {
    var text =
        "apiVersion: other.example/v1\nkind: Thing\nmetadata: {name: x, namespace: '%s'}\nspec: %s"
            .formatted(namespace, spec.startsWith("{") ? spec : "{" + spec + "}");
    return Part.of(object(text), List.of(OLD, NEW));
  }
}
