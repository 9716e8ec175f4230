package plimsoll.delivery.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.Stream;
import plimsoll.delivery.fact.ChangeFact;
import plimsoll.delivery.fact.Fields;
import plimsoll.delivery.fact.Reverts;

/** What arrives on the default branch of a repository of Bitbucket, Cloud first, then Server. */
record BitbucketChanges(Webhook hook) {

  void push() {
    var changes = hook.payload().part("push").parts("changes");
    if (changes.isEmpty()) {
      hook.ignore("The push brought no change.");
    }
    hook.each(changes, this::pushed);
  }

  private void pushed(Fields change) {
    var now = change.partOrNone("new");
    var branch = now.text("name");
    if (change.flag("closed") || now.object().isEmpty()) {
      hook.ignore("A branch or a tag was deleted.");
    } else if (!now.prose("type").equals("branch") || !isDefault(branch)) {
      hook.ignore("Only pushes to the default branch count.");
    } else {
      pushed(change, now.part("target"));
    }
  }

  /** Bitbucket lists five commits at most, and the last one apart. */
  private void pushed(Fields change, Fields target) {
    var commits = new ArrayList<>(change.parts("commits"));
    if (commits.stream().noneMatch(one -> one.prose("hash").equals(target.prose("hash")))) {
      commits.add(target);
    }
    var pushedAt = GithubChanges.newest(hook, commits, "date");
    hook.each(commits, one -> arrived(one.needed("hash"), one, pushedAt, hook.ifTrue(one, "date")));
    if (change.flag("truncated")) {
      hook.ignore("The push brought more commits than Bitbucket lists.");
    }
  }

  private void arrived(String sha, Fields commit, Instant at, Instant writtenAt) {
    var reverts = Reverts.of(commit.prose("message"));
    hook.add(new ChangeFact(repository(), sha, sha, at, reverts, writtenAt, null));
  }

  void pullRequest() {
    var request = hook.payload().part("pullrequest");
    if (!request.has("merge_commit") || request.prose("state").equals("DECLINED")) {
      hook.ignore("Only pull requests that were merged count.");
      return;
    }
    merged(
        request.partOrNone("destination").partOrNone("branch").text("name"),
        request.part("merge_commit").needed("hash"),
        request.partOrNone("source").partOrNone("commit").text("hash"),
        hook.needed(request, "updated_on"),
        hook.ifTrue(request, "created_on"));
  }

  /** Half a name would be counted beside the whole one that the push has. */
  private void merged(String branch, String landed, String head, Instant at, Instant openedAt) {
    if (!isDefault(branch)) {
      hook.ignore("It was merged into another branch than the default one.");
    } else if (landed.length() < 40) {
      hook.ignore("Only the first letters of the merge commit are given; its push says it whole.");
    } else {
      Stream.of(landed, head)
          .filter(sha -> sha != null && sha.length() >= 40)
          .distinct()
          .map(sha -> new ChangeFact(repository(), sha, landed, at, null, openedAt, null))
          .forEach(hook::add);
    }
  }

  void refsChanged() {
    var changes = hook.payload().parts("changes");
    if (changes.isEmpty()) {
      hook.ignore("The push brought no change.");
    }
    hook.each(changes, this::refChanged);
  }

  private void refChanged(Fields change) {
    var ref = change.partOrNone("ref");
    if (change.prose("type").equals("DELETE")) {
      hook.ignore("A branch or a tag was deleted.");
    } else if (!ref.prose("type").equals("BRANCH") || !isDefault(ref.text("displayId"))) {
      hook.ignore("Only pushes to the default branch count.");
    } else {
      refChanged(change.needed("toHash"));
    }
  }

  /** Old versions name the last commit of a push alone. */
  private void refChanged(String last) {
    var at = when(hook.payload(), "date");
    var commits = new ArrayList<>(hook.payload().parts("commits"));
    if (hook.payload().has("toCommit")) {
      commits.add(hook.payload().part("toCommit"));
    }
    hook.each(
        commits.stream().filter(one -> !one.prose("id").isEmpty()).toList(),
        one -> arrived(one.needed("id"), one, at, written(one)));
    if (commits.stream().noneMatch(one -> one.prose("id").equals(last))) {
      hook.add(new ChangeFact(repository(), last, last, at, null, null, null));
    }
  }

  private Instant written(Fields commit) {
    return commit.has("authorTimestamp") ? when(commit, "authorTimestamp") : null;
  }

  void merged() {
    var request = hook.payload().part("pullRequest");
    merged(
        request.partOrNone("toRef").text("displayId"),
        request.part("properties").part("mergeCommit").needed("id"),
        request.partOrNone("fromRef").text("latestCommit"),
        when(request, "closedDate"),
        request.has("createdDate") ? when(request, "createdDate") : null);
  }

  /** Server writes milliseconds since 1970, or texts where an administrator chose them. */
  private Instant when(Fields fields, String name) {
    var text = fields.needed(name);
    return text.matches("-?\\d+")
        ? hook.moments().ofMillis(name, text)
        : hook.moments().read(name, text);
  }

  private boolean isDefault(String branch) {
    var said = hook.payload().partOrNone("repository").partOrNone("mainbranch").text("name");
    return branch != null
        && (said == null
            ? hook.rules().names(BitbucketSource.BRANCHES, branch)
            : said.equals(branch));
  }

  /** "workspace/name"; on a server "PROJECT/name", which a pull request has in its branches. */
  private String repository() {
    var own = hook.payload().partOrNone("repository");
    var merged = hook.payload().partOrNone("pullRequest").partOrNone("toRef");
    var repository = own.object().isEmpty() ? merged.part("repository") : own;
    return repository.has("full_name")
        ? repository.needed("full_name")
        : repository.part("project").needed("key") + "/" + repository.needed("slug");
  }

  static String name(String repository) {
    return repository.substring(repository.lastIndexOf('/') + 1);
  }
}
