package plimsoll.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import plimsoll.access.Audit;
import plimsoll.access.Refusal;
import plimsoll.delivery.Backfill.State;
import plimsoll.delivery.pull.ForgeAddress;
import plimsoll.delivery.pull.GitFolder;
import plimsoll.delivery.pull.GithubPast;
import plimsoll.delivery.pull.GitlabPast;
import plimsoll.json.Json;

/** The pasts that are fetched from forges and from git repositories. */
@ApplicationScoped
@Transactional
public class Pulls {
  static final List<String> KINDS = List.of("github", "gitlab", "git");
  private static final int AT_ONCE = 100;
  private static final int TEXT_MAX = 200;
  private static final int TOKEN_MAX = 1000;
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  @Inject Backfills backfills;
  @Inject PullTokens tokens;
  @Inject Audit audit;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "plimsoll.git.folder")
  Optional<String> gitFolder;

  /**
   * What somebody asks for.
   *
   * @param kind github, gitlab or git
   * @param address of the forge; blank for github.com and gitlab.com
   * @param repositories as owner/name or group/project, or paths in the folder of repositories
   * @param from null for all that is there
   * @param until null for now
   * @param token blank for none
   * @param service of git alone; blank for the last part of the path
   * @param tags of git alone; blank for every tag
   */
  public record Asked(
      String kind,
      String address,
      List<String> repositories,
      Instant from,
      Instant until,
      String token,
      String service,
      String tags) {}

  /**
   * Begins to fetch, one backfill for each repository.
   *
   * @throws Refusal 422 when something is missing or wrong; then nothing is begun
   */
  public List<Backfill> begin(Asked asked, String by) {
    if (asked.kind() == null || !KINDS.contains(asked.kind())) {
      throw Refusal.wrong("/kind", "The kind is github, gitlab or git.");
    }
    var names = names(asked);
    var pulls = names.stream().map(name -> pull(asked, name)).toList();
    refuseWrongToken(asked.token());
    return pulls.stream().map(pull -> begin(pull, asked.token(), by)).toList();
  }

  private Backfill begin(Pull pull, String token, String by) {
    var begun =
        backfills.add(
            new Backfill(
                pull.kind(),
                pull.kind(),
                pull.repository(),
                Json.write(pull),
                by,
                clock.instant()));
    if (!isBlank(token)) tokens.keep(begun.id(), token.strip());
    return begun;
  }

  private static List<String> names(Asked asked) {
    var given = asked.repositories() == null ? List.<String>of() : asked.repositories();
    var names = given.stream().filter(one -> !isBlank(one)).map(String::strip).distinct().toList();
    if (names.isEmpty() || names.size() > AT_ONCE) {
      throw Refusal.wrong("/repositories", "Name 1 to 100 repositories.");
    }
    names.forEach(name -> refuseWrongName(asked.kind(), name));
    return names;
  }

  private static void refuseWrongName(String kind, String name) {
    boolean good =
        name.length() <= TEXT_MAX
            && switch (kind) {
              case "github" -> GithubPast.isName(name);
              case "gitlab" -> GitlabPast.isName(name);
              default -> name.chars().noneMatch(Character::isISOControl);
            };
    if (!good) {
      throw Refusal.wrong(
          "/repositories",
          kind.equals("gitlab")
              ? "A project is named as group/project."
              : "A repository is named as owner/name.");
    }
  }

  private Pull pull(Asked asked, String name) {
    var until = asked.until() == null ? clock.instant() : asked.until();
    var from = asked.from() == null ? EARLIEST : asked.from();
    if (!from.isBefore(until)) {
      throw Refusal.wrong("/from", "The time begins before it ends.");
    }
    if (asked.kind().equals("git")) {
      folder();
      return new Pull("git", null, name, from, until, service(asked, name), tags(asked));
    }
    return new Pull(asked.kind(), address(asked).toString(), name, from, until, null, null);
  }

  private static URI address(Asked asked) {
    var address =
        asked.kind().equals("github")
            ? ForgeAddress.github(asked.address())
            : ForgeAddress.gitlab(asked.address());
    return address.orElseThrow(
        () ->
            Refusal.wrong(
                "/address",
                "Give the address as https://git.example.org, without a name, a password or a"
                    + " question mark in it."));
  }

  private static String service(Asked asked, String name) {
    return limited("/service", isBlank(asked.service()) ? lastPart(name) : asked.service());
  }

  /** Bare clones are called so. */
  private static String lastPart(String path) {
    return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.git$", "");
  }

  private static String tags(Asked asked) {
    return limited("/tags", isBlank(asked.tags()) ? "*" : asked.tags());
  }

  private static String limited(String field, String text) {
    if (text.length() > TEXT_MAX || text.chars().anyMatch(Character::isISOControl)) {
      throw Refusal.wrong(field, "At most 200 letters are taken, and no control characters.");
    }
    return text.strip();
  }

  private static void refuseWrongToken(String token) {
    if (!isBlank(token)
        && (token.strip().length() > TOKEN_MAX || !token.strip().matches("[\\x21-\\x7e]+"))) {
      throw Refusal.wrong("/token", "A token has at most 1,000 letters and digits, and no blanks.");
    }
  }

  /**
   * Goes on with what failed, where it broke off.
   *
   * @param token another one; blank for the one that was given
   * @throws Refusal 409 when it did not fail
   */
  public Backfill goOn(UUID id, String token, String by) {
    var backfill = find(id);
    if (backfill.state() != State.FAILED) {
      throw new Refusal(409, "Only what failed can be taken up again.");
    }
    refuseWrongToken(token);
    if (!isBlank(token)) tokens.keep(id, token.strip());
    backfills.become(id, State.WAITING, "");
    audit.record(by, "took the fetching of a past up again", backfill.what());
    return backfill;
  }

  /** Those that are, or were, fetched, newest first. */
  public List<Backfill> all() {
    return backfills.all(KINDS);
  }

  private Backfill find(UUID id) {
    return backfills.find(id, KINDS);
  }

  /** The folder in which repositories may be read; empty where none is configured. */
  Optional<GitFolder> gitFolder() {
    return gitFolder.filter(one -> !one.isBlank()).map(one -> new GitFolder(Path.of(one)));
  }

  GitFolder folder() {
    return gitFolder()
        .orElseThrow(
            () ->
                Refusal.wrong(
                    "/kind",
                    "No folder of repositories is configured. Whoever runs the service sets"
                        + " PLIMSOLL_GIT_FOLDER."));
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
