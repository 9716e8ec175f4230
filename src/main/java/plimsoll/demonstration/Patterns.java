package plimsoll.demonstration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import plimsoll.pattern.Feature;
import plimsoll.pattern.Fingerprint;

/**
 * How each service reaches production. Once all teams did it alike; from wave to wave each team
 * changed more of its choices, in its own direction, and all its services with it.
 */
final class Patterns {
  /** Share of the choices that a team has changed, by how many waves ago. */
  private static final double[] DRIFT = {0.30, 0.20, 0.12};

  /** Share of the choices in which a service differs from its team. */
  private static final double NOISE = 0.05;

  private static final double NOISE_WITHOUT_A_WAY = 0.5;
  private static final double UNKNOWN = 0.06;

  /** What all did once, then what else one can do. */
  private static final Map<Feature, List<String>> CHOICES = new EnumMap<>(Feature.class);

  static {
    choices(Feature.CI_SYSTEM, "jenkins,github-actions,gitlab-ci,tekton");
    choices(Feature.SHARED_WORKFLOW, "false,true");
    choices(Feature.IMAGE_BUILDER, "docker,buildkit,kaniko,jib");
    choices(Feature.MANIFEST_KIND, "helm,raw,kustomize");
    choices(Feature.CHART_SOURCE, "own,shared,third-party");
    choices(Feature.DIGEST_PINNED, "false,true");
    choices(Feature.MECHANISM, "push,argocd,flux,manual");
    choices(Feature.AUTOMATED_SYNC, "false,true");
    choices(Feature.SELF_HEAL, "false,true");
    choices(Feature.PROMOTION, "branch,overlay,image-updater,manual");
    choices(Feature.ENVIRONMENTS, "3,2,4");
    choices(Feature.PRODUCTION_GATE, "ci-approval,none,ticket");
    choices(Feature.ROLLOUT, "rolling,canary,blue-green,recreate");
    choices(Feature.ROLLBACK, "helm,git-revert,manual");
    choices(Feature.MIGRATION_STEP, "app-start,job,manual");
    choices(Feature.SECRETS, "sealed-secrets,vault,external-secrets,plain");
    choices(Feature.CONFIG_SOURCE, "configmap,consul,environment");
    choices(Feature.FEATURE_FLAGS, "false,true");
    choices(Feature.METRICS, "prometheus,datadog,statsd");
    choices(Feature.TRACING, "true,false");
    choices(Feature.ALERT_RULES, "true,false");
    choices(Feature.AUTOSCALING, "none,hpa,keda");
    choices(Feature.TLS, "ingress-nginx,gateway,load-balancer");
    choices(Feature.RESOURCES_SET, "true,false");
  }

  private static void choices(Feature feature, String words) {
    CHOICES.put(feature, List.of(words.split(",")));
  }

  private Patterns() {}

  static List<Fingerprint> of(long seed, List<Story> teams, int wavesAgo) {
    var found = new ArrayList<Fingerprint>();
    for (var team : teams) {
      var way = way(seed, team, wavesAgo);
      for (var service : team.services()) {
        found.add(new Fingerprint(service, team.key(), values(seed, service, team, way)));
      }
    }
    return found;
  }

  /** The team's own way: it keeps what it changed before and changes more. */
  private static Map<Feature, String> way(long seed, Story team, int wavesAgo) {
    var way = new EnumMap<Feature, String>(Feature.class);
    CHOICES.forEach((feature, words) -> way.put(feature, words.get(0)));
    var order = new ArrayList<>(List.of(Feature.values()));
    Collections.shuffle(order, new Random(seed + team.key().hashCode()));
    var changed = (int) Math.round(order.size() * DRIFT[Math.min(wavesAgo, DRIFT.length - 1)]);
    for (var feature : order.subList(0, changed)) {
      way.put(feature, other(feature, new Chance(seed, "way", team.key(), feature.name())));
    }
    rebuild(team, way);
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

  private static Map<Feature, String> values(
      long seed, String service, Story team, Map<Feature, String> way) {
    var values = new EnumMap<Feature, String>(Feature.class);
    way.forEach(
        (feature, usual) -> {
          var chance = new Chance(seed, "pattern", service, feature.name());
          var differs = chance.happens(team.consistent() ? NOISE : NOISE_WITHOUT_A_WAY);
          if (!chance.happens(UNKNOWN)) {
            values.put(feature, differs ? other(feature, chance) : usual);
          }
        });
    return values;
  }

  private static String other(Feature feature, Chance chance) {
    var words = CHOICES.get(feature);
    return words.get(chance.between(1, words.size() - 1));
  }
}
