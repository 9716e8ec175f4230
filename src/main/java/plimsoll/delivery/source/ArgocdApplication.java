package plimsoll.delivery.source;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import plimsoll.delivery.fact.BadEvent;
import plimsoll.delivery.fact.DeploymentFact;
import plimsoll.delivery.fact.Fact;
import plimsoll.delivery.fact.Fields;
import plimsoll.delivery.metric.Deployment.Kind;
import plimsoll.delivery.metric.Deployment.Outcome;
import plimsoll.delivery.metric.Deployment.Trigger;
import plimsoll.delivery.metric.Deployment.Via;

/**
 * One Application of Argo CD, or the part of it that a notification holds. A sync is named by the
 * moment at which it started, so that the state of the operation and the history of later speak of
 * the same deployment.
 *
 * @param number of the Application in its delivery, from 1
 */
record ArgocdApplication(Webhook hook, int number, Fields application) {
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
  private static final Pattern REPOSITORY =
      Pattern.compile("(?:[a-z+]+://(?:[^@/]*@)?[^/]+/|[^@/]+@[^:/]+:/?)(.+?)(?:\\.git)?/*");
  private static final Set<String> BROKEN = Set.of("Degraded", "Missing");

  /** The history is written while the operation comes to its end. */
  private static final Duration AT_ONCE = Duration.ofSeconds(5);

  void read() {
    var kind = application.hint("kind");
    if (kind != null && !kind.equals("Application")) {
      hook.batch().ignore(number, "Nothing is counted from " + Fields.cut(kind) + ".");
      return;
    }
    var status = application.partOrNone("status");
    var operation = status.partOrNone("operationState");
    var history = status.parts("history");
    if (operation.object().isEmpty() && history.isEmpty()) {
      hook.batch().ignore(number, "Argo CD has synced nothing of it yet.");
      return;
    }
    tellOfEnvironment();
    var sync = operation.partOrNone("operation").partOrNone("sync");
    var nothing = nothingNew(sync);
    int told = nothing == null ? ofOperation(operation, history) : -1;
    past(history, told);
    if (nothing != null) {
      hook.batch().ignore(number, nothing);
    } else if (told >= 0 || !operation.object().isEmpty()) {
      current(operation, history, told);
    }
  }

  /** Why a sync brings no version; null where it may. */
  private static String nothingNew(Fields sync) {
    if (sync.flag("dryRun")) return "A dry run deploys nothing.";
    return sync.parts("resources").isEmpty()
        ? null
        : "Only some resources were synced, which brings no new version.";
  }

  private void tellOfEnvironment() {
    var environment = environment();
    if (!hook.rules().serveUsers(environment)) {
      hook.batch()
          .note(
              number,
              "It went to "
                  + (environment == null ? "no destination" : Fields.cut(environment))
                  + ", which is not known to serve users; the settings say what does.");
    }
  }

  private void past(List<Fields> history, int told) {
    for (int i = 0; i < history.size(); i++) {
      var entry = history.get(i);
      var before = i == 0 ? null : history.get(i - 1);
      if (i != told) hook.trying(number, () -> past(entry, before));
    }
  }

  /** What stands in the history was synced to its end. */
  private void past(Fields entry, Fields before) {
    var deployedAt = hook.needed(entry, "deployedAt");
    var startedAt = Fact.first(entry.moment("deployStartedAt", hook.moments()), deployedAt);
    add(
        startedAt,
        deployedAt,
        Outcome.SUCCEEDED,
        entry,
        trigger(entry, entry),
        again(entry, before));
  }

  /**
   * The place in the history of the sync that the operation's state tells of; -1 for none. Where
   * the state has no times, or is missing, it is the last.
   */
  private int ofOperation(Fields operation, List<Fields> history) {
    var last = history.size() - 1;
    var phase = operation.hint("phase");
    if (last < 0 || phase != null && !phase.equals("Succeeded")) return -1;
    var finishedAt = hook.ifTrue(operation, "finishedAt");
    var deployedAt = hook.ifTrue(history.get(last), "deployedAt");
    if (finishedAt == null || deployedAt == null) return finishedAt == null ? last : -1;
    return Duration.between(finishedAt, deployedAt).abs().compareTo(AT_ONCE) <= 0 ? last : -1;
  }

