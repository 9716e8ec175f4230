package plimsoll.workload.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import plimsoll.pattern.Profile;

/** What holds for any files. */
class ManifestsPropertiesTest {
  private static final List<String> OBJECTS =
      List.of(
          Read.WEB,
          Read.SERVICE,
          Read.WEB.replace("web", "api"),
          "apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: web}\n"
              + "spec: {scaleTargetRef: {kind: Deployment, name: web}, maxReplicas: 4}\n",
          "apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: all}\n"
              + "spec: {selector: {}, maxUnavailable: 1}\n",
          "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData: {a: b}\n",
          "apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: {name: m}\n",
          "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {A: {{ b }}\n",
          "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: web-prod}\n"
              + "spec: {syncPolicy: {automated: {}}}\n",
          "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: n}\n"
              + "spec: {podSelector: {matchLabels: {app: web}}}\n");

  @Property(tries = 100)
  void theOrderOfFilesChangesNothing(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 10) int many) {
    var objects = new ArrayList<>(OBJECTS);
    Collections.shuffle(objects, random);
    var some = objects.subList(0, many);
    var one = new Read();
    for (var text : some) one.file("f%02d.yaml".formatted(OBJECTS.indexOf(text)), text);
    assertEquals(said(one.profile()), said(one.reversed().profile()));
  }

  @Property(tries = 50)
  void theOrderOfDocumentsChangesNothingButLines(@ForAll Random random) {
    var objects = new ArrayList<>(OBJECTS);
    objects.removeIf(text -> text.contains("{{"));
    var one = Read.of(String.join("---\n", objects)).profile();
    Collections.shuffle(objects, random);
    var other = Read.of(String.join("---\n", objects)).profile();
    assertEquals(values(one), values(other));
  }

  @Property(tries = 50)
  void anUnrelatedObjectChangesNothing(@ForAll @IntRange(max = 9) int which) {
    var text = OBJECTS.get(which);
    var unrelated =
        "apiVersion: example.org/v1\nkind: Anything\nmetadata: {name: x}\nspec: {a: 1}\n";
    assertEquals(values(Read.of(text).profile()), values(Read.of(text, unrelated).profile()));
  }

  private static String values(Profile profile) {
    var text = new StringBuilder();
    profile
        .choices()
        .forEach((feature, chosen) -> text.append(feature).append(chosen.value()).append(' '));
    profile
        .workloads()
        .forEach(
            one -> {
              text.append(one.kind()).append(one.name());
              one.traits().forEach((trait, found) -> text.append(trait).append(found.answer()));
            });
    return text.toString();
  }

  private static String said(Profile profile) {
    return profile.toString();
  }
}
