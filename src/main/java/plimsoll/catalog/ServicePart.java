package plimsoll.catalog;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A part of a repository that is a service.
 *
 * @param service its key
 * @param repository "owner/name", in small letters
 * @param prefix the folder, such as "services/pay"
 */
public record ServicePart(String service, String repository, String prefix) {
  private static final int LENGTH_MAX = 300;

  /** How GitHub, GitLab, Gitea and Bitbucket show a folder or a file of a branch or commit. */
  private static final Pattern SHOWN =
      Pattern.compile(
          "https?://[^/]+/(.+?)/(?:-/)?(tree|blob|src/branch|src/commit|src)/[^/]+/([^?#]*).*");

  /**
   * The part that somebody names.
   *
   * @return empty when the folder is none, or leads out of the repository
   */
  public static Optional<ServicePart> of(String service, String repository, String folder) {
    var name = repository.strip().toLowerCase(Locale.ROOT);
    var prefix = folder.strip().replaceAll("/+", "/").replaceAll("^(\\./|/)+|/$", "");
    boolean good =
        !name.isEmpty()
            && !prefix.isEmpty()
            && Stream.of(name, prefix).allMatch(ServicePart::isPlain)
            && Stream.of(prefix.split("/")).noneMatch(step -> step.matches("\\.{1,2}"));
    return good ? Optional.of(new ServicePart(service, name, prefix)) : Optional.empty();
  }

  private static boolean isPlain(String text) {
    return text.length() <= LENGTH_MAX && text.chars().noneMatch(Character::isISOControl);
  }

  /** The part that an address of a forge shows; empty where it shows a whole repository. */
  static Optional<ServicePart> at(String service, String location) {
    var shown = SHOWN.matcher(location);
    if (!shown.matches()) {
      return Optional.empty();
    }
    boolean isFile = shown.group(2).equals("blob") || location.matches(".*\\.ya?ml([?#].*)?");
    var path = shown.group(3);
    var folder = isFile ? path.substring(0, Math.max(0, path.lastIndexOf('/'))) : path;
    return of(service, shown.group(1), folder);
  }

  /**
   * True when something that was touched may lie in it.
   *
   * @param touched a folder or file, perhaps cut to its first folders
   */
  public boolean mayHold(String touched) {
    return isBelow(touched, prefix) || isBelow(prefix, touched);
  }

  private static boolean isBelow(String path, String folder) {
    return path.equals(folder) || path.startsWith(folder + "/");
  }
}
