package plimsoll.workload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import plimsoll.catalog.ServicePart;
import plimsoll.catalog.Services;
import plimsoll.delivery.Collisions;
import plimsoll.schedule.Chore;
import plimsoll.workload.file.SourceFile;

/** Reads the repositories on this machine whose branch moved since they were read. */
@ApplicationScoped
public class LocalReading implements Chore {
  private static final Logger LOG = Logger.getLogger(LocalReading.class.getName());

  @Inject LocalRepositories repositories;
  @Inject WorkloadFiles files;
  @Inject Services services;
  @Inject Clock clock;

  @Override
  public String name() {
    return "repositories";
  }

  @Override
  public Duration rest() {
    return Duration.ofSeconds(30);
  }

  @Override
  public void perform() {
    for (var one : repositories.all()) {
      try {
        read(one);
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, e, () -> "The files of " + one.name() + " were not stored");
      }
    }
  }

  private void read(LocalRepositories.View one) {
    var now = clock.instant();
    try {
      var directory =
          repositories
              .folder()
              .flatMap(folder -> folder.find(one.name()))
              .orElseThrow(
                  () -> new GitTree.UnreadableException("It is not in the folder any more."));
      if (GitTree.head(directory, one.branch()).equals(one.commit())) return;
      var tree = GitTree.read(directory, one.branch());
      var shares = shares(one, tree);
      store(LocalRepositories.origin(one.name()), shares);
      var words = new ArrayList<>(tree.notes());
      if (shares.isEmpty()) {
        words.add(
            "Nobody said which of its folders are a service, or none of them holds a file"
                + " that is read.");
      }
      repositories.record(one.name(), tree.commit(), String.join(" ", words), now);
    } catch (GitTree.UnreadableException e) {
      repositories.record(one.name(), "", e.getMessage() + " What was read before stays.", now);
    }
  }

  private void store(String origin, Map<String, List<SourceFile>> shares) {
    var now = clock.instant();
    var lost = new HashSet<>(files.servicesOf(origin));
    lost.removeAll(shares.keySet());
    shares.forEach(
        (service, share) -> Collisions.retry(() -> files.replace(service, origin, share, now)));
    lost.forEach(
        service -> Collisions.retry(() -> files.remove(service, origin, (String) null, now)));
  }

  /** The files of each service; what lies above its folder is its own where it names the folder. */
  private Map<String, List<SourceFile>> shares(LocalRepositories.View one, GitTree tree) {
    var shares = new TreeMap<String, List<SourceFile>>();
    var parts = one.service().isEmpty() ? parts(one.name()) : List.<ServicePart>of();
    var whole = one.service().isEmpty() ? services.find(one.name()).orElse("") : one.service();
    tree.files()
        .forEach(
            (path, text) -> {
              var file = new SourceFile(LocalRepositories.origin(one.name()), path, text);
              if (parts.isEmpty() && !whole.isEmpty()) add(shares, whole, file);
              for (var part : parts) {
                if (belongs(part, parts, file)) add(shares, part.service(), file);
              }
            });
    return shares;
  }

  private static void add(Map<String, List<SourceFile>> shares, String service, SourceFile file) {
    var share = shares.computeIfAbsent(service, any -> new ArrayList<>());
    if (!share.contains(file)) share.add(file);
  }

  private static boolean belongs(ServicePart part, List<ServicePart> all, SourceFile file) {
    boolean inside = file.path().startsWith(part.prefix() + "/");
    boolean nobodys = all.stream().noneMatch(other -> file.path().startsWith(other.prefix() + "/"));
    return inside || nobodys && file.text().contains(part.prefix() + "/");
  }

  /** The catalog names repositories as forges do, and here they go by their folder. */
  private List<ServicePart> parts(String name) {
    var plain = name.toLowerCase(Locale.ROOT).replaceAll("(/|\\.git|/\\.git)+$", "");
    return services.parts().stream()
        .filter(
            part ->
                part.repository().equals(plain)
                    || part.repository().endsWith("/" + plain)
                    || plain.endsWith("/" + part.repository()))
        .toList();
  }
}
