package plimsoll.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import plimsoll.access.Refusal;
import plimsoll.access.Secret;
import plimsoll.connection.Memory.Page;
import plimsoll.connection.Memory.Place;
import plimsoll.delivery.pull.Forge;
import plimsoll.delivery.pull.Halt;
import plimsoll.json.Json;
import plimsoll.workload.Observed;

/**
 * Reads a whole catalog of Backstage and has it imported. What is gone is retired only when every
 * page was read, and not when much of it seems gone at once: a token that is shown less looks the
 * same.
 */
final class BackstageVisit {
  static final Forge.Words WORDS = new Forge.Words("Backstage", "thing", "the catalog");

  private static final int PAGE = 500;
  private static final int PAGES_MAX = 1000;
  private static final int SMALL = 10;
  private static final String TASK = "scaffolder.backstage.io/v1beta3/Task";

  private final Visit visit;
  private final Forge backstage;
  private final Consumer<String> importing;
  private final Map<String, JsonNode> entities = new TreeMap<>();
  private final List<Page> pages = new ArrayList<>();

  /**
   * @param importing takes entities as JSON that are all there are
   */
  BackstageVisit(Visit visit, Forge backstage, Consumer<String> importing) {
    this.visit = visit;
    this.backstage = backstage;
    this.importing = importing;
  }

  /**
   * @return when to come again
   * @throws Halt when it does not go on
   */
  Instant perform() throws InterruptedException {
    visit.note("Reading the catalog.", 0, 0);
    if (!isSame()) {
      readByQuery();
      take();
    }
    readTasks();
    visit.succeed();
    return Instant.now().plus(Duration.ofMinutes(visit.settings().minutes()));
  }

  /** Whether each page that was read the last time is still what it was. */
  private boolean isSame() throws InterruptedException {
    var known = List.copyOf(visit.memory().pages());
    for (var page : known) {
      if (page.version() == null) return false;
      if (!backstage.get(URI.create(page.address()), page.version()).same()) return false;
    }
    return !known.isEmpty();
  }

  private void readByQuery() throws InterruptedException {
    var filters = filters();
    var first = backstage.at("/api/catalog/entities/by-query?limit=" + PAGE + filters);
    Forge.Answer answer;
    try {
      answer = get(first);
    } catch (Halt halt) {
      if (halt.kind() != Halt.Kind.ABSENT) throw halt;
      readByOffset(filters);
      return;
    }
    for (int page = 0; page < PAGES_MAX; page++) {
      add(answer.body().path("items"));
      visit.note(
          "Reading the catalog.", entities.size(), answer.body().path("totalItems").asLong());
      var cursor = answer.body().path("pageInfo").path("nextCursor").asText("");
      if (cursor.isEmpty()) return;
      answer =
          get(
              backstage.at(
                  "/api/catalog/entities/by-query?limit=" + PAGE + "&cursor=" + encoded(cursor)));
    }
    throw endless();
  }

  /** As Backstage could be asked before: a page names the next one, or is the last when short. */
  private void readByOffset(String filters) throws InterruptedException {
    var asked = at(0, filters);
    for (int page = 0; page < PAGES_MAX; page++) {
      var answer = get(asked);
      int before = entities.size();
      add(answer.body());
      visit.note("Reading the catalog.", entities.size(), 0);
      boolean last = answer.body().size() < PAGE || entities.size() == before;
      if (answer.next() == null && last) return;
      asked = answer.next() == null ? at((page + 1) * PAGE, filters) : answer.next();
    }
    throw endless();
  }

  private URI at(int offset, String filters) {
    return backstage.at("/api/catalog/entities?limit=" + PAGE + "&offset=" + offset + filters);
  }

  private static Halt endless() {
    return Halt.failed("The catalog has no end. Narrow it by a filter.");
  }

  private Forge.Answer get(URI address) throws InterruptedException {
    var answer = backstage.get(address);
    pages.add(new Page(address.toString(), answer.version()));
    return answer;
  }

