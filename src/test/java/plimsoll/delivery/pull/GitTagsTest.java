package plimsoll.delivery.pull;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plimsoll.delivery.fact.Batch;
import plimsoll.delivery.fact.DeploymentFact;
import plimsoll.json.Json;

class GitTagsTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant LATER = Instant.parse("2027-01-01T00:00:00Z");

  @TempDir Path root;
  private Git git;

  @BeforeEach
  void makeARepository() throws Exception {
    git = Git.init().setDirectory(root.resolve("pay").toFile()).setInitialBranch("main").call();
  }

  @Test
  void tagsAreDeploymentsWithTheirCommits() throws Exception {
    var first = commit("one", MONDAY);
    tag("v1", first, MONDAY.plusSeconds(60));
    var second = commit("two\n\nThis reverts commit " + first.name() + ".", MONDAY.plusSeconds(90));
    git.tag().setName("v2").setObjectId(second).setAnnotated(false).setSigned(false).call();
    var deployments = deployments(read("v*"));
    var one = deployments.get("pay@v1");
    assertEquals(MONDAY.plusSeconds(60), one.finishedAt());
    assertEquals(first.name(), one.revision());
    assertEquals(List.of(first.name()), one.commits().stream().map(c -> c.id()).toList());
    assertEquals(MONDAY, one.commits().get(0).committedAt());
    var two = deployments.get("pay@v2");
    assertEquals(MONDAY.plusSeconds(90), two.finishedAt(), "a bare name has its commit's time");
    assertEquals(first.name(), two.commits().get(0).reverts());
  }

  @Test
  void nothingOfAuthorsIsTaken() throws Exception {
    tag("v1", commit("one", MONDAY), MONDAY);
    assertFalse(Json.write(read("*").facts()).contains("ada"), "names and addresses");
  }

  @Test
  void onlyReleasesOfTheTimeAreTakenButEarlierOnesStillHoldTheirCommits() throws Exception {
    tag("v1", commit("one", MONDAY), MONDAY.plusSeconds(60));
    tag("v2", commit("two", MONDAY.plusSeconds(90)), MONDAY.plusSeconds(120));
    var batch =
        GitTags.read(
            new GitFolder(root),
            new GitTags.Wanted("pay", "pay", "*", MONDAY.plusSeconds(100), LATER));
    assertEquals(1, batch.facts().size());
    assertEquals(1, deployments(batch).get("pay@v2").commits().size());
  }

  @Test
  void tagOfATreeIsNamedAndLeftOut() throws Exception {
    var commit = commit("one", MONDAY);
    tag("v1", commit, MONDAY);
    var update = git.getRepository().updateRef("refs/tags/v-tree");
    update.setNewObjectId(commit.getTree().getId());
    update.update();
    var batch = read("v*");
    assertEquals(1, batch.facts().size());
    assertTrue(batch.problems().get(0).message().contains("v-tree names no commit"));
  }

  @Test
  void repositoryWithoutTagsOrCommitsSaysSo() throws Exception {
    assertEquals(
        "The repository has no tags, so it has no releases.",
        read("v*").problems().get(0).message());
    tag("release-1", commit("one", MONDAY), MONDAY);
    assertEquals("None of its 1 tags fits v*.", read("v*").problems().get(0).message());
  }

  @Test
  void namesOfAnyKindGoThrough() throws Exception {
    var commit = commit("one", MONDAY);
    tag("<script>alert(1)</script>", commit, MONDAY);
    tag("決済-1", commit, MONDAY.plusSeconds(1));
    // A name in Latin-1, as old repositories hold them.
    var tags = Files.createDirectories(git.getRepository().getDirectory().toPath().resolve("refs"));
    var packed = tags.resolveSibling("packed-refs");
    var line = (commit.name() + " refs/tags/caf\u00e9\n").getBytes("ISO-8859-1");
    Files.write(packed, line);
    assertEquals(3, read("*").facts().size());
  }

  @Test
  void onlyWhatLiesInTheFolderIsRead() throws Exception {
    tag("v1", commit("one", MONDAY), MONDAY);
    var inside = Files.createDirectories(root.resolve("inside"));
    var folder = new GitFolder(inside);
    Files.createSymbolicLink(inside.resolve("link"), root.resolve("pay"));
    for (var name : List.of("../pay", "link", "", ".", "/etc", "nowhere", "a\u0000b")) {
      var wanted = new GitTags.Wanted(name, "pay", "*", MONDAY, LATER);
      var halt = assertThrows(Halt.class, () -> GitTags.read(folder, wanted), name);
      assertEquals(Halt.Kind.FAILED, halt.kind());
    }
    assertEquals(List.of(), folder.names());
    assertEquals(List.of("inside/link", "pay"), new GitFolder(root).names());
  }

  @Test
  void hundredThousandCommitsAreRead() throws Exception {
    var last = line(100_000);
    tag("v1", last, MONDAY.plusSeconds(1));
    assertEquals(100_000, deployments(read("v*")).get("pay@v1").commits().size());
  }

  @Test
  void brokenRepositoryIsRefusedInWords() throws Exception {
    tag("v1", commit("one", MONDAY), MONDAY);
    Files.writeString(root.resolve("pay/.git/packed-refs"), "nonsense\u0000");
    Files.writeString(root.resolve("pay/.git/config"), "[core\nnonsense");
    var halt = assertThrows(Halt.class, () -> read("*"));
    assertTrue(halt.getMessage().startsWith("The repository cannot be read"), halt.getMessage());
  }

  private Batch read(String pattern) {
    return GitTags.read(
        new GitFolder(root), new GitTags.Wanted("pay", "pay", pattern, Instant.EPOCH, LATER));
  }

  private static Map<String, DeploymentFact> deployments(Batch batch) {
    return batch.facts().stream()
        .map(DeploymentFact.class::cast)
        .collect(Collectors.toMap(DeploymentFact::id, one -> one));
  }

  private RevCommit commit(String message, Instant at) throws Exception {
    return git.commit()
        .setAllowEmpty(true)
        .setSign(false)
        .setMessage(message)
        .setAuthor(ada(at))
        .setCommitter(ada(at))
        .call();
  }

  private void tag(String name, RevCommit commit, Instant at) throws Exception {
    git.tag()
        .setName(name)
        .setObjectId(commit)
        .setTagger(ada(at))
        .setMessage("a release")
        .setAnnotated(true)
        .setSigned(false)
        .call();
  }

  private RevCommit line(int length) throws Exception {
    var objects = (ObjectDirectory) git.getRepository().getObjectDatabase();
    try (var inserter = objects.newPackInserter();
        var walk = new RevWalk(git.getRepository())) {
      var tree = DirCache.newInCore().writeTree(inserter);
      ObjectId last = null;
      for (int i = 0; i < length; i++) {
        var one = new CommitBuilder();
        one.setTreeId(tree);
        if (last != null) one.setParentId(last);
        one.setAuthor(ada(MONDAY));
        one.setCommitter(ada(MONDAY));
        one.setMessage("commit " + i);
        last = inserter.insert(Constants.OBJ_COMMIT, one.build());
      }
      inserter.flush();
      return walk.parseCommit(last);
    }
  }

  private static PersonIdent ada(Instant at) {
    return new PersonIdent("ada", "ada@example.org", at, ZoneOffset.UTC);
  }
}
