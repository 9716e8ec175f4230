package plimsoll.connection;

import java.util.List;

/**
 * What is read of a cluster. {@code docker/kubernetes-reader.yaml} is the right that it takes; a
 * test holds both together.
 */
final class ObjectKinds {
  /** Where its data would be read, only what Helm says of a release is kept. */
  static final ObjectKind HELM = spaced("", "Secret", "secrets", "v1");

  static final ObjectKind DEFINITIONS =
      wide(
          "apiextensions.crossplane.io",
          "CompositeResourceDefinition",
          "compositeresourcedefinitions",
          "v2",
          "v1");

  static final List<ObjectKind> ALL =
      List.of(
          wide("", "Namespace", "namespaces", "v1"),
          spaced("", "Service", "services", "v1"),
          spaced("apps", "Deployment", "deployments", "v1"),
          spaced("apps", "StatefulSet", "statefulsets", "v1"),
          spaced("apps", "DaemonSet", "daemonsets", "v1"),
          spaced("batch", "Job", "jobs", "v1"),
          spaced("batch", "CronJob", "cronjobs", "v1", "v1beta1"),
          spaced("autoscaling", "HorizontalPodAutoscaler", "horizontalpodautoscalers", "v2", "v1"),
          spaced("autoscaling.k8s.io", "VerticalPodAutoscaler", "verticalpodautoscalers", "v1"),
          spaced("keda.sh", "ScaledObject", "scaledobjects", "v1alpha1"),
          spaced("keda.sh", "ScaledJob", "scaledjobs", "v1alpha1"),
          spaced("policy", "PodDisruptionBudget", "poddisruptionbudgets", "v1", "v1beta1"),
          spaced("networking.k8s.io", "Ingress", "ingresses", "v1", "v1beta1"),
          spaced("networking.k8s.io", "NetworkPolicy", "networkpolicies", "v1"),
          spaced("gateway.networking.k8s.io", "Gateway", "gateways", "v1", "v1beta1"),
          spaced("gateway.networking.k8s.io", "HTTPRoute", "httproutes", "v1", "v1beta1"),
          spaced("gateway.networking.k8s.io", "GRPCRoute", "grpcroutes", "v1", "v1alpha2"),
          spaced("gateway.networking.k8s.io", "TLSRoute", "tlsroutes", "v1", "v1alpha2"),
          spaced("gateway.networking.k8s.io", "TCPRoute", "tcproutes", "v1alpha2"),
          spaced("monitoring.coreos.com", "ServiceMonitor", "servicemonitors", "v1"),
          spaced("monitoring.coreos.com", "PodMonitor", "podmonitors", "v1"),
          spaced("monitoring.coreos.com", "PrometheusRule", "prometheusrules", "v1"),
          spaced("cert-manager.io", "Certificate", "certificates", "v1"),
          spaced("argoproj.io", "Application", "applications", "v1alpha1"),
          spaced("argoproj.io", "ApplicationSet", "applicationsets", "v1alpha1"),
          spaced("argoproj.io", "AppProject", "appprojects", "v1alpha1"),
          spaced("argoproj.io", "Rollout", "rollouts", "v1alpha1"),
          spaced(
              "kustomize.toolkit.fluxcd.io",
              "Kustomization",
              "kustomizations",
              "v1",
              "v1beta2",
              "v1beta1"),
          spaced(
              "helm.toolkit.fluxcd.io", "HelmRelease", "helmreleases", "v2", "v2beta2", "v2beta1"),
          spaced(
              "source.toolkit.fluxcd.io",
              "GitRepository",
              "gitrepositories",
              "v1",
              "v1beta2",
              "v1beta1"),
          DEFINITIONS,
          wide("apiextensions.crossplane.io", "Composition", "compositions", "v1"),
          HELM);

  private ObjectKinds() {}

  private static ObjectKind spaced(String group, String name, String plural, String... versions) {
    return new ObjectKind(group, List.of(versions), name, plural, true);
  }

  private static ObjectKind wide(String group, String name, String plural, String... versions) {
    return new ObjectKind(group, List.of(versions), name, plural, false);
  }
}
