package plimsoll.workload.manifest;

import java.util.List;
import plimsoll.workload.file.Vocabulary;

/** Where charts and bases come from, by their addresses. */
final class Sources {
  /** Who gives charts to everybody; what lies elsewhere is an organisation's own to share. */
  private static final List<String> PUBLIC =
      List.of(
          "charts.bitnami.com",
          "bitnamicharts",
          "github.io",
          "charts.helm.sh",
          "helm.elastic.co",
          "charts.jetstack.io",
          "helm.releases.hashicorp.com",
          "kubernetes-charts",
          "charts.crossplane.io",
          "helm.nginx.com",
          "helm.datadoghq.com",
          "oci://ghcr.io/",
          "charts.konghq.com",
          "charts.external-secrets.io",
          "public.ecr.aws",
          "registry-1.docker.io",
          "storage.googleapis.com",
          "repo.helm.sh",
          "charts.gitlab.io",
          "helm.cilium.io",
          "helm.traefik.io",
          "charts.rancher.io",
          "kubernetes-sigs",
          "prometheus-community",
          "https://charts.");

  private static final List<String> PUBLIC_PROJECTS =
      List.of(
          "github.com/kubernetes",
          "github.com/argoproj/",
          "github.com/fluxcd/",
          "github.com/cert-manager/",
          "github.com/prometheus-operator/",
          "github.com/istio/",
          "raw.githubusercontent.com/",
          "github.com/stefanprodan/",
          "github.com/jetstack/");
  private static final int ADDRESS_MAX = 500;

  private Sources() {}

  static String of(String address) {
    return PUBLIC.stream().anyMatch(address::contains) ? Vocabulary.THIRD_PARTY : Vocabulary.SHARED;
  }

  /** Without scheme, user and what follows a question mark. */
  static String named(String address, String name) {
    var place = address.substring(0, Math.min(ADDRESS_MAX, address.length()));
    place = place.substring(place.indexOf("://") < 0 ? 0 : place.indexOf("://") + 3);
    place = place.substring(place.indexOf('@') + 1);
    if (place.indexOf('?') >= 0) place = place.substring(0, place.indexOf('?'));
    while (place.endsWith("/")) place = place.substring(0, place.length() - 1);
    if (name.isEmpty()) return place;
    return place.isEmpty() ? name : place + "/" + name;
  }

  /** A base in another repository; those of public projects have their names. */
  static String ofBase(String address) {
    return PUBLIC_PROJECTS.stream().anyMatch(address::contains)
        ? Vocabulary.THIRD_PARTY
        : Vocabulary.SHARED;
  }

  /** Without its version. */
  static String base(String address) {
    return named(address, "").replace("//", "/");
  }
}
