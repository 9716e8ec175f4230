package plimsoll.delivery.source;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import plimsoll.delivery.fact.BadEvent;
import plimsoll.delivery.fact.Batch;
import plimsoll.delivery.fact.Fields;
import plimsoll.json.Json;

/**
 * Argo CD: what it synced, by a notification whose body is a part of the Application, or by the
 * Application itself, one or many, with its history.
 */
@ApplicationScoped
public class ArgocdSource implements Source {
  static final Setting SERVICE =
      new Setting(
          "service-labels",
          "Labels or annotations that name the service",
          "Names divided by commas; the first that an Application has counts. Empty: the service is"
              + " the Application's name.",
          "");
  static final Setting ENVIRONMENT =
      new Setting(
          "environment-labels",
          "Labels or annotations that name the environment",
          "Names divided by commas; the first that an Application has counts. Without one it is the"
              + " destination: its cluster or namespace, or the project, whichever serves users.",
          "environment, env");
  static final Setting DEGRADED =
      new Setting(
          "degraded-minutes",
          "Minutes after a sync in which it may turn out to have failed",
          "What is degraded or missing within so many minutes of its sync was no successful"
              + " deployment; what is so later broke for itself.",
          "30");

  /** What to paste; the page of the source shows it, and docs/sources.md. */
  private static final String TEMPLATE = resource("argocd-notifications.yaml");

  @Override
  public String key() {
    return "argocd";
  }

  @Override
  public String title() {
    return "Argo CD";
  }

  @Override
  public List<String> steps() {
    return List.of(
        "Set a secret below, and put it as plimsoll-secret into the Secret"
            + " argocd-notifications-secret.",
        "Add what stands below to the ConfigMap argocd-notifications-cm, with the address.",
        "To bring in the past, send the Applications themselves once: kubectl get applications -A"
            + " -o json, as a POST to the same address. Argo CD keeps ten syncs of each.");
  }

  @Override
  public String paste() {
    return TEMPLATE;
  }

  @Override
  public List<Setting> settings() {
    return List.of(SERVICE, ENVIRONMENT, Rules.PRODUCTION, DEGRADED);
  }

  @Override
  public boolean signed(Delivery delivery, String secret) {
    return Proof.authorization(delivery, secret);
  }

  @Override
  public String what(Delivery delivery) {
    return Webhook.what(delivery, "kind").replace("event", "Applications");
  }

  @Override
  public Batch read(Delivery delivery) {
    return Webhook.read(asObject(delivery), ArgocdSource::read);
  }

  @Override
  public Sample sample(String secret, Instant now) {
    var body =
        """
        {"apiVersion": "argoproj.io/v1alpha1", "kind": "Application",
          "metadata": {"name": "checkout", "namespace": "argocd", "labels": {"env": "production"}},
          "spec": {"project": "shop",
            "source": {"repoURL": "https://github.com/shop/checkout.git", "path": "deploy"},
            "destination": {"name": "in-cluster", "namespace": "shop"}},
          "status": {"health": {"status": "Healthy"},
            "operationState": {"phase": "Succeeded", "startedAt": "%s", "finishedAt": "%s",
              "operation": {"initiatedBy": {"automated": true}},
              "syncResult": {"revision": "53e28ff20cc530b9ada2173fbbd64d48338583ba"}}}}
        """
            .formatted(now.minusSeconds(30), now);
    return new Sample(body, Map.of("Authorization", "Bearer " + secret));
  }

  /** The API and kubectl give lists in several forms. */
  private static Delivery asObject(Delivery delivery) {
    if (!(delivery.json() instanceof ArrayNode array)) return delivery;
    var list = Json.MAPPER.createObjectNode();
    list.set("items", array);
    var body = list.toString().getBytes(StandardCharsets.UTF_8);
    return new Delivery(body, delivery.headers(), delivery.rules(), delivery.now());
  }

  private static void read(Webhook hook) {
    var all = applications(hook.payload());
    if (all.isEmpty()) hook.ignore("It holds no Application.");
    int number = 0;
    for (var one : all) {
      number++;
      var application = new ArgocdApplication(hook, number, one);
      hook.trying(number, application::read);
    }
  }

  private static List<Fields> applications(Fields payload) {
    if (payload.object().has("items")) return payload.parts("items");
    for (var name : List.of("application", "app", "result")) {
      if (payload.object().get(name) instanceof ObjectNode) return applications(payload.part(name));
    }
    if (payload.has("metadata") || payload.has("kind")) return List.of(payload);
    var inside =
        StreamSupport.stream(payload.object().spliterator(), false)
            .filter(one -> one instanceof ObjectNode && one.has("metadata"))
            .map(one -> new Fields((ObjectNode) one))
            .toList();
    if (!inside.isEmpty()) return inside;
    throw new BadEvent("This is no Application of Argo CD: metadata is missing.");
  }

  private static String resource(String name) {
    try (var text = Objects.requireNonNull(ArgocdSource.class.getResourceAsStream(name))) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
