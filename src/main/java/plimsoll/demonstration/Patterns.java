package plimsoll.demonstration;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import plimsoll.pattern.Feature;
import plimsoll.pattern.Trait;

/**
 * How each service reaches production. Once all teams did it alike; from wave to wave each team
 * changed more of its choices and settings, in its own direction, and all its services with it.
 */
final class Patterns {
  /** Share of the choices that a team has changed, by how many waves ago. */
  private static final double[] DRIFT = {0.30, 0.20, 0.12};

  /** The same of numbers and names that are no choice. */
  private static final double[] TUNED = {0.30, 0.18, 0.08};

  /** Share of the choices in which a service differs from its team. */
  private static final double NOISE = 0.05;

  private static final double NOISE_WITHOUT_A_WAY = 0.5;

  /** Share of the services that keep what they need from the platform among their files. */
  private static final double PROVISIONS = 0.6;

  /** What all did once, then what else one can do. */
  private static final Map<Feature, List<String>> CHOICES = new EnumMap<>(Feature.class);

  private static final Map<String, List<String>> SETTINGS = new LinkedHashMap<>();

  /** Share of services that have a trait, at the latest wave. */
  private static final Map<Trait, Double> TRAITS =
      Map.ofEntries(
          entry(Trait.LOGGING, 0.15),
          entry(Trait.ALERTING, 0.85),
          entry(Trait.READINESS, 0.9),
          entry(Trait.LIVENESS, 0.8),
          entry(Trait.DISRUPTION_BUDGET, 0.45),
          entry(Trait.NETWORK_POLICY, 0.35),
          entry(Trait.NON_ROOT, 0.6),
          entry(Trait.TOPOLOGY_SPREAD, 0.3));

  /** By how much that was less a wave before. */
  private static final double SPREADING = 0.05;

  static {
    choices(Feature.CI_SYSTEM, "jenkins,github-actions,gitlab-ci,tekton");
    choices(Feature.SHARED_WORKFLOW, "false,true");
    choices(Feature.IMAGE_BUILDER, "docker,buildkit,kaniko,jib");
    choices(Feature.MANIFEST_KIND, "helm,raw,kustomize");
    choices(Feature.CHART_SOURCE, "own,shared,third-party");
    choices(Feature.DIGEST_PINNED, "false,true");
    choices(Feature.MECHANISM, "push,argocd,flux");
    choices(Feature.AUTOMATED_SYNC, "true,false");
    choices(Feature.SELF_HEAL, "false,true");
    choices(Feature.PROMOTION, "overlay,branch,image-updater,pipeline");
    choices(Feature.ENVIRONMENTS, "3,2,4");
    choices(Feature.PRODUCTION_GATE, "ci-approval,none,ticket");
    choices(Feature.ROLLOUT, "rolling,canary,blue-green,recreate");
    choices(Feature.MIGRATION_STEP, "init-container,job,pipeline");
    choices(Feature.SECRETS, "sealed-secrets,vault,external-secrets,plain");
    choices(Feature.CONFIG_SOURCE, "configmap,consul,environment");
    choices(Feature.FEATURE_FLAGS, "false,true");
    choices(Feature.METRICS, "prometheus-operator,prometheus-annotations,datadog,statsd");
    choices(Feature.TRACING, "true,false");
    choices(Feature.ALERT_RULES, "true,false");
    choices(Feature.AUTOSCALING, "none,hpa,keda");
    choices(Feature.TLS, "ingress-tls,gateway-tls,load-balancer,mesh");
    choices(Feature.RESOURCES_SET, "true,false");
    setting("busy", "70,60,80");
    setting("cache", "10,5,30");
    setting("cpu", "250m,100m,500m");
    setting("delay", "10,5,20,30");
    setting("errors", "2,1,5");
    setting("grace", "30,45,60");
    setting("java", "17,21");
    setting("level", "info,warn,debug");
    setting("limit", "1000m,500m,2000m");
    setting("memory", "512Mi,768Mi,1Gi");
    setting("minutes", "30,20,45");
    setting("pause", "5,10,15");
    setting("period", "10,5,15");
    setting("pool", "10,20,5");
    setting("port", "8080,8000,9090");
    setting("replicas", "2,3,1");
    setting("retention", "7,14,30");
    setting("retries", "2,1");
    setting("scrape", "30,15,60");
    setting("severity", "CRITICAL,HIGH");
    setting("slow", "500,300,800");
    setting("storage", "50,100,200");
    setting("surge", "1,2,25%");
    setting("timeout", "30,15,60");
  }

