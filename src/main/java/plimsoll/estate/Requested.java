package plimsoll.estate;

import static java.util.Comparator.naturalOrder;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import plimsoll.estate.ClusterObject.Condition;

/**
 * What is kept of a claim, a composite resource or a managed one. People who made it are not kept.
 *
 * @param services names under which its service may be known, likeliest first
 * @param teams names under which its team may be known, likeliest first
 * @param claim "namespace/name" of the claim that it serves; null when it says none
 * @param composite name of the composite resource that serves it; null when it says none
 * @param madeBy name of the composite resource that it is a part of; null for what somebody wrote
 * @param answeredAt when a controller said anything of it first; null when none did
 * @param readyAt when it was ready first; null when it never was
 * @param failedAt since when it can't be made as it is asked for; null while it can
 * @param reason of that, one word; null with it
 */
record Requested(
    List<String> services,
    List<String> teams,
    String claim,
    String composite,
    String madeBy,
    Instant answeredAt,
    Instant readyAt,
    Instant failedAt,
    String reason) {
  private static final List<String> SERVICE_LABELS =
      List.of(
          "backstage.io/kubernetes-id",
          "app.kubernetes.io/part-of",
          "app.kubernetes.io/instance",
          "app.kubernetes.io/name",
          "service",
          "app");
  private static final List<String> TEAM_LABELS = List.of("team", "owner", "squad");

  static Requested of(ClusterObject object) {
    var failed = object.conditions().stream().filter(one -> one.is("Synced", "False")).findFirst();
    return new Requested(
        services(object),
        teams(object),
        claim(object),
        object.text("spec", "resourceRef", "name"),
        madeBy(object),
        first(object.conditions().stream().map(Condition::since)),
        first(
            object.conditions().stream()
                .filter(one -> one.is("Ready", "True"))
                .map(Condition::since)),
        failed.map(Condition::since).orElse(null),
        failed.map(Condition::reason).orElse(null));
  }

  /** What was known before stays; only whether it fails is as it was said last. */
  Requested over(Requested earlier) {
    return new Requested(
        services,
        teams,
        claim == null ? earlier.claim : claim,
        composite == null ? earlier.composite : composite,
        madeBy == null ? earlier.madeBy : madeBy,
        first(Stream.of(answeredAt, earlier.answeredAt)),
        first(Stream.of(readyAt, earlier.readyAt)),
        failedAt,
        reason);
  }

  private static Instant first(Stream<Instant> moments) {
    return moments.filter(Objects::nonNull).min(naturalOrder()).orElse(null);
  }

  private static List<String> services(ClusterObject object) {
    var tracked =
        object
            .labelled("argocd.argoproj.io/tracking-id")
            .map(id -> id.substring(0, Math.max(0, id.indexOf(':'))));
    return Stream.concat(
            SERVICE_LABELS.stream().flatMap(name -> object.labelled(name).stream()),
            tracked.stream())
        .filter(name -> !name.isBlank())
        .distinct()
        .toList();
  }

  /** A label of any organisation's own, such as "acme.example/team", counts like a plain one. */
  private static List<String> teams(ClusterObject object) {
    return TEAM_LABELS.stream()
        .flatMap(
            wanted ->
                Stream.of("labels", "annotations")
                    .flatMap(where -> object.at("metadata", where).fields().entrySet().stream())
                    .filter(label -> label.getKey().replaceFirst("^.*/", "").equals(wanted))
                    .map(label -> ClusterObject.text(label.getValue())))
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private static String claim(ClusterObject object) {
    var named = object.text("spec", "claimRef", "name");
    var name = named != null ? named : object.labelled("crossplane.io/claim-name").orElse(null);
    var stated = object.text("spec", "claimRef", "namespace");
    var space =
        stated != null ? stated : object.labelled("crossplane.io/claim-namespace").orElse(null);
    return name == null || space == null ? null : space + "/" + name;
  }

  /** Crossplane labels a composite resource with its own name, and its parts with that too. */
  private static String madeBy(ClusterObject object) {
    var owner =
        object.at("metadata", "ownerReferences").items().stream()
            .filter(one -> one.at("controller").isTrue())
            .map(one -> ClusterObject.text(one.at("name")))
            .filter(Objects::nonNull)
            .findFirst();
    return owner
        .or(() -> object.labelled("crossplane.io/composite"))
        .filter(name -> !name.equals(object.name()))
        .orElse(null);
  }
}