  private void current(Fields operation, List<Fields> history, int told) {
    var entry = told < 0 ? operation.partOrNone("syncResult") : history.get(told);
    int before = told < 0 ? history.size() - 1 : told - 1;
    var startedAt =
        Stream.of(
                hook.ifTrue(operation, "startedAt"),
                hook.ifTrue(entry, "deployStartedAt"),
                hook.ifTrue(entry, "deployedAt"))
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow(() -> new BadEvent("startedAt is missing, or cannot be true."));
    current(operation, startedAt, entry, before < 0 ? null : history.get(before));
  }

  private void current(Fields operation, Instant startedAt, Fields entry, Fields before) {
    var trigger = trigger(operation, entry);
    var phase = Fact.first(operation.hint("phase"), "Succeeded");
    switch (phase) {
      case "Running", "Terminating" -> add(startedAt, null, null, entry, trigger, null);
      case "Failed", "Error" ->
          add(
              startedAt,
              hook.needed(operation, "finishedAt"),
              Outcome.FAILED,
              entry,
              trigger,
              null);
      case "Succeeded" -> {
        var synced =
            Fact.first(hook.ifTrue(operation, "finishedAt"), hook.ifTrue(entry, "deployedAt"));
        var end = end(Fact.first(synced, startedAt), entry);
        add(startedAt, end.at(), end.outcome(), entry, trigger, again(entry, before));
      }
      default ->
          hook.batch()
              .ignore(number, "The sync's phase " + Fields.cut(phase) + " is not known here.");
    }
  }

  /**
   * @param at null while it is not known
   */
  private record End(Instant at, Outcome outcome) {}

  /** A finished sync is a deployment only once what it brought is healthy. */
  private End end(Instant finishedAt, Fields entry) {
    var health = application.partOrNone("status").partOrNone("health");
    var status = Fact.first(health.hint("status"), "Healthy");
    var since = hook.ifTrue(health, "lastTransitionTime");
    var written = later(finishedAt, hook.ifTrue(entry, "deployedAt"));
    if (status.equals("Healthy")) {
      // Healthy again days later, it broke and mended for itself.
      return new End(
          soon(finishedAt, since) ? later(finishedAt, since) : finishedAt, Outcome.SUCCEEDED);
    }
    if (!BROKEN.contains(status)) {
      return unknown("It was synced, but is " + Fields.cut(status) + " yet.");
    }
    if (soon(finishedAt, Fact.first(since, hook.moments().now()))) {
      return new End(since == null ? written : later(written, since), Outcome.FAILED);
    }
    return since != null
        ? new End(finishedAt, Outcome.SUCCEEDED)
        : unknown(
            "It was synced and is "
                + status
                + ", and nothing says since when, so we can't tell whether it ever served users.");
  }

  private End unknown(String word) {
    hook.batch().note(number, word);
    return new End(null, null);
  }

  /** Whether it belongs to the sync, and did not happen long after it. */
  private boolean soon(Instant finishedAt, Instant since) {
    var minutes = hook.rules().text(ArgocdSource.DEGRADED);
    long patience = minutes.matches("\\d{1,5}") ? Long.parseLong(minutes) : 30;
    return since != null && Duration.between(finishedAt, since).toSeconds() <= patience * 60;
  }

  private static Instant later(Instant one, Instant other) {
    return other != null && other.isAfter(one) ? other : one;
  }

  private void add(
      Instant startedAt,
      Instant finishedAt,
      Outcome outcome,
      Fields entry,
      Trigger trigger,
      Kind kind) {
    var environment = environment();
    var code = code(entry);
    hook.add(
        new DeploymentFact(
            name() + "@" + startedAt,
            service(),
            code.repository(),
            code.revision(),
            environment,
            hook.rules().serveUsers(environment),
            startedAt,
            finishedAt,
            outcome,
            kind,
            trigger,
            Via.GITOPS,
            null,
            List.of(),
            null,
            null));
  }