  /** Several, of which one is enough, are parted by semicolons. */
  private String filters() {
    return Arrays.stream(visit.settings().filter().split(";"))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .map(one -> "&filter=" + encoded(one))
        .collect(Collectors.joining());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private void add(JsonNode items) {
    if (!items.isArray()) {
      throw Halt.failed("The answer is not a catalog's. Is this the address of the backend?");
    }
    for (var item : items) {
      if (item.isObject()) entities.put(reference(item), slim(item.deepCopy()));
    }
  }

  private static String reference(JsonNode entity) {
    var metadata = entity.path("metadata");
    return entity.path("kind").asText()
        + ":"
        + metadata.path("namespace").asText("default")
        + "/"
        + metadata.path("name").asText();
  }

  /** What changes by itself, or fills, is nothing that the catalog here keeps. */
  private static JsonNode slim(ObjectNode entity) {
    entity.remove("status");
    if (entity.path("metadata") instanceof ObjectNode metadata) {
      metadata.remove(List.of("etag", "uid", "generation", "links"));
    }
    if (entity.path("spec") instanceof ObjectNode spec && spec.path("definition").isTextual()) {
      spec.put("definition", "");
    }
    return entity;
  }

  private void take() {
    refuseShrunk();
    var text = Json.write(entities.values());
    var digest = Secret.hash(text);
    if (!digest.equals(visit.memory().digest())) hand(text);
    remember(digest);
  }

  private void refuseShrunk() {
    long before = visit.memory().places().values().stream().mapToLong(Place::count).sum();
    if (entities.isEmpty()) {
      throw Halt.failed(
          "Backstage shows no entity, so nothing was retired. Look at what the token may read, and"
              + " at the filter.");
    }
    if (before > SMALL && entities.size() < before / 2) {
      throw Halt.failed(
          ("Backstage shows %d entities where it showed %d, so nothing was retired. If that is right,"
                  + " have it read again now.")
              .formatted(entities.size(), before));
    }
  }

  private void hand(String text) {
    try {
      importing.accept(text);
    } catch (Refusal refusal) {
      throw refusal.status() == 409
          ? Halt.troubled(refusal.getMessage())
          : Halt.failed(refusal.getMessage());
    }
  }

  private void remember(String digest) {
    var memory = visit.memory();
    memory.digest(digest);
    memory.pages().clear();
    memory.pages().addAll(pages);
    memory.places().clear();
    entities.values().stream()
        .collect(Collectors.groupingBy(BackstageVisit::kind, TreeMap::new, Collectors.counting()))
        .forEach((kind, count) -> memory.places().put(kind, new Place("", Instant.now(), count)));
    observe("Template");
    visit.keep("Read the catalog.", entities.size(), entities.size());
  }

  private static String kind(JsonNode entity) {
    return (entity.path("apiVersion").asText() + "/" + entity.path("kind").asText())
        .replace(' ', '-');
  }

  private void observe(String name) {
    var seen =
        entities.values().stream()
            .filter(one -> one.path("kind").asText().equals(name))
            .map(one -> new Observed.Seen(one.toString(), false))
            .toList();
    visit.observe(true, List.of("scaffolder.backstage.io/v1beta3/" + name), seen);
  }

  /** What was made of templates, where Backstage tells it; who made it is left out. */
  private void readTasks() throws InterruptedException {
    try {
      var answer = backstage.get(backstage.at("/api/scaffolder/v2/tasks?limit=" + PAGE)).body();
      var seen = new ArrayList<Observed.Seen>();
      for (var task : answer.path("tasks")) {
        seen.add(new Observed.Seen(task(task).toString(), false));
      }
      visit.observe(false, List.of(TASK), seen);
      visit.memory().passedOver().remove(TASK);
    } catch (Halt halt) {
      // Many have no templates, or keep what was made of them from tokens.
      visit.memory().passedOver().put(TASK, "Backstage does not show it to this token.");
    }
  }

  private static ObjectNode task(JsonNode told) {
    var task = Json.MAPPER.createObjectNode();
    task.put("apiVersion", "scaffolder.backstage.io/v1beta3").put("kind", "Task");
    task.putObject("metadata")
        .put("name", told.path("id").asText())
        .put("creationTimestamp", told.path("createdAt").asText());
    var info = told.path("spec").path("templateInfo");
    task.putObject("spec").put("template", info.path("entityRef").asText());
    task.putObject("status").put("phase", told.path("status").asText());
    return task;
  }
}
