package plimsoll.workload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import plimsoll.json.Json;

/**
 * An object of a cluster, without what changes by itself.
 *
 * @param kind with its group where that is no group of Kubernetes, as in "Application.argoproj.io"
 * @param labels as "key=value", its own and those of its pods
 * @param names under which its service may be known, the surest first
 */
record ClusterObject(
    String namespace,
    String kind,
    String name,
    Set<String> labels,
    List<String> names,
    String text) {
  private static final List<String> CHANGING =
      List.of(
          "managedFields",
          "resourceVersion",
          "generation",
          "uid",
          "creationTimestamp",
          "selfLink",
          "ownerReferences");
  private static final List<String> CHANGING_ANNOTATIONS =
      List.of(
          "kubectl.kubernetes.io/last-applied-configuration",
          "deployment.kubernetes.io/revision",
          "control-plane.alpha.kubernetes.io/leader",
          "autoscaling.alpha.kubernetes.io/current-metrics",
          "autoscaling.alpha.kubernetes.io/conditions");
  private static final List<String> NAMING =
      List.of(
          "argocd.argoproj.io/instance",
          "app.kubernetes.io/name",
          "app.kubernetes.io/instance",
          "app.kubernetes.io/part-of",
          "app",
          "k8s-app");
  private static final String BACKSTAGE = "backstage.io/kubernetes-id";
  private static final int NAME_MAX = 300;

  /** Null when it is no object that has a kind and a name. */
  static ClusterObject of(String json) {
    try {
      return Json.MAPPER.readTree(json) instanceof ObjectNode object ? of(object) : null;
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private static ClusterObject of(ObjectNode object) {
    var meta = object.path("metadata");
    var name = meta.path("name").asText();
    var kind = object.path("kind").asText();
    if (kind.isEmpty() || name.isEmpty() || kind.length() + name.length() > NAME_MAX) return null;
    object.remove("status");
    if (meta instanceof ObjectNode fields) {
      fields.remove(CHANGING);
      if (fields.get("annotations") instanceof ObjectNode notes) notes.remove(CHANGING_ANNOTATIONS);
    }
    var namespace = meta.path("namespace").asText();
    var named = kind(object.path("apiVersion").asText(), kind);
    return new ClusterObject(
        namespace.isEmpty() ? Surroundings.NO_NAMESPACE : namespace,
        named,
        name,
        labels(object),
        names(object, named),
        object.toPrettyString());
  }

  /** As in the paths of files, for "apps/v1" and "Deployment". */
  static String kind(String apiVersion, String kind) {
    int slash = apiVersion.indexOf('/');
    var group = slash < 0 ? "" : apiVersion.substring(0, slash);
    return group.contains(".") && !group.endsWith(".k8s.io") ? kind + "." + group : kind;
  }

  String path() {
    return namespace + "/" + kind + "/" + name;
  }

  private static Set<String> labels(JsonNode object) {
    var labels = new LinkedHashSet<String>();
    for (var place :
        List.of(
            object.at("/metadata/labels"),
            object.at("/spec/template/metadata/labels"),
            object.at("/spec/jobTemplate/spec/template/metadata/labels"))) {
      place
          .fields()
          .forEachRemaining(one -> labels.add(one.getKey() + "=" + one.getValue().asText()));
    }
    return labels;
  }

  private static List<String> names(JsonNode object, String kind) {
    var names = new ArrayList<String>();
    var own = object.at("/metadata/labels");
    var pods = object.at("/spec/template/metadata/labels");
    var notes = object.at("/metadata/annotations");
    for (var place : List.of(notes, own, pods)) names.add(place.path(BACKSTAGE).asText());
    if (kind.equals("Application.argoproj.io")) names.add(object.at("/metadata/name").asText());
    var tracking = notes.path("argocd.argoproj.io/tracking-id").asText();
    names.add(tracking.substring(0, Math.max(0, tracking.indexOf(':'))));
    for (var label : NAMING) {
      names.add(own.path(label).asText());
      names.add(pods.path(label).asText());
    }
    names.add(notes.path("meta.helm.sh/release-name").asText());
    names.add(object.at("/metadata/name").asText());
    return names.stream().filter(n -> !n.isBlank() && n.length() <= NAME_MAX).distinct().toList();
  }
}
