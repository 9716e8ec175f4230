package plimsoll.delivery.source;

import static plimsoll.delivery.fact.Fact.first;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.stream.Stream;
import plimsoll.delivery.fact.BadEvent;
import plimsoll.delivery.fact.ChangeFact;
import plimsoll.delivery.fact.Fields;
import plimsoll.delivery.fact.Reverts;

/** What arrives on the default branch of a project of GitLab. */
record GitlabChanges(Webhook hook) {
  private static final String BRANCH = "refs/heads/";

  void mergeRequest() {
    var request = hook.payload().part("object_attributes");
    var action = request.text("action");
    if (!"merged".equals(request.text("state")) || action != null && !action.equals("merge")) {
      hook.ignore("Only the merging of a merge request counts.");
    } else if (!onDefaultBranch(request.text("target_branch"))) {
      hook.ignore("It was merged into another branch than the default one.");
    } else {
      merged(request);
    }
  }

  /**
   * A merge commit and a squashed one arrive as themselves; the request's last commit is another
   * name of what it was squashed or merged to, or arrives itself where the branch was only moved
   * forward.
   */
  private void merged(Fields request) {
    var merge = request.text("merge_commit_sha");
    var squash = request.text("squash_commit_sha");
    var last = request.partOrNone("last_commit").text("id");
    if (merge == null && squash == null && last == null) {
      throw new BadEvent("merge_commit_sha is missing, and last_commit too.");
    }
    var landed = first(first(squash, merge), last);
    var shas = new LinkedHashSet<String>();
    Stream.of(merge, squash, last).filter(Objects::nonNull).forEach(shas::add);
    shas.forEach(sha -> arrived(request, sha, sha.equals(merge) ? sha : landed));
  }

  private void arrived(Fields request, String sha, String landedAs) {
    var mergedAt = hook.needed(request, request.has("merged_at") ? "merged_at" : "updated_at");
    hook.add(
        new ChangeFact(
            path(), sha, landedAs, mergedAt, null, hook.ifTrue(request, "created_at"), null));
  }

  void push() {
    var ref = hook.payload().needed("ref");
    var commits = hook.payload().parts("commits");
    if (!ref.startsWith(BRANCH) || !onDefaultBranch(ref.substring(BRANCH.length()))) {
      hook.ignore("Only pushes to the default branch count.");
    } else if (deleted() || commits.isEmpty()) {
      hook.ignore("The push brought no commit.");
    } else {
      // GitLab itself does not say it; where its past is read it is known.
      var pushedAt =
          hook.payload().has("pushed_at")
              ? hook.needed(hook.payload(), "pushed_at")
              : GithubChanges.newest(hook, commits, "timestamp");
      hook.each(commits, commit -> change(commit, pushedAt));
      sayUnlisted(commits.size());
    }
  }

  private boolean deleted() {
    return hook.payload().prose("after").matches("0+")
        || hook.payload().object().path("checkout_sha").isNull();
  }

  private void change(Fields commit, Instant pushedAt) {
    var sha = commit.needed("id");
    hook.add(
        new ChangeFact(
            path(),
            sha,
            sha,
            pushedAt,
            Reverts.of(commit.prose("message")),
            hook.ifTrue(commit, "timestamp"),
            ChangeFact.cut(GithubChanges.touched(commit))));
  }

  private void sayUnlisted(int listed) {
    var all = hook.payload().object().path("total_commits_count").asInt(listed);
    if (all > listed) {
      hook.ignore("The push brought " + all + " commits, of which GitLab lists " + listed + ".");
    }
  }

  private boolean onDefaultBranch(String branch) {
    return branch != null && branch.equals(hook.payload().part("project").text("default_branch"));
  }

  private String path() {
    return GitlabSource.path(hook.payload());
  }
}
