package plimsoll.delivery;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import plimsoll.delivery.pull.Forge;
import plimsoll.delivery.pull.GithubPast;
import plimsoll.delivery.pull.GitlabPast;
import plimsoll.delivery.pull.Past;
import plimsoll.delivery.source.Rules;

/**
 * What somebody wants to be fetched of one repository; kept as JSON with its backfill.
 *
 * @param kind github, gitlab or git
 * @param address of the forge's interface; null for git
 * @param repository as the forge calls it, or its path in the folder of repositories
 * @param service whose releases the tags are; null for forges
 * @param tags which tags are releases, such as "v*"; null for forges
 */
record Pull(
    String kind,
    String address,
    String repository,
    Instant from,
    Instant until,
    String service,
    String tags) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  boolean isGit() {
    return kind.equals("git");
  }

  /**
   * @param token null for none
   */
  Past past(String token, Rules rules, Clock clock) {
    var forge = new Forge(URI.create(address), token, clock, PATIENCE);
    var wanted = new Past.Wanted(repository, from, until, rules);
    return kind.equals("github")
        ? new GithubPast(forge, wanted, clock)
        : new GitlabPast(forge, wanted, clock);
  }
}
