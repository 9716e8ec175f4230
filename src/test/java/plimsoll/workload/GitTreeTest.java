package plimsoll.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plimsoll.workload.GitTree.UnreadableException;

class GitTreeTest {
  @TempDir Path folder;

  @Test
  void filesOfABranchAreReadAndLinksAreNot() throws Exception {
    try (var git = Git.init().setDirectory(folder.toFile()).call()) {
      Files.createDirectories(folder.resolve("k8s"));
      Files.writeString(folder.resolve("k8s/a.yaml"), "kind: Service\n");
      Files.writeString(folder.resolve("Main.java"), "class Main {}\n");
      Files.write(folder.resolve("bad.yaml"), new byte[] {0, 1});
      Files.createSymbolicLink(folder.resolve("passwd.yaml"), Path.of("/etc/passwd"));
      git.add().addFilepattern(".").call();
      var commit =
          git.commit()
              .setMessage("x")
              .setAuthor("a", "a@example.org")
              .setCommitter("a", "a@example.org")
              .setSign(false)
              .call();
      Files.writeString(folder.resolve("k8s/later.yaml"), "kind: Service\n");
      var tree = GitTree.read(folder.resolve(".git"), "");
      assertEquals(Set.of("k8s/a.yaml"), tree.files().keySet());
      assertEquals("kind: Service\n", tree.files().get("k8s/a.yaml"));
      assertEquals(commit.name(), tree.commit());
      assertEquals(commit.name(), GitTree.head(folder.resolve(".git"), ""));
      assertEquals("bad.yaml is no text, or not in UTF-8.", tree.notes().get(0));
    }
  }

  @Test
  void whatHasNoCommitOrNoSuchBranchSaysSo() throws Exception {
    Git.init().setDirectory(folder.toFile()).call().close();
    var git = folder.resolve(".git");
    assertTrue(
        assertThrows(UnreadableException.class, () -> GitTree.read(git, ""))
            .getMessage()
            .contains("no commit"));
    assertTrue(
        assertThrows(UnreadableException.class, () -> GitTree.read(git, "none"))
            .getMessage()
            .contains("no branch"));
  }
}
