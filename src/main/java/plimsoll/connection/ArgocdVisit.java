package plimsoll.connection;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import plimsoll.connection.Memory.Place;
import plimsoll.delivery.pull.Forge;
import plimsoll.delivery.pull.Halt;
import plimsoll.workload.Observed;

/** Reads all applications, sets of them and projects that Argo CD shows to a token. */
final class ArgocdVisit {
  static final Forge.Words WORDS =
      new Forge.Words("Argo CD", "thing", "applications, application sets and projects");

  private static final List<String> NAMES = List.of("Application", "ApplicationSet", "AppProject");

  private final Visit visit;
  private final Forge argocd;

  ArgocdVisit(Visit visit, Forge argocd) {
    this.visit = visit;
    this.argocd = argocd;
  }

  /**
   * @return when to come again
   * @throws Halt when it does not go on
   */
  Instant perform() throws InterruptedException {
    for (int i = 0; i < NAMES.size(); i++) {
      visit.note("Reading " + NAMES.get(i) + ".", i, NAMES.size());
      read(NAMES.get(i));
      visit.keep("Read " + NAMES.get(i) + ".", i + 1, NAMES.size());
    }
    visit.succeed();
    return Instant.now().plus(Duration.ofMinutes(visit.settings().minutes()));
  }

  private void read(String name) throws InterruptedException {
    var kind =
        ObjectKinds.ALL.stream()
            .filter(one -> one.group().equals("argoproj.io") && one.name().equals(name))
            .findFirst()
            .orElseThrow();
    try {
      handOn(kind, argocd.get(argocd.at("/api/v1/" + path(kind))).body());
    } catch (Halt halt) {
      // An older one has no sets, and a token may be kept from some.
      boolean needed = name.equals(NAMES.get(0));
      if (needed || halt.kind() != Halt.Kind.ABSENT && !isForbidden(halt)) throw halt;
      visit.memory().passedOver().put(kind.key(), "Argo CD does not show it to this token.");
    }
  }

  private static boolean isForbidden(Halt halt) {
    return halt.kind() == Halt.Kind.FAILED && halt.getMessage().startsWith("The token may not");
  }

  private static String path(ObjectKind kind) {
    return kind.name().equals("AppProject") ? "projects" : kind.plural();
  }

  private void handOn(ObjectKind kind, JsonNode body) {
    // Without any, Argo CD says that the items are null.
    boolean list = body.isObject() && (body.path("items").isArray() || body.path("items").isNull());
    if (!list) {
      throw Halt.failed(
          "The answer is not Argo CD's. Is this the address of its interface, without a path?");
    }
    var seen = new ArrayList<Observed.Seen>();
    for (var item : body.path("items")) {
      if (item.isObject()) {
        seen.add(new Observed.Seen(Objects.slim(kind, item).toString(), false));
      }
    }
    visit.observe(true, List.of(kind.key()), seen);
    visit.memory().passedOver().remove(kind.key());
    visit.memory().places().put(kind.key(), new Place("", Instant.now(), seen.size()));
  }
}
