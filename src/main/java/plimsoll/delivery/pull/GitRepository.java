package plimsoll.delivery.pull;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/** Opens repositories to be read, and nothing of the machine's settings with them. */
public final class GitRepository {
  /** Without the configuration of the machine and its user; to find that, git would be started. */
  private static final SystemReader NO_SETTINGS =
      new SystemReader.Delegate(SystemReader.getInstance()) {
        @Override
        public FileBasedConfig openSystemConfig(Config parent, FS files) {
          return none(files);
        }

        @Override
        public FileBasedConfig openUserConfig(Config parent, FS files) {
          return none(files);
        }

        @Override
        public FileBasedConfig openJGitConfig(Config parent, FS files) {
          return none(files);
        }

        private FileBasedConfig none(FS files) {
          return new FileBasedConfig(null, files) {
            @Override
            public void load() {
              // There is nothing to load.
            }

            @Override
            public void save() {
              // What was learned of the disk is learned again.
            }

            @Override
            public boolean isOutdated() {
              return false;
            }
          };
        }
      };

  private GitRepository() {}

  /**
   * @param directory the git directory, as {@link GitFolder} finds it
   */
  public static Repository open(Path directory) throws IOException {
    SystemReader.setInstance(NO_SETTINGS);
    return new FileRepositoryBuilder().setGitDir(directory.toFile()).setMustExist(true).build();
  }
}
