package plimsoll.delivery.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Of a repository of several services each change counts for those whose folders it touches. */
class PathsTest {
  private static final Paths FOLDERS =
      (service, change) ->
          change.paths() == null
              || change.paths().stream().anyMatch(path -> path.startsWith(service + "/"));

  @Test
  void changeCountsForTheServicesWhoseFoldersItTouches() {
    var archive = new ListArchive();
    add(archive, change("c1", 8, List.of("cart/pay")));
    add(archive, change("c2", 9, List.of("cart/pay", "search/index")));
    add(archive, change("c3", 10, List.of("search/index")));
    add(archive, change("c4", 11, null));
    for (var service : List.of("cart", "search")) {
      deploy(archive, service, "c0", 7);
      deploy(archive, service, "c4", 12);
    }
    add(archive, change("c0", 6, null));
    assertEquals(List.of("c0", "c1", "c2", "c4"), brought(archive, "cart"));
    assertEquals(List.of("c0", "c2", "c3", "c4"), brought(archive, "search"));
  }

  /** What a figure was when it became final is judged from all that had come by then. */
  @Test
  void judgingEverythingGoesByTheSameFolders() {
    var archive = new ListArchive();
    add(archive, change("c1", 8, List.of("cart/pay")));
    add(archive, change("c2", 9, List.of("search/index")));
    deploy(archive, "cart", "c1", 10);
    deploy(archive, "cart", "c2", 12);
    var all = Judging.of(archive.events(at(23)), FOLDERS);
    assertEquals(judged(archive, "cart"), all.get(0).production());
    assertEquals(List.of("c1"), brought(archive, "cart"));
  }

  @Test
  void deploymentThatBringsNothingOfItsFoldersIsOneThatTellsItsCommits() {
    var archive = new ListArchive();
    add(archive, change("c1", 8, List.of("search/index")));
    deploy(archive, "cart", "c1", 9);
    var judged = judged(archive, "cart").get(0);
    assertEquals(List.of(), judged.leadTimes());
    assertEquals(true, judged.commitsKnown());
  }

  private static List<String> brought(ListArchive archive, String service) {
    return judged(archive, service).stream()
        .flatMap(one -> one.leadTimes().stream())
        .map(LeadTime::commit)
        .toList();
  }

  private static List<Judged> judged(ListArchive archive, String service) {
    var week = LocalDate.parse("2026-03-02");
    return Judging.of(archive, List.of(service), week, Map.of(), FOLDERS, at(23)).stream()
        .flatMap(folio -> folio.production().stream())
        .toList();
  }

  private static void add(ListArchive archive, Change change) {
    archive.changes.put(change.key(), change);
  }

  private static Change change(String sha, int hour, List<String> paths) {
    return new Change("acme/shop", sha, sha, at(hour), null, null, paths);
  }

  private static void deploy(ListArchive archive, String service, String revision, int hour) {
    var one =
        new Deployment(
            "a",
            service + hour,
            service,
            "acme/shop",
            revision,
            true,
            null,
            at(hour),
            Deployment.Outcome.SUCCEEDED,
            Deployment.Kind.CHANGE,
            null,
            null,
            null,
            List.of(),
            null,
            null,
            null);
    archive.deployments.put(one.key(), one);
  }

  private static Instant at(int hour) {
    return Instant.parse("2026-03-04T%02d:00:00Z".formatted(hour));
  }
}
