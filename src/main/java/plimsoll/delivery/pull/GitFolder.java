package plimsoll.delivery.pull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The folder of the server in which repositories may be read. Only what really lies below it is
 * found, whatever a name or a link says.
 */
public final class GitFolder {
  private static final int DEPTH_MAX = 4;
  private static final int LISTED_MAX = 500;

  private final Path root;

  /**
   * @param root it need not exist
   */
  public GitFolder(Path root) {
    this.root = root;
  }

  /** The repositories in it, by their paths, the first 500. */
  public List<String> names() {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (var all = Files.walk(root, DEPTH_MAX)) {
      return all.filter(one -> !one.getFileName().toString().equals(".git"))
          .map(one -> root.relativize(one).toString().replace('\\', '/'))
          .filter(name -> find(name).isPresent())
          .limit(LISTED_MAX)
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  /** The git directory of a repository with this path; empty where there is none in the folder. */
  public Optional<Path> find(String name) {
    try {
      var wanted = root.resolve(name.strip());
      return Files.isDirectory(wanted)
              && wanted.toRealPath().startsWith(root.toRealPath())
              && !Files.isSameFile(wanted, root)
          ? gitDirectory(wanted.toRealPath())
          : Optional.empty();
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** A working copy holds it as ".git"; a link there could lead out of the folder. */
  private static Optional<Path> gitDirectory(Path folder) {
    var inside = folder.resolve(".git");
    var git = Files.isDirectory(inside, LinkOption.NOFOLLOW_LINKS) ? inside : folder;
    boolean is =
        Files.isRegularFile(git.resolve("HEAD"))
            && Files.isDirectory(git.resolve("objects"))
            && Files.isDirectory(git.resolve("refs"));
    return is ? Optional.of(git) : Optional.empty();
  }
}
