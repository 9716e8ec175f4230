package plimsoll.connection;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import plimsoll.delivery.pull.Halt;
import plimsoll.json.Json;

/**
 * Lists a cluster where that is due, and then has its changes told until the visit is over. The
 * next one goes on from there.
 */
final class ClusterVisit {
  /** A list now and then mends what the telling of changes may have missed. */
  private static final Duration LIST_AGAIN = Duration.ofHours(6);

  private final Visit visit;
  private final Path account;
  private final Duration patience;
  private int read;
  private int failed;

  /**
   * @param account folder in which Kubernetes puts the service's own credential
   * @param patience how long an answer may take
   */
  ClusterVisit(Visit visit, Path account, Duration patience) {
    this.visit = visit;
    this.account = account;
    this.patience = patience;
  }

  /**
   * @return when to come again
   * @throws Halt when it does not go on
   */
  Instant perform() throws InterruptedException {
    try (var cluster =
        new Cluster(visit.address(), settings(), visit.credential(), token(), patience)) {
      var lists = new ClusterLists(cluster, visit);
      var kinds = list(lists);
      visit.succeed();
      var length = Duration.ofMinutes(visit.settings().minutes());
      return new ClusterWatch(cluster, lists, visit, kinds, length, patience.dividedBy(60))
          .perform();
    }
  }

  /** Those that are there, in the versions in which they are read. */
  private List<ObjectKind> list(ClusterLists lists) throws InterruptedException {
    visit.note("Looking at what the cluster has.", 0, 0);
    var known = lists.kinds();
    forgetOthers(lists, known);
    var there = new ArrayList<ObjectKind>();
    for (int i = 0; i < known.size(); i++) {
      list(lists, known.get(i), i, known.size(), there);
    }
    var composites = List.copyOf(visit.memory().composites());
    for (int i = 0; i < composites.size(); i++) {
      list(lists, composites.get(i), i, composites.size(), there);
    }
    return there;
  }

  private void list(
      ClusterLists lists, ObjectKind kind, int number, int all, List<ObjectKind> there)
      throws InterruptedException {
    var fresh = fresh(lists, kind);
    if (fresh != null) {
      there.add(fresh);
      return;
    }
    visit.note("Reading " + kind.name() + ".", number, all);
    var listed = listOrPassOver(lists, kind);
    if (isDefinitions(kind)) define(lists, listed.map(ClusterLists.Listed::objects));
    listed.ifPresent(one -> there.add(one.kind()));
    visit.keep("Read " + kind.name() + ".", number + 1, all);
  }

  /** One kind may fail where all others do not, such as one of an extension that is down. */
  private Optional<ClusterLists.Listed> listOrPassOver(ClusterLists lists, ObjectKind kind)
      throws InterruptedException {
    try {
      var listed = lists.list(kind);
      read++;
      return listed;
    } catch (Halt halt) {
      if (halt.kind() == Halt.Kind.FAILED || ++failed > read) throw halt;
      lists.passOver(kind, halt.getMessage());
      return Optional.empty();
    }
  }

  static boolean isDefinitions(ObjectKind kind) {
    return kind.group().equals(ObjectKinds.DEFINITIONS.group())
        && kind.name().equals(ObjectKinds.DEFINITIONS.name());
  }

  /** Where nobody says what is defined, what was defined before is still asked for. */
  private void define(ClusterLists lists, Optional<List<String>> definitions) {
    if (definitions.isEmpty()) return;
    var now =
        definitions.get().stream()
            .flatMap(one -> Definition.kinds(Json.read(one, JsonNode.class)).stream())
            .toList();
    var composites = visit.memory().composites();
    composites.stream().filter(one -> !now.contains(one)).forEach(lists::forget);
    composites.clear();
    composites.addAll(new LinkedHashSet<>(now));
  }

  /** In the version in which it was listed lately; null when it is to be listed. */
  private ObjectKind fresh(ClusterLists lists, ObjectKind kind) {
    if (kind.isHelm()) return null;
    var since = Instant.now().minus(LIST_AGAIN);
    for (var version : kind.versions()) {
      var one = kind.at(version);
      boolean all =
          lists.spaces(one).stream()
              .map(space -> visit.memory().places().get(ClusterLists.key(one, space)))
              .allMatch(
                  place ->
                      place != null
                          && !place.version().isEmpty()
                          && place.listedAt().isAfter(since));
      if (all) return one;
    }
    return null;
  }

  /** Of groups that the cluster has no longer. */
  private void forgetOthers(ClusterLists lists, List<ObjectKind> known) {
    var groups = new HashSet<String>();
    known.forEach(one -> groups.add(one.group()));
    ObjectKinds.ALL.stream().filter(one -> !groups.contains(one.group())).forEach(lists::forget);
    if (!groups.contains(ObjectKinds.DEFINITIONS.group())) {
      visit.memory().composites().forEach(lists::forget);
      visit.memory().composites().clear();
    }
  }

  private Settings settings() {
    var given = visit.settings();
    return given.inCluster() && given.ca().isEmpty()
        ? new Settings(given.namespaces(), read("ca.crt"), true, given.filter(), given.minutes())
        : given;
  }

  private Supplier<String> token() {
    var given = visit.credential().token();
    return visit.settings().inCluster() && given.isEmpty() ? () -> read("token") : () -> given;
  }

  /** Kubernetes puts a new one there before the old one expires. */
  private String read(String file) {
    try {
      return Files.readString(account.resolve(file)).strip();
    } catch (IOException e) {
      throw Halt.failed(
          "The service does not run in a cluster that gives it an account: there is no "
              + file
              + " where one would lie.");
    }
  }
}