  private String name() {
    var metadata = application.part("metadata");
    var namespace = metadata.hint("namespace");
    return (namespace == null ? "" : namespace + "/") + metadata.needed("name");
  }

  private String service() {
    var named = labelled(ArgocdSource.SERVICE);
    return named != null ? named : application.part("metadata").needed("name");
  }

  private String environment() {
    var named = labelled(ArgocdSource.ENVIRONMENT);
    if (named != null) return named;
    var spec = application.partOrNone("spec");
    var destination = spec.partOrNone("destination");
    var places =
        Stream.of(
                destination.hint("name"),
                destination.hint("namespace"),
                destination.hint("server"),
                spec.hint("project"))
            .filter(Objects::nonNull)
            .toList();
    return places.stream()
        .filter(hook.rules()::serveUsers)
        .findFirst()
        .or(
            () ->
                Stream.of("namespace", "name")
                    .map(destination::hint)
                    .filter(Objects::nonNull)
                    .findFirst())
        .orElse(places.isEmpty() ? null : places.get(0));
  }

  private String labelled(Setting setting) {
    var metadata = application.partOrNone("metadata");
    return hook.rules().names(setting).stream()
        .flatMap(
            wanted ->
                Stream.of("labels", "annotations")
                    .map(metadata::partOrNone)
                    .flatMap(
                        labels ->
                            labels.names().stream()
                                .filter(wanted::equalsIgnoreCase)
                                .map(labels::hint)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /**
   * Argo CD says {@code initiatedBy} of every operation, and leaves it empty where a person is not
   * known.
   */
  private static Trigger trigger(Fields operation, Fields entry) {
    return Stream.of(operation.partOrNone("operation"), entry)
        .filter(one -> one.has("initiatedBy"))
        .map(one -> one.partOrNone("initiatedBy").flag("automated"))
        .map(automated -> automated ? Trigger.AUTOMATIC : Trigger.MANUAL)
        .findFirst()
        .orElse(null);
  }

  /** The same revision from the same source, set up alike, brings nothing new. */
  private static Kind again(Fields entry, Fields before) {
    boolean same =
        before != null
            && Stream.of("revision", "revisions", "source", "sources")
                .allMatch(
                    name -> Objects.equals(entry.object().get(name), before.object().get(name)));
    return same && (entry.has("revision") || entry.has("revisions")) ? Kind.REBUILD : null;
  }

  /**
   * @param repository "owner/name"; null when the source is no repository of commits
   */
  record Code(String repository, String revision) {}

  private Code code(Fields entry) {
    var spec = application.partOrNone("spec");
    var sources = entry.has("sources") ? entry.parts("sources") : spec.parts("sources");
    if (entry.has("revisions") && !sources.isEmpty()) {
      return code(entry.hints("revisions"), sources);
    }
    var source = entry.has("source") ? entry.part("source") : spec.partOrNone("source");
    var revision = entry.hint("revision");
    boolean chart = source.has("chart");
    return new Code(chart ? null : repository(source.hint("repoURL")), revision);
  }

  /**
   * Of several sources the first whose revision is a commit and that is no chart; failing that any
   * whose revision is a commit.
   */
  static Code code(List<String> revisions, List<Fields> sources) {
    var commits =
        IntStream.range(0, Math.min(revisions.size(), sources.size()))
            .filter(i -> COMMIT.matcher(revisions.get(i)).matches())
            .boxed()
            .toList();
    return commits.stream()
        .filter(i -> !sources.get(i).has("chart"))
        .findFirst()
        .or(() -> commits.stream().findFirst())
        .map(i -> new Code(repository(sources.get(i).hint("repoURL")), revisions.get(i)))
        .orElse(new Code(null, null));
  }

  /** "owner/name" of an address, as the forges call it; null when it has none. */
  static String repository(String address) {
    if (address == null) return null;
    var found = REPOSITORY.matcher(address.strip());
    return found.matches() && !address.toLowerCase(Locale.ROOT).startsWith("oci:")
        ? found.group(1)
        : null;
  }
}
