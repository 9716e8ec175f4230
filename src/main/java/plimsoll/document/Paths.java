package plimsoll.document;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Paths as archives and people write them. */
public final class Paths {
  private static final int LENGTH_MAX = 1000;
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");

  /** What lies at the top of a repository. */
  private static final Set<String> ROOT_MARKS =
      Set.of(
          ".github",
          ".gitlab-ci.yml",
          ".gitignore",
          ".gitattributes",
          ".editorconfig",
          "jenkinsfile",
          "license",
          "licence",
          "license.md",
          "license.txt",
          "readme",
          "readme.md",
          "readme.adoc",
          "readme.rst",
          "catalog-info.yaml");

  private Paths() {}

  /** With forward slashes; null where it leads out of the archive, or is none. */
  public static String inside(String given) {
    var path = given.replace('\\', '/');
    if (path.startsWith("/") || DRIVE.matcher(path).matches() || path.length() > LENGTH_MAX) {
      return null;
    }
    if (path.chars().anyMatch(Character::isISOControl)) return null;
    var steps = List.of(path.split("/+")).stream().filter(one -> !one.equals(".")).toList();
    if (steps.isEmpty() || steps.contains("..") || steps.contains("")) return null;
    return String.join("/", steps);
  }

  /** To show to people, however it was written. */
  static String shown(String given) {
    var clean = given.replaceAll("\\p{Cntrl}", "\ufffd");
    return clean.length() > 200 ? clean.substring(0, 199) + "…" : clean;
  }

  /**
   * The folder, with its slash, in which forges put all of a repository, because its name changes
   * with every commit; empty where there is none.
   */
  static String topFolder(Collection<String> paths) {
    var first = paths.stream().findFirst().orElse("");
    var top = first.substring(0, first.indexOf('/') + 1);
    boolean is =
        !top.isEmpty()
            && !top.startsWith(".")
            && paths.stream().allMatch(path -> path.startsWith(top))
            && paths.stream().anyMatch(path -> isRootMark(path.substring(top.length())));
    return is ? top : "";
  }

  private static boolean isRootMark(String path) {
    int slash = path.indexOf('/');
    var name = slash < 0 ? path : path.substring(0, slash);
    return ROOT_MARKS.contains(name.toLowerCase(Locale.ROOT));
  }
}
