package plimsoll.delivery.pull;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import plimsoll.delivery.fact.Batch;
import plimsoll.delivery.source.Setting;
import plimsoll.delivery.source.Source;

/** The past of a repository as lists that are read one after the other, page by page. */
abstract class PagedPast implements Past {
  final Forge forge;
  final Wanted wanted;
  private final Source source;
  private final Clock clock;

  PagedPast(Forge forge, Wanted wanted, Source source, Clock clock) {
    this.forge = forge;
    this.wanted = wanted;
    this.source = source;
    this.clock = clock;
  }

  /**
   * One list.
   *
   * @param name for people, such as "merged pull requests"; unique
   * @param path of its first page
   * @param items where in the answer the list stands; "" where the answer is the list
   * @param order a time by which the list is ordered from new to old, so that it is left where the
   *     past that is wanted ends; null where all of it is read
   */
  record Part(String name, String path, String items, String order, Reading reading) {
    Part(String name, String path, Reading reading) {
      this(name, path, "", null, reading);
    }
  }

  /** Makes webhooks of one thing of a list. */
  interface Reading {
    void read(JsonNode item, Page page) throws InterruptedException;
  }

  /** A page while it is read. */
  static final class Page {
    final JsonNode repository;
    final List<Hook> hooks = new ArrayList<>();
    private BranchLine line;

    Page(Cursor cursor) {
      repository = cursor.repository();
      line = cursor.line() == null ? BranchLine.none() : cursor.line();
    }

    Instant arrival(String commit, List<String> parents, Instant committedAt) {
      var arrival = line.next(commit, parents, committedAt);
      line = arrival.rest();
      return arrival.at();
    }
  }

  /** What the forge says of the repository itself. */
  abstract JsonNode repository() throws InterruptedException;

  /** The lists, which depend on what was said of how the source is read. */
  abstract List<Part> parts(JsonNode repository);

  @Override
  public Step step(Cursor cursor) throws InterruptedException {
    if (cursor.part() == null) {
      var repository = repository();
      var first = parts(repository).get(0).name();
      return new Step(new Batch(), "the repository", 0, cursor.with(repository).at(first));
    }
    var parts = parts(cursor.repository());
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).name().equals(cursor.part())) {
        return read(parts.get(i), i + 1 < parts.size() ? parts.get(i + 1) : null, cursor);
      }
    }
    // What was said of the source has changed meanwhile; reading again counts nothing twice.
    return new Step(new Batch(), "the repository", 0, Cursor.start());
  }

  private Step read(Part part, Part following, Cursor cursor) throws InterruptedException {
    var address = cursor.next() == null ? forge.at(part.path()) : URI.create(cursor.next());
    Forge.Answer answer;
    try {
      answer = forge.get(address);
    } catch (Halt e) {
      if (e.kind() != Halt.Kind.ABSENT) throw e;
      var batch = new Batch();
      batch.problem(0, "There are no " + part.name() + ", or the token may not read them.");
      return new Step(batch, part.name(), 0, after(following, cursor));
    }
    return read(part, following, cursor, answer);
  }

  private Step read(Part part, Part following, Cursor cursor, Forge.Answer answer)
      throws InterruptedException {
    var items = part.items().isEmpty() ? answer.body() : answer.body().path(part.items());
    if (!items.isArray()) {
      throw Halt.failed("The forge answered something other than a list of " + part.name() + ".");
    }
    var page = new Page(cursor);
    for (var item : items) {
      part.reading().read(item, page);
    }
    var batch = Past.read(source, page.hooks, wanted.rules(), clock);
    return new Step(
        batch, part.name(), items.size(), next(part, following, cursor, answer, items, page));
  }

  private Cursor next(
      Part part, Part following, Cursor cursor, Forge.Answer answer, JsonNode items, Page page) {
    if (answer.next() != null && !items.isEmpty() && !isPast(part, items)) {
      long read = cursor.read() + items.size();
      long about = about(answer, cursor, items.size());
      return cursor.after(answer.next().toString(), read, about, page.line);
    }
    return after(following, cursor);
  }

  private static Cursor after(Part following, Cursor cursor) {
    return following == null ? null : cursor.at(following.name());
  }

  /** True when the last of the page is older than what is wanted. */
  private boolean isPast(Part part, JsonNode items) {
    if (part.order() == null) return false;
    var at = moment(items.get(items.size() - 1), part.order());
    return at != null && at.isBefore(wanted.from());
  }

  private static long about(Forge.Answer answer, Cursor cursor, int size) {
    if (answer.total() != null) return answer.total();
    return answer.lastPage() == null ? cursor.about() : (long) answer.lastPage() * size;
  }

  /** Null where there is none, or none that can be read. */
  static Instant moment(JsonNode item, String name) {
    return moment(item.path(name));
  }

  static Instant moment(JsonNode value) {
    try {
      var text = value.asText("");
      return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** What was said to a setting of the source; blank where nothing was. */
  String said(String key) {
    return source.settings().stream()
        .filter(setting -> setting.key().equals(key))
        .map(this::said)
        .findFirst()
        .orElse("");
  }

  private String said(Setting setting) {
    return wanted.rules().text(setting);
  }

  /** The labels that were said to make an incident or a ticket of an issue. */
  List<String> labels() {
    var labels = new ArrayList<>(List.of(said("incident-labels").split("[,\n]")));
    for (var line : said("ticket-labels").split("[\n;]")) {
      labels.add(line.split("=", 2)[0]);
    }
    return labels.stream().map(String::strip).filter(one -> !one.isEmpty()).distinct().toList();
  }
}
