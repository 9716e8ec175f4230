package plimsoll.workload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import plimsoll.delivery.pull.GitRepository;
import plimsoll.document.Paths;
import plimsoll.document.Texts;

/**
 * The files of a branch, read from the repository's own store: nothing is checked out, links are
 * not followed, and repositories in it are passed over.
 *
 * @param commit that the branch was on
 * @param notes what was left out that somebody may miss
 */
record GitTree(String commit, Map<String, String> files, List<String> notes) {
  private static final int FILE_BYTES_MAX = 10_000_000;
  private static final long KEPT_BYTES_MAX = 50_000_000;
  private static final int ENTRIES_MAX = 500_000;
  private static final int NOTES_MAX = 20;

  /** It can't be read; the message says why. */
  static final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1;

    UnreadableException(String message) {
      super(message);
    }
  }

  /**
   * Which commit a branch is on.
   *
   * @param branch "" for the one that the repository is on
   */
  static String head(Path directory, String branch) throws UnreadableException {
    try (var repository = GitRepository.open(directory)) {
      return head(repository, branch).name();
    } catch (IOException | RuntimeException e) {
      throw unreadable();
    }
  }

  static GitTree read(Path directory, String branch) throws UnreadableException {
    try (var repository = GitRepository.open(directory);
        var commits = new RevWalk(repository);
        var walk = new TreeWalk(repository)) {
      var head = head(repository, branch);
      var tree = new GitTree(head.name(), new LinkedHashMap<>(), new ArrayList<>());
      walk.addTree(commits.parseCommit(head).getTree());
      walk.setRecursive(true);
      tree.take(walk);
      return tree;
    } catch (IOException | RuntimeException e) {
      throw unreadable();
    }
  }

  private static UnreadableException unreadable() {
    return new UnreadableException(
        "The repository cannot be read; git fsck tells what is wrong with it.");
  }

  private static ObjectId head(Repository repository, String branch)
      throws IOException, UnreadableException {
    var name = branch.isEmpty() ? Constants.HEAD : Constants.R_HEADS + branch;
    var ref = repository.exactRef(name);
    if (ref == null || ref.getObjectId() == null) {
      throw new UnreadableException(
          branch.isEmpty() ? "It has no commit yet." : "It has no branch of this name.");
    }
    return ref.getObjectId();
  }

  private void take(TreeWalk walk) throws IOException, UnreadableException {
    long kept = 0;
    int entries = 0;
    while (walk.next()) {
      if (++entries > ENTRIES_MAX) {
        throw new UnreadableException("It has more than 500,000 files.");
      }
      var path = Paths.inside(walk.getPathString());
      if (walk.getFileMode() == FileMode.GITLINK) {
        note(walk.getPathString() + " is a repository of its own, and is not read with this one.");
      } else if (path != null && Wanted.is(path) && isFile(walk)) {
        kept += read(walk, path);
        if (kept > KEPT_BYTES_MAX) {
          throw new UnreadableException("Its files are more than 50 MB.");
        }
      }
    }
  }

  private static boolean isFile(TreeWalk walk) {
    return walk.getFileMode() == FileMode.REGULAR_FILE
        || walk.getFileMode() == FileMode.EXECUTABLE_FILE;
  }

  /** Gives how many bytes were kept. */
  private long read(TreeWalk walk, String path) throws IOException {
    var object = walk.getObjectReader().open(walk.getObjectId(0));
    if (object.getSize() > FILE_BYTES_MAX) {
      note(path + " is larger than 10 MB.");
      return 0;
    }
    var text = Texts.of(object.getBytes(FILE_BYTES_MAX));
    if (text == null) {
      note(path + " is no text, or not in UTF-8.");
      return 0;
    }
    files.put(path, text);
    return object.getSize();
  }

  private void note(String note) {
    if (notes.size() < NOTES_MAX) notes.add(note);
  }
}
