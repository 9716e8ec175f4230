package plimsoll.workload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import plimsoll.access.Audit;
import plimsoll.access.Refusal;
import plimsoll.catalog.Services;
import plimsoll.delivery.pull.GitFolder;

/** The repositories on this machine whose files are read. */
@ApplicationScoped
@Transactional
public class LocalRepositories {
  private static final int TEXT_MAX = 300;
  private static final int AT_MOST = 1000;

  @PersistenceContext EntityManager database;
  @Inject Services services;
  @Inject WorkloadFiles files;
  @Inject Audit audit;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "plimsoll.git.folder")
  Optional<String> gitFolder;

  /**
   * @param service "" where the catalog says which folders are which services
   * @param commit that was read last; "" for none
   * @param words what was left out, or why it can't be read; "" for nothing
   */
  public record View(
      String name,
      String branch,
      String service,
      String askedBy,
      Instant askedAt,
      String commit,
      Instant readAt,
      String words) {}

  Optional<GitFolder> folder() {
    return gitFolder.filter(one -> !one.isBlank()).map(one -> new GitFolder(Path.of(one)));
  }

  List<View> all() {
    return database
        .createQuery("select r from LocalRepository r order by r.name", LocalRepository.class)
        .getResultStream()
        .map(LocalRepository::view)
        .toList();
  }

  /**
   * From now on its files are read; asked for again, all is read again.
   *
   * @param branch blank for the one that it is on
   * @param service blank where the catalog says which folders are which services
   * @throws Refusal 422 when there is no such repository in the folder
   */
  View begin(String name, String branch, String service, String by) {
    var wanted = text("repository", name);
    if (wanted.isEmpty() || folder().flatMap(folder -> folder.find(wanted)).isEmpty()) {
      throw Refusal.wrong(
          "repository", "There is no such git repository in the folder of repositories.");
    }
    var stored = database.find(LocalRepository.class, wanted);
    if (stored == null) {
      if (all().size() >= AT_MOST)
        throw new Refusal(409, "There are 1,000 of them. End some first.");
      stored = new LocalRepository(wanted);
    }
    stored.ask(text("branch", branch), service(text("service", service)), by, clock.instant());
    database.persist(stored);
    audit.record(by, "had the files of a repository read", wanted);
    return stored.view();
  }

  private String service(String given) {
    try {
      return given.isEmpty() ? "" : services.findOrCreate(given);
    } catch (IllegalArgumentException e) {
      throw Refusal.wrong("service", "The name of the service " + e.getMessage() + ".");
    }
  }

  /** Its files are gone, and it is not read again. */
  void end(String name, String by) {
    var stored = database.find(LocalRepository.class, name);
    if (stored == null) throw Refusal.notFound("repository");
    database.remove(stored);
    var origin = origin(name);
    files
        .servicesOf(origin)
        .forEach(one -> files.remove(one, origin, (String) null, clock.instant()));
    audit.record(by, "ended the reading of a repository", name);
  }

  void record(String name, String commit, String words, Instant at) {
    var stored = database.find(LocalRepository.class, name);
    if (stored != null) stored.read(commit, words, at);
  }

  static String origin(String name) {
    return "git:" + (name.length() > 190 ? name.substring(name.length() - 190) : name);
  }

  private static String text(String field, String given) {
    var text = given == null ? "" : given.strip();
    if (text.length() > TEXT_MAX || text.chars().anyMatch(Character::isISOControl)) {
      throw Refusal.wrong(field, "This is longer than such names are.");
    }
    return text;
  }
}