  private static void choices(Feature feature, String words) {
    CHOICES.put(feature, List.of(words.split(",")));
  }

  private static void setting(String name, String words) {
    SETTINGS.put(name, List.of(words.split(",")));
  }

  private final long seed;
  private final int wavesAgo;

  private Patterns(long seed, int wavesAgo) {
    this.seed = seed;
    this.wavesAgo = Math.min(wavesAgo, DRIFT.length - 1);
  }

  static List<Blueprint> of(long seed, List<Story> teams, int wavesAgo) {
    var patterns = new Patterns(seed, wavesAgo);
    var found = new ArrayList<Blueprint>();
    for (var team : teams) {
      var way = patterns.way(team);
      for (var service : team.services()) {
        found.add(
            new Blueprint(
                service,
                team,
                Fitting.together(patterns.wanted(service, team, way)),
                patterns.traits(service),
                patterns.settings(service, team)));
      }
    }
    return found;
  }

  /** The team's own way: it keeps what it changed before and changes more. */
  private Map<Feature, String> way(Story team) {
    var way = new EnumMap<Feature, String>(Feature.class);
    CHOICES.forEach((feature, words) -> way.put(feature, words.get(0)));
    var order = new ArrayList<>(CHOICES.keySet());
    Collections.shuffle(order, new Random(seed + team.key().hashCode()));
    var changed = (int) Math.round(order.size() * DRIFT[wavesAgo]);
    for (var feature : order.subList(0, changed)) {
      way.put(
          feature,
          other(CHOICES.get(feature), new Chance(seed, "way", team.key(), feature.name())));
    }
    rebuild(team, way);
    if (team.key().equals(Story.SHARER)) share(way);
    return way;
  }

  /** Three teams built the same pipeline, each on another system. */
  private static void rebuild(Story team, Map<Feature, String> way) {
    var number = Story.REBUILDERS.indexOf(team.key());
    if (number >= 0) {
      way.put(Feature.CI_SYSTEM, List.of("github-actions", "gitlab-ci", "tekton").get(number));
      way.put(Feature.IMAGE_BUILDER, List.of("buildkit", "kaniko", "jib").get(number));
      way.put(Feature.MECHANISM, List.of("argocd", "push", "flux").get(number));
      way.put(Feature.ROLLOUT, "canary");
    }
  }

  /** One takes by reference what there is. */
  private static void share(Map<Feature, String> way) {
    way.put(Feature.SHARED_WORKFLOW, "true");
    way.put(Feature.MANIFEST_KIND, "helm");
    way.put(Feature.CHART_SOURCE, "shared");
    way.put(Feature.MECHANISM, "argocd");
    way.put(Feature.SELF_HEAL, "true");
  }

  private Map<Feature, String> wanted(String service, Story team, Map<Feature, String> way) {
    var wanted = new EnumMap<Feature, String>(Feature.class);
    way.forEach(
        (feature, usual) -> {
          var chance = new Chance(seed, "pattern", service, feature.name());
          var differs = chance.happens(team.consistent() ? NOISE : NOISE_WITHOUT_A_WAY);
          wanted.put(feature, differs ? other(CHOICES.get(feature), chance) : usual);
        });
    return wanted;
  }

  private Set<Trait> traits(String service) {
    var has = EnumSet.noneOf(Trait.class);
    TRAITS.forEach(
        (trait, share) -> {
          var chance = new Chance(seed, "trait", service, trait.name());
          if (chance.happens(share - SPREADING * wavesAgo)) has.add(trait);
        });
    return has;
  }

  private Map<String, String> settings(String service, Story team) {
    var settings = new HashMap<String, String>();
    SETTINGS.forEach(
        (name, words) -> {
          var chance = new Chance(seed, "setting", team.key(), name);
          boolean tuned = chance.happens(TUNED[wavesAgo]);
          settings.put(name, tuned ? other(words, chance) : words.get(0));
        });
    var version = new Chance(seed, "version", service, wavesAgo);
    settings.put("release", "1.%d.%d".formatted(30 - 10 * wavesAgo, version.between(0, 9)));
    settings.put("digest", version.hex(32));
    settings.put("provisioning", provisioning(service, team));
    return settings;
  }

  private String provisioning(String service, Story team) {
    if (!new Chance(seed, "provisions", service).happens(PROVISIONS)) return "none";
    var chance = new Chance(seed, "provisions", team.key());
    return chance.happens(team.need("P2", wavesAgo) / 100) ? "terraform" : "claim";
  }

  private static String other(List<String> words, Chance chance) {
    return words.get(chance.between(1, words.size() - 1));
  }
}
