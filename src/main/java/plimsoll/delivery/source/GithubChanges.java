package plimsoll.delivery.source;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import plimsoll.delivery.fact.BadEvent;
import plimsoll.delivery.fact.ChangeFact;
import plimsoll.delivery.fact.Fields;
import plimsoll.delivery.fact.Reverts;

/** What arrives on the default branch of a repository, as GitHub and its like tell of it. */
record GithubChanges(Webhook hook) {
  private static final String BRANCH = "refs/heads/";

  void pullRequest() {
    var request = hook.payload().part("pull_request");
    if (!"closed".equals(hook.payload().text("action")) || !request.flag("merged")) {
      hook.ignore("Only pull requests that were merged count.");
    } else if (!onDefaultBranch(request.partOrNone("base").text("ref"))) {
      hook.ignore("It was merged into another branch than the default one.");
    } else {
      merged(request);
    }
  }

  /**
   * A squash or a rebase gives the commits of the request new names; its last one keeps the old as
   * alias. The oldest of them was written before the request was opened.
   */
  private void merged(Fields request) {
    var landed = request.needed("merge_commit_sha");
    var head = request.partOrNone("head").text("sha");
    Stream.of(landed, head)
        .filter(sha -> sha != null)
        .distinct()
        .map(
            sha ->
                new ChangeFact(
                    repository(),
                    sha,
                    landed,
                    hook.needed(request, "merged_at"),
                    null,
                    hook.ifTrue(request, "created_at"),
                    null))
        .forEach(hook::add);
  }

  void push() {
    var ref = hook.payload().needed("ref");
    var commits = commits();
    if (!ref.startsWith(BRANCH) || !onDefaultBranch(ref.substring(BRANCH.length()))) {
      hook.ignore("Only pushes to the default branch count.");
    } else if (hook.payload().flag("deleted") || commits.isEmpty()) {
      hook.ignore("The push brought no commit.");
    } else {
      var pushedAt = pushedAt();
      hook.each(commits, commit -> change(commit, pushedAt));
    }
  }

  /** The last commit stands apart as well, and alone where the list was cut short. */
  private List<Fields> commits() {
    var listed = hook.payload().parts("commits");
    var head = hook.payload().partOrNone("head_commit");
    var sha = head.text("id");
    boolean missing = listed.stream().noneMatch(one -> one.prose("id").equals(sha));
    return sha == null || listed.isEmpty() || !missing
        ? listed
        : Stream.concat(listed.stream(), Stream.of(head)).toList();
  }

  private void change(Fields commit, Instant pushedAt) {
    var sha = commit.needed("id");
    hook.add(
        new ChangeFact(
            repository(),
            sha,
            sha,
            pushedAt,
            Reverts.of(commit.prose("message")),
            hook.ifTrue(commit, "timestamp"),
            ChangeFact.cut(touched(commit))));
  }

  static Stream<String> touched(Fields commit) {
    return Stream.of("added", "modified", "removed")
        .flatMap(list -> StreamSupport.stream(commit.object().path(list).spliterator(), false))
        .map(path -> path.asText(""))
        .filter(path -> !path.isBlank());
  }

  /**
   * In a push the repository tells the moment in seconds since 1970; where nothing does, the push
   * was not before the newest commit of it.
   */
  private Instant pushedAt() {
    var pushedAt = hook.payload().part("repository").text("pushed_at");
    if (pushedAt == null) {
      return newest(hook, hook.payload().parts("commits"), "timestamp");
    }
    return pushedAt.matches("\\d+")
        ? hook.moments().ofSeconds("pushed_at", pushedAt)
        : hook.moments().read("pushed_at", pushedAt);
  }

  /**
   * The latest time of commits that came together.
   *
   * @throws BadEvent when none of them has one
   */
  static Instant newest(Webhook hook, List<Fields> commits, String name) {
    return commits.stream()
        .map(commit -> hook.ifTrue(commit, name))
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .orElseThrow(() -> new BadEvent(name + " is missing, or cannot be true."));
  }

  private boolean onDefaultBranch(String branch) {
    var repository = hook.payload().part("repository");
    var main = repository.text("default_branch");
    return branch != null && branch.equals(main != null ? main : repository.text("master_branch"));
  }

  private String repository() {
    return hook.payload().part("repository").needed("full_name");
  }
}
