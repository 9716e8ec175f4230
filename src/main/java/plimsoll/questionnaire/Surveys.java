package plimsoll.questionnaire;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
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
import java.util.TreeSet;
import java.util.logging.Logger;
import plimsoll.access.Secret;
import plimsoll.survey.Survey;

/**
 * The questionnaires that can be asked: the files of {@code surveys/}, read once at start. A file
 * with a fault is not offered, and the log says what to mend.
 */
@ApplicationScoped
public class Surveys {
  private static final Logger LOG = Logger.getLogger(Surveys.class.getName());
  private static final String FOLDER = "/WEB-INF/classes/surveys/";

  private final Map<String, Edition> editions = new HashMap<>();
  private final List<String> faults = new ArrayList<>();

  @Inject ServletContext files;

  /**
   * One edition and the digest of its file.
   *
   * @param digest SHA-256 in hexadecimal: an edition that has been asked never changes
   */
  public record Edition(Survey survey, String digest) {}

  /** All editions, by key, the newest edition first. */
  public List<Survey> all() {
    return editions.values().stream()
        .map(Edition::survey)
        .sorted(Comparator.comparing(Survey::key).thenComparing(newestFirst()))
        .toList();
  }

  /** The newest edition of a survey. */
  public Optional<Survey> newest(String key) {
    return all().stream().filter(survey -> survey.key().equals(key)).findFirst();
  }

  /**
   * A survey by what somebody wrote: its key, for the newest edition, or key and edition, such as
   * "quarterly-2026.1".
   */
  public Optional<Survey> named(String name) {
    return Optional.ofNullable(editions.get(name)).map(Edition::survey).or(() -> newest(name));
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
    return List.copyOf(faults);
  }

  public Edition edition(String name) {
    Edition edition = editions.get(name);
    if (edition == null) {
      throw new IllegalStateException("surveys/" + name + ".yaml is gone, but it was asked");
    }
    return edition;
  }

  @PostConstruct
  void read() {
    var paths = files.getResourcePaths(FOLDER);
    new TreeSet<>(paths == null ? List.<String>of() : paths)
        .stream().filter(path -> path.endsWith(".yaml")).forEach(this::read);
    faults.forEach(fault -> LOG.severe(() -> "This survey is not offered: surveys/" + fault));
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object start) {
    LOG.info(() -> "Surveys: " + String.join(", ", all().stream().map(Survey::name).toList()));
  }

  private void read(String path) {
    String text = text(path);
    var read = SurveyFile.read(path.substring(FOLDER.length()), text);
    faults.addAll(read.faults());
    if (read.survey() != null) {
      editions.put(read.survey().name(), new Edition(read.survey(), Secret.hash(text)));
    }
  }

  private String text(String path) {
    try (InputStream in = files.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Comparator<Survey> newestFirst() {
    return Comparator.comparing(Survey::edition, Surveys::compareEditions).reversed();
  }

  /** Editions are numbers between dots, so that 2026.10 comes after 2026.9. */
  private static int compareEditions(String one, String other) {
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
