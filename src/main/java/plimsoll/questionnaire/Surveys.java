package plimsoll.questionnaire;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.servlet.ServletContext;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import plimsoll.access.Refusal;
import plimsoll.access.Secret;
import plimsoll.survey.Survey;

/**
 * The questionnaires that can be asked: the files of {@code surveys/}, read once at start, and the
 * editions that were published in the service. A file with a fault is not offered, and the log says
 * what to mend.
 */
@ApplicationScoped
public class Surveys {
  private static final Logger LOG = Logger.getLogger(Surveys.class.getName());
  private static final String FOLDER = "/WEB-INF/classes/surveys/";

  private final Map<String, Edition> files = new HashMap<>();
  private final List<String> faults = new ArrayList<>();

  /** What was looked up before, which never changes: published here, or else a file. */
  private final Map<String, Edition> known = new ConcurrentHashMap<>();

  @Inject ServletContext folder;
  @PersistenceContext EntityManager database;

  /**
   * One edition and the digest of its words.
   *
   * @param digest SHA-256 in hexadecimal: an edition that has been asked never changes
   * @param text the YAML
   */
  public record Edition(Survey survey, String digest, String text) {}

  /** All editions, by key, the newest edition first. */
  public List<Survey> all() {
    var names = new TreeSet<>(files.keySet());
    names.addAll(publishedNames());
    return names.stream()
        .flatMap(name -> find(name).stream())
        .map(Edition::survey)
        .sorted(Comparator.comparing(Survey::key).thenComparing(newestFirst()))
        .toList();
  }

  /** All editions of a survey, the newest first. */
  public List<Survey> editionsOf(String key) {
    return all().stream().filter(survey -> survey.key().equals(key)).toList();
  }

  /** The newest edition of a survey. */
  public Optional<Survey> newest(String key) {
    return editionsOf(key).stream().findFirst();
  }

  /**
   * A survey by what somebody wrote: its key, for the newest edition, or key and edition, such as
   * "quarterly-2026.1".
   */
  public Optional<Survey> named(String name) {
    return find(name).map(Edition::survey).or(() -> newest(name));
  }

  /**
   * An edition that was asked.
   *
   * @throws IllegalStateException when its file is gone
   */
  public Survey get(String key, String edition) {
    return edition(key + "-" + edition).survey();
  }

  /** What to mend in files that are not offered; empty when all are. */
  public List<String> faults() {
    var all = new ArrayList<>(faults);
    publishedNames().stream()
        .filter(files::containsKey)
        .map(
            name ->
                name
                    + ".yaml:1: "
                    + "was published here before; give the file an edition of its own")
        .forEach(all::add);
    return all;
  }

  public Edition edition(String name) {
    return find(name)
        .orElseThrow(
            () -> new IllegalStateException("surveys/" + name + ".yaml is gone, but it was asked"));
  }

  /**
   * An edition that is asked from now on, so that it never changes again.
   *
   * @throws Refusal 409 when it was asked before in other words
   */
  @Transactional
  public Edition ask(String name) {
    var edition = edition(name);
    var asked = database.find(AskedSurvey.class, name);
    if (asked == null) {
      database.persist(new AskedSurvey(name, edition.digest()));
    } else if (!asked.digest().equals(edition.digest())) {
      throw new Refusal(
          409,
          name
              + " was asked before in other words. Put the earlier text back, and give the new"
              + " words an edition of their own.");
    }
    return edition;
  }

  /** Names of the editions that were asked. */
  public Set<String> asked() {
    return Set.copyOf(
        database.createQuery("select a.name from AskedSurvey a", String.class).getResultList());
  }

  /** True when an edition of this name lies in a file. */
  public boolean file(String name) {
    return files.containsKey(name);
  }

  /** The JSON Schema that files of surveys keep to. */
  String schema() {
    return text(FOLDER + "survey.schema.json");
  }

  /** An edition by its name, which never changes once it was found. */
  public Optional<Edition> find(String name) {
    var edition = known.get(name);
    if (edition == null) {
      edition = published(name).orElse(files.get(name));
      if (edition != null) known.put(name, edition);
    }
    return Optional.ofNullable(edition);
  }

  /** What was published here may have been asked already, so a file of that name comes second. */
  private Optional<Edition> published(String name) {
    return database
        .createQuery(
            "select m from Manuscript m where m.name = :name and m.published = true",
            Manuscript.class)
        .setParameter("name", name)
        .getResultStream()
        .findFirst()
        .map(Manuscript::view)
        .map(one -> new Edition(read(one), one.digest(), one.text()));
  }

  private static Survey read(Written published) {
    var read = SurveyFile.read(published.name() + ".yaml", published.text());
    if (read.survey() == null) {
      throw new IllegalStateException("published, but can't be read: " + read.faults());
    }
    return read.survey();
  }

  private List<String> publishedNames() {
    return database
        .createQuery("select m.name from Manuscript m where m.published = true", String.class)
        .getResultList();
  }

  @PostConstruct
  void read() {
    var paths = folder.getResourcePaths(FOLDER);
    new TreeSet<>(paths == null ? List.<String>of() : paths)
        .stream().filter(path -> path.endsWith(".yaml")).forEach(this::read);
    faults.forEach(fault -> LOG.severe(() -> "This survey is not offered: surveys/" + fault));
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object start) {
    LOG.info(() -> "Surveys: " + String.join(", ", new TreeSet<>(files.keySet())));
  }

  private void read(String path) {
    String text = text(path);
    var read = SurveyFile.read(path.substring(FOLDER.length()), text);
    faults.addAll(read.faults());
    if (read.survey() != null) {
      files.put(read.survey().name(), new Edition(read.survey(), Secret.hash(text), text));
    }
  }

  private String text(String path) {
    try (InputStream in = folder.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Comparator<Survey> newestFirst() {
    return Comparator.comparing(Survey::edition, Surveys::compareEditions).reversed();
  }

  /** Editions are numbers between dots, so that 2026.10 comes after 2026.9. */
  static int compareEditions(String one, String other) {
    String[] a = one.split("\\.");
    String[] b = other.split("\\.");
    for (int i = 0; i < Math.min(a.length, b.length); i++) {
      int byLength = Integer.compare(a[i].length(), b[i].length());
      int order = byLength == 0 ? a[i].compareTo(b[i]) : byLength;
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.length, b.length);
  }
}
