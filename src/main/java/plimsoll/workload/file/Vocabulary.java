package plimsoll.workload.file;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import plimsoll.pattern.Feature;

/**
 * The words that manifests have for each choice. Readers of other languages use the same words for
 * the same thing and may have more of them.
 */
public final class Vocabulary {
  public static final String NONE = "none";
  public static final String OTHER = "other";

  public static final String RAW = "raw";
  public static final String HELM = "helm";
  public static final String KUSTOMIZE = "kustomize";

  public static final String OWN = "own";
  public static final String SHARED = "shared";
  public static final String THIRD_PARTY = "third-party";

  public static final String ARGOCD = "argocd";
  public static final String FLUX = "flux";
  public static final String FLEET = "fleet";

  public static final String BRANCH = "branch";
  public static final String OVERLAY = "overlay";
  public static final String IMAGE_UPDATER = "image-updater";
  public static final String KARGO = "kargo";

  public static final String ROLLING = "rolling";
  public static final String RECREATE = "recreate";
  public static final String CANARY = "canary";
  public static final String BLUE_GREEN = "blue-green";
  public static final String ON_DELETE = "on-delete";

  public static final String GIT_REVERT = "git-revert";
  public static final String AUTOMATIC = "automatic";

  public static final String JOB = "job";
  public static final String INIT_CONTAINER = "init-container";
  public static final String OPERATOR = "operator";

  public static final String SEALED_SECRETS = "sealed-secrets";
  public static final String EXTERNAL_SECRETS = "external-secrets";
  public static final String SOPS = "sops";
  public static final String VAULT = "vault";
  public static final String CSI = "csi";
  public static final String PLAIN = "plain";

  public static final String CONFIGMAP = "configmap";
  public static final String CONFIG_SERVER = "config-server";
  public static final String CONSUL = "consul";
  public static final String ENVIRONMENT = "environment";

  public static final String PROMETHEUS_OPERATOR = "prometheus-operator";
  public static final String PROMETHEUS_ANNOTATIONS = "prometheus-annotations";
  public static final String DATADOG = "datadog";
  public static final String OPENTELEMETRY = "opentelemetry";
  public static final String STATSD = "statsd";

  public static final String HPA = "hpa";
  public static final String KEDA = "keda";
  public static final String VPA = "vpa";
  public static final String KNATIVE = "knative";

  public static final String INGRESS_TLS = "ingress-tls";
  public static final String INGRESS_PLAIN = "ingress-plain";
  public static final String GATEWAY_TLS = "gateway-tls";
  public static final String GATEWAY_PLAIN = "gateway-plain";
  public static final String LOAD_BALANCER = "load-balancer";
  public static final String MESH = "mesh";

  /** The words of each category that manifests tell of; other categories are told by pipelines. */
  public static final Map<Feature, List<String>> WORDS = words();

  private Vocabulary() {}

  private static Map<Feature, List<String>> words() {
    var words = new EnumMap<Feature, List<String>>(Feature.class);
    words.put(Feature.MANIFEST_KIND, List.of(RAW, HELM, KUSTOMIZE, OTHER));
    words.put(Feature.CHART_SOURCE, List.of(OWN, SHARED, THIRD_PARTY));
    words.put(Feature.MECHANISM, List.of(ARGOCD, FLUX, FLEET));
    words.put(Feature.PROMOTION, List.of(BRANCH, OVERLAY, IMAGE_UPDATER, KARGO));
    words.put(Feature.ROLLOUT, List.of(ROLLING, RECREATE, CANARY, BLUE_GREEN, ON_DELETE));
    words.put(Feature.ROLLBACK, List.of(GIT_REVERT, HELM, AUTOMATIC));
    words.put(Feature.MIGRATION_STEP, List.of(JOB, INIT_CONTAINER, OPERATOR));
    words.put(
        Feature.SECRETS, List.of(SEALED_SECRETS, EXTERNAL_SECRETS, SOPS, VAULT, CSI, PLAIN, NONE));
    words.put(Feature.CONFIG_SOURCE, List.of(CONFIGMAP, CONFIG_SERVER, CONSUL, ENVIRONMENT, NONE));
    words.put(
        Feature.METRICS,
        List.of(PROMETHEUS_OPERATOR, PROMETHEUS_ANNOTATIONS, DATADOG, OPENTELEMETRY, STATSD, NONE));
    words.put(Feature.AUTOSCALING, List.of(HPA, KEDA, VPA, KNATIVE, NONE));
    words.put(
        Feature.TLS,
        List.of(INGRESS_TLS, INGRESS_PLAIN, GATEWAY_TLS, GATEWAY_PLAIN, LOAD_BALANCER, MESH, NONE));
    return Map.copyOf(words);
  }
}
