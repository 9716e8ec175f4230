package plimsoll.workload.manifest;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import plimsoll.document.Node;
import plimsoll.pattern.Feature;
import plimsoll.pattern.Slot;
import plimsoll.workload.file.Vocabulary;

/** Where a service gets its secrets and settings from. */
record ConfigFeatures(Scene scene, List<Running> workloads, Choosing choosing) {
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i).*(?:PASSWORD|PASSWD|SECRET|API_?KEY|PRIVATE_?KEY|ACCESS_?KEY|AUTH_?TOKEN"
              + "|API_?TOKEN|_TOKEN)");

  /** Values that are no secrets though their names sound like it. */
  private static final Set<String> NO_SECRETS = Set.of("", "true", "false", "yes", "no", "0", "1");

  private static final Pattern FLAGS =
      Pattern.compile(
          "LAUNCHDARKLY_.*|LD_SDK_KEY|UNLEASH_.*|FLAGSMITH_.*|FLIPT_.*|FLAGD_.*|OPENFEATURE_.*"
              + "|CONFIGCAT_.*|GROWTHBOOK_.*|SPLIT_(?:API|SDK)_KEY|OPTIMIZELY_.*|FEATURE_FLAGS?.*");
  private static final int NAME_MAX = 200;

  void read() {
    secrets();
    workloads.forEach(this::settings);
    flags();
  }

  private void secrets() {
    boolean delivered = false;
    delivered |= byKind(Vocabulary.SEALED_SECRETS, "SealedSecret");
    delivered |= byKind(Vocabulary.EXTERNAL_SECRETS, "ExternalSecret", "ClusterExternalSecret");
    delivered |=
        byKind(Vocabulary.VAULT, "VaultStaticSecret", "VaultDynamicSecret", "VaultPKISecret");
    delivered |= byKind(Vocabulary.CSI, "SecretProviderClass");
    delivered |= byKind(Vocabulary.SOPS, "SopsSecret");
    delivered |= encrypted();
    for (var workload : workloads) delivered |= ofPods(workload);
    if (delivered) return;
    boolean plain = plainSecrets();
    for (var workload : workloads) plain |= plainValues(workload);
    if (!plain && nobodyAsks()) {
      choosing.lacks(Feature.SECRETS, Vocabulary.NONE, workloads.get(0).manifest());
    }
  }

  private boolean byKind(String word, String... kinds) {
    boolean found = false;
    for (var kind : kinds) {
      for (var object : scene.own(kind)) {
        found = true;
        choosing.choose(Feature.SECRETS, word, object);
        choosing.fill(Slot.SECRET_DELIVERY, store(object), object, object.at("kind"), "kind");
      }
    }
    return found;
  }

  /** A store of the whole cluster is used by reference. */
  private static String store(Manifest object) {
    var store = object.at("spec", "secretStoreRef");
    return store.at("kind").text().equals("ClusterSecretStore")
        ? "ClusterSecretStore/" + store.at("name").text()
        : null;
  }

  /** Files that sops made say so; Flux is told to open them. */
  private boolean encrypted() {
    boolean found = false;
    for (var object : scene.own().filter(one -> one.at("sops", "mac").isThere()).toList()) {
      found = true;
      choosing.choose(Feature.SECRETS, Vocabulary.SOPS, object, object.at("sops"), "sops");
      choosing.fill(Slot.SECRET_DELIVERY, null, object, object.at("sops"), "sops");
    }
    for (var object : scene.own("Kustomization")) {
      var provider = object.at("spec", "decryption", "provider");
      if (!provider.text().equals("sops")) continue;
      found = true;
      choosing.choose(Feature.SECRETS, Vocabulary.SOPS, object, provider, "provider");
    }
    return found;
  }

  private boolean ofPods(Running workload) {
    var manifest = workload.manifest();
    var vault =
        Open.at(workload.pod(), "metadata", "annotations", "vault.hashicorp.com/agent-inject");
    if (vault.text().equals("true")) {
      choosing.choose(Feature.SECRETS, Vocabulary.VAULT, manifest, vault, "agent-inject");
      choosing.fill(Slot.SECRET_DELIVERY, null, manifest, vault, "agent-inject");
      return true;
    }
    for (var volume : workload.spec("volumes").items()) {
      var driver = volume.at("csi", "driver");
      if (driver.text().equals("secrets-store.csi.k8s.io")) {
        choosing.choose(Feature.SECRETS, Vocabulary.CSI, manifest, driver, "driver");
        return true;
      }
    }
    return false;
  }

  /** What a file says openly; in a cluster all secrets look so, whoever brought them. */
  private boolean plainSecrets() {
    var open =
        scene.own("Secret").stream()
            .filter(secret -> !secret.live())
            .filter(secret -> !secret.at("type").text().startsWith("kubernetes.io/service-account"))
            .filter(
                secret ->
                    !secret.at("data").fields().isEmpty()
                        || !secret.at("stringData").fields().isEmpty())
            .toList();
    for (var secret : open) {
      choosing.choose(Feature.SECRETS, Vocabulary.PLAIN, secret);
      choosing.fill(Slot.SECRET_DELIVERY, null, secret, secret.at("kind"), "kind");
    }
    return !open.isEmpty();
  }

  private boolean plainValues(Running workload) {
    var open =
        Environments.variables(workload, scene)
            .filter(one -> one.name().length() < NAME_MAX)
            .filter(one -> SECRET.matcher(one.name()).matches())
            .filter(one -> !one.value().text().equals(one.name()))
            .filter(one -> !NO_SECRETS.contains(one.value().text()))
            .filter(one -> !Open.is(one.value()) && !one.value().text().startsWith("$("))
            .findFirst();
    open.ifPresent(
        one ->
            choosing
                .sketch()
                .choose(
                    Feature.SECRETS,
                    Vocabulary.PLAIN,
                    one.where().text().file(),
                    one.where().evidence(one.value(), one.name()).line(),
                    one.name()));
    return open.isPresent();
  }

  /** A secret that is asked for and comes from nowhere is brought by means that were not read. */
  private boolean nobodyAsks() {
    return !workloads.isEmpty()
        && !scene.hides("Secret", "ExternalSecret", "SealedSecret", "SecretProviderClass")
        && workloads.stream().noneMatch(one -> Environments.isOpen(one) || asks(one))
        && scene.own("Secret").isEmpty();
  }

  private static boolean asks(Running workload) {
    boolean mounts =
        workload.spec("volumes").items().stream()
            .anyMatch(volume -> volume.at("secret").isMap() || volume.at("projected").isMap());
    return mounts
        || workload.containers().stream()
            .anyMatch(
                container ->
                    any(container, "env", "valueFrom", "secretKeyRef")
                        || any(container, "envFrom", "secretRef"));
  }

  private static boolean any(Node container, String list, String... path) {
    return container.at(list).items().stream().anyMatch(one -> one.at(path).isThere());
  }

  private void settings(Running workload) {
    var manifest = workload.manifest();
    var server =
        Environments.variables(workload, scene)
            .filter(one -> one.name().startsWith("SPRING_CLOUD_CONFIG"))
            .findFirst();
    var consul =
        Environments.variables(workload, scene)
            .filter(one -> one.name().startsWith("CONSUL_"))
            .findFirst();
    var map = configMap(workload);
    var stated =
        workload.applications().stream()
            .flatMap(container -> container.at("env").items().stream())
            .filter(one -> one.at("value").isThere())
            .findFirst();
    if (server.isPresent())
      choose(Vocabulary.CONFIG_SERVER, server.get().where(), server.get().value());
    else if (consul.isPresent())
      choose(Vocabulary.CONSUL, consul.get().where(), consul.get().value());
    else if (map.isThere()) choose(Vocabulary.CONFIGMAP, manifest, map);
    else if (Environments.isOpen(workload) || Open.is(workload.spec("volumes"))) return;
    else if (stated.isPresent()) choose(Vocabulary.ENVIRONMENT, manifest, stated.get());
    else choosing.lacks(Feature.CONFIG_SOURCE, Vocabulary.NONE, manifest);
  }

  private void choose(String word, Manifest where, Node line) {
    choosing.choose(Feature.CONFIG_SOURCE, word, where, line, "configuration");
  }

  private static Node configMap(Running workload) {
    var mounted =
        workload.spec("volumes").items().stream()
            .flatMap(
                volume ->
                    Stream.concat(
                        Stream.of(volume.at("configMap")),
                        volume.at("projected", "sources").items().stream()
                            .map(source -> source.at("configMap"))));
    var taken =
        workload.applications().stream()
            .flatMap(
                container ->
                    Stream.concat(
                        container.at("envFrom").items().stream()
                            .map(from -> from.at("configMapRef")),
                        container.at("env").items().stream()
                            .map(one -> one.at("valueFrom", "configMapKeyRef"))));
    return Stream.concat(taken, mounted).filter(Node::isMap).findFirst().orElse(Node.MISSING);
  }

  /** Flags that live in code alone are not seen, so that none are seen says nothing. */
  private void flags() {
    for (var kind : List.of("FeatureFlag", "FeatureFlagSource", "FlagSourceConfiguration")) {
      for (var object : scene.own(kind)) choosing.choose(Feature.FEATURE_FLAGS, "true", object);
    }
    for (var workload : workloads) {
      var note = Open.at(workload.pod(), "metadata", "annotations", "openfeature.dev/enabled");
      if (note.text().equals("true")) {
        choosing.trait(Feature.FEATURE_FLAGS, true, workload.manifest(), note, "openfeature");
      }
      Environments.variables(workload, scene)
          .filter(one -> one.name().length() < NAME_MAX && FLAGS.matcher(one.name()).matches())
          .findFirst()
          .ifPresent(
              one ->
                  choosing.trait(
                      Feature.FEATURE_FLAGS, true, one.where(), one.value(), one.name()));
    }
  }
}
