package plimsoll.demonstration;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import plimsoll.demonstration.Deliveries.Claimed;
import plimsoll.document.YamlStream;
import plimsoll.json.Json;
import plimsoll.pattern.Feature;
import plimsoll.workload.Observed;

/**
 * A cluster, as it would tell of itself: what the platform offers and who asked for it, and what
 * Argo CD brought there. The services' own workloads are not watched.
 *
 * @param collectsLogs whether an agent on its nodes does
 * @param claims that were ever made there
 * @param deployments when each service was brought to production, in the order of time
 */
record Cluster(
    String name,
    boolean collectsLogs,
    long seed,
    List<Claimed> claims,
    Map<String, List<Instant>> deployments) {
  /** The department that has one of its own; all others share one. */
  private static final String APART = "delivery";

  private static final int HISTORY = 10;

  /** Share of syncs that somebody starts though they would come by themselves. */
  private static final double IMPATIENT = 0.1;

  private static final double DRIFTS = 0.12;
  private static final double DRIFTS_AND_HEALS = 0.02;
  private static final double SUFFERS = 0.03;

  static String nameFor(Story team) {
    return team.tribe().startsWith(APART) ? "quay" : "harbour";
  }

  /**
   * All of it.
   *
   * @param services that run there
   */
  Observed whole(Instant at, List<Blueprint> services) {
    var objects = new ArrayList<>(platform());
    claims.stream()
        .filter(claim -> !claim.requestedAt().isAfter(at))
        .forEach(claim -> objects.add(object(claim, at)));
    objects.addAll(applications(at, services));
    return observed(at, true, objects);
  }

  /** What Argo CD brings alone, because it changes most. */
  Observed look(Instant at, List<Blueprint> services) {
    return observed(at, false, applications(at, services));
  }

  private Observed observed(Instant at, boolean whole, List<Map<String, Object>> objects) {
    Set<String> kinds =
        objects.stream().map(one -> one.get("apiVersion") + "/" + one.get("kind")).collect(toSet());
    return new Observed(
        "cluster:" + name,
        at,
        whole,
        kinds.stream().sorted().toList(),
        objects.stream().map(one -> new Observed.Seen(Json.write(one), false)).toList());
  }

  private List<Map<String, Object>> platform() {
    var facts = Map.of("AGENT", String.valueOf(collectsLogs));
    return objects(Stencil.named("cluster/platform.yaml").filled(facts, List.of()));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> objects(String yaml) {
    return YamlStream.read(yaml).stream()
        .map(part -> (Map<String, Object>) part.content())
        .toList();
  }

  private static Map<String, Object> object(Claimed claim, Instant at) {
    boolean database = claim.capability().equals("database");
    var object = new LinkedHashMap<String, Object>();
    object.put("apiVersion", "platform.example.org/" + (database ? "v1alpha1" : "v1beta1"));
    object.put("kind", database ? "PostgreSQLInstance" : "Queue");
    object.put(
        "metadata",
        Map.of(
            "name", claim.id(),
            "namespace", claim.team(),
            "uid", uid(claim.id()),
            "creationTimestamp", claim.requestedAt(),
            "labels", Map.of("team", claim.team(), "service", claim.service())));
    object.put("spec", Map.of("size", "small"));
    object.put("status", Map.of("conditions", conditions(claim, at)));
    return object;
  }

  private static List<Map<String, Object>> conditions(Claimed claim, Instant at) {
    var answered = claim.requestedAt().plusSeconds(4);
    var all = new ArrayList<Map<String, Object>>();
    all.add(condition("Synced", !claim.failed(), claim.failed() ? "ReconcileError" : "", answered));
    boolean ready = claim.readyAt() != null && !claim.readyAt().isAfter(at);
    all.add(condition("Ready", ready, "", ready ? claim.readyAt() : answered));
    return all;
  }

  private static Map<String, Object> condition(
      String type, boolean holds, String reason, Instant since) {
    return Map.of(
        "type",
        type,
        "status",
        holds ? "True" : "False",
        "reason",
        reason,
        "lastTransitionTime",
        since);
  }

  private static String uid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .toString();
  }

  private List<Map<String, Object>> applications(Instant at, List<Blueprint> services) {
    var all = new ArrayList<Map<String, Object>>();
    for (var plan : services) {
      if (nameFor(plan.team()).equals(name)) {
        objects(Repository.applications(plan)).forEach(one -> all.add(running(one, plan, at)));
      }
    }
    return all;
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> running(Map<String, Object> written, Blueprint plan, Instant at) {
    var meta = new LinkedHashMap<>((Map<String, Object>) written.get("metadata"));
    var called = (String) meta.get("name");
    meta.put("uid", uid(name + called));
    var object = new LinkedHashMap<>(written);
    object.put("metadata", meta);
    object.put("status", status(called, plan, at));
    return object;
  }

  private Map<String, Object> status(String called, Blueprint plan, Instant at) {
    var chance = new Chance(seed, "look", called, LocalDate.ofInstant(at, ZoneOffset.UTC));
    boolean heals = plan.is(Feature.SELF_HEAL, "true");
    boolean drifted = chance.happens(heals ? DRIFTS_AND_HEALS : DRIFTS);
    return Map.of(
        "sync", Map.of("status", drifted ? "OutOfSync" : "Synced"),
        "health", Map.of("status", chance.happens(SUFFERS) ? "Degraded" : "Healthy"),
        "history", history(called, plan, at));
  }

  private List<Map<String, Object>> history(String called, Blueprint plan, Instant at) {
    var past =
        deployments.getOrDefault(plan.service(), List.of()).stream()
            .filter(moment -> !moment.isAfter(at))
            .toList();
    return past.subList(Math.max(0, past.size() - HISTORY), past.size()).stream()
        .map(moment -> sync(called, plan, moment))
        .toList();
  }

  private Map<String, Object> sync(String called, Blueprint plan, Instant finished) {
    var chance = new Chance(seed, "sync", called, finished);
    boolean alone = plan.is(Feature.AUTOMATED_SYNC, "true") && !chance.happens(IMPATIENT);
    return Map.of(
        "deployStartedAt",
        finished.minus(Duration.ofSeconds(chance.between(20, 90))),
        "deployedAt",
        finished,
        "initiatedBy",
        alone ? Map.of("automated", true) : Map.of("username", "somebody"));
  }
}
